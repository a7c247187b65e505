/**
 * What a step needs besides its shape, written into the drawing with it: who, which form, which terms, which documents, who
 * may not. The server carries it into the manifest and the events, so that undoing the drawing undoes them too.
 */
import type Modeler from 'bpmn-js/lib/Modeler';

import type { TaskSettings } from '../../../../../shared/packages-contract';
import type { Drawn, Moddle, Services } from './drawing';

export type TaskProperty = 'form' | 'clocks' | 'documents' | 'differentFrom' | 'variables';

export const extension = (element: Drawn, type: string) =>
  element.businessObject.extensionElements?.values?.find((one) => one.$type === type);

export const groupsOf = (element: Drawn): string =>
  extension(element, 'zeebe:AssignmentDefinition')?.candidateGroups ?? '';

/** As the model says, else as the package does. */
export function propertyOf(element: Drawn, name: TaskProperty, settings: TaskSettings): string {
  const own = extension(element, 'zeebe:Properties')?.properties?.find((one) => one.name === name)?.value;
  if (own !== undefined) return own;
  const known = settings[element.id];
  if (!known || name === 'variables') return '';
  return name === 'clocks' || name === 'documents' ? known[name].join(',') : (known[name] ?? '');
}

export const listOf = (element: Drawn, name: TaskProperty, settings: TaskSettings): string[] =>
  propertyOf(element, name, settings)
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);

/** Adds to a list of the step, for instance one term more. */
export function addToList(
  modeler: Modeler,
  element: Drawn,
  name: TaskProperty,
  value: string,
  settings: TaskSettings,
): void {
  const known = listOf(element, name, settings);
  if (value && !known.includes(value)) setProperty(modeler, element, name, [...known, value].join(','));
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

/** Another tool's way to make a task, which nobody would see here. */
export const isNative = (element: Drawn): boolean => extension(element, 'zeebe:UserTask') !== undefined;

export function makeOurs(modeler: Modeler, element: Drawn): void {
  const container = element.businessObject.extensionElements as Moddle;
  const values = (container.values ?? []).filter((one) => one.$type !== 'zeebe:UserTask');
  modeler.get<Services['modeling']>('modeling').updateModdleProperties(element, container, { values });
}

/** The extension of this type, made where it is missing; every step can be undone. */
export function ensure(modeler: Modeler, element: Drawn, type: string): Moddle {
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
