/**
 * A step that is copied takes along what its package says of it: form, terms, documents, second person. A step that is pasted
 * keeps of that what its new package has too, and tells what it had to leave: nothing points to what is not there.
 */
import type Modeler from 'bpmn-js/lib/Modeler';

import type { Choice, DraftView } from '../../../../../shared/packages-contract';
import type { Drawn, Moddle, Services } from './drawing';
import { groupsOf, propertyOf, type TaskProperty } from './taskProperties';

export type LeftKind = 'form' | 'clocks' | 'documents' | 'groups';

/** What a pasted step had to leave behind. */
export interface LeftBehind {
  step: string;
  kind: LeftKind;
  /** as its old package calls it; of people there is only an expression to show, so nothing */
  name: string | null;
}

interface EventBus {
  on<Context>(event: string, priority: number, listener: (context: Context) => void): void;
}

interface Copying {
  descriptor: { businessObject?: Moddle };
  element: Drawn;
}

const CARRIED: TaskProperty[] = ['form', 'clocks', 'documents', 'differentFrom'];
/** After bpmn-js has made its copy of the business object. */
const AFTER_THE_COPY = 400;

export function carrySettings(
  modeler: Modeler,
  draft: () => Pick<DraftView, 'choices' | 'tasks'>,
  tell: (left: LeftBehind[]) => void,
): void {
  const bus = modeler.get<EventBus>('eventBus');
  const factory = modeler.get<Services['bpmnFactory']>('bpmnFactory');
  let left: LeftBehind[] | null = null;

  bus.on<Copying>('copyPaste.copyElement', AFTER_THE_COPY, ({ descriptor, element }) => {
    const copied = descriptor.businessObject;
    if (copied?.$type !== 'bpmn:UserTask') return;
    const { tasks } = draft();
    for (const name of CARRIED) {
      const value = propertyOf(element, name, tasks);
      if (value) write(factory, copied, name, value);
    }
  });

  bus.on<Copying>('copyPaste.pasteElement', AFTER_THE_COPY, ({ descriptor }) => {
    const pasted = descriptor.businessObject;
    if (pasted?.$type !== 'bpmn:UserTask') return;
    left = [...(left ?? []), ...leaveUnknown(modeler, pasted, draft().choices)];
  });

  // Told when it is drawn: before, it hangs at the pointer, and nothing may move beneath it.
  bus.on('commandStack.changed', AFTER_THE_COPY, () => {
    if (left) tell(left);
    left = null;
  });
  bus.on('create.cancel', AFTER_THE_COPY, () => {
    left = null;
  });
}

function leaveUnknown(modeler: Modeler, pasted: Moddle, choices: DraftView['choices']): LeftBehind[] {
  const step = pasted.name ?? '';
  const registry = modeler.get<Services['elementRegistry']>('elementRegistry');
  const element = { id: '', type: pasted.$type, businessObject: pasted };
  const left: LeftBehind[] = [];
  for (const kind of ['form', 'clocks', 'documents'] as const) {
    const known = kind === 'form' ? choices.forms : choices[kind];
    const names = propertyOf(element, kind, {}).split(',').filter(Boolean);
    const gone = names.filter((name) => !has(known, name));
    if (gone.length === 0) continue;
    const kept = names.filter((name) => has(known, name)).join(',');
    write(modeler.get<Services['bpmnFactory']>('bpmnFactory'), pasted, kind, kept);
    left.push(...gone.map((name) => ({ step, kind, name })));
  }
  const second = propertyOf(element, 'differentFrom', {});
  if (second && !registry.get(second))
    write(modeler.get<Services['bpmnFactory']>('bpmnFactory'), pasted, 'differentFrom', '');
  const groups = groupsOf(element);
  const isUsedHere = () => registry.filter((one) => groupsOf(one) === groups).length > 0;
  if (groups && !has(choices.groups, groups) && !isUsedHere()) {
    const holder = pasted.extensionElements?.values?.find((one) => one.$type === 'zeebe:AssignmentDefinition');
    if (holder) holder.candidateGroups = undefined;
    left.push({ step, kind: 'groups', name: null });
  }
  return left;
}

const has = (choices: readonly Choice[], value: string) => choices.some((one) => one.value === value);

/** Into a copy that is not drawn yet: no command, nothing to undo. An empty value goes. */
function write(factory: Services['bpmnFactory'], task: Moddle, name: TaskProperty, value: string): void {
  const place = (type: string, holder: Moddle, attributes: object) => {
    const made = factory.create(type, attributes);
    made.$parent = holder;
    return made;
  };
  task.extensionElements ??= place('bpmn:ExtensionElements', task, { values: [] });
  const { extensionElements } = task;
  let properties = extensionElements.values?.find((one) => one.$type === 'zeebe:Properties');
  if (!properties) {
    properties = place('zeebe:Properties', extensionElements, { properties: [] });
    extensionElements.values = [...(extensionElements.values ?? []), properties];
  }
  const others = (properties.properties ?? []).filter((one) => one.name !== name);
  properties.properties = value ? [...others, place('zeebe:Property', properties, { name, value })] : others;
}
