/** Lists as files: ours to be opened in a spreadsheet, theirs as it comes out of their system. */
import Papa from 'papaparse';

import type { ReconciliationRow, TheirRow } from '../../../../shared/integration-contract';

const COLUMNS = ['bookNo', 'reference', 'receivedAt', 'state', 'outcome', 'handlingUnit', 'caseId'] as const;
const MAX_ROWS = 20_000;
/** So that a spreadsheet reads Vietnamese letters. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A value that a spreadsheet would run as a formula is written as text. */
export const toCsv = (rows: ReconciliationRow[]): string =>
  BYTE_ORDER_MARK + Papa.unparse(rows, { columns: [...COLUMNS], escapeFormulae: true, newline: '\r\n' });

/** Null: not a list with a column `reference`, or too long. Rows without a number are left out: they name nothing. */
export function readTheirs(text: string): TheirRow[] | null {
  const { data, meta } = Papa.parse<Record<string, string>>(text, {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (header) => header.replace(BYTE_ORDER_MARK, '').trim(),
  });
  if (!meta.fields?.includes('reference') || data.length > MAX_ROWS) return null;
  const value = (row: Record<string, string>, name: string) => row[name]?.trim().replace(/^'(?=[=+\-@])/, '') || null;
  return data.flatMap((row) => {
    const reference = value(row, 'reference');
    if (!reference) return [];
    return [
      { reference, bookNo: value(row, 'bookNo'), receivedAt: value(row, 'receivedAt'), state: value(row, 'state') },
    ];
  });
}
