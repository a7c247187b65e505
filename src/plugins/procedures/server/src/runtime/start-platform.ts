// Owns start and stop of the platform inside one Strapi process: connections first, then what consumes, then what acts.
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { Pool } from 'pg';
import { connectEngine } from '../engine/connect-engine';
import { audiences } from '../live/audiences';
import { listen } from '../live/listen';
import { LiveHub } from '../live/live-hub';
import { closeStreams } from '../live/open-stream';
import { Mover } from '../moving/mover';
import { Sender } from '../outbox/sender';
import { closeBrowser } from '../pdf/chromium';
import { PackageLibrary } from '../publishing/package-library';
import { jobReaction } from '../reactions/job-reaction';
import { moveReaction } from '../reactions/move-reaction';
import { serviceJobReaction } from '../reactions/service-job-reaction';
import { startReaction } from '../reactions/start-reaction';
import { subscriptionReaction } from '../reactions/subscription-reaction';
import { startRecords } from '../records/start-records';
import { deliveryLooks, dueLooks, housekeepingLooks } from '../scheduler/looks';
import { Scheduler } from '../scheduler/scheduler';
import { outside } from '../service-tasks/call-outside';
import { ServiceWorker } from '../service-tasks/service-worker';
import { inTransaction } from '../storage/in-transaction';
import { surviveLostConnections } from '../storage/lost-connections';
import { type Clock, systemClock } from '../time/clock';
import { trialLimits } from '../trials/trial-limits';
import { TrialRoom } from '../trials/trial-room';
import { allowedVariables } from './allowed-variables';
import type { Platform } from './platform';
import { setPlatform } from './registry';
import { settings } from './settings';
import { Settlements } from './settlements';

interface Running {
  platform: Platform;
  stop(): Promise<void>;
}
let running: Running | null = null;
let chosenClock: Clock = systemClock;

/** For the case runner, trial runs and tests: business time comes from `clock`. Call it before Strapi loads. */
export function useClock(clock: Clock): void {
  chosenClock = clock;
}

export async function startPlatform(strapi: Core.Strapi): Promise<Platform> {
  const options = settings(process.env);
  const endSurviving = surviveLostConnections(strapi);
  const knex = strapi.db.connection as unknown as Knex;
  const pool = new Pool({ connectionString: options.databaseUrl, max: 8 });
  const log = {
    info: (message: string) => strapi.log.info(message),
    warn: (message: string) => strapi.log.warn(message),
    error: (message: string) => strapi.log.error(message),
  };
  pool.on('error', (error) => log.warn(`database connection lost: ${error.message}; it is opened again when needed`));
  const allowed = await allowedVariables(knex);
  const engine = connectEngine({ address: options.engineAddress, isAllowed: (name) => allowed.has(name) });
  // Reactions are given the platform by reference: it is complete before the first record can come.
  const platform = {
    strapi,
    knex,
    pool,
    clock: chosenClock,
    engine,
    engineId: options.engineId,
    log,
  } as unknown as Platform;
  platform.library = new PackageLibrary(knex);
  platform.settlements = new Settlements();
  platform.trials = new TrialRoom(trialLimits(process.env), log);
  platform.live = new LiveHub(audiences(knex), (error) => log.warn(`live pages: ${error.message}`));
  platform.outside = outside;
  const serviceTasks = new ServiceWorker(platform);
  platform.serviceTasks = serviceTasks;
  const endListening = await listen(options.databaseUrl, platform.live, log);
  platform.allowVariables = (names) => {
    for (const name of names) allowed.add(name);
  };
  platform.records = await startRecords({
    pool,
    clock: systemClock,
    knexTransaction: (work) => inTransaction(strapi, work),
    reactions: [
      startReaction(platform),
      moveReaction(platform),
      subscriptionReaction(platform),
      jobReaction(platform),
      serviceJobReaction(platform),
    ],
    engineId: options.engineId,
    listen: { host: '127.0.0.1', port: options.recordsPort, username: 'exporter', password: options.recordsPassword },
    log,
  });
  // Without a way back for records, tasks would never show: no work is started.
  await platform.records.attachMarkerCheck(engine);
  const sender = new Sender({
    knex,
    engine,
    records: platform.records,
    log,
    settled: (actionId) => platform.settlements.settle(actionId),
    whenSettled: (actionId, timeoutMs) => platform.settlements.whenSettled(actionId, timeoutMs),
  });
  platform.outbox = {
    sendNow(staged) {
      platform.settlements.expect(staged.id);
      sender.sendNow(staged);
    },
  };
  const schedulers = [
    new Scheduler(platform, [...dueLooks, ...housekeepingLooks]),
    new Scheduler(platform, deliveryLooks),
  ];
  const mover = new Mover(platform);
  platform.mover = mover;
  sender.start();
  mover.start();
  serviceTasks.start();
  // A clock that stands still is moved by hand, and looked at by hand.
  if (chosenClock === systemClock) for (const scheduler of schedulers) scheduler.start();
  setPlatform(platform);
  running = {
    platform,
    async stop() {
      setPlatform(null);
      closeStreams();
      await platform.trials.stop();
      platform.live.stop();
      await endListening();
      await Promise.all(schedulers.map((scheduler) => scheduler.stop()));
      await closeBrowser();
      await mover.stop();
      await serviceTasks.stop();
      await sender.stop();
      await platform.records.stop();
      await engine.close();
      await pool.end();
      endSurviving();
    },
  };
  return platform;
}

export async function stopPlatform(): Promise<void> {
  const stopping = running;
  running = null;
  await stopping?.stop();
}
