import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { endLeftovers, ownDataDir, rememberPid } from '../../../src/local-services/data-dir.mjs';
import { isAlive } from '../../../src/local-services/process-identity.mjs';
import { tempFolder } from './temp-folder.mjs';

test('one process at a time owns a data folder, and its pid is told to the second', () => {
  const folder = tempFolder();
  const disown = ownDataDir(folder);
  expect(() => ownDataDir(folder)).toThrow(`process ${process.pid} is running on it`);
  disown();
  ownDataDir(folder)();
});

test('the mark of an owner that is gone, or whose pid another process has now, is no obstacle', () => {
  const folder = tempFolder();
  for (const owner of [JSON.stringify({ pid: process.pid, birth: 'another' }), 'cut sh']) {
    fs.writeFileSync(path.join(folder, 'owner.json'), owner);
    ownDataDir(folder)();
  }
});

test('a folder that cannot be made is told in two languages', () => {
  const file = path.join(tempFolder(), 'file');
  fs.writeFileSync(file, '');
  expect(() => ownDataDir(path.join(file, 'data'))).toThrow(/Không ghi được[\s\S]*Expected to write/);
});

test('a child left over from a crash is ended, a stranger with a remembered pid is not', async () => {
  const folder = tempFolder();
  ownDataDir(folder);
  const left = spawn('sleep', ['60'], { stdio: 'ignore' });
  const stranger = spawn('sleep', ['60'], { stdio: 'ignore' });
  rememberPid(folder, 'broker', left.pid);
  fs.writeFileSync(path.join(folder, 'pids', 'app'), `${stranger.pid} 1\n`);
  await endLeftovers(folder, () => {});
  expect(isAlive(left.pid)).toBe(false);
  expect(isAlive(stranger.pid)).toBe(true);
  expect(fs.readdirSync(path.join(folder, 'pids'))).toEqual([]);
  stranger.kill();
});
