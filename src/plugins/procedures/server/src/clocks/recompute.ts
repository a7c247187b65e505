// Owns what a changed calendar does to a clock that is already running. Only where a term ends can change, not where it
// starts nor how long it is; the caller supersedes the clock by one with the new due.

import { addWorkingDays, type Calendar } from '../calendars/calendar';
import { dayOf } from '../calendars/local-time';
import { dayText, joinSentences, recomputedSentence, rollingSentence, workingDaysSentence } from './clock-sentences';
import { dueOfNominalDay } from './compute-due';
import { amberAt } from './stage-of';
import type { ClockRule, Due, OpenClock } from './types';

/** The clock's due by `calendar`, or null when it stays. Days that pauses have added stay added. */
export function recomputeClock(
  clock: OpenClock,
  rule: Pick<ClockRule, 'rolling'>,
  calendar: Calendar,
): (Due & { amberAt: Date }) | null {
  const due = dueBy(clock, rule, calendar);
  if (!due || due.dueAt.getTime() === clock.dueAt.getTime()) return null;
  return { ...due, amberAt: amberAt({ startAt: clock.startAt, dueAt: due.dueAt }) };
}

function dueBy(clock: OpenClock, rule: Pick<ClockRule, 'rolling'>, calendar: Calendar): Due | null {
  const opening = recomputedSentence(calendar.revision);
  if (clock.unit === 'workingDays') {
    const days = clock.length + (clock.addedDays ?? 0);
    const last = addWorkingDays(calendar, dayOf(clock.startAt, calendar.timeZone), days);
    const sentence = workingDaysSentence(clock.startAt, last, days, calendar);
    return { ...dueOfNominalDay(last, 'NONE', calendar), derivation: joinSentences(opening, sentence) };
  }
  // Hours run through every day, and a term counted back is never moved: no calendar touches them.
  if (clock.unit !== 'calendarDays' && clock.unit !== 'months') return null;
  const due = dueOfNominalDay(clock.nominalDay, rule.rolling, calendar);
  const nominal = dayText(clock.nominalDay);
  const end = { vi: `hết 24:00 ${nominal.vi}`, en: `end of ${nominal.en}` };
  const moved = due.dueDay === due.nominalDay ? [] : [rollingSentence(due.nominalDay, due.dueDay, calendar)];
  return { ...due, derivation: joinSentences(opening, end, ...moved) };
}
