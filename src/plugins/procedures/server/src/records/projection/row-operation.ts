// Owns how rows of the projection are described and merged. Merging is commutative and associative, and each record is
// merged once; therefore the rows come out equal in whatever order the records arrive.

export type Cell = string | number | boolean | null;

/**
 * How two values of a column become one:
 * key     names the row
 * latest  the one of the later position
 * fixed   never changes; whichever is known
 * first   the earlier one (ISO instants)
 * last    the later one (ISO instants)
 * json    as latest, kept as JSON
 */
export type ColumnRule = 'key' | 'latest' | 'fixed' | 'first' | 'last' | 'json';

export interface ProjectedColumn {
  type: 'bigint' | 'integer' | 'text' | 'boolean' | 'timestamptz' | 'json';
  rule: ColumnRule;
}

export interface ProjectedTable {
  name: string;
  /** Besides engine_id and updated_position, which every table has. */
  columns: Readonly<Record<string, ProjectedColumn>>;
}

export interface RowOperation {
  table: ProjectedTable;
  position: number;
  /** JSON columns hold JSON text. A column that is left out is unknown to this record. */
  cells: Readonly<Record<string, Cell | undefined>>;
}

/** Both operations are for the same row. */
export function mergeRows(a: RowOperation, b: RowOperation): RowOperation {
  const [older, newer] = a.position <= b.position ? [a, b] : [b, a];
  const cells: Record<string, Cell | undefined> = {};
  for (const [name, { rule }] of Object.entries(a.table.columns)) {
    cells[name] = mergeCells(rule, older.cells[name] ?? null, newer.cells[name] ?? null);
  }
  return { table: a.table, position: newer.position, cells };
}

function mergeCells(rule: ColumnRule, older: Cell, newer: Cell): Cell {
  if (rule === 'latest' || rule === 'json') return newer;
  if (older === null || newer === null) return older ?? newer;
  if (rule === 'first') return older < newer ? older : newer;
  if (rule === 'last') return older > newer ? older : newer;
  return older;
}
