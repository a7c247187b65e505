// Owns which occurrences a version of a schedule owes by now: each period that opened while it was in force and was not
// yet overdue when it came into force. Pure; after a long standstill it gives every period that was passed.
import type { DueRule, ScheduleDefinition } from '../../../shared/schedules-contract';
import type { Calendar } from '../calendars/calendar';
import type { Day } from '../calendars/day';
import { dayOf } from '../calendars/local-time';
import { type ComputedOccurrence, computeOccurrence } from './compute-occurrence';
import { periodAt, periodOf } from './periods';

export interface VersionInForce {
  readonly definition: ScheduleDefinition & { readonly due: DueRule };
  readonly createdAt: Date;
  readonly supersededAt: Date | null;
  /** Last day of the newest period that this version has opened. */
  readonly openedTo: Day | null;
}

export interface OwedOccurrences {
  readonly owed: readonly ComputedOccurrence[];
  /** The next one, which is not owed yet; null when the version will open no more. */
  readonly next: ComputedOccurrence | null;
}

/** A due may lie this many periods behind the end of its own before it is no longer looked for. */
const LOOK_BACK = 24;

export function occurrencesToOpen(version: VersionInForce, now: Date, calendar: Calendar): OwedOccurrences {
  const { definition, createdAt, supersededAt } = version;
  const compute = (index: number) => computeOccurrence(definition, periodAt(definition.period, index), calendar);
  const owed: ComputedOccurrence[] = [];
  let index = firstIndex(version, calendar, compute);
  for (;;) {
    const occurrence = compute(index);
    if (supersededAt && occurrence.opensAt >= supersededAt) return { owed, next: null };
    if (occurrence.opensAt > now) return { owed, next: supersededAt ? null : occurrence };
    if (occurrence.dueAt > createdAt) owed.push(occurrence);
    index += 1;
  }
}

function firstIndex(
  { definition, createdAt, openedTo }: VersionInForce,
  calendar: Calendar,
  compute: (index: number) => ComputedOccurrence,
): number {
  if (openedTo) return periodOf(definition.period, openedTo).index + 1;
  const { index } = periodOf(definition.period, dayOf(createdAt, calendar.timeZone));
  let first = index;
  while (index - first < LOOK_BACK && compute(first - 1).dueAt > createdAt) first -= 1;
  return first;
}
