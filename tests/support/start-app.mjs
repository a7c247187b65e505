/**
 * Owns a whole stack for tests, in one process: PostgreSQL and Zeebe in a data folder of their own, and the application
 * on a free port. Business time may be a clock that is moved by hand; sign-in sessions stay on real time.
 */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { startServices } from '../../src/local-services/services.mjs';

const root = path.resolve(import.meta.dirname, '..', '..');
const require = createRequire(path.join(root, 'package.json'));
const server = path.join(root, 'dist/src/plugins/procedures/server/src');

/**
 * @param {{ startAt?: Date, adminPanel?: boolean, log?: (line: string) => void }} [options] `startAt`: business time stands
 *   still there until it is moved
 */
export async function startApp(options = {}) {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'procedures-'));
  fs.chmodSync(dataDir, 0o711);
  const services = await startServices({ dataDir, log: options.log ?? (() => undefined) });
  Object.assign(process.env, services.env, {
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: '0',
    PROCEDURES_DATA_DIR: dataDir,
    PROCEDURES_TEST_NO_RATE_LIMIT: 'true',
    STRAPI_TELEMETRY_DISABLED: 'true',
    PROCEDURES_LOG_LEVEL: process.env.PROCEDURES_LOG_LEVEL ?? 'error',
  });
  const { ManualClock } = require(path.join(server, 'time/clock.js'));
  const clock = options.startAt ? new ManualClock(options.startAt) : null;
  if (clock) require(path.join(server, 'runtime/start-platform.js')).useClock(clock);
  const { createStrapi } = require('@strapi/strapi');
  const strapi = await createStrapi({
    appDir: root,
    distDir: path.join(root, 'dist'),
    serveAdminPanel: options.adminPanel ?? false,
    autoReload: false,
  }).load();
  await new Promise((resolve) => strapi.server.listen(0, '127.0.0.1', resolve));
  const { getPlatform } = require(path.join(server, 'runtime/registry.js'));
  const platform = getPlatform();
  return {
    baseUrl: `http://127.0.0.1:${strapi.server.httpServer.address().port}`,
    dataDir,
    services,
    strapi,
    platform,
    clock,
    passwords: readPasswords(path.join(dataDir, 'demo-accounts.txt')),
    /** Everything that the engine did up to now has had its effects: a marker has come back, and once more behind it. */
    async settle() {
      await platform.records.fence(platform.engine);
      await platform.records.fence(platform.engine);
    },
    /** Records what has become due by the (manual) clock. */
    tick: () => require(path.join(server, 'scheduler/looks.js')).lookAtWhatIsDue(platform),
    async stop() {
      await strapi.destroy();
      await services.stop();
      fs.rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** @param {string} file @returns {Record<string, string>} */
function readPasswords(file) {
  const lines = fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.includes('@'));
  return Object.fromEntries(lines.map((line) => line.trim().split('\t').slice(0, 2)));
}
