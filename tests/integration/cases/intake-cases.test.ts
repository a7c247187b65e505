// The forty cases on a stack of their own (tests/cases/run-cases.mjs): one test a case, and one that the runner can fail.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

interface Result {
  id: string;
  ok: boolean;
  diffs: { path: string; expected: unknown; actual: unknown }[];
}

const root = path.resolve(__dirname, '..', '..', '..');
const file = path.join(root, 'tests/cases/intake-cases.json');
const ids: string[] = JSON.parse(fs.readFileSync(file, 'utf8')).cases.map((one: { id: string }) => one.id);
let results: Result[] = [];

beforeAll(
  () => {
    const run = spawnSync(process.execPath, [path.join(root, 'tests/cases/run-cases.mjs'), file], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      timeout: 15 * 60 * 1000,
    });
    results = run.stdout
      .split('\n')
      .filter((line) => line.startsWith('{"id"'))
      .map((line) => JSON.parse(line));
    if (results.length === 0)
      throw new Error(`Expected results, but the runner printed none: ${run.stderr.slice(-2000)}`);
  },
  16 * 60 * 1000,
);

describe('every case of the file goes its way through the system', () => {
  it.each(ids)('%s agrees in route, clocks, states and what the citizen sees', (id) => {
    const result = results.find((one) => one.id === id);
    expect(result?.diffs).toEqual([]);
  });
});
