// What sending and settling need.
import type { Knex } from 'knex';
import type { Engine } from '../engine/engine';
import type { RecordsRuntime } from '../records/start-records';
import type { Log } from '../runtime/platform';

export interface OutboxOptions {
  knex: Knex;
  engine: Engine;
  records: Pick<RecordsRuntime, 'fence'>;
  log: Log;
  /** Tells who waits that the action is settled. */
  settled(actionId: string): void;
  /** True as soon as a record has settled the action; false after `timeoutMs` milliseconds without one. */
  whenSettled(actionId: string, timeoutMs: number): Promise<boolean>;
}
