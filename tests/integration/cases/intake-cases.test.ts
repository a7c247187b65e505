// The forty cases on a stack of their own (tests/cases/run-cases.mjs): one test a case, and one that the runner can fail.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

interface Result {
  id: string;
  ok: boolean;
  related: Record<string, Record<string, unknown>[] | undefined>;
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

describe('what events write beside the record', () => {
  const rowsOf = (id: string): Result['related'] => results.find((one) => one.id === id)?.related ?? {};
  const at = expect.stringMatching(/^\d{4}-\d{2}-\d{2}T/);
  const day = expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/);

  it('is the assignment, both extensions and the decision of a case that the ward resolved', () => {
    const { assignments, extensions, decisions } = rowsOf('BD-D05');
    expect(assignments).toEqual([expect.objectContaining({ decidedAt: at, notifiedVksAt: at })]);
    expect(extensions).toEqual([
      expect.objectContaining({ level: 'THU_TRUONG', decidedAt: at, granted: true, newDue: day }),
      expect.objectContaining({ level: 'VKS', requestedAt: at, decidedAt: at, granted: true, newDue: day }),
    ]);
    expect(decisions).toEqual([expect.objectContaining({ type: 'KHOI_TO', sentVksAt: at, sentSourceAt: at })]);
  });

  it('is the hand-over and every transfer, the returned one and the one that was received', () => {
    const { transfers } = rowsOf('TT-D19');
    expect(transfers).toEqual([
      expect.objectContaining({ toBody: 'CAP', sentAt: at, receivedAt: at }),
      expect.objectContaining({ fromUnit: 'CAP', sentAt: at, complete: false, returnedReason: expect.any(String) }),
      expect.objectContaining({ fromUnit: 'CAP', sentAt: at, receivedAt: at, complete: true }),
    ]);
    expect(transfers?.[1]).not.toHaveProperty('receivedAt');
  });

  it('is each decision of a suspended and resumed case with its own sendings', () => {
    expect(rowsOf('BD-D38').decisions).toEqual([
      expect.objectContaining({ type: 'TAM_DINH_CHI', sentVksAt: at, sentSourceAt: at }),
      expect.objectContaining({ type: 'PHUC_HOI', sentVksAt: at }),
      expect.objectContaining({ type: 'KHONG_KHOI_TO', sentVksAt: at, sentSourceAt: at }),
    ]);
  });

  it('is a refused extension and a complaint with its result', () => {
    const { extensions, complaints } = rowsOf('TT-D39');
    expect(extensions).toContainEqual(expect.objectContaining({ level: 'VKS', granted: false, decidedAt: at }));
    expect(complaints).toEqual([
      expect.objectContaining({ targetDecision: 'KHONG_KHOI_TO', filedAt: at, resolvedAt: at }),
    ]);
  });

  it('is one intake record for every case that was received', () => {
    expect(results.filter((one) => one.related.intakeRecords?.length === 1).length).toBeGreaterThan(30);
  });
});
