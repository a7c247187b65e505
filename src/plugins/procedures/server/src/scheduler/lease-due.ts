// Owns the taking of what an outbox has to send: rows that are due, each by one process at a time. A process that dies
// loses its lease when the time is over, and another sends.
import type { Knex } from 'knex';

const BATCH = 50;
/** Longer than any one attempt: while it lasts no other process takes the row. */
const LEASE_MS = 2 * 60 * 1000;

/** `table` keeps `state`, `queued_at` and `next_attempt_at`; the rows come with `columns`. */
export async function leaseDue<Row>(
  knex: Knex,
  table: string,
  now: Date,
  columns: (keyof Row & string)[],
): Promise<Row[]> {
  const due = knex(table)
    .where({ state: 'QUEUED' })
    .where('next_attempt_at', '<=', now)
    .orderBy('queued_at')
    .limit(BATCH)
    .forUpdate()
    .skipLocked()
    .select('id');
  const rows: unknown = await knex(table)
    .whereIn('id', due)
    .update({ next_attempt_at: new Date(now.getTime() + LEASE_MS) })
    .returning(columns);
  return rows as Row[];
}
