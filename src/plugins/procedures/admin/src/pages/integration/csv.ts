/** Our list as a file that a spreadsheet opens. */
import Papa from 'papaparse';

import type { ReconciliationRow } from '../../../../shared/integration-contract';

const COLUMNS = ['bookNo', 'reference', 'receivedAt', 'state', 'outcome', 'handlingUnit', 'caseId'] as const;
/** So that a spreadsheet reads Vietnamese letters. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A value that a spreadsheet would run as a formula is written as text. */
export const toCsv = (rows: ReconciliationRow[]): string =>
  BYTE_ORDER_MARK + Papa.unparse(rows, { columns: [...COLUMNS], escapeFormulae: true, newline: '\r\n' });
