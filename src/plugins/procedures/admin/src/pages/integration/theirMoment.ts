/** When a case was received, as lists write it: dd/mm/yyyy and ISO, with a time or without. */
import { fromLocalInput } from '../../time/instants';

const VIETNAMESE = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:,?\s+(\d{1,2})[:h](\d{2})(?::\d{2})?)?$/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** An instant, or the day where no time is written (it is compared by the day); null: no date of any of these forms. */
export function theirMoment(written: string): string | null {
  const iso = ISO.exec(written);
  const [, year, month, day, hour, minute, offset] = iso ?? turned(VIETNAMESE.exec(written));
  if (!year || !month || !day) return null;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isDay(date)) return null;
  if (hour === undefined || minute === undefined) return date;
  if (Number(hour) > 23 || Number(minute) > 59) return null;
  if (offset) return written.replace(' ', 'T');
  return fromLocalInput(`${date}T${hour.padStart(2, '0')}:${minute}`)?.toISOString() ?? null;
}

/** Day first, as Vietnamese write it; never month first, however it could be read. */
const turned = (found: RegExpExecArray | null): (string | undefined)[] => {
  const [whole, day, month, year, ...time] = found ?? [];
  return [whole, year, month, day, ...time];
};

/** 31/02 is none. */
const isDay = (date: string): boolean => {
  const instant = new Date(`${date}T00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date);
};
