// A PostgreSQL and a Zeebe broker of a test's own, in a process of their own, because Jest cannot load ES modules. It
// sends their environment when they are up, does what it is asked, and ends, data and all, with the channel.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startServices } from '../../../src/local-services/services.mjs';

const services = await startServices({
  dataDir: mkdtempSync(path.join(tmpdir(), 'procedures-records-test-')),
  broker: process.argv.includes('--broker'),
  log: () => {},
});

const acts = {
  env: () => services.env,
  killBroker: () => services.broker.kill9({ hold: true }),
  restartBroker: () => services.broker.restart(),
};

process.on('message', async ({ id, act }) => {
  try {
    process.send({ id, result: (await acts[act]()) ?? null });
  } catch (error) {
    process.send({ id, error: String(error) });
  }
});
process.on('disconnect', async () => {
  await services.stop({ remove: true });
  process.exit(0);
});
