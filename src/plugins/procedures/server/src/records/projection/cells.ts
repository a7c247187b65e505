// Owns how a record's fields become cells: Zeebe writes "none" as -1 or an empty text, a table as null.
import type { Cell } from './row-operation';

export const keyCell = (field: unknown): Cell => {
  const text = typeof field === 'number' ? String(field) : field;
  return typeof text === 'string' && /^[1-9]\d*$/.test(text) ? text : null;
};
export const textCell = (field: unknown): Cell => (typeof field === 'string' && field !== '' ? field : null);
export const numberCell = (field: unknown): Cell => (typeof field === 'number' ? field : null);
export const jsonCell = (field: unknown): Cell =>
  field === undefined || field === null ? null : JSON.stringify(field);
export const instantCell = (field: unknown): Cell =>
  typeof field === 'number' && field > 0 ? new Date(field).toISOString() : null;
