import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { runNode } from '../../../src/local-services/run-tool.mjs';

const runTool = path.resolve('src/local-services/run-tool.mjs');

/** Two programs, one after the other, as the steps of a run; the first prints a line and waits, whatever becomes of the second. */
const TWO_STEPS = `
  const { runNode } = await import(${JSON.stringify(runTool)});
  await runNode(['-e', 'process.on("SIGTERM", () => process.exit(0)); console.log("first"); setInterval(() => {}, 1000)']);
  await runNode(['-e', 'console.log("second")']);
`;

test('a signal ends the program that runs, and the run with it', async () => {
  const run = spawn(process.execPath, ['--input-type=module', '-e', TWO_STEPS], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  run.stdout.on('data', (chunk) => {
    printed += chunk;
    if (printed.includes('first')) run.kill('SIGTERM');
  });
  const [code, signal] = await once(run, 'close');
  expect({ printed, code, signal }).toEqual({ printed: 'first\n', code: null, signal: 'SIGTERM' });
});

test('without one the exit code is the program’s', async () => {
  expect(await runNode(['-e', 'process.exit(3)'])).toBe(3);
});
