import fs from 'node:fs';
import path from 'node:path';
import { withFileLock } from '../../../src/local-services/file-lock.mjs';
import { tempFolder } from './temp-folder.mjs';

test('two that want the same thing do it one after the other', async () => {
  const file = path.join(tempFolder(), 'lock');
  const trace = [];
  const work = (name) => async () => {
    trace.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    trace.push(`${name} ends`);
  };
  await Promise.all([
    withFileLock(file, () => {}, work('a')),
    withFileLock(file, () => trace.push('b waits'), work('b')),
  ]);
  expect(trace).toEqual(['a begins', 'b waits', 'a ends', 'b begins', 'b ends']);
  expect(fs.readdirSync(path.dirname(file))).toEqual([]);
});

test('a lock whose owner is gone is taken over, and one is given up when the work fails', async () => {
  const file = path.join(tempFolder(), 'lock');
  fs.writeFileSync(file, `${process.pid} another life`);
  const failing = withFileLock(
    file,
    () => {},
    () => Promise.reject(new Error('no')),
  );
  await expect(failing).rejects.toThrow('no');
  expect(fs.existsSync(file)).toBe(false);
});
