import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { isAlive } from '../../../src/local-services/process-identity.mjs';
import { openStack } from '../../../src/local-services/stack.mjs';
import { tempFolder } from './temp-folder.mjs';

async function stackWithChild(over = {}) {
  const lines = [];
  const stack = await openStack(tempFolder(), (line) => lines.push(line));
  const child = stack.launch({
    name: 'broker',
    title: 'X',
    dataDir: stack.dataDir,
    readyWithinMs: 5_000,
    stopSignal: 'SIGTERM',
    stopWithinMs: 300,
    spawn: async () => spawn('sleep', ['60'], { stdio: 'ignore', detached: true }),
    isReady: async () => true,
    whyNotReady: (code) => new Error(`ended with ${code}`),
    ...over,
  });
  return { stack, child, lines, pidFile: path.join(stack.dataDir, 'pids', 'broker') };
}

test('a child that dies is noticed, told and started again', async () => {
  const { stack, child, lines, pidFile } = await stackWithChild();
  await child.ready();
  const first = child.pid();
  expect(fs.readFileSync(pidFile, 'utf8')).toContain(`${first} `);
  await child.kill9();
  await child.ready();
  expect(child.pid()).not.toBe(first);
  expect(lines.join('\n')).toMatch(/died and is started again[\s\S]*is back/);
  await stack.stop();
  expect(fs.existsSync(pidFile)).toBe(false);
});

test('one that is held down stays down until it is wanted again', async () => {
  const { stack, child } = await stackWithChild();
  await child.ready();
  await child.kill9({ hold: true });
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(child.pid()).toBeUndefined();
  await child.restart();
  const pid = child.pid();
  await child.restart();
  expect(child.pid()).not.toBe(pid);
  await stack.stop();
});

test('a first start that fails says why and is not tried again', async () => {
  const { stack, child } = await stackWithChild({
    spawn: async () => spawn('sh', ['-c', 'exit 3'], { stdio: 'ignore' }),
    isReady: async () => false,
  });
  await expect(child.ready()).rejects.toThrow('ended with 3');
  await stack.stop();
});

test('a program that does not exist is a failed start, not a crash of ours', async () => {
  const { stack, child } = await stackWithChild({
    spawn: async () => spawn('/no/such/program', [], { stdio: 'ignore' }),
    isReady: async () => false,
  });
  await expect(child.ready()).rejects.toThrow('ended with null');
  await stack.stop();
});

test('one that is still coming up is ended too, and one that ignores the signal is killed', async () => {
  const { stack, child } = await stackWithChild({
    spawn: async () =>
      spawn('sh', ['-c', "trap '' TERM; while :; do sleep 0.1; done"], { stdio: 'ignore', detached: true }),
    isReady: async () => false,
  });
  await new Promise((resolve) => setTimeout(resolve, 200));
  const pid = child.pid();
  await stack.stop();
  expect(isAlive(pid)).toBe(false);
  await expect(child.ready()).rejects.toThrow();
});
