// Owns what counts as an instant in the API: a date and time with an offset, of a year that people work in.
import { DateTime } from 'luxon';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const WITH_OFFSET = /T\d{2}:\d{2}.*(Z|[+-]\d{2}:?\d{2})$/;

export const isInstant = (text: string): boolean => WITH_OFFSET.test(text) && isOfOurTime(text);

/** `YYYY-MM-DD` alone. */
export const isDay = (text: string): boolean => DAY.test(text) && isOfOurTime(text);

function isOfOurTime(text: string): boolean {
  const instant = DateTime.fromISO(text, { setZone: true });
  return instant.isValid && instant.year >= 1900 && instant.year < 2200;
}
