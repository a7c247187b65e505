// Owns how long raw records are kept: as long as their instance lives, and for a time after its end. Only records that
// every reaction is past go; records of deployments and of decisions asked outside an instance stay.
import type { Pool, PoolClient } from 'pg';
import { poolTransaction } from './pool-transaction';

export interface PrunedRecords {
  instances: number;
  records: number;
  months: string[];
}

const INSTANCES_AT_ONCE = 200;
const KEPT_WITHOUT_INSTANCE = [
  'PROCESS',
  'DECISION',
  'DECISION_REQUIREMENTS',
  'DECISION_EVALUATION',
  'DEPLOYMENT',
  'FORM',
];

export async function pruneRawRecords(pool: Pool, olderThan: Date, now: Date): Promise<PrunedRecords> {
  const pruned: PrunedRecords = { instances: 0, records: 0, months: [] };
  for (;;) {
    const batch = await poolTransaction(pool, (client) => pruneInstances(client, olderThan, now));
    pruned.instances += batch.instances;
    pruned.records += batch.records;
    if (batch.instances < INSTANCES_AT_ONCE) break;
  }
  pruned.records += await poolTransaction(pool, (client) => pruneWithoutInstance(client, olderThan));
  pruned.months = await poolTransaction(pool, (client) => dropEmptyMonths(client, olderThan));
  return pruned;
}

async function pruneInstances(
  client: PoolClient,
  olderThan: Date,
  now: Date,
): Promise<{ instances: number; records: number }> {
  // An instance's key carries its partition in the bits above the 51st.
  const { rows } = await client.query<{ engine_id: string; process_instance_key: string }>(
    `update procedures.process_instances p set raw_pruned_at = $2
      where (p.engine_id, p.process_instance_key) in (
        select i.engine_id, i.process_instance_key from procedures.process_instances i
          join procedures.reaction_cursors c on c.engine_id = i.engine_id
            and c.partition_id = i.process_instance_key >> 51
         where i.raw_pruned_at is null and i.ended_at < $1 and not exists (
           select from procedures.engine_records r
            where r.engine_id = i.engine_id and r.process_instance_key = i.process_instance_key
              and r.value_type = 'JOB' and r.position > c.position)
         limit ${INSTANCES_AT_ONCE})
      returning p.engine_id, p.process_instance_key`,
    [olderThan, now],
  );
  if (rows.length === 0) return { instances: 0, records: 0 };
  const gone = await client.query<{ count: string }>(
    `with gone as (
       delete from procedures.engine_records r
        using unnest($1::uuid[], $2::bigint[]) as p(engine_id, process_instance_key)
        where r.engine_id = p.engine_id and r.process_instance_key = p.process_instance_key
        returning r.engine_id, r.partition_id, r.position
     ), effects as (
       delete from procedures.reaction_effects e using gone g
        where e.engine_id = g.engine_id and e.partition_id = g.partition_id and e.position = g.position
     )
     select count(*) from gone`,
    [rows.map((row) => row.engine_id), rows.map((row) => row.process_instance_key)],
  );
  return { instances: rows.length, records: Number(gone.rows[0].count) };
}

async function pruneWithoutInstance(client: PoolClient, olderThan: Date): Promise<number> {
  const gone = await client.query<{ count: string }>(
    `with gone as (
       delete from procedures.engine_records r using procedures.reaction_cursors c
        where c.engine_id = r.engine_id and c.partition_id = r.partition_id and r.position <= c.position
          and r.process_instance_key is null and r.occurred_at < $1 and r.value_type <> all($2)
        returning r.engine_id, r.partition_id, r.position
     ), effects as (
       delete from procedures.reaction_effects e using gone g
        where e.engine_id = g.engine_id and e.partition_id = g.partition_id and e.position = g.position
     )
     select count(*) from gone`,
    [olderThan, KEPT_WITHOUT_INSTANCE],
  );
  return Number(gone.rows[0].count);
}

async function dropEmptyMonths(client: PoolClient, olderThan: Date): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
      where i.inhparent = 'procedures.engine_records'::regclass and c.relname < $1 order by c.relname`,
    [`engine_records_${olderThan.toISOString().slice(0, 7).replace('-', '_')}`],
  );
  const dropped: string[] = [];
  for (const { name } of rows) {
    const { rowCount } = await client.query(`select from procedures.${name} limit 1`);
    if (rowCount !== 0) continue;
    await client.query(`drop table procedures.${name}`);
    dropped.push(name);
  }
  return dropped;
}
