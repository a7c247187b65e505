// Owns procedures.reaction_cursors and procedures.reaction_effects: how far the effects of a partition have come, and
// which effects exist. The statement runs in the transaction of the effects themselves.
import type { Knex } from 'knex';
import type { EngineRecord, Reaction } from './types';

export interface WantedEffect {
  record: EngineRecord;
  reaction: Reaction;
}

// One statement, because it stands before every effect that a person waits for. The moved row is locked until the
// transaction ends: two processes on one database never react to one partition at the same time, and if an effect
// fails, the move is undone with it.
const TAKE = `
  with moved as (
    update procedures.reaction_cursors set position = ?::bigint
     where engine_id = ?::uuid and partition_id = ?::integer and position < ?::bigint
    returning true
  ), claimed as (
    insert into procedures.reaction_effects (engine_id, partition_id, position, reaction)
    select ?::uuid, ?::integer, e.position, e.reaction from unnest(?::bigint[], ?::text[]) as e(position, reaction)
     where exists (select from moved)
    on conflict do nothing returning position, reaction
  )
  select (select count(*) from moved)::integer as moved,
         (select coalesce(json_agg(c.position::text || ':' || c.reaction), '[]') from claimed c) as claimed`;

const KNOW = `
  insert into procedures.reaction_cursors (engine_id, partition_id, position) values (?, ?, 0) on conflict do nothing
  returning true`;

/**
 * Moves the cursor over `records`, which are of one partition and in order, and claims the effects that are wanted.
 * Returns the keys of those that nobody had before, or null when another process was here first: read again.
 */
export async function takeRecords(
  trx: Knex.Transaction,
  records: EngineRecord[],
  wanted: WantedEffect[],
): Promise<Set<string> | null> {
  const first = records[0];
  const last = records[records.length - 1];
  const cursor = [first.engineId, first.partitionId];
  const effects = [wanted.map(({ record }) => record.position), wanted.map(({ reaction }) => reaction.name)];
  const take = () => trx.raw(TAKE, [last.position, ...cursor, first.position, ...cursor, ...effects]);
  let [row] = ((await take()) as { rows: { moved: number; claimed: string[] }[] }).rows;
  // A partition's cursor is made once in its life.
  if (row.moved === 0 && ((await trx.raw(KNOW, cursor)) as { rows: unknown[] }).rows.length > 0)
    [row] = ((await take()) as { rows: { moved: number; claimed: string[] }[] }).rows;
  return row.moved === 0 ? null : new Set(row.claimed);
}

export const effectKey = ({ record, reaction }: WantedEffect): string => `${record.position}:${reaction.name}`;
