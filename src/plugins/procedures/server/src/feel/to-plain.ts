// Owns the border between FEEL values and the plain JSON values that the rest of the platform keeps.
// A date, time, date-time or duration of FEEL leaves as its ISO text; a `Date` of ours enters as its ISO text.

import { FeelDate, FeelDateTime, FeelDuration, FeelTime, isFunction } from 'feelin';
import { DateTime } from 'luxon';

/** FEEL result → plain value. A function has no plain form and becomes null. */
export function toPlain(value: unknown): unknown {
  if (value === undefined || value === null || isFunction(value)) return null;
  if (value instanceof FeelDateTime) return dateTimeToIso(value);
  if (value instanceof FeelDate || value instanceof FeelTime || value instanceof FeelDuration) return value.toJSON();
  return mapEntries(value, toPlain);
}

/** Plain value of ours → what FEEL may read. Only `Date` differs: FEEL would see it as an object without members. */
export function toFeelContext(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  return mapEntries(value, toFeelContext);
}

/** FEEL writes a named zone as `…@Asia/Ho_Chi_Minh`, which no other reader of ISO 8601 understands. */
function dateTimeToIso(value: FeelDateTime): string {
  if (!value.zone?.includes('/')) return value.toJSON();
  const zoned = DateTime.fromISO(value.value.toString(), { zone: value.zone });
  return zoned.toISO({ suppressMilliseconds: true }) ?? value.toJSON();
}

function mapEntries(value: unknown, map: (entry: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(map);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, map(entry)]));
}
