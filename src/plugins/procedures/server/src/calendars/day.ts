// Owns arithmetic on civil days, without zone or calendar of holidays: a day is its ISO text, `2026-05-11`.

import { DateTime } from 'luxon';

/** A civil day, `YYYY-MM-DD`: comparable as text. */
export type Day = string;

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: Day): number {
  return parse(day).weekday;
}

export function addDays(day: Day, count: number): Day {
  return format(parse(day).plus({ days: count }));
}

/** The same-numbered day of the month `count` months on; a month without it ends on its last day. */
export function addMonths(day: Day, count: number): Day {
  return format(parse(day).plus({ months: count }));
}

/** Whether `addMonths` had to take the last day of a shorter month. */
export function endsAtMonthEnd(day: Day, count: number): boolean {
  return parse(day).day !== parse(addMonths(day, count)).day;
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return parse(to).diff(parse(from), 'days').days;
}

function parse(day: Day): DateTime<true> {
  const parsed = DateTime.fromISO(day, { zone: 'utc' });
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !parsed.isValid) {
    throw new RangeError(`Expected a day as YYYY-MM-DD, but got "${day}"`);
  }
  return parsed;
}

function format(date: DateTime<true>): Day {
  return date.toISODate();
}
