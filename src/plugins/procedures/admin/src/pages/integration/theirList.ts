/** Their list, as it comes out of their system or a spreadsheet: commas or semicolons, our headers or Vietnamese ones. */
import Papa from 'papaparse';

import { MAX_LIST_ROWS, type TheirRow } from '../../../../shared/integration-contract';
import { theirMoment } from './theirMoment';

type Column = keyof TheirRow;

const HEADERS: Record<Column, string[]> = {
  reference: ['reference', 'their number', 'mã bên họ', 'mã tham chiếu', 'mã'],
  bookNo: ['bookno', 'book number', 'số sổ', 'số thụ lý'],
  receivedAt: [
    'receivedat',
    'received at',
    'tiếp nhận lúc',
    'thời điểm tiếp nhận',
    'ngày tiếp nhận',
    'ngày giờ tiếp nhận',
  ],
  state: ['state', 'trạng thái'],
};
const COLUMN_OF = new Map(Object.entries(HEADERS).flatMap(([column, names]) => names.map((name) => [name, column])));

/** Why a file is not taken, with what the words about it name. */
export type ListFault =
  | { kind: 'notUtf8' }
  | { kind: 'openQuotes'; line: number }
  | { kind: 'noReference' }
  | { kind: 'tooLong'; rows: number; max: number }
  | { kind: 'wrongDate'; reference: string; value: string };

/** Rows without a number are left out: they name nothing. */
export function readTheirs(text: string): TheirRow[] | ListFault {
  // What the reading of a file puts in the place of bytes that are no UTF-8.
  if (text.includes('\uFFFD')) return { kind: 'notUtf8' };
  const { data, meta, errors } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF?(sep=.\r?\n)?/, ''), {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: columnOf,
  });
  const torn = errors.find(({ type }) => type === 'Quotes');
  if (torn) return { kind: 'openQuotes', line: (torn.row ?? 0) + 1 };
  if (!meta.fields?.includes('reference')) return { kind: 'noReference' };
  const rows: TheirRow[] = [];
  for (const one of data) {
    const reference = cellOf(one, 'reference');
    if (!reference) continue;
    const written = cellOf(one, 'receivedAt');
    const receivedAt = written && theirMoment(written);
    if (written && !receivedAt) return { kind: 'wrongDate', reference, value: written };
    rows.push({ reference, bookNo: cellOf(one, 'bookNo'), receivedAt, state: cellOf(one, 'state') });
  }
  if (rows.length > MAX_LIST_ROWS) return { kind: 'tooLong', rows: rows.length, max: MAX_LIST_ROWS };
  return rows;
}

function columnOf(header: string): string {
  const plain = header.normalize('NFC').trim().replace(/\s+/g, ' ');
  return COLUMN_OF.get(plain.toLowerCase()) ?? plain;
}

/** A list of ours comes back with an apostrophe before what a spreadsheet would have run. */
const cellOf = (row: Record<string, string>, column: Column) =>
  row[column]?.trim().replace(/^'(?=[=+\-@])/, '') || null;
