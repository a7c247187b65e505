// Measures a newcomer's wait: a clone of HEAD, `npm start` in it, until the sign-in page answers. It takes minutes, so it
// runs only when asked for: BENCH_FRESH=1, or BENCH_FRESH=cold, which also gives the engine's download a cache of its own.
// npm's own cache is left as it is.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkoutDir } from '../../src/local-services/checkout.mjs';
import { openStack } from '../../src/local-services/stack.mjs';
import { reporter, rounded } from './support/report.mjs';
import { startPlatform } from './support/started-platform.mjs';

const wanted = process.env.BENCH_FRESH;
if (wanted) await measure(wanted === 'cold');
else
  process.stdout.write(
    `${JSON.stringify({ bench: 'fresh-clone', skipped: 'BENCH_FRESH=1 npm run bench -- fresh-clone' })}\n`,
  );

/** @param {boolean} cold */
async function measure(cold) {
  const report = reporter('fresh-clone');
  const folder = mkdtempSync(join(tmpdir(), 'procedures-fresh-'));
  // As root the database's own user must pass through.
  chmodSync(folder, 0o711);
  const clone = join(folder, 'clone');
  const dataDir = join(clone, '.data');
  try {
    const began = performance.now();
    execFileSync('git', ['clone', '--quiet', '--no-hardlinks', checkoutDir, clone]);
    const cloneSeconds = (performance.now() - began) / 1000;
    const started = await startPlatform({
      cwd: clone,
      command: ['npm', 'start'],
      dataDir,
      withinMs: 30 * 60_000,
      env: cold ? { XDG_CACHE_HOME: join(folder, 'cache') } : {},
    });
    await started.stop();
    report('fresh clone to the sign-in page', 's', {
      value: rounded(cloneSeconds + started.signInSeconds),
      clone: rounded(cloneSeconds),
      steps: stepsOf(started.output()),
      engineCached: !cold,
    });
    await (await openStack(dataDir, () => {})).stop({ remove: true });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What each step took, as its own progress lines say. @param {string} output */
function stepsOf(output) {
  const done = output.matchAll(/^\[[ .\d]+ s\] (.+?): xong \/ done \(([\d.]+) s\)$/gm);
  return Object.fromEntries([...done].map(([, title, seconds]) => [title, Number(seconds)]));
}
