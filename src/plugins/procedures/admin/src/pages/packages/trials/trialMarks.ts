/** Which element of a drawing is painted how: the way of one trial up to a step, or what all trials left out. Pure. */
import type { TrialCoverage, TrialPassage } from '../../../../../shared/trials-contract';

export interface TrialMark {
  element: string;
  mark: 'trial-passed' | 'trial-here' | 'trial-missed' | 'trial-left';
}

export function trialMarks(
  path: readonly TrialPassage[] | null,
  missed: string | null,
  coverage: TrialCoverage | null,
): TrialMark[] {
  if (coverage) return covered(coverage);
  const steps = path ?? [];
  // An element that was passed and is there again is where the case is.
  const here = new Set(
    steps.filter((step) => !step.ended && !step.type.endsWith('SUB_PROCESS')).map(({ element }) => element),
  );
  const passed = [...new Set(steps.map(({ element }) => element))].filter((element) => !here.has(element));
  return [
    ...passed.map((element): TrialMark => ({ element, mark: 'trial-passed' })),
    ...[...here].map((element): TrialMark => ({ element, mark: 'trial-here' })),
    ...(missed ? [{ element: missed, mark: 'trial-missed' } as const] : []),
  ];
}

const covered = ({ models }: TrialCoverage): TrialMark[] =>
  models.flatMap((model) =>
    [...model.elements, ...model.branches].map(
      ({ id, passed }): TrialMark => ({ element: id, mark: passed ? 'trial-passed' : 'trial-left' }),
    ),
  );
