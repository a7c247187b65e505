// Measures what a person waits for: from the command to the sign-in page, on empty data and again on the same data, and
// the memory that the idle stack then holds. The build is made before, outside the time.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAdmin, buildServer } from '../../src/local-services/build.mjs';
import { checkoutDir } from '../../src/local-services/checkout.mjs';
import { progressTo } from '../../src/local-services/progress.mjs';
import { openStack } from '../../src/local-services/stack.mjs';
import { memoryOf } from './support/process-tree.mjs';
import { reporter, rounded } from './support/report.mjs';
import { sleep, startPlatform } from './support/started-platform.mjs';

const AIM_SECONDS = 15;
const AIM_MB = 1200;

const progress = progressTo();
await buildServer(progress);
await buildAdmin(progress);

const report = reporter('start-up');
const dataDir = mkdtempSync(join(tmpdir(), 'procedures-start-'));
const start = () =>
  startPlatform({
    cwd: checkoutDir,
    command: [process.execPath, join(checkoutDir, 'src/local-services/start.mjs')],
    dataDir,
    withinMs: 180_000,
  });
try {
  const first = await start();
  await first.stop();
  report('first start, empty data, to the sign-in page', 's', {
    value: rounded(first.signInSeconds),
    ready: rounded(first.readySeconds),
  });

  const warm = await start();
  try {
    report('warm start to the sign-in page', 's', {
      value: rounded(warm.signInSeconds),
      ready: rounded(warm.readySeconds),
      aim: AIM_SECONDS,
    });
    report('memory of the idle stack, just ready', 'MB', memoryOf(warm.tree()));
    await sleep(5_000);
    report('memory of the idle stack, 5 s later', 'MB', { ...memoryOf(warm.tree()), aim: AIM_MB });
  } finally {
    await warm.stop();
  }
} finally {
  const stack = await openStack(dataDir, () => {});
  await stack.stop({ remove: true });
}
