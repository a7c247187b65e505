// duty/ owns the desk that is kept day and night: the roster of shifts, the hand-over between them, the board. This file
// is the arithmetic of a roster: where nobody is on duty, whether two shifts meet, and the same shift on many days. Pure.
import { DateTime } from 'luxon';

export interface Span {
  from: Date;
  to: Date;
}

/** Stretches of `within` that none of `shifts` covers, in order. */
export function gapsIn(within: Span, shifts: readonly Span[]): Span[] {
  const gaps: Span[] = [];
  let covered = within.from;
  for (const shift of [...shifts].sort((a, b) => a.from.getTime() - b.from.getTime())) {
    if (shift.to <= covered) continue;
    if (shift.from >= within.to) break;
    if (shift.from > covered) gaps.push({ from: covered, to: shift.from });
    covered = shift.to;
  }
  if (covered < within.to) gaps.push({ from: covered, to: within.to });
  return gaps;
}

/** One that ends when the other begins does not meet it. */
export const meet = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to;

/** The same hours on `days` days, by the wall clock of the zone. */
export function daily(first: Span, days: number, zone: string): Span[] {
  const on = (at: Date, day: number) => DateTime.fromJSDate(at, { zone }).plus({ days: day }).toJSDate();
  return Array.from({ length: days }, (_, day) => ({ from: on(first.from, day), to: on(first.to, day) }));
}
