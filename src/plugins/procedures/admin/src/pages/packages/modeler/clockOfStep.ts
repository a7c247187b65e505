/** What a new term of a step begins with: it runs from the step before until the step is done. */
import type { ClockRuleInput, DraftView } from '../../../../../shared/packages-contract';
import type { Shape } from './drawing';

const MOST_STEPS_BACK = 30;

export function clockOfStep(step: Shape, { tasks }: DraftView, words: (name: string) => string): ClockRuleInput {
  const own = tasks[step.id]?.event;
  return {
    id: null,
    title: words(step.businessObject.name ?? ''),
    length: 2,
    unit: 'workingDays',
    startEvent: eventBefore(step, tasks) ?? '',
    stopEvents: own ? [own] : [],
    legalBasis: null,
  };
}

/** The event of the nearest step before, out of its sub-process too. */
function eventBefore(step: Shape, tasks: DraftView['tasks']): string | null {
  const seen = new Set<Shape>([step]);
  let row = before(step);
  for (let count = 0; count < MOST_STEPS_BACK && row.length > 0; count += 1) {
    for (const shape of row) {
      const event = tasks[shape.id]?.event;
      if (event && event !== tasks[step.id]?.event) return event;
      seen.add(shape);
    }
    row = row.flatMap(before).filter((shape) => !seen.has(shape));
  }
  return null;
}

function before(shape: Shape): Shape[] {
  if (shape.host) return [shape.host];
  const sources = shape.incoming.filter((flow) => flow.type === 'bpmn:SequenceFlow').map((flow) => flow.source);
  return sources.length === 0 && shape.parent?.type === 'bpmn:SubProcess' ? [shape.parent] : sources;
}
