// Owns that every record has its effects once, in order. For each partition one loop reads the records past the cursor
// and runs their reactions and the cursor's move in one transaction. A reaction that throws is tried again, for ever,
// with growing pauses: skipping it would lose work without a trace.
import type { Pool } from 'pg';
import { claimEffects, effectKey, lockCursor, moveCursor } from './reaction-cursor';
import { nextRecords } from './reaction-records';
import type { EngineRecord, KnexTransaction, Reaction, RecordsLog } from './types';

export interface ReactionRunnerOptions {
  pool: Pool;
  knexTransaction: KnexTransaction;
  engineId: string;
  reactions: readonly Reaction[];
  log: RecordsLog;
  /** Called after a commit. */
  moved(partitionId: number, position: string): void;
}

// Many records in one transaction save the commits of a backlog; after a failure they are tried one by one, so that the
// one that fails takes no other with it.
const MOST_AT_ONCE = 50;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 30_000;
/** Another process may have written; what this one writes wakes the loop at once. */
const LOOK_AGAIN_MS = 5_000;

export class ReactionRunner {
  readonly #options: ReactionRunnerOptions;
  readonly #partitions = new Map<number, PartitionLoop>();
  readonly #timer: NodeJS.Timeout;

  constructor(options: ReactionRunnerOptions) {
    this.#options = options;
    this.#timer = setInterval(() => this.wake(), LOOK_AGAIN_MS);
    this.#timer.unref();
  }

  /** Reads on in these partitions, or in all that are known. */
  wake(partitionIds: Iterable<number> = this.#partitions.keys()): void {
    for (const partitionId of [...partitionIds]) {
      let loop = this.#partitions.get(partitionId);
      if (!loop) {
        loop = new PartitionLoop(partitionId, this.#options);
        this.#partitions.set(partitionId, loop);
      }
      loop.wake();
    }
  }

  /** Resolves when no reaction is running any more. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await Promise.all([...this.#partitions.values()].map((loop) => loop.stop()));
  }
}

class PartitionLoop {
  readonly #partitionId: number;
  readonly #options: ReactionRunnerOptions;
  #running: Promise<void> | undefined;
  #wanted = false;
  #stopped = false;
  #endPause: (() => void) | undefined;

  constructor(partitionId: number, options: ReactionRunnerOptions) {
    this.#partitionId = partitionId;
    this.#options = options;
  }

  wake(): void {
    this.#wanted = true;
    if (this.#running || this.#stopped) return;
    this.#running = this.#run().finally(() => {
      this.#running = undefined;
      if (this.#wanted) this.wake();
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#endPause?.();
    await this.#running;
  }

  async #run(): Promise<void> {
    let failures = 0;
    while (this.#wanted && !this.#stopped) {
      this.#wanted = false;
      try {
        const more = await this.#step(failures === 0 ? MOST_AT_ONCE : 1);
        if (more) this.#wanted = true;
        failures = 0;
      } catch (error) {
        failures += 1;
        this.#wanted = true;
        const pause = Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS);
        this.#options.log.error(`${(error as Error).message}; trying again in ${pause} ms (attempt ${failures})`);
        await this.#pause(pause);
      }
    }
  }

  /** True when there may be more to do at once. */
  async #step(limit: number): Promise<boolean> {
    const { pool, knexTransaction, engineId, reactions, moved } = this.#options;
    const records = await nextRecords(pool, { engineId, partitionId: this.#partitionId, limit });
    if (records.length === 0) return false;
    const last = records[records.length - 1];
    const ran = await knexTransaction(async (trx) => {
      const cursor = await lockCursor(trx, engineId, this.#partitionId);
      // Another process was here between the reading and the lock: read again.
      if (BigInt(cursor) >= BigInt(records[0].position)) return false;
      const wanted = records.flatMap((record) =>
        reactions
          .filter(({ valueTypes }) => valueTypes.includes(record.valueType))
          .map((reaction) => ({ record, reaction })),
      );
      const claimed = await claimEffects(trx, wanted);
      for (const { record, reaction } of wanted) {
        if (!claimed.has(effectKey(record.position, reaction.name))) continue;
        try {
          await reaction.react(record, trx);
        } catch (error) {
          throw new Error(describeFailure(record, reaction, error), { cause: error });
        }
      }
      await moveCursor(trx, last);
      return true;
    });
    if (ran) moved(this.#partitionId, last.position);
    return !ran || records.length === limit;
  }

  #pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

function describeFailure(record: EngineRecord, reaction: Reaction, error: unknown): string {
  const what = `${record.valueType}.${record.intent} at ${record.partitionId}:${record.position}`;
  return `Expected reaction "${reaction.name}" to handle ${what}, but ${error instanceof Error ? error.message : String(error)}`;
}
