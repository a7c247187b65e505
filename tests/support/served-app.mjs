/** Owns the starting and stopping of tests/support/serve.mjs from a test run. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';

const START_LIMIT_MS = 300_000;

/**
 * @param {{ admin?: boolean }} [options]
 * @returns {Promise<{ baseUrl: string, dataDir: string, databaseUrl: string, logFile: string, passwords: Record<string, string>, stop(): Promise<void> }>}
 */
export async function serveApp(options = {}) {
  const script = path.resolve(import.meta.dirname, 'serve.mjs');
  const child = spawn(process.execPath, [script, ...(options.admin ? ['--admin'] : [])], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: process.env,
  });
  // What the app says, for tests that look for what it must not say.
  const logFile = path.join(os.tmpdir(), `procedures-served-${child.pid}.log`);
  fs.writeFileSync(logFile, '', { mode: 0o600 });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const ready = await new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error('Expected the app to be ready within 300 s, but it was not')),
      START_LIMIT_MS,
    );
    child.once('exit', (code) => reject(new Error(`Expected the app to start, but it exited with ${code}`)));
    readline.createInterface({ input: child.stdout }).on('line', (line) => {
      if (!line.startsWith('{"ready":true')) {
        fs.appendFileSync(logFile, `${line}\n`);
        return;
      }
      clearTimeout(timer);
      resolve(JSON.parse(line));
    });
  });
  return {
    ...ready,
    logFile,
    async stop() {
      child.stdin.end();
      await exited;
      fs.rmSync(logFile, { force: true });
    },
  };
}
