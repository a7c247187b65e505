/** What a user task needs besides its shape, kept with it in the model: who, which form, which clock, who may not. */
import type Modeler from 'bpmn-js/lib/Modeler';

import type { TaskSettings } from '../../../../../shared/packages-contract';

export type TaskProperty = 'form' | 'clocks' | 'differentFrom';

interface Moddle {
  $type: string;
  id?: string;
  name?: string;
  value?: string;
  candidateGroups?: string;
  values?: Moddle[];
  properties?: Moddle[];
  extensionElements?: Moddle;
  $parent?: Moddle;
}
export interface Drawn {
  id: string;
  type: string;
  businessObject: Moddle;
}
interface Services {
  bpmnFactory: { create(type: string, attributes?: object): Moddle };
  modeling: { updateModdleProperties(element: Drawn, target: Moddle, values: object): void };
}

const extension = (element: Drawn, type: string) =>
  element.businessObject.extensionElements?.values?.find((one) => one.$type === type);

export const groupsOf = (element: Drawn): string =>
  extension(element, 'zeebe:AssignmentDefinition')?.candidateGroups ?? '';

/** As the model says, else as the package's manifest does. */
export function propertyOf(element: Drawn, name: TaskProperty, settings: TaskSettings): string {
  const own = extension(element, 'zeebe:Properties')?.properties?.find((one) => one.name === name)?.value;
  if (own !== undefined) return own;
  const known = settings[element.id];
  if (!known) return '';
  return name === 'clocks' ? known.clocks.join(',') : (known[name] ?? '');
}

export function setGroups(modeler: Modeler, element: Drawn, candidateGroups: string): void {
  const holder = ensure(modeler, element, 'zeebe:AssignmentDefinition');
  modeler.get<Services['modeling']>('modeling').updateModdleProperties(element, holder, { candidateGroups });
}

export function setProperty(modeler: Modeler, element: Drawn, name: TaskProperty, value: string): void {
  const holder = ensure(modeler, element, 'zeebe:Properties');
  const others = (holder.properties ?? []).filter((one) => one.name !== name);
  const made = modeler.get<Services['bpmnFactory']>('bpmnFactory').create('zeebe:Property', { name, value });
  made.$parent = holder;
  const properties = [...others, made];
  modeler.get<Services['modeling']>('modeling').updateModdleProperties(element, holder, { properties });
}

/** The extension of this type, made where it is missing; every step can be undone. */
function ensure(modeler: Modeler, element: Drawn, type: string): Moddle {
  const factory = modeler.get<Services['bpmnFactory']>('bpmnFactory');
  const modeling = modeler.get<Services['modeling']>('modeling');
  const { businessObject } = element;
  if (!businessObject.extensionElements) {
    const container = factory.create('bpmn:ExtensionElements', { values: [] });
    container.$parent = businessObject;
    modeling.updateModdleProperties(element, businessObject, { extensionElements: container });
  }
  const container = businessObject.extensionElements as Moddle;
  const found = container.values?.find((one) => one.$type === type);
  if (found) return found;
  const made = factory.create(type, {});
  made.$parent = container;
  modeling.updateModdleProperties(element, container, { values: [...(container.values ?? []), made] });
  return made;
}
