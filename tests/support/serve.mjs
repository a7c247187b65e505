/**
 * A whole stack as a process of its own, for tests that speak to it over HTTP: prints one JSON line with its address and
 * the demo passwords' file when it is ready, and stops when its parent goes or tells it to.
 * `node tests/support/serve.mjs [--admin]`
 */
import { startApp } from './start-app.mjs';

// The one address inside that steps and webhooks may call: tests listen there.
process.env.WEBHOOK_ALLOWED_HOSTS = '127.0.0.2';

const app = await startApp({ adminPanel: process.argv.includes('--admin') });
process.stdout.write(
  `\n${JSON.stringify({ ready: true, baseUrl: app.baseUrl, dataDir: app.dataDir, passwords: app.passwords, databaseUrl: process.env.DATABASE_URL })}\n`,
);

let stopping = false;
async function stop() {
  if (stopping) return;
  stopping = true;
  await app.stop();
  process.exit(0);
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
process.stdin.resume();
process.stdin.on('end', stop);
