// A Zeebe broker of a test's own, in a process of its own, because Jest cannot load ES modules. It sends its address
// when it is up, and ends, data and all, with the channel.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startServices } from '../../../src/local-services/services.mjs';

const services = await startServices({
  dataDir: mkdtempSync(path.join(tmpdir(), 'procedures-packages-test-')),
  postgres: false,
  log: () => {},
});
process.send({ address: services.env.ZEEBE_ADDRESS });
process.on('disconnect', async () => {
  await services.stop({ remove: true });
  process.exit(0);
});
