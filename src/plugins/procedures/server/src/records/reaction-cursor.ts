// Owns procedures.reaction_cursors and procedures.reaction_effects: how far the effects of a partition have come, and
// which effects exist. Every statement runs in the transaction of the effects themselves.
import type { Knex } from 'knex';
import type { EngineRecord, Reaction } from './types';

/** Locks the cursor: two processes on one database never react to one partition at the same time. */
export async function lockCursor(trx: Knex.Transaction, engineId: string, partitionId: number): Promise<string> {
  await trx.raw(
    'insert into procedures.reaction_cursors (engine_id, partition_id, position) values (?, ?, 0) on conflict do nothing',
    [engineId, partitionId],
  );
  const result = await trx.raw(
    'select position from procedures.reaction_cursors where engine_id = ? and partition_id = ? for update',
    [engineId, partitionId],
  );
  return String((result as { rows: { position: string }[] }).rows[0].position);
}

export async function moveCursor(trx: Knex.Transaction, record: EngineRecord): Promise<void> {
  await trx.raw('update procedures.reaction_cursors set position = ? where engine_id = ? and partition_id = ?', [
    record.position,
    record.engineId,
    record.partitionId,
  ]);
}

/** The keys, `position:reaction`, of the effects that nobody had before. */
export async function claimEffects(
  trx: Knex.Transaction,
  wanted: { record: EngineRecord; reaction: Reaction }[],
): Promise<Set<string>> {
  if (wanted.length === 0) return new Set();
  const { engineId, partitionId } = wanted[0].record;
  const result = await trx.raw(
    `insert into procedures.reaction_effects (engine_id, partition_id, position, reaction)
     select ?::uuid, ?::integer, e.position, e.reaction from unnest(?::bigint[], ?::text[]) as e(position, reaction)
     on conflict do nothing returning position, reaction`,
    [engineId, partitionId, wanted.map(({ record }) => record.position), wanted.map(({ reaction }) => reaction.name)],
  );
  const { rows } = result as { rows: { position: string; reaction: string }[] };
  return new Set(rows.map((row) => effectKey(row.position, row.reaction)));
}

export const effectKey = (position: string, reaction: string): string => `${position}:${reaction}`;
