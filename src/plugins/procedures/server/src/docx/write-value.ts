// Owns how a value is written in a document: dates in words as offices write them, choices by their label, and a dotted
// line to write on by hand where nothing is known.
import { DateTime } from 'luxon';
import type { DocumentField } from '../packages/types';

const SHORT = '……………………';
const LONG = '…'.repeat(29);

const MISSING: Partial<Record<NonNullable<DocumentField['as']>, string>> = {
  date: 'ngày …… tháng …… năm ………',
  datetime: '…… giờ …… phút, ngày …… tháng …… năm ………',
  time: '…… giờ ……',
  shortDate: '……/……/………',
};

/** What stands where nothing is known. */
export function dottedLine(field: DocumentField): string {
  if (field.empty !== undefined) return field.empty;
  const lines = field.lines ?? 1;
  if (lines > 1) return Array.from({ length: lines }, () => LONG).join('\n');
  return MISSING[field.as ?? 'text'] ?? SHORT;
}

export interface Writing {
  readonly timeZone: string;
  /** The label of a choice, by the field of a form and the value kept. */
  label(field: string, value: unknown): string | null;
}

/** The text of `value`; null when there is none. */
export function writeValue(field: DocumentField, value: unknown, writing: Writing): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (Array.isArray(value)) {
    const texts = value.flatMap((one) => writeValue(field, one, writing) ?? []);
    return texts.length === 0 ? null : texts.join(field.as === 'lines' ? '\n' : ', ');
  }
  if (field.words) return clean(writing.label(field.words, value) ?? String(value));
  switch (field.as ?? 'text') {
    case 'date':
    case 'datetime':
    case 'time':
    case 'shortDate':
      return writeInstant(field.as ?? 'date', String(value), writing.timeZone);
    case 'number':
      return typeof value === 'number' ? value.toLocaleString('vi-VN') : clean(String(value));
    case 'upper':
      return clean(String(value)).toLocaleUpperCase('vi-VN');
    default:
      return typeof value === 'object' ? null : clean(String(value));
  }
}

function writeInstant(as: string, text: string, zone: string): string | null {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const at = isDay ? DateTime.fromISO(text, { zone: 'utc' }) : DateTime.fromISO(text, { zone });
  // Words instead of a date ("not stated") stay words.
  if (!at.isValid) return clean(text);
  if (as === 'shortDate') return at.toFormat('dd/MM/yyyy');
  // Days under 10 and the months January and February are written with a nought, so that nothing can be put before.
  const day = `ngày ${at.toFormat('dd')} tháng ${at.month < 3 ? at.toFormat('MM') : at.month} năm ${at.year}`;
  if (as === 'date' || isDay) return day;
  const time = `${at.toFormat('HH')} giờ ${at.toFormat('mm')}`;
  return as === 'time' ? time : `${time} phút, ${day}`;
}

/** Characters that XML cannot carry would make a file that Word refuses to open. */
const clean = (text: string) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those are meant
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
