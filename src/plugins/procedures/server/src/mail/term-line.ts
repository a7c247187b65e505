// Owns the one line by which a mail names a case: its number in the book, its term, when that is due. Nothing else.
import { DateTime } from 'luxon';
import type { CaseRecord, ClockRecord } from '../storage/rows';
import type { MailReader } from './mail-reader';
import { WORDS } from './mail-words';

type Of = Pick<MailReader, 'language' | 'timeZone'>;

export function dueWords(clock: Pick<ClockRecord, 'due_at'>, { language, timeZone }: Of): string {
  return `${WORDS.due[language]} ${DateTime.fromJSDate(clock.due_at, { zone: timeZone }).toFormat('dd/MM/yyyy HH:mm')}`;
}

export function termLine(
  current: Pick<CaseRecord, 'book_no'>,
  clock: Pick<ClockRecord, 'rule' | 'due_at'> | null,
  reader: Of,
): string {
  const number = current.book_no ?? WORDS.noNumber[reader.language];
  return clock ? `${number} – ${clock.rule}, ${dueWords(clock, reader)}` : number;
}
