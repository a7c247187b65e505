/** What a scenario would expect after a step, taken from what was seen: state, open tasks, and the clocks that changed. Pure. */
import type {
  ExpectedClock,
  StepExpectation,
  TrialClock,
  TrialObservation,
} from '../../../../../shared/trials-contract';

export function proposeExpectation(seen: TrialObservation, before: TrialObservation | null): StepExpectation {
  const clocks = changedClocks(seen.clocks, before?.clocks ?? []);
  const isNewOutcome = seen.outcome !== null && seen.outcome !== before?.outcome;
  return {
    state: seen.state,
    tasks: seen.tasks.map((task) => task.element).sort(),
    ...(clocks.length > 0 ? { clocks } : {}),
    ...(isNewOutcome ? { outcome: seen.outcome } : {}),
    ...(seen.life === 'COMPLETED' ? { ended: true } : {}),
    ...(before === null && seen.bookNo !== null ? { numbered: true } : {}),
  };
}

/** One that runs is expected by when it is due, too: that is what its rule is for. */
function changedClocks(now: readonly TrialClock[], before: readonly TrialClock[]): ExpectedClock[] {
  const key = (clock: TrialClock) => `${clock.ruleId} ${clock.startAt}`;
  const known = new Map(before.map((clock) => [key(clock), clock]));
  return now
    .filter((clock) => {
      const earlier = known.get(key(clock));
      return !earlier || earlier.state !== clock.state || earlier.stage !== clock.stage || earlier.due !== clock.due;
    })
    .map((clock) => ({
      rule: clock.ruleId,
      state: clock.state,
      ...(clock.state === 'RUNNING'
        ? { due: clock.due, ...(clock.stage === 'NEUTRAL' ? {} : { stage: clock.stage }) }
        : {}),
    }));
}
