// Owns how a record's fields become cells: Zeebe writes "none" as -1 or an empty text, a table as null.
import type { Cell } from './row-operation';

export const keyCell = (field: unknown): Cell => {
  if (typeof field === 'number') return field > 0 ? String(field) : null;
  // Long keys come as text, and only those: what starts with a digit above 0 is one.
  return typeof field === 'string' && field > '0' && field < ':' ? field : null;
};
export const textCell = (field: unknown): Cell => (typeof field === 'string' && field !== '' ? field : null);
export const numberCell = (field: unknown): Cell => (typeof field === 'number' ? field : null);
export const jsonCell = (field: unknown): Cell =>
  field === undefined || field === null ? null : JSON.stringify(field);
export const instantCell = (field: unknown): Cell =>
  typeof field === 'number' && field > 0 ? new Date(field).toISOString() : null;
