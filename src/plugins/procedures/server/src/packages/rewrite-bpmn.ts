// Owns the rewrite of one BPMN model: ids of processes, names of messages and signals, calls, what is not for the
// broker, keys of message waits, landing pads. And, for the names, the way back.
import { ProblemError } from '../problems/problem-error';
import { changeName } from './feel-name';
import { addLandingPads } from './landing-pads';
import {
  allFlowElements,
  descendantsOf,
  elementOf,
  eventDefinitionsOf,
  extensionOf,
  extensionsOf,
  isA,
  listOf,
  processesOf,
  rootElements,
  startsByItself,
  textOf,
} from './model-elements';
import { createElement, type Model } from './model-xml';
import type { PackageIds } from './package-ids';
import type { IdKind } from './plain-ids';
import type { ModelChange } from './rewrite-changes';

/** A key of its own for every activation; the platform learns it from the subscription's record. */
export const OWN_KEY = '=string(random number())';

/** Extension elements that the broker must not see: forms are ours, and a native user task would make no job. */
const NOT_FOR_THE_BROKER = ['zeebe:FormDefinition', 'zeebe:UserTask', 'zeebe:TaskSchedule', 'zeebe:PriorityDefinition'];

export function rewriteBpmn(model: Model, ids: PackageIds): ModelChange[] {
  refuseCalledStarters(model);
  const changes = [...removeExtensions(model), ...addSubscriptions(model), ...addLandingPads(model)];
  renameBpmn(model, (kind, name, element) => ids.deployed(kind, name, { file: model.path, element }));
  refuseTakenIds(model);
  return changes;
}

/** Applies a renaming to every place where a BPMN model names something that the broker knows by that name. */
export function renameBpmn(model: Model, rename: (kind: IdKind, name: string, element: string) => string): void {
  const at = (element: string) => ({ file: model.path, element });
  for (const process of processesOf(model.definitions)) {
    if (process.id) process.id = rename('process', process.id, process.id);
  }
  for (const [type, kind] of [
    ['bpmn:Message', 'message'],
    ['bpmn:Signal', 'signal'],
  ] as const) {
    for (const root of rootElements(model.definitions, type)) {
      const id = root.id ?? type;
      if (root.name) root.name = changeName(root.name, at(id), (name) => rename(kind, name, id));
    }
  }
  for (const element of allFlowElements(model.definitions)) {
    const id = element.id ?? element.$type;
    const called = extensionOf(element, 'zeebe:CalledElement');
    const processId = textOf(called, 'processId');
    if (called && processId) called.processId = changeName(processId, at(id), (name) => rename('process', name, id));
    const decision = extensionOf(element, 'zeebe:CalledDecision');
    const decisionId = textOf(decision, 'decisionId');
    if (decision && decisionId) {
      decision.decisionId = changeName(decisionId, at(id), (name) => rename('decision', name, id));
    }
  }
}

function removeExtensions(model: Model): ModelChange[] {
  const changes: ModelChange[] = [];
  for (const element of allFlowElements(model.definitions)) {
    const container = elementOf(element, 'extensionElements');
    if (!container || !element.id) continue;
    const values = listOf(container, 'values');
    // From the end, so that an index is the place at which putting back restores the order.
    for (let index = values.length - 1; index >= 0; index -= 1) {
      const { $type: type } = values[index];
      if (!NOT_FOR_THE_BROKER.includes(type)) continue;
      changes.push({
        kind: 'extensionRemoved',
        element: element.id,
        type,
        index,
        attributes: attributesOf(values[index]),
      });
      values.splice(index, 1);
    }
  }
  return changes;
}

function attributesOf(element: ModdleElement): Record<string, unknown> {
  const own = Object.entries(element).filter(([key]) => !key.startsWith('$'));
  return { ...element.$attrs, ...Object.fromEntries(own) };
}

function addSubscriptions(model: Model): ModelChange[] {
  const changes: ModelChange[] = [];
  for (const message of messagesThatAreCaught(model)) {
    const [subscription] = extensionsOf(message, 'zeebe:Subscription');
    if (textOf(subscription, 'correlationKey') || !message.id) continue;
    if (subscription) {
      const correlationKey = textOf(subscription, 'correlationKey');
      changes.push({ kind: 'subscriptionAdded', message: message.id, previous: { correlationKey } });
      subscription.correlationKey = OWN_KEY;
      continue;
    }
    changes.push({ kind: 'subscriptionAdded', message: message.id, previous: null });
    addExtension(message, createElement('bpmn', 'zeebe:Subscription', { correlationKey: OWN_KEY }));
  }
  return changes;
}

/** Messages that a running instance waits for: all but those that only start a process. */
export function messagesThatAreCaught(model: Model): Set<ModdleElement> {
  const caught = new Set<ModdleElement>();
  for (const element of allFlowElements(model.definitions)) {
    const startsProcess = element.$type === 'bpmn:StartEvent' && isA(element.$parent, 'bpmn:Process');
    const throws = isA(element, 'bpmn:ThrowEvent') || element.$type === 'bpmn:SendTask';
    if (startsProcess || throws) continue;
    for (const holder of [element, ...eventDefinitionsOf(element)]) {
      const message = elementOf(holder, 'messageRef');
      if (message) caught.add(message);
    }
  }
  return caught;
}

export function addExtension(element: ModdleElement, extension: ModdleElement): void {
  let container = elementOf(element, 'extensionElements');
  if (!container) {
    container = createElement('bpmn', 'bpmn:ExtensionElements', { values: [] });
    container.$parent = element;
    element.extensionElements = container;
  }
  extension.$parent = container;
  container.values = [...listOf(container, 'values'), extension];
}

/** A process is called (and carries the version) or starts by itself (and must not): the engine needs one or the other. */
function refuseCalledStarters(model: Model): void {
  const starters = new Set(
    processesOf(model.definitions)
      .filter(startsByItself)
      .map((process) => process.id),
  );
  for (const element of allFlowElements(model.definitions)) {
    const processId = textOf(extensionOf(element, 'zeebe:CalledElement'), 'processId');
    if (!processId || !starters.has(processId.replace(/^="|"$/g, ''))) continue;
    throw new ProblemError({
      code: 'PACKAGE_PROCESS_CALLED_AND_STARTING',
      vi: `Quy trình "${processId}" trong ${model.path} vừa có sự kiện bắt đầu riêng vừa được gọi tại "${element.id}". Hãy tách làm hai.`,
      en: `Expected process "${processId}" in ${model.path} either to start by itself or to be called, but "${element.id}" calls it. Split it.`,
      detail: { file: model.path, element: element.id },
    });
  }
}

/** All ids of one BPMN file share one space, so a new process id must not meet another element's. */
function refuseTakenIds(model: Model): void {
  const seen = new Set<string>();
  for (const { id } of descendantsOf(model.definitions)) {
    if (typeof id !== 'string') continue;
    if (seen.has(id)) {
      throw new ProblemError({
        code: 'PACKAGE_ID_TAKEN',
        vi: `Mỗi mã trong ${model.path} phải là duy nhất, nhưng "${id}" có hai lần sau khi đổi mã. Hãy đổi tên một phần tử.`,
        en: `Expected every id in ${model.path} to be unique, but "${id}" is there twice once rewritten. Rename one element.`,
        detail: { file: model.path, element: id },
      });
    }
    seen.add(id);
  }
}
