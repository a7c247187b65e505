// Owns that every record has its effects once, in order. For each partition one loop reads the records past the cursor
// and runs their reactions and the cursor's move in one transaction. A reaction that throws is tried again, for ever,
// with growing pauses: skipping it would lose work without a trace.
import type { Pool } from 'pg';
import { NotYetKnown } from './not-yet-known';
import { effectKey, takeRecords } from './reaction-cursor';
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
/** The other exporter is a second behind; a record that is still missing after this long is a fault. */
const QUIET_WAIT_MS = 10_000;
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
  #failures = 0;
  #waitingSince: number | null = null;
  #saidAt = 0;

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
    while (this.#wanted && !this.#stopped) {
      this.#wanted = false;
      try {
        const isTried = this.#failures > 0 || this.#waitingSince !== null;
        if (await this.#step(isTried ? 1 : MOST_AT_ONCE)) this.#wanted = true;
        this.#failures = 0;
        this.#waitingSince = null;
      } catch (error) {
        this.#wanted = true;
        await this.#pause((error as Error).cause instanceof NotYetKnown ? this.#wait(error) : this.#fail(error));
      }
    }
  }

  /** Says what failed; returns the pause before it is tried again. */
  #fail(error: unknown): number {
    this.#failures += 1;
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** (this.#failures - 1), LONGEST_PAUSE_MS);
    this.#options.log.error(`${(error as Error).message}; trying again in ${pause} ms (attempt ${this.#failures})`);
    return pause;
  }

  /** Says nothing of a wait until it has lasted; the pauses do not grow, so that the record is used when it comes. */
  #wait(error: unknown): number {
    const now = performance.now();
    this.#waitingSince ??= now;
    if (now - Math.max(this.#waitingSince, this.#saidAt) > QUIET_WAIT_MS) {
      this.#saidAt = now;
      const seconds = Math.round((now - this.#waitingSince) / 1000);
      this.#options.log.error(`${(error as Error).message}; waiting for it for ${seconds} s`);
    }
    return FIRST_PAUSE_MS;
  }

  /** True when there may be more to do at once. */
  async #step(limit: number): Promise<boolean> {
    const { pool, knexTransaction, engineId, reactions, moved } = this.#options;
    const records = await nextRecords(pool, { engineId, partitionId: this.#partitionId, limit });
    if (records.length === 0) return false;
    const last = records[records.length - 1];
    const ran = await knexTransaction(async (trx) => {
      const wanted = records.flatMap((record) =>
        reactions
          .filter(({ valueTypes }) => valueTypes.includes(record.valueType))
          .map((reaction) => ({ record, reaction })),
      );
      const claimed = await takeRecords(trx, records, wanted);
      if (!claimed) return false;
      for (const effect of wanted) {
        if (!claimed.has(effectKey(effect))) continue;
        const { record, reaction } = effect;
        try {
          await reaction.react(record, trx);
        } catch (error) {
          throw new Error(describeFailure(record, reaction, error), { cause: error });
        }
      }
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
