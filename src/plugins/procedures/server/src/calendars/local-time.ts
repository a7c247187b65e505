// Owns the passage between instants and the civil days of a time zone.

import { DateTime } from 'luxon';
import { addDays, type Day } from './day';

export function dayOf(instant: Date, timeZone: string): Day {
  return local(instant, timeZone).toISODate();
}

/** 00:00 of the day in the zone. */
export function startOfDay(day: Day, timeZone: string): Date {
  const start = DateTime.fromISO(day, { zone: timeZone });
  if (!start.isValid) throw new RangeError(`Expected a day and a time zone, but got "${day}" in "${timeZone}"`);
  return start.toJSDate();
}

/** 24:00 of the day, which is 00:00 of the next: the first instant that is no longer in it. */
export function endOfDay(day: Day, timeZone: string): Date {
  return startOfDay(addDays(day, 1), timeZone);
}

/** The hour and minute that people read, `08:20`. */
export function timeOf(instant: Date, timeZone: string): string {
  return local(instant, timeZone).toFormat('HH:mm');
}

function local(instant: Date, timeZone: string): DateTime<true> {
  const zoned = DateTime.fromJSDate(instant, { zone: timeZone });
  if (!zoned.isValid) throw new RangeError(`Expected an instant and a time zone, but got ${instant} in "${timeZone}"`);
  return zoned;
}
