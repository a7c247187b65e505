// Owns the one object that the services are given: the connection, the clock, the engine, the record log. It is made
// once at start (runtime/start-platform.ts) and never changes afterwards.
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Pool } from 'pg';
import type { Engine } from '../engine/engine';
import type { LiveHub } from '../live/live-hub';
import type { PackageLibrary } from '../publishing/package-library';
import type { RecordsRuntime } from '../records/start-records';
import type { Outside } from '../service-tasks/outside';
import type { Sendable } from '../storage/rows';
import type { Clock } from '../time/clock';
import type { TrialRoom } from '../trials/trial-room';
import type { Settlements } from './settlements';

export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

export interface Platform {
  strapi: Core.Strapi;
  /** Strapi's own connection: whatever must commit with a document goes through it. */
  knex: Knex;
  /** For heavy reads and the export writer. */
  pool: Pool;
  /** Business time; a test or the case runner may move it. */
  clock: Clock;
  engine: Engine;
  engineId: string;
  records: RecordsRuntime;
  library: PackageLibrary;
  outbox: { sendNow(staged: Sendable): void };
  settlements: Settlements;
  /** Moves cases between versions; told when there is something to do. */
  mover: { wake(): void };
  /** Does the steps that the platform does itself; told when there is something to do. */
  serviceTasks: { wake(): void; runDue(): Promise<number>; stop(): Promise<void> };
  /** What a step may ask of other systems. */
  outside: Outside;
  /** Open pages that follow what changes. */
  live: LiveHub;
  /** Names of a package that has just been published; from now on they may cross to the engine. */
  allowVariables(names: Iterable<string>): void;
  log: Log;
  /** Where drafts are tried; nothing runs there until somebody asks. */
  trials: TrialRoom;
  /** Trial runs: the tenant whose time the clock tells now. What is due of others is not looked at. Undefined: all. */
  onlyTenant?: string | null;
}
