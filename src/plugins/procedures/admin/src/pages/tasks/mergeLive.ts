/**
 * What a list shows while somebody points at it: rows are brought up to date where they stand, those that have left stay
 * until the reader looks away, and new ones are only counted. Nothing moves under the pointer.
 */
interface Row {
  id: string;
}

export interface Merged<T extends Row> {
  rows: T[];
  /** rows that are no longer in the list */
  gone: ReadonlySet<string>;
  /** how many the list has that are not shown */
  waiting: number;
}

export function mergeLive<T extends Row>(shown: readonly T[], fresh: readonly T[]): Merged<T> {
  const now = new Map(fresh.map((row) => [row.id, row]));
  const known = new Set(shown.map(({ id }) => id));
  return {
    rows: shown.map((row) => now.get(row.id) ?? row),
    gone: new Set(shown.filter(({ id }) => !now.has(id)).map(({ id }) => id)),
    waiting: fresh.filter(({ id }) => !known.has(id)).length,
  };
}
