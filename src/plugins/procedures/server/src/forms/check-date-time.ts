// Owns the check of a date, a time, or both: in the form that form-js sends, real, and plausible.
import { DateTime } from 'luxon';
import type { FormComponent } from '../packages/types';
import { kinds, type Sentence, say } from './field-problems';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?$/;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;

export function checkDateTime(
  component: FormComponent,
  raw: unknown,
  now: Date | undefined,
): { value: unknown; problems: Sentence[] } {
  if (typeof raw !== 'string') return { value: null, problems: [say.wrongType(kinds.text)] };
  const subtype = component.subtype ?? 'date';
  const [day, time] = raw.split('T');
  const fits =
    subtype === 'time'
      ? TIME.test(raw)
      : DATE.test(day) && (subtype === 'date' ? time === undefined : TIME.test(time ?? ''));
  if (!fits) return { value: null, problems: [say.date] };
  const instant = DateTime.fromISO(subtype === 'time' ? `2000-01-01T${raw}` : raw, { setZone: true });
  if (!instant.isValid || instant.year < FIRST_YEAR || instant.year > LAST_YEAR) {
    return { value: null, problems: [say.date] };
  }
  // A day is past only once it is past everywhere that the writer may be: the widest zone is 14 hours ahead.
  const past = component.disallowPassedDates === true && subtype !== 'time' && now !== undefined;
  if (past && instant.endOf('day').plus({ hours: 14 }).toMillis() < now.getTime()) {
    return { value: raw, problems: [say.past] };
  }
  return { value: raw, problems: [] };
}
