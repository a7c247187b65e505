// records/ alone takes in the engine's record log and turns it into tables and effects.
//
//   receiver.ts         the listener that the engine's exporters post to
//   parse-bulk.ts       bytes -> records, each with its identity and a hash of its content
//   same-content.ts     when a record that is sent again is the same
//   store-bulk.ts       one transaction a bulk: raw rows, refused rows, projection
//   projection/         record -> rows, pure; one file a value type
//   reaction-runner.ts  records -> effects, each once, in order
//   fence.ts            "everything that the engine has done up to now is in"
//   start-records.ts    puts them together
//
// Raw rows and projection are written by the receiver in any order; effects follow a cursor. Nothing here knows what a
// task, a case or a clock is.
import type { Knex } from 'knex';

/** One record of the engine's log. int64 are text; -1 in a key means none. */
export interface EngineRecord {
  engineId: string;
  partitionId: number;
  position: string;
  key: string;
  valueType: string;
  intent: string;
  recordType: string;
  /** ISO instant, the engine's clock. */
  timestamp: string;
  value: Record<string, unknown>;
}

/** What happens because of a record. Called once for a record, inside the transaction that also moves the cursor. */
export interface Reaction {
  /** Stable: with the record's identity it is the key under which the effect is known to have happened. */
  name: string;
  valueTypes: string[];
  react(record: EngineRecord, trx: Knex.Transaction): Promise<void>;
}

export interface RecordsLog {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

export type KnexTransaction = <T>(work: (trx: Knex.Transaction) => Promise<T>) => Promise<T>;
