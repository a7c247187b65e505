// Owns the rebuilding of the projection from the raw log. Rows whose raw records were pruned are the truth themselves and
// stay; all others are dropped and come back equal.
import type { Pool, PoolClient } from 'pg';
import { parseRecord } from './parse-record';
import { poolTransaction } from './pool-transaction';
import { applyProjection } from './projection/apply-rows';
import { PROJECTED_TABLES } from './projection/project-record';

export interface RebuiltProjection {
  records: number;
  milliseconds: number;
}

const AT_ONCE = 2_000;

export async function rebuildProjection(pool: Pool): Promise<RebuiltProjection> {
  const started = process.hrtime.bigint();
  const records = await poolTransaction(pool, async (client) => {
    // Bulks wait (and their senders with them) until the new rows are in; readers see the old rows until then.
    await client.query('lock table procedures.engine_records in share mode');
    await dropRows(client);
    const { rows } = await client.query<{ id: string }>('select id from procedures.engines order by id');
    let replayed = 0;
    for (const { id } of rows) replayed += await replay(client, id);
    await client.query('update procedures.engines set projection_stale_since = null');
    return replayed;
  });
  return { records, milliseconds: Number((process.hrtime.bigint() - started) / 1_000_000n) };
}

async function dropRows(client: PoolClient): Promise<void> {
  const { rowCount } = await client.query(
    'select from procedures.process_instances where raw_pruned_at is not null limit 1',
  );
  if (rowCount === 0) {
    await client.query(`truncate ${PROJECTED_TABLES.map(({ name }) => `procedures.${name}`).join(', ')}`);
    return;
  }
  // The instances come last: they tell which rows of the others have no raw records any more.
  const others = PROJECTED_TABLES.filter(({ name }) => name !== 'process_instances');
  for (const { name, columns } of others) {
    const pruned = columns.process_instance_key
      ? `where not exists (select from procedures.process_instances p where p.engine_id = t.engine_id
           and p.process_instance_key = t.process_instance_key and p.raw_pruned_at is not null)`
      : '';
    await client.query(`delete from procedures.${name} t ${pruned}`);
  }
  await client.query('delete from procedures.process_instances where raw_pruned_at is null');
}

async function replay(client: PoolClient, engineId: string): Promise<number> {
  let records = 0;
  let after: [number, string] = [0, '0'];
  for (;;) {
    const { rows } = await client.query<{ partition_id: number; position: string; body: string }>({
      name: 'rebuild.read',
      text: `select partition_id, position, body::text as body from procedures.engine_records
              where engine_id = $1 and (partition_id, position) > ($2, $3)
              order by partition_id, position limit ${AT_ONCE}`,
      values: [engineId, ...after],
    });
    if (rows.length === 0) return records;
    await applyProjection(
      client,
      engineId,
      rows.map(({ body }) => parseRecord(body, engineId)),
    );
    records += rows.length;
    const last = rows[rows.length - 1];
    after = [last.partition_id, last.position];
  }
}
