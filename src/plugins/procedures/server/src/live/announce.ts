// Owns the announcing of a change to open pages. It is part of the transaction: nobody hears of what was rolled back.
// Tasks and cases announce themselves, by triggers (database/migrations/0005_task_list.sql, 0039_case_changes.sql).
import type { Knex } from 'knex';
import { LIVE_CHANNEL, type LiveChange } from './live-change';

/** PostgreSQL takes 8,000 bytes a notification: 80 ids and 80 people are three quarters of that. */
const A_NOTIFICATION = 80;

export async function announce(trx: Knex, change: LiveChange): Promise<void> {
  for (const ids of parts(change.ids)) {
    for (const people of parts(change.people ?? [])) {
      await trx.raw('select pg_notify(?, ?)', [LIVE_CHANNEL, JSON.stringify({ ...change, ids, people })]);
    }
  }
}

/** At least one, which may be empty. */
function parts(all: readonly string[]): (readonly string[])[] {
  const count = Math.max(1, Math.ceil(all.length / A_NOTIFICATION));
  return Array.from({ length: count }, (_, at) => all.slice(at * A_NOTIFICATION, (at + 1) * A_NOTIFICATION));
}
