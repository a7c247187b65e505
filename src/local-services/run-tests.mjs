/**
 * `npm test`: set-up, lint, then the test projects one after the other, and the sum of all as the last line.
 * Nothing is left out silently: a suite that does not run, a test that is skipped and a project whose files hold no
 * test all count as failed.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildAdmin } from './build.mjs';
import { checkoutDir } from './checkout.mjs';
import { lint } from './lint.mjs';
import { prepareStack } from './prepare-stack.mjs';
import { runTool } from './run-tool.mjs';
import { filesBelow } from './source-hash.mjs';

/** @typedef {{ passed: number, failed: number }} Sum */

/**
 * @param {import('./progress.mjs').Progress} progress
 * @param {string[]} projects
 * @param {string[]} args for jest: part of a path, -t name …; the run is then a part, and lint is left out
 * @returns {Promise<number>} exit code
 */
export async function runTests(progress, projects, args) {
  const isWhole = args.length === 0;
  // jest refuses to start while a folder that its configuration names is missing.
  for (const name of ['unit', 'integration', 'browser', 'long']) {
    fs.mkdirSync(path.join(checkoutDir, 'tests', name), { recursive: true });
  }
  const present = projects.filter((name) => hasTests(name));
  for (const name of projects.filter((project) => !present.includes(project))) {
    progress.log(`Không có tệp kiểm thử nào trong tests/${name} / There is no test file in tests/${name}`);
  }
  await prepareStack(progress);
  const building = present.includes('browser') && isWhole ? buildAdmin(progress) : undefined;
  // Each of both leaves a core idle for most of its time.
  const [failed] = await Promise.all([isWhole ? lint(progress) : 0, building]);

  /** @type {Sum} */
  const sum = { passed: 0, failed };
  for (const name of present) {
    const part = await progress.step(`Kiểm thử ${name} / Tests ${name}`, () => runProject(name, args));
    progress.log(`${name}: ${part.passed} passed, ${part.failed} failed`);
    sum.passed += part.passed;
    sum.failed += part.failed;
  }
  process.stdout.write(`${sum.passed} passed, ${sum.failed} failed\n`);
  return sum.failed === 0 && sum.passed > 0 ? 0 : 1;
}

/** @param {string} project */
const hasTests = (project) =>
  filesBelow(path.join(checkoutDir, 'tests', project)).some((file) => /\.test\.(ts|mjs)$/.test(file));

/**
 * @param {string} project
 * @param {string[]} args
 * @returns {Promise<Sum>}
 */
async function runProject(project, args) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'procedures-tests-'));
  const outputFile = path.join(folder, 'result.json');
  const isWhole = args.length === 0;
  try {
    const flags = ['--selectProjects', project, '--json', `--outputFile=${outputFile}`];
    // Each of those starts a whole stack: two at once on two cores would only time out.
    // What a test that failed half-way leaves open must not hold the run.
    if (project !== 'unit') flags.push('--runInBand', '--forceExit');
    if (!isWhole) flags.push('--passWithNoTests', ...args);
    const code = await runTool('jest', flags);
    const result = fs.existsSync(outputFile) ? JSON.parse(fs.readFileSync(outputFile, 'utf8')) : null;
    return sumOf(result, code, isWhole);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, numRuntimeErrorTestSuites: number } | null} result of jest --json
 * @param {number} code
 * @param {boolean} isWhole
 * @returns {Sum}
 */
export function sumOf(result, code, isWhole) {
  if (result === null) return { passed: 0, failed: 1 };
  const skipped = isWhole ? result.numPendingTests + result.numTodoTests : 0;
  const passed = result.numPassedTests;
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites + skipped;
  const isEmpty = isWhole && passed === 0;
  const isUnexplained = failed === 0 && (code !== 0 || isEmpty);
  return { passed, failed: isUnexplained ? 1 : failed };
}
