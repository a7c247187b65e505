// Owns the putting together of receiver, store, reactions and progress into one runtime.
import type { Pool } from 'pg';
import type { Clock } from '../time/clock';
import { type FencedEngine, fence } from './fence';
import { type FullyFencedEngine, fenceAll } from './fence-all';
import { markerCheck } from './marker-check';
import { type PartitionProgress, Progress } from './progress';
import { type PrunedRecords, pruneRawRecords } from './prune-raw-records';
import { ReactionRunner } from './reaction-runner';
import { refuseOtherValueTypes } from './reaction-types';
import { type RebuiltProjection, rebuildProjection } from './rebuild-projection';
import { startReceiver } from './receiver';
import { resumeProgress } from './resume-progress';
import { bulkStore } from './store-bulk';
import type { KnexTransaction, Reaction, RecordsLog } from './types';

export type { EngineRecord, KnexTransaction, Reaction, RecordsLog } from './types';

export interface StartRecordsOptions {
  /** For the writer and for reads of the log; effects go through `knexTransaction`. */
  pool: Pool;
  clock: Clock;
  knexTransaction: KnexTransaction;
  reactions: Reaction[];
  engineId: string;
  listen: { host: string; port: number; username: string; password: string };
  log: RecordsLog;
  /** How long a fence waits; default 10 s. */
  fenceTimeoutMs?: number;
}

export interface RecordsRuntime {
  /** What the exporters are given: no path may follow. */
  url: string;
  address: { host: string; port: number };
  /** Looks for records to react to now, rather than at the next commit. */
  wake(): void;
  lag(): Promise<PartitionProgress[]>;
  /** Resolves when every reaction up to `position` has happened; false after the time. */
  waitForPosition(partitionId: number, position: string, timeoutMs: number): Promise<boolean>;
  /** Resolves when all that the engine did before the call has come in and had its effects; else FENCE_TIMED_OUT. */
  fence(engine: FencedEngine): Promise<void>;
  /** The same for every kind of record; it takes a second longer. */
  fenceAll(engine: FullyFencedEngine): Promise<void>;
  /** Resolves when a marker record has come back; else RECORDS_DO_NOT_ARRIVE, and no work may be started. */
  attachMarkerCheck(engine: FencedEngine, timeoutMs?: number): Promise<void>;
  rebuildProjection(): Promise<RebuiltProjection>;
  pruneRawRecords(olderThan: Date): Promise<PrunedRecords>;
  stop(): Promise<void>;
}

export async function startRecords(options: StartRecordsOptions): Promise<RecordsRuntime> {
  const { pool, clock, engineId, log, knexTransaction, reactions, listen } = options;
  refuseOtherValueTypes(reactions);
  await pool.query('insert into procedures.engines (id, registered_at) values ($1, $2) on conflict do nothing', [
    engineId,
    clock.now(),
  ]);
  const progress = new Progress(engineId);
  const runner = new ReactionRunner({
    pool,
    knexTransaction,
    engineId,
    reactions,
    log,
    moved: (partitionId, position) => progress.cursorMoved(partitionId, position),
  });
  const bulks = bulkStore({
    pool,
    clock,
    log,
    committed: (records) => runner.wake(progress.recordsCommitted(records)),
  });
  const receiver = await startReceiver({ ...listen, store: bulks.store, log });
  // Records may have come in before the last stop without having had their effects.
  runner.wake(await resumeProgress(pool, engineId, progress));

  return {
    url: receiver.url,
    address: receiver.address,
    wake: () => runner.wake(),
    lag: async () => progress.partitions(),
    waitForPosition: (partitionId, position, timeoutMs) =>
      progress.waitForCursor(partitionId, position, AbortSignal.timeout(timeoutMs)),
    fence: (engine) => fence(engine, progress, options.fenceTimeoutMs ?? 10_000),
    fenceAll: (engine) => fenceAll(engine, progress, options.fenceTimeoutMs ?? 10_000),
    attachMarkerCheck: (engine, timeoutMs = 60_000) =>
      markerCheck(engine, progress, { pool, engineId, url: receiver.url, timeoutMs }),
    rebuildProjection: () => rebuildProjection(pool),
    async pruneRawRecords(olderThan) {
      const pruned = await pruneRawRecords(pool, olderThan, clock.now());
      bulks.months.forget();
      return pruned;
    },
    async stop() {
      await receiver.close();
      await runner.stop();
    },
  };
}
