// A records runtime of a test's own, and what a test asks of the tables.
import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { PROJECTED_TABLES } from '../../../src/plugins/procedures/server/src/records/projection/project-record';
import {
  type Reaction,
  type RecordsRuntime,
  startRecords,
} from '../../../src/plugins/procedures/server/src/records/start-records';
import { systemClock } from '../../../src/plugins/procedures/server/src/time/clock';
import type { TestServices } from './services';

export interface TestRuntime extends RecordsRuntime {
  /** What was logged as an error, for people. */
  errors: string[];
  post(bulk: Buffer): Promise<number>;
}

export async function startTestRuntime(
  { pool, knex }: TestServices,
  engineId: string,
  reactions: Reaction[],
  listen = { port: 0, password: 'secret' },
  fenceTimeoutMs = 15_000,
): Promise<TestRuntime> {
  const errors: string[] = [];
  const runtime = await startRecords({
    pool,
    clock: systemClock,
    knexTransaction: (work) => knex.transaction(work),
    reactions,
    engineId,
    listen: { host: '127.0.0.1', username: 'exporter', ...listen },
    log: { info() {}, warn() {}, error: (message) => void errors.push(message) },
    fenceTimeoutMs,
  });
  const authorization = `Basic ${Buffer.from(`exporter:${listen.password}`).toString('base64')}`;
  return {
    ...runtime,
    errors,
    async post(bulk) {
      const response = await fetch(`${runtime.url}/_bulk`, {
        method: 'POST',
        headers: { Authorization: authorization },
        body: bulk.toString(),
      });
      await response.text();
      return response.status;
    },
  };
}

/** Every row of the projection, as one comparable value: the rows themselves where they differ, are in the diff. */
export async function projectionOf(pool: Pool, engineId: string): Promise<Record<string, string[]>> {
  const tables: Record<string, string[]> = {};
  for (const { name } of PROJECTED_TABLES) {
    const { rows } = await pool.query<{ row: string }>(
      `select (to_jsonb(t) - 'engine_id')::text as row from procedures.${name} t where engine_id = $1 order by 1`,
      [engineId],
    );
    tables[name] = rows.map(({ row }) => row);
  }
  return tables;
}

export const digestOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

/** A reaction that leaves a row for each record, and a second one where it is called twice. */
export function tally(name: string, ...valueTypes: string[]): Reaction {
  return {
    name,
    valueTypes,
    async react({ engineId, partitionId, position, valueType, intent }, trx) {
      await trx.raw('insert into tally values (?, ?, ?, ?, ?, ?)', [
        ...[engineId, partitionId, position, name],
        `${valueType}.${intent}`,
        new Date(),
      ]);
    },
  };
}

export async function createTally(pool: Pool): Promise<void> {
  await pool.query(`create table tally (engine_id uuid, partition_id int, position bigint, reaction text, what text,
    at timestamptz, seq bigserial)`);
}

/** In the order in which the effects happened. */
export async function talliesOf(pool: Pool, engineId: string): Promise<{ position: number; what: string }[]> {
  const { rows } = await pool.query<{ position: string; what: string }>(
    'select position, what from tally where engine_id = $1 order by seq',
    [engineId],
  );
  return rows.map(({ position, what }) => ({ position: Number(position), what }));
}
