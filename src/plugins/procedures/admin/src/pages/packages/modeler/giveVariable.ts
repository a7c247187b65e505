/** Lets an answer of a step decide a way: written at the step, so that the server lists it among the variables. */
import type Modeler from 'bpmn-js/lib/Modeler';

import type { StepAnswer } from '../../../../../shared/packages-contract';
import type { Services } from './drawing';
import { propertyOf, setProperty } from './taskProperties';

export function giveVariable(modeler: Modeler, answer: StepAnswer): void {
  const step = modeler.get<Services['elementRegistry']>('elementRegistry').get(answer.step);
  if (!step) return;
  const known = parsed(propertyOf(step, 'variables', {}));
  if (known[answer.value] === answer.from) return;
  setProperty(modeler, step, 'variables', JSON.stringify({ ...known, [answer.value]: answer.from }));
}

function parsed(text: string): Record<string, unknown> {
  try {
    return text ? (JSON.parse(text) as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
