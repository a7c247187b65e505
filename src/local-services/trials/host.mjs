/**
 * One trial host, as a process of its own with a channel to its parent: a PostgreSQL, a Zeebe broker with a clock that can
 * be moved and the application's own runtime, all over a throw-away folder. Nothing in it is real: another database,
 * another engine id, no port that anybody could reach, no mail server, no webhook. It ends with its parent.
 */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { checkoutDir } from '../checkout.mjs';
import { allOrFirstError } from '../promises.mjs';
import { startServices } from '../services.mjs';

const require = createRequire(import.meta.url);
const server = path.join(checkoutDir, 'dist/src/plugins/procedures/server/src');
/** What would lead out of the house or into the operator's own services. */
const REAL = /^(SMTP_|MAIL_|DATABASE_|ZEEBE_|PROCEDURES_|PUBLIC_URL$|HOST$|PORT$)/;

process.chdir(checkoutDir);
const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'procedures-trial-'));
// The database's own user must be able to pass through.
fs.chmodSync(dataDir, 0o711);
/** @type {import('../services.mjs').Services | null} */
let services = null;
/** @type {{ destroy(): Promise<void> } | null} */
let strapi = null;
let stopping = false;

/** @param {number} code */
async function stop(code) {
  if (stopping) return;
  stopping = true;
  try {
    await strapi?.destroy();
  } finally {
    await services?.stop({ remove: true }).catch(() => undefined);
    fs.rmSync(dataDir, { recursive: true, force: true });
    process.exit(code);
  }
}
process.on('disconnect', () => void stop(0));
process.on('SIGTERM', () => void stop(0));
process.on('SIGINT', () => void stop(0));

async function start() {
  for (const name of Object.keys(process.env)) if (REAL.test(name)) delete process.env[name];
  services = await startServices({
    dataDir,
    controlledClock: true,
    // The application comes up beside the broker, and waits for what it needs.
    waitForBroker: false,
    log: (line) => void process.stderr.write(`${line}\n`),
    // The path is to be known record by record, not a second later.
    env: { ZEEBE_BROKER_EXPORTERS_FULL_ARGS_BULK_SIZE: '1' },
  });
  Object.assign(process.env, services.env, {
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: '0',
    PROCEDURES_DEMO: 'off',
    PROCEDURES_LOG_LEVEL: 'error',
    STRAPI_TELEMETRY_DISABLED: 'true',
  });
  const { TrialClock } = require(path.join(server, 'trials/host/trial-clock.js'));
  const { useClock: goBy } = require(path.join(server, 'runtime/start-platform.js'));
  const { serveTrials } = require(path.join(server, 'trials/host/serve-trials.js'));
  const clock = new TrialClock();
  goBy(clock);
  const { createStrapi } = require('@strapi/strapi');
  // Loaded, never listening: nobody but the parent speaks to it.
  const app = createStrapi({
    appDir: checkoutDir,
    distDir: `${checkoutDir}/dist`,
    autoReload: false,
    serveAdminPanel: false,
  });
  const [loaded] = await allOrFirstError([app.load(), services.broker?.ready()]);
  strapi = loaded;
  serveTrials({ clock, brokerClockUrl: `${process.env.ZEEBE_MANAGEMENT_URL}/actuator/clock`, channel: process });
  if (process.connected)
    process.send?.({ ready: true, pids: { broker: services.broker?.pid(), postgres: services.postgres?.pid() } });
}

start().catch((error) => {
  if (process.connected) process.send?.({ failed: true, vi: error.vi ?? error.message, en: error.en ?? error.message });
  void stop(1);
});
