/** What a step of a scenario is called, in the words of the package. Pure. */
import type { Bilingual } from '../../../../../shared/contracts';
import { timePassed } from '../../../../../shared/time-passed';
import type { ScenarioChoices, ScenarioStep } from '../../../../../shared/trials-contract';

export type StepKind = 'event' | 'complete' | 'message' | 'advance';

export const kindOf = (step: ScenarioStep): StepKind =>
  step.event !== undefined
    ? 'event'
    : step.complete !== undefined
      ? 'complete'
      : step.message !== undefined
        ? 'message'
        : 'advance';

export function stepWords(step: ScenarioStep, choices: ScenarioChoices): Bilingual {
  const both = (text: string): Bilingual => ({ vi: text, en: text });
  switch (kindOf(step)) {
    case 'event':
      return (
        [...choices.events, ...choices.starts.map((one) => ({ code: one.event, title: one.title }))].find(
          (one) => one.code === step.event,
        )?.title ?? both(step.event ?? '')
      );
    case 'complete':
      return choices.tasks.find((one) => one.element === step.complete)?.title ?? both(step.complete ?? '');
    case 'message':
      return { vi: `Thông điệp ${step.message}`, en: `Message ${step.message}` };
    case 'advance':
      return timePassed(step.advance ?? {});
  }
}

/** The step as another kind: what belonged to the old one goes, when, by whom and what must hold stays. */
export function asKind(step: ScenarioStep, kind: StepKind, choices: ScenarioChoices): ScenarioStep {
  const { at, as, note, expect } = step;
  const kept = {
    ...(at ? { at } : {}),
    ...(as ? { as } : {}),
    ...(note ? { note } : {}),
    ...(expect ? { expect } : {}),
  };
  if (kind === 'event') return { event: choices.events[0]?.code ?? '', ...kept };
  if (kind === 'complete') return { complete: choices.tasks[0]?.element ?? '', ...kept };
  if (kind === 'message') return { message: '', ...kept };
  return { advance: { by: 'P1D' }, ...(expect ? { expect } : {}) };
}
