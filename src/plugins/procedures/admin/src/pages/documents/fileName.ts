import type { CaseDocumentRow } from '../../../../shared/documents-contract';

/** A name for the saved file that says nothing of anybody. */
export const fileName = (row: CaseDocumentRow): string =>
  [row.documentId, (row.number ?? row.id.slice(0, 8)).replace(/[^\w.-]/g, '-')].join('-');
