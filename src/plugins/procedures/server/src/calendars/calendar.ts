// Owns which days are worked, and counting in worked days. Pure: the rows come from elsewhere.

import { addDays, type Day, weekdayOf } from './day';

export interface Calendar {
  readonly timeZone: string;
  /** ISO weekdays that are not worked, e.g. [6, 7]. */
  readonly weekend: readonly number[];
  /** Days off that the week would work. */
  readonly holidays: ReadonlySet<Day>;
  /** Days worked that the week (or a holiday) would not: swapped days. */
  readonly workingDays: ReadonlySet<Day>;
  /** What a day that differs is called, for the sentences that explain a due day. */
  readonly dayNames?: ReadonlyMap<Day, string>;
  /** Rises with every change of the calendar. */
  readonly revision: number;
}

/** As kept: the weekly pattern, and one row for each day that differs from it. */
export interface CalendarRows {
  readonly timeZone: string;
  readonly weekend: readonly number[];
  readonly days: readonly { readonly day: Day; readonly kind: 'HOLIDAY' | 'WORKING'; readonly name?: string }[];
  readonly revision: number;
}

export function calendarOf({ timeZone, weekend, days, revision }: CalendarRows): Calendar {
  const of = (kind: 'HOLIDAY' | 'WORKING') => new Set(days.filter((row) => row.kind === kind).map((row) => row.day));
  const dayNames = new Map(days.flatMap((row) => (row.name ? [[row.day, row.name] as const] : [])));
  return { timeZone, weekend, holidays: of('HOLIDAY'), workingDays: of('WORKING'), dayNames, revision };
}

export function isWorkingDay(calendar: Calendar, day: Day): boolean {
  if (calendar.workingDays.has(day)) return true;
  return !calendar.holidays.has(day) && !calendar.weekend.includes(weekdayOf(day));
}

/** The first working day after `day`. */
export function nextWorkingDay(calendar: Calendar, day: Day): Day {
  return addWorkingDays(calendar, day, 1);
}

/** `day` when it is worked, else the first working day after it. */
export function rollToWorkingDay(calendar: Calendar, day: Day): Day {
  return isWorkingDay(calendar, day) ? day : nextWorkingDay(calendar, day);
}

/** The `count`-th working day after `day`; `day` itself is never counted. */
export function addWorkingDays(calendar: Calendar, day: Day, count: number): Day {
  // A calendar whose every day is off would be searched for ever.
  const limit = addDays(day, 366 + count * 8);
  let last = day;
  for (let left = count; left > 0; ) {
    last = addDays(last, 1);
    if (isWorkingDay(calendar, last)) left -= 1;
    if (last > limit) {
      throw new RangeError(`Expected ${count} working days between ${day} and ${limit}, but the calendar has fewer`);
    }
  }
  return last;
}

/** The days off after `from`, up to and including `to`: what a count of working days steps over. */
export function daysOffBetween(calendar: Calendar, from: Day, to: Day): Day[] {
  const off: Day[] = [];
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (!isWorkingDay(calendar, day)) off.push(day);
  return off;
}
