/** What the drawing says of a step that the platform does itself: its job type and its task headers. */
import type Modeler from 'bpmn-js/lib/Modeler';

import { JOB_TYPES } from '../../../../../shared/service-tasks-contract';
import type { Drawn, Services } from './drawing';
import { ensure, extension } from './taskProperties';

export const jobOf = (element: Drawn): string => extension(element, 'zeebe:TaskDefinition')?.type ?? '';

export const isOurs = (element: Drawn): boolean =>
  element.type === 'bpmn:ServiceTask' && JOB_TYPES.includes(jobOf(element));

export const headerOf = (element: Drawn, key: string): string =>
  extension(element, 'zeebe:TaskHeaders')?.values?.find((one) => one.key === key)?.value ?? '';

/** Nothing given: the header goes. */
export function setHeader(modeler: Modeler, element: Drawn, key: string, value: string): void {
  const holder = ensure(modeler, element, 'zeebe:TaskHeaders');
  const others = (holder.values ?? []).filter((one) => one.key !== key);
  const made = modeler.get<Services['bpmnFactory']>('bpmnFactory').create('zeebe:Header', { key, value });
  made.$parent = holder;
  const values = value === '' ? others : [...others, made];
  modeler.get<Services['modeling']>('modeling').updateModdleProperties(element, holder, { values });
}
