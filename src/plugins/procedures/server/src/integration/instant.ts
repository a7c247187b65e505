// Owns what counts as an instant in the API: a date and time with an offset, of a year that people work in.
import { DateTime } from 'luxon';

const WITH_OFFSET = /T\d{2}:\d{2}.*(Z|[+-]\d{2}:?\d{2})$/;

export function isInstant(text: string): boolean {
  if (!WITH_OFFSET.test(text)) return false;
  const instant = DateTime.fromISO(text, { setZone: true });
  return instant.isValid && instant.year >= 1900 && instant.year < 2200;
}
