/** Whole days of the office as instants: what a date field means. */
import { fromLocalInput, toLocalInput } from './instants';

const DAY_MS = 24 * 60 * 60 * 1000;

/** `YYYY-MM-DD` of the office, some days from now. */
export const todayPlus = (days: number, now = new Date()): string =>
  toLocalInput(new Date(now.getTime() + days * DAY_MS)).slice(0, 10);

/** ISO instant at which the day begins; empty for no date. */
export const startOfDay = (day: string): string => fromLocalInput(`${day}T00:00`)?.toISOString() ?? '';

/** ISO instant at which the day is over. */
export function endOfDay(day: string): string {
  const start = fromLocalInput(`${day}T00:00`);
  return start ? new Date(start.getTime() + DAY_MS).toISOString() : '';
}
