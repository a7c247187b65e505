// `procedures check --against-broker` as a ward's own CI calls it: every file deployed to a throw-away broker, and both
// verdicts on one line each.
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');
const EXAMPLE = path.join(ROOT, 'bpmn/vi-du');
let folder: string;
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'against-broker-'));
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

test('says what the broker says of packages and loose files, and ends by itself', async () => {
  const model = fs.readFileSync(path.join(EXAMPLE, 'vi-du.bpmn'), 'utf8');
  const write = (name: string, text: string) => fs.writeFileSync(path.join(folder, name), text);
  fs.cpSync(EXAMPLE, path.join(folder, 'vi-du'), { recursive: true });
  write('good.bpmn', model);
  write('no-end.bpmn', model.replace(/targetRef="[^"]*"/, 'targetRef="nowhere"'));
  write('native.bpmn', model.replace('<zeebe:assignmentDefinition', '<zeebe:userTask /><zeebe:assignmentDefinition'));
  const args = ['src/local-services/start.mjs', 'procedures', 'check', '--against-broker', folder];
  const { code, out } = await new Promise<{ code: number; out: string }>((resolve) => {
    const child = execFile(process.execPath, args, { cwd: ROOT, timeout: 240_000 }, (_, stdout) =>
      resolve({ code: child.exitCode ?? -1, out: stdout }),
    );
  });
  const lines = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const of = (name: string) => lines.find((line) => path.basename(line.file) === name);
  expect(of('good.bpmn')).toMatchObject({ verdict: 'accepted', broker: 'accepted', differs: false });
  expect(of('no-end.bpmn')).toMatchObject({ verdict: 'refused', broker: 'refused', differs: false });
  // Ours to refuse: the engine takes it, and nobody would see the work.
  expect(of('native.bpmn')).toMatchObject({ verdict: 'refused', broker: 'accepted', differs: false });
  const own = lines.filter((line) => line.file.includes(`${path.sep}vi-du${path.sep}`));
  expect(own.length).toBeGreaterThan(0);
  for (const line of own)
    expect([line.file, line.verdict, line.differs ?? false]).toEqual([line.file, 'accepted', false]);
  expect(code).not.toBe(0);
}, 300_000);
