// Owns what a version's drawing says of the places where a case may stand: their kind, what they lie in, the flows into
// joins (landing pads) and where a called process begins. Pure.
import {
  elementOf,
  eventDefinitionsOf,
  extensionOf,
  flowElementsOf,
  isA,
  listOf,
  processesOf,
  startsByItself,
  textOf,
} from '../packages/model-elements';
import type { ReadPackage } from '../packages/read-package';
import { LANDING_PAD_PREFIX } from '../packages/rewrite-changes';

export interface Scope {
  id: string;
  /** `interrupting`: an event sub-process that has ended everything else around it. */
  kind: 'plain' | 'event' | 'interrupting' | 'transaction';
  repeated: boolean;
}

export interface Place {
  id: string;
  title: string;
  /** Two places are of one kind when this is equal: `userTask`, `intermediateCatchEvent:message`, `arrived` ... */
  kind: string;
  process: string;
  /** Innermost first. */
  scopes: Scope[];
  repeated: boolean;
  /** Of a user task: its form's content, to be compared. */
  form: string | null;
}

export interface Join {
  id: string;
  /** Plain flow -> the pad on it. */
  pads: Map<string, string>;
}

export interface Places {
  byId: Map<string, Place>;
  joins: Join[];
  /** Activities that have a handler for undoing. */
  compensated: Set<string>;
  /** Called process -> the wait that it begins with, if it begins with one. */
  firstWait: Map<string, string | null>;
  /** Call activity -> called process, where the model names it plainly. */
  calls: Map<string, string>;
}

/** It cannot be entered alone: what lies around it would not be there. */
export const isClosed = (place: Place): boolean =>
  place.repeated ||
  place.scopes.some((scope) => scope.repeated || scope.kind === 'transaction' || scope.kind === 'interrupting');

const WAITS = ['bpmn:UserTask', 'bpmn:ReceiveTask', 'bpmn:IntermediateCatchEvent', 'bpmn:EventBasedGateway'];

export function placesOf(read: ReadPackage): Places {
  const places: Places = {
    byId: new Map(),
    joins: [],
    compensated: new Set(),
    firstWait: new Map(),
    calls: new Map(),
  };
  for (const model of read.models.values()) {
    if (model.kind !== 'bpmn') continue;
    for (const process of processesOf(model.definitions)) collect(read, process, places);
  }
  return places;
}

function collect(read: ReadPackage, process: ModdleElement, places: Places): void {
  const elements = flowElementsOf(process).filter((element) => element.id);
  const flows = elements.filter((element) => element.$type === 'bpmn:SequenceFlow');
  const processId = process.id ?? '';
  for (const element of elements) {
    if (element.$type === 'bpmn:SequenceFlow') continue;
    places.byId.set(element.id ?? '', placeOf(read, processId, process, element));
    if (element.$type === 'bpmn:BoundaryEvent' && isCompensation(element)) {
      const host = elementOf(element, 'attachedToRef')?.id;
      if (host) places.compensated.add(host);
    }
    const called = textOf(extensionOf(element, 'zeebe:CalledElement'), 'processId');
    if (called && !called.startsWith('=')) places.calls.set(element.id ?? '', called);
  }
  for (const join of elements.filter((element) => element.$type === 'bpmn:ParallelGateway')) {
    const into = flows.filter((flow) => elementOf(flow, 'targetRef') === join);
    if (into.length < 2) continue;
    const pads = new Map(into.map((flow) => [flow.id ?? '', `${LANDING_PAD_PREFIX}${flow.id}`]));
    places.joins.push({ id: join.id ?? '', pads });
    const at = placeOf(read, processId, process, join);
    for (const flow of into) {
      const id = pads.get(flow.id ?? '') ?? '';
      const before = elementOf(flow, 'sourceRef');
      const title = join.name || before?.name || join.id || '';
      places.byId.set(id, { ...at, id, title, kind: 'arrived' });
    }
  }
  if (!startsByItself(process)) places.firstWait.set(processId, firstWaitOf(process, flows));
}

function placeOf(read: ReadPackage, processId: string, process: ModdleElement, element: ModdleElement): Place {
  const [definition] = eventDefinitionsOf(element);
  const event = definition ? `:${definition.$type.replace('bpmn:', '').replace('EventDefinition', '')}` : '';
  const id = element.id ?? '';
  const extras = read.manifest.elements[id];
  const form = extras?.form ? read.forms.get(extras.form) : undefined;
  const name = element.$type.replace('bpmn:', '');
  return {
    id,
    title: extras?.title.vi || textOf(element, 'name') || id,
    kind: `${name.charAt(0).toLowerCase()}${name.slice(1)}${event.toLowerCase()}`,
    process: processId,
    scopes: scopesOf(process, element),
    repeated: isRepeated(element),
    form: form ? JSON.stringify(form) : null,
  };
}

function scopesOf(process: ModdleElement, element: ModdleElement): Scope[] {
  const scopes: Scope[] = [];
  for (let at = element.$parent; at && at !== process; at = at.$parent) {
    if (!isA(at, 'bpmn:SubProcess')) continue;
    scopes.push({ id: at.id ?? '', kind: scopeKind(at), repeated: isRepeated(at) });
  }
  return scopes;
}

function scopeKind(scope: ModdleElement): Scope['kind'] {
  if (scope.$type === 'bpmn:Transaction') return 'transaction';
  if (scope.triggeredByEvent !== true) return 'plain';
  const start = listOf(scope, 'flowElements').find((element) => element.$type === 'bpmn:StartEvent');
  return start?.isInterrupting === false ? 'event' : 'interrupting';
}

const isRepeated = (element: ModdleElement): boolean =>
  elementOf(element, 'loopCharacteristics')?.$type === 'bpmn:MultiInstanceLoopCharacteristics';

const isCompensation = (event: ModdleElement): boolean =>
  eventDefinitionsOf(event).some((definition) => definition.$type === 'bpmn:CompensateEventDefinition');

/** Where a new instance of a called process comes to rest at once, whatever the data; null when it depends. */
function firstWaitOf(process: ModdleElement, flows: ModdleElement[]): string | null {
  const starts = listOf(process, 'flowElements').filter((element) => element.$type === 'bpmn:StartEvent');
  const from = flows.filter((flow) => elementOf(flow, 'sourceRef') === starts[0]);
  const target = starts.length === 1 && from.length === 1 && from[0] ? elementOf(from[0], 'targetRef') : null;
  return target && WAITS.includes(target.$type) && !isRepeated(target) ? (target.id ?? null) : null;
}
