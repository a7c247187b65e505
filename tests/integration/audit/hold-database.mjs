// A database of a test's own: started here, in a process of its own, because Jest cannot load ES modules; it prints the
// address and ends, data and all, when its standard input closes.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startServices } from '../../../src/local-services/services.mjs';

const services = await startServices({
  dataDir: mkdtempSync(path.join(tmpdir(), 'procedures-test-')),
  broker: false,
  log: () => {},
});
process.stdout.write(`DATABASE_URL=${services.env.DATABASE_URL}\n`);
process.stdin.resume();
process.stdin.on('end', async () => {
  await services.stop({ remove: true });
  process.exit(0);
});
