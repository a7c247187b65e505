// Owns the hours in which only the urgent goes through, and the moments of the day at which a digest is due; both in the
// tenant's zone. Pure.
import { DateTime } from 'luxon';
import type { QuietHours } from '../../../shared/notifications-contract';

/** When the quiet hours end that `now` falls into; null: it falls into none. */
export function quietUntil(now: Date, quiet: QuietHours | null, zone: string): Date | null {
  if (!quiet || quiet.from === quiet.to) return null;
  const here = DateTime.fromJSDate(now, { zone });
  const time = here.toFormat('HH:mm');
  const isOvernight = quiet.from > quiet.to;
  const isQuiet = isOvernight ? time >= quiet.from || time < quiet.to : time >= quiet.from && time < quiet.to;
  if (!isQuiet) return null;
  const day = isOvernight && time >= quiet.from ? here.plus({ days: 1 }) : here;
  return at(day, quiet.to).toJSDate();
}

/** The last moment of a digest at or before `now`. */
export function lastDigest(now: Date, times: readonly string[], zone: string): Date {
  const here = DateTime.fromJSDate(now, { zone });
  const moments = [here.minus({ days: 1 }), here].flatMap((day) => times.map((time) => at(day, time)));
  const passed = moments.filter((moment) => moment <= here).map((moment) => moment.toMillis());
  return new Date(Math.max(...passed));
}

function at(day: DateTime, time: string): DateTime {
  const [hour, minute] = time.split(':').map(Number);
  return day.set({ hour, minute, second: 0, millisecond: 0 });
}
