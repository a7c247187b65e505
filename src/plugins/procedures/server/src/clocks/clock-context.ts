// Owns what the FEEL of a clock rule may read beyond the case's own context: the event, and the case's clocks as they
// were when it happened (a condition sees what the event met, not what it made).
//
// clocks.open        [{id, ruleId, rule, variant, owner, tracking, unit, startAt, dueAt, dueDay, nominalDay, state}]
// clocks.eventTimes  {CODE: ISO instant of the last such event before this one}

import type { FeelContext, FeelNow } from '../feel/evaluate-feel';
import type { DecideClocksInput } from './types';

export interface ClockContext {
  readonly values: FeelContext;
  /** `now()` in a rule is the business time of the event. */
  readonly now: FeelNow;
}

export function clockContext({ event, openClocks, context, eventTimes, calendar }: DecideClocksInput): ClockContext {
  // The caller's context may say more of the event (who acted, form values beside the data): keep that, ours wins.
  const said = objectOf(context.event);
  const data = { ...objectOf(said.data), ...event.data };
  return {
    values: {
      ...context,
      event: { ...said, code: event.code, at: event.at, data },
      clocks: { open: openClocks, eventTimes },
    },
    now: { instant: event.at, timeZone: calendar.timeZone },
  };
}

function objectOf(value: unknown): Record<string, unknown> {
  return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};
}
