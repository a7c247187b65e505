// Owns the transaction of a bulk: raw rows, refused rows and projection commit together or not at all.
import type { Pool, PoolClient } from 'pg';
import type { Clock } from '../time/clock';
import { insertRawRecords } from './insert-raw-records';
import type { BulkItem } from './parse-bulk';
import { poolTransaction } from './pool-transaction';
import { applyProjection } from './projection/apply-rows';
import { RecordMonths } from './record-months';
import { refuseRecords } from './refuse-records';
import type { EngineRecord, RecordsLog } from './types';

export interface BulkStore {
  /** Resolves after the commit. */
  store(items: BulkItem[]): Promise<void>;
  /** For whoever drops months. */
  readonly months: RecordMonths;
}

export interface BulkStoreOptions {
  pool: Pool;
  clock: Clock;
  log: RecordsLog;
  /** Called after each commit with the records that are new. */
  committed(records: EngineRecord[]): void;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const NO_SUCH_MONTH = '23514';

export function bulkStore({ pool, clock, log, committed }: BulkStoreOptions): BulkStore {
  const months = new RecordMonths(pool);
  const knownEngines = new Set<string>();

  async function isKnown(client: PoolClient, engineId: string): Promise<boolean> {
    if (knownEngines.has(engineId)) return true;
    if (!UUID.test(engineId)) return false;
    const { rowCount } = await client.query('select from procedures.engines where id = $1', [engineId]);
    if (rowCount === 1) knownEngines.add(engineId);
    return rowCount === 1;
  }

  async function storeOfEngine(
    client: PoolClient,
    engineId: string,
    items: BulkItem[],
    project: boolean,
  ): Promise<EngineRecord[]> {
    if (!(await isKnown(client, engineId))) {
      await refuseRecords(client, 'UNKNOWN_ENGINE', items, clock.now());
      log.error(
        `Expected records of a known engine, but ${items.length} came from "${engineId}": kept as refused records, not merged. Is another broker sending here, or was the engine's id lost?`,
      );
      return [];
    }
    const { inserted, differing } = await insertRawRecords(client, engineId, items);
    if (differing.length > 0) {
      await refuseRecords(client, 'OTHER_CONTENT', differing, clock.now());
      log.error(
        `Expected a record that is sent again to have the same content, but ${differing.length} of engine ${engineId} differ, the first at ${differing[0].record.partitionId}:${differing[0].record.position}: kept as refused records, not merged. Has the broker a new data folder under an old engine id?`,
      );
    }
    const records = inserted.map(({ record }) => record);
    if (project) await applyProjection(client, engineId, records);
    else await markStale(client, engineId, clock.now());
    return records;
  }

  const transaction = (items: BulkItem[], project: boolean): Promise<EngineRecord[]> =>
    poolTransaction(pool, async (client) => {
      const stored: EngineRecord[] = [];
      for (const [engineId, ofEngine] of groupByEngine(items)) {
        stored.push(...(await storeOfEngine(client, engineId, ofEngine, project)));
      }
      return stored;
    });

  async function store(items: BulkItem[]): Promise<void> {
    if (items.length === 0) return;
    await months.ensure(items);
    let stored: EngineRecord[];
    try {
      stored = await transaction(items, true);
    } catch (error) {
      if (sqlState(error) === NO_SUCH_MONTH) months.forget();
      if (!isOfData(error)) throw error;
      // The projection can be rebuilt, the log cannot: one row that a table refuses must not stop the whole export.
      log.error(
        `Expected to project ${items.length} records, but ${(error as Error).message}: they are kept unprojected. Run rebuildProjection after the cause is mended.`,
      );
      stored = await transaction(items, false);
    }
    if (stored.length > 0) committed(stored);
  }

  return { store, months };
}

function groupByEngine(items: BulkItem[]): Map<string, BulkItem[]> {
  const groups = new Map<string, BulkItem[]>();
  for (const item of items) {
    const group = groups.get(item.record.engineId);
    if (group) group.push(item);
    else groups.set(item.record.engineId, [item]);
  }
  return groups;
}

async function markStale(client: PoolClient, engineId: string, now: Date): Promise<void> {
  await client.query(
    'update procedures.engines set projection_stale_since = coalesce(projection_stale_since, $2) where id = $1',
    [engineId, now],
  );
}

const sqlState = (error: unknown): string => String((error as { code?: unknown }).code ?? '');

/** A value that PostgreSQL will refuse again (class 22), or our own projection's mistake. */
const isOfData = (error: unknown): boolean => sqlState(error).startsWith('22') || error instanceof TypeError;
