// Owns short names for the columns that tables are made of.
import type { ColumnRule, ProjectedColumn } from './row-operation';

const column =
  (type: ProjectedColumn['type']) =>
  (rule: ColumnRule): ProjectedColumn => ({ type, rule });

export const bigint = column('bigint');
export const integer = column('integer');
export const text = column('text');
export const flag = column('boolean');
export const instant = column('timestamptz');
export const json: ProjectedColumn = { type: 'json', rule: 'json' };
