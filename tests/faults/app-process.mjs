/**
 * Owns the application as a process that can be killed: supervised like in `npm start`, its log in the data folder. A
 * death that nobody asked for is counted: a lost database connection must not end it.
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const script = path.join(import.meta.dirname, 'serve-app.mjs');

/**
 * @param {import('../../src/local-services/stack.mjs').Stack} stack
 * @param {Record<string, string>} env of the services
 * @param {number} port
 */
export function startAppProcess(stack, env, port) {
  const { dataDir } = stack;
  const baseUrl = `http://127.0.0.1:${port}`;
  const logFile = path.join(dataDir, 'app.log');
  let launches = 0;
  let kills = 0;
  const supervised = stack.launch({
    name: 'app',
    title: 'The application',
    dataDir,
    readyWithinMs: 180_000,
    stopSignal: 'SIGTERM',
    stopWithinMs: 20_000,
    async spawn() {
      launches += 1;
      const output = fs.openSync(logFile, 'a', 0o600);
      const child = spawn(process.execPath, [script], {
        detached: true,
        stdio: ['ignore', output, output, 'ipc'],
        env: {
          PATH: process.env.PATH,
          HOME: process.env.HOME,
          TZ: process.env.TZ,
          ...env,
          NODE_ENV: 'production',
          HOST: '127.0.0.1',
          PORT: String(port),
          STRAPI_TELEMETRY_DISABLED: 'true',
          PROCEDURES_TEST_NO_RATE_LIMIT: 'true',
          PROCEDURES_LOG_LEVEL: 'warn',
        },
      });
      fs.closeSync(output);
      return child;
    },
    async isReady() {
      const answer = await fetch(`${baseUrl}/_health`, { signal: AbortSignal.timeout(2_000) });
      return answer.ok;
    },
    whyNotReady: (code) =>
      new Error(`Expected the application to start, but it did not (code ${code}): ${tail(logFile)}`),
  });
  return {
    ...supervised,
    baseUrl,
    logTail: () => tail(logFile),
    /** Deaths and failed starts that we did not cause. */
    crashes: () => launches - 1 - kills,
    async kill9() {
      if (supervised.pid() !== undefined) kills += 1;
      await supervised.kill9();
    },
  };
}

/** @param {string} file */
const tail = (file) => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n').slice(-40).join('\n') : '');
