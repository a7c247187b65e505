// Owns the announcing of a change to open pages. It is part of the transaction: nobody hears of what was rolled back.
// Tasks announce themselves, by a trigger (database/migrations/0005_task_list.sql).
import type { Knex } from 'knex';
import { LIVE_CHANNEL, type LiveChange } from './live-change';

/** PostgreSQL takes 8,000 bytes a notification; 100 uuids are half of that. */
const IDS_PER_NOTIFICATION = 100;

export async function announce(trx: Knex, change: LiveChange): Promise<void> {
  for (let from = 0; from < change.ids.length; from += IDS_PER_NOTIFICATION) {
    const part = { ...change, ids: change.ids.slice(from, from + IDS_PER_NOTIFICATION) };
    await trx.raw('select pg_notify(?, ?)', [LIVE_CHANNEL, JSON.stringify(part)]);
  }
}
