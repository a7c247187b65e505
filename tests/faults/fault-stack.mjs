/** Owns one stack for faults: database, broker and application in a data folder of their own, each of which may be killed. */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { freePorts } from '../../src/local-services/free-port.mjs';
import { startServices } from '../../src/local-services/services.mjs';
import { openStack } from '../../src/local-services/stack.mjs';
import { startAppProcess } from './app-process.mjs';

const require = createRequire(import.meta.url);

export const VICTIMS = /** @type {const} */ (['app', 'broker', 'database']);

/** @param {{ log: (line: string) => void }} options */
export async function startFaultStack({ log }) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'procedures-faults-'));
  const stack = await openStack(folder, log);
  try {
    const services = await startServices({ dataDir: stack.dataDir, log, stack });
    const [port] = await freePorts(1);
    const app = startAppProcess(stack, services.env, port);
    await app.ready();
    const { Pool } = require('pg');
    const pool = new Pool({ connectionString: services.env.DATABASE_URL, max: 4 });
    // The database is killed on purpose: an idle connection's end is no news here.
    pool.on('error', () => undefined);
    const processes = { app, broker: services.broker, database: services.postgres };
    return {
      app,
      env: services.env,
      pool,
      passwords: readPasswords(path.join(stack.dataDir, 'demo-accounts.txt')),
      /**
       * kill -9; resolves when it is ready again.
       * @param {'app' | 'broker' | 'database'} victim
       * @param {number | null} againAfterMs kills it once more while it is coming back
       */
      async killAndReturn(victim, againAfterMs) {
        await processes[victim].kill9();
        const back = processes[victim].restart();
        back.catch(() => undefined);
        if (againAfterMs !== null) {
          await new Promise((resolve) => setTimeout(resolve, againAfterMs));
          await processes[victim].kill9();
          await processes[victim].ready();
        }
        await back.catch(() => undefined);
      },
      /** What every process is waiting for: all three are up. */
      ready: () => Promise.all(Object.values(processes).map((one) => one.ready())),
      async stop() {
        await pool.end();
        await stack.stop({ remove: true });
      },
    };
  } catch (error) {
    await stack.stop({ remove: true });
    throw error;
  }
}

/** @param {string} file @returns {Record<string, string>} */
function readPasswords(file) {
  const lines = fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.includes('@'));
  return Object.fromEntries(lines.map((line) => line.trim().split('\t').slice(0, 2)));
}
