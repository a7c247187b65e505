// The testing library on a real broker with a clock that is moved: the scenarios that lie beside the models hold, and
// months pass in seconds.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { completePackage } from '../../../src/plugins/procedures/server/src/drafts/complete-package';
import type { Block } from '../../../src/plugins/procedures/shared/blocks-contract';
import { explainTrials, openTrials, type Trials } from '../../../src/plugins/procedures/testing';
import { blockValues } from '../../support/block-values';
import { drawBlock } from '../../support/draw-block';
import { exampleWith } from '../../support/example-files';

jest.setTimeout(420_000);

const folder = (name: string) => path.resolve(__dirname, '../../../bpmn', name);
const REQUEST = { title: 'Họp giao ban', quantity: 12, requestedAt: '2026-11-06T08:00:00+07:00' };
const MONDAY = '2026-11-02T08:00:00+07:00';
let trials: Trials;

beforeAll(async () => {
  trials = await openTrials({ host: path.resolve(__dirname, '../../../src/local-services/trials/host.mjs') });
});
afterAll(() => trials?.close());

test('every scenario of a package goes as it is written', async () => {
  const { results, coverage, ok } = await trials.run(folder('vi-du'));
  expect(explainTrials(results)).toBe('');
  expect(ok).toBe(true);
  expect(results.map((one) => one.file)).toEqual(
    readdirSync(path.join(folder('vi-du'), 'scenarios'))
      .sort()
      .map((file) => `scenarios/${file}`),
  );
  expect(coverage.elements.passed).toBeGreaterThan(0);
  expect(coverage.elements.passed).toBeLessThanOrEqual(coverage.elements.all);
});

// All of them are played by tests/long/all-scenarios.test.ts.
test('so do chosen ones of the main procedure', async () => {
  const only = ['scenarios/khan-dien-thoai.json', 'scenarios/nang-muc-khan.json'];
  const { results } = await trials.run(folder('nguon-tin'), { only });
  expect(explainTrials(results)).toBe('');
  expect(results.map((one) => [one.file, one.ok])).toEqual(only.map((file) => [file, true]));
});

test('months pass in seconds, and stages come at their own instants', async () => {
  const one = await trials.begin(folder('vi-du'), { at: MONDAY });
  await one.event('BAT_DAU', REQUEST);
  const [clock] = one.seen.clocks;
  expect(clock).toMatchObject({ ruleId: 'XU_LY_3N', state: 'RUNNING', stage: 'NEUTRAL' });
  await one.advance('nextDue');
  expect(new Date(one.seen.at).getTime()).toBe(new Date(clock?.due ?? '').getTime() + 1_000);
  expect(one.seen.clocks[0]).toMatchObject({ stage: 'DUE', state: 'RUNNING' });
  await one.advance('P120D');
  expect(one.seen.at).toBe(new Date(new Date(clock?.due ?? '').getTime() + 1_000 + 120 * 86_400_000).toISOString());
  await one.complete('tiep_nhan', { task: { note: 'Đủ thông tin' } });
  await one.complete('xu_ly', { task: { decision: 'DONG_Y' }, record: { roomCode: 'P201' } });
  expect(one.seen.clocks[0]).toMatchObject({ state: 'MISSED' });
});

test('two cases, each at its own time, do not disturb each other', async () => {
  const [early, late] = [
    await trials.begin(folder('vi-du'), { at: MONDAY }),
    await trials.begin(folder('vi-du'), { at: '2027-06-07T08:00:00+07:00' }),
  ];
  await late.event('BAT_DAU', { ...REQUEST, requestedAt: '2027-06-11T08:00:00+07:00' });
  await early.event('BAT_DAU', REQUEST);
  await late.advance('P30D');
  await early.complete('tiep_nhan', { task: { note: 'x' } });
  expect(late.seen.clocks[0]?.stage).toBe('ESCALATED');
  expect(early.seen.clocks[0]?.stage).toBe('NEUTRAL');
  expect(early.seen.at).toBe(new Date(MONDAY).toISOString());
});

test('a timer of the model rings when the time of the trial has come, and not before', async () => {
  const files = exampleWith({ timer: 'P30D' });
  const one = await trials.begin(files, { at: MONDAY });
  await one.event('BAT_DAU', REQUEST);
  expect(one.seen.tasks).toEqual([]);
  expect(one.seen.active).toEqual(['doi']);
  await one.advance('P29D');
  expect(one.seen.active).toEqual(['doi']);
  await one.advance('P1D');
  expect(one.seen.tasks.map((task) => task.element)).toEqual(['tiep_nhan']);
  await expect(trials.begin(files, { at: MONDAY })).rejects.toMatchObject({ code: 'TRIAL_TIMERS_BUSY' });
});

test('what fails says where the run went instead, and by which condition', async () => {
  const files = exampleWith({
    gateway: 'quantity > 20',
    scenario: {
      title: { vi: 'Phòng lớn', en: 'A large room' },
      steps: [
        { event: 'BAT_DAU', at: MONDAY, data: REQUEST },
        {
          complete: 'tiep_nhan',
          values: { task: { note: 'Đủ' } },
          expect: { tasks: ['ket_thuc'], clocks: [{ rule: 'XU_LY_3N', state: 'MET' }], state: 'KET_THUC' },
        },
      ],
    },
  });
  const { results, coverage, ok } = await trials.run(files);
  expect(ok).toBe(false);
  const told = explainTrials(results);
  expect(told).toMatch(/Step 2: expected task "Xác nhận kết thúc" to be open, but open are "Xếp phòng"/);
  expect(told).toMatch(
    /At "Có lớn không" the case went on to "Xếp phòng".*because quantity = 12; to go to "Xác nhận kết thúc" \(condition quantity > 20\)/,
  );
  expect(told).toMatch(/clock XU_LY_3N/);
  expect(explainTrials(results, 'vi')).toMatch(/Tại "Có lớn không", hồ sơ đi sang "Xếp phòng"/);
  const missed = coverage.models[0]?.branches.filter((branch) => !branch.passed).map((branch) => branch.id);
  expect(missed).toEqual(['nhanh_lon']);
});

test('a step that the platform refuses is refused here with the same code, and a scenario may expect it', async () => {
  const one = await trials.begin(folder('vi-du'), { at: MONDAY });
  await expect(one.event('XU_LY', {})).rejects.toMatchObject({ code: 'TRIAL_NOT_A_START' });
  await one.event('BAT_DAU', REQUEST);
  await expect(one.complete('ket_thuc')).rejects.toMatchObject({ code: 'TRIAL_TASK_NOT_OPEN' });
  await expect(one.event('KET_THUC', {})).rejects.toMatchObject({ code: 'EVENT_NOT_OFFERED' });
  const scenario = {
    title: { vi: 'Không cho', en: 'Not allowed' },
    steps: [
      { event: 'BAT_DAU', at: MONDAY, data: REQUEST },
      { event: 'KET_THUC', expect: { refused: 'EVENT_NOT_OFFERED' } },
      { complete: 'tiep_nhan', as: 'VP/lanh-dao', expect: { refused: 'NOT_A_CANDIDATE' } },
    ],
  };
  const { results } = await trials.run(exampleWith({ scenario }));
  expect(explainTrials(results)).toBe('');
});

test('steps that the platform does itself call nobody: the scenario says what is answered, and notices are only noted', async () => {
  const { blocks } = JSON.parse(readFileSync(path.join(folder('nguon-tin'), 'blocks.json'), 'utf8')) as {
    blocks: Block[];
  };
  let files = exampleWith({ scenario: { title: { vi: 'x', en: 'x' }, steps: [{ event: 'BAT_DAU' }] } });
  for (const id of ['http', 'thong-bao-tu-dong']) {
    const block = blocks.find((one) => one.id === id) as Block;
    const drawn = await drawBlock(files, 'vi-du.bpmn', block, { after: 'tiep_nhan', values: blockValues(block) });
    files = await completePackage(drawn.files, []);
  }
  const step = 'goi_he_thong_khac';
  const one = await trials.begin(files, { at: MONDAY });
  await one.event('BAT_DAU', REQUEST);
  await one.complete('tiep_nhan', { task: { note: 'Đủ' } });
  expect(one.seen.notices).toContainEqual(
    expect.objectContaining({
      recipient: 'VP/can-bo',
      text: expect.objectContaining({ vi: 'Có yêu cầu cho 12 người' }),
    }),
  );
  expect(one.seen.active).toEqual([step]);
  expect(one.seen.incidents).toMatchObject([{ element: step, message: expect.stringContaining('"HTTP trả lời"') }]);
  await one.do({ advance: { by: 'PT1M' }, http: [{ element: step, status: 500 }] });
  expect(one.seen.incidents[0]?.message).toContain('báo lỗi của chính nó');
  await one.do({ advance: { by: 'PT1M' }, http: [{ element: step, status: 200, body: { data: { room: 'P7' } } }] });
  expect(one.seen.tasks.map((task) => task.element)).toEqual(['xu_ly']);
  expect(one.seen.variables).toMatchObject({ phong: 'P7' });
  expect(one.seen.calls).toEqual([
    { element: step, method: 'POST', path: '/tim', body: { people: 12 }, status: 500 },
    { element: step, method: 'POST', path: '/tim', body: { people: 12 }, status: 200 },
  ]);
  const wrong = exampleWith({
    scenario: {
      title: { vi: 'Sai', en: 'Wrong' },
      steps: [{ event: 'BAT_DAU', http: [{ element: 'tiep_nhan', status: 200 }] }],
    },
  });
  expect(explainTrials((await trials.run(wrong)).results)).toMatch(
    /an HTTP step of the package, but "tiep_nhan" is none/,
  );
});

test('a scenario that cannot be run is a failed one, with the reason', async () => {
  const scenario = {
    title: { vi: 'Sai', en: 'Wrong' },
    steps: [{ event: 'BAT_DAU', expect: { tasks: ['khong_co'] } }],
  };
  const { results, ok } = await trials.run(exampleWith({ scenario }));
  expect(ok).toBe(false);
  expect(explainTrials(results)).toMatch(/Expected an element of the package, but "khong_co" is none/);
});

test('a broker that is killed half-way is a clear error, and leaves nothing running', async () => {
  const short = await openTrials({ host: path.resolve(__dirname, '../../../src/local-services/trials/host.mjs') });
  const one = await short.begin(folder('vi-du'), { at: MONDAY });
  await one.event('BAT_DAU', REQUEST);
  const pids = short.pids();
  process.kill(pids?.broker ?? 0, 'SIGKILL');
  await expect(one.advance('P1D').then(() => one.complete('tiep_nhan', { task: { note: 'x' } }))).rejects.toMatchObject(
    {
      code: expect.stringMatching(/TRIAL_ENGINE_LOST|TRIAL_HOST_GONE/),
    },
  );
  await short.close();
  expect(existsSync(`/proc/${pids?.postgres}`) && isPostgres(pids?.postgres)).toBe(false);
});

const isPostgres = (pid: number | undefined) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
