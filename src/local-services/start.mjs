/**
 * The entry of every npm script: `node src/local-services/start.mjs [start|test|test:long|lint|bench|cases|procedures] [args…]`.
 * It runs before anything is installed, so it loads only Node's own modules until the dependencies are there.
 */
import path from 'node:path';
import { expectNode } from './check-node.mjs';
import { checkoutDir } from './checkout.mjs';
import { loadEnvFile } from './env-file.mjs';
import { installDependencies } from './install-dependencies.mjs';
import { progressTo } from './progress.mjs';

/** Each mode is imported after the installation. Each gives its exit code, or never ends. */
const MODES = {
  start: async (/** @type {import('./progress.mjs').Progress} */ progress) => {
    const { startPlatform } = await import('./start-platform.mjs');
    await startPlatform(progress);
    return new Promise(() => {});
  },
  test: async (/** @type {import('./progress.mjs').Progress} */ progress, /** @type {string[]} */ args) => {
    const { runTests } = await import('./run-tests.mjs');
    return runTests(progress, ['unit', 'integration', 'browser'], args);
  },
  'test:long': async (/** @type {import('./progress.mjs').Progress} */ progress, /** @type {string[]} */ args) => {
    const { runTests } = await import('./run-tests.mjs');
    return runTests(progress, ['unit', 'integration', 'browser', 'long'], args);
  },
  lint: async (/** @type {import('./progress.mjs').Progress} */ progress) => {
    const { lint } = await import('./lint.mjs');
    return (await lint(progress)) === 0 ? 0 : 1;
  },
  bench: async (/** @type {import('./progress.mjs').Progress} */ progress, /** @type {string[]} */ args) => {
    const { runBench } = await import('./run-scripts.mjs');
    return runBench(progress, args);
  },
  cases: async (/** @type {import('./progress.mjs').Progress} */ progress, /** @type {string[]} */ args) => {
    const { runCases } = await import('./run-scripts.mjs');
    return runCases(progress, args);
  },
  procedures: async (/** @type {import('./progress.mjs').Progress} */ progress, /** @type {string[]} */ args) => {
    const { runProcedures } = await import('./procedures/run-procedures.mjs');
    return runProcedures(progress, args);
  },
};

async function main() {
  const [mode = 'start', ...args] = process.argv.slice(2);
  expectNode();
  loadEnvFile(path.join(checkoutDir, '.env'), process.env);
  // The output of these is read by programs: progress goes to the other stream.
  const progress = progressTo(
    ['cases', 'procedures'].includes(mode) ? (line) => void process.stderr.write(`${line}\n`) : undefined,
  );
  if (!Object.hasOwn(MODES, mode)) {
    throw new Error(`Expected one of ${Object.keys(MODES).join(', ')}, but got "${mode}"`);
  }
  await installDependencies(checkoutDir, progress);
  process.exitCode = await MODES[/** @type {keyof typeof MODES} */ (mode)](progress, args);
}

main().catch((error) => {
  process.stderr.write(`\n${error.vi ? error.message : error.stack}\n`);
  // What was started is ended by its own reaper as soon as this process is gone.
  process.exit(process.argv[2] === 'procedures' ? 3 : 1);
});
