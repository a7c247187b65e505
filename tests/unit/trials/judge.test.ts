// What a verdict says of a step: what held, what did not, where the case stood instead and why.
import path from 'node:path';
import { mapModels } from '../../../src/plugins/procedures/server/src/packages/model-map';
import { readPackage, readPackageFolder } from '../../../src/plugins/procedures/server/src/packages/read-package';
import { checkScenario } from '../../../src/plugins/procedures/server/src/packages/scenarios/check-scenario';
import { durationOf } from '../../../src/plugins/procedures/server/src/trials/duration';
import { coverageOf } from '../../../src/plugins/procedures/server/src/trials/judge/coverage';
import { explainMiss } from '../../../src/plugins/procedures/server/src/trials/judge/explain-miss';
import { judgeStep } from '../../../src/plugins/procedures/server/src/trials/judge/judge-step';
import type { StepExpectation, TrialObservation } from '../../../src/plugins/procedures/shared/trials-contract';
import { exampleWith } from '../../support/example-files';

const node = (element: string, ended = true) => ({ element, type: 'X', isFlow: false, ended });
const taken = (element: string) => ({ element, type: 'SEQUENCE_FLOW', isFlow: true, ended: true });

const seen = (over: Partial<TrialObservation> = {}): TrialObservation => ({
  at: '2026-11-02T01:00:00.000Z',
  life: 'ACTIVE',
  state: 'MOI',
  stateTitle: null,
  outcome: null,
  ground: null,
  bookNo: '1/2026',
  tasks: [
    {
      id: '1',
      element: 'xu_ly',
      title: 'Xếp phòng',
      candidates: ['VP/can-bo'],
      due: '2026-11-05T10:00:00.000Z',
      openedAt: '',
    },
  ],
  clocks: [
    {
      ruleId: 'XU_LY_3N',
      rule: 'XU_LY',
      variant: null,
      title: { vi: 'Xếp phòng', en: 'Find a room' },
      state: 'RUNNING',
      stage: 'AMBER',
      startAt: '2026-11-02T01:00:00.000Z',
      due: '2026-11-05T10:00:00.000Z',
    },
  ],
  notices: [{ recipient: 'VKS', rule: 'R07', text: { vi: '', en: '' } }],
  documents: ['bien-ban'],
  facts: { proposal: { a: 1, b: [2] } },
  path: [
    node('bat_dau'),
    taken('den_tiep_nhan'),
    node('tiep_nhan'),
    taken('den_re'),
    node('re'),
    taken('den_xu_ly'),
    node('xu_ly', false),
  ],
  active: ['xu_ly'],
  variables: { quantity: 12 },
  decisions: [{ decision: 'phan_loai', rules: [3], output: { quantity: 12 } }],
  incidents: [],
  ...over,
});

const read = () => readPackage(exampleWith({ gateway: 'quantity > 20' }));
const judge = async (expect: StepExpectation, over: Partial<TrialObservation> = {}) =>
  judgeStep(mapModels(await read()), 2, expect, seen(over));
const failed = async (expect: StepExpectation, over: Partial<TrialObservation> = {}) =>
  (await judge(expect, over)).filter((verdict) => !verdict.ok);

test('what holds is said to hold, one verdict for each thing expected', async () => {
  const verdicts = await judge({
    state: 'MOI',
    outcome: null,
    ended: false,
    numbered: true,
    tasks: [{ element: 'xu_ly', candidates: ['VP/can-bo'], due: '2026-11-05T17:00:00+07:00' }],
    clocks: [{ rule: 'XU_LY_3N', state: 'RUNNING', stage: 'AMBER' }, { rule: 'XU_LY' }],
    notices: [{ recipient: 'VKS' }, { recipient: 'VKS', rule: 'R07' }],
    documents: ['bien-ban'],
    facts: { proposal: { b: [2], a: 1 } },
    passed: ['re', 'den_xu_ly'],
    notPassed: ['nhanh_lon'],
  });
  expect(verdicts.filter((verdict) => !verdict.ok)).toEqual([]);
  expect(verdicts).toHaveLength(16);
});

test('what is not named is not looked at', async () => {
  expect(await judge({})).toEqual([]);
});

test.each<[keyof StepExpectation, StepExpectation]>([
  ['state', { state: 'KET_THUC' }],
  ['outcome', { outcome: 'DONG_Y' }],
  ['ground', { ground: '157' }],
  ['ended', { ended: true }],
  ['numbered', { numbered: false }],
  ['tasks', { tasks: [] }],
  ['tasks', { tasks: ['xu_ly', 'xu_ly'] }],
  ['tasks', { tasks: [{ element: 'xu_ly', candidates: ['VP/lanh-dao'] }] }],
  ['tasks', { tasks: [{ element: 'xu_ly', due: '2026-11-05T10:00:01Z' }] }],
  ['clocks', { clocks: [{ rule: 'XU_LY', state: 'MET' }] }],
  ['clocks', { clocks: [{ rule: 'KHAC' }] }],
  ['clocks', { clocks: [{ rule: 'XU_LY', due: '2026-11-06T10:00:00Z' }] }],
  ['notices', { notices: [{ recipient: 'VKS', rule: 'R08' }] }],
  ['documents', { documents: ['quyet-dinh'] }],
  ['facts', { facts: { proposal: { a: 2, b: [2] } } }],
  ['passed', { passed: ['ket_thuc'] }],
  ['notPassed', { notPassed: ['re'] }],
])('an expectation of %s that does not hold is one failed verdict: %j', async (what, expectation) => {
  const verdicts = await failed(expectation);
  expect(verdicts).toHaveLength(1);
  expect(verdicts[0]).toMatchObject({
    what,
    vi: expect.stringMatching(/^Bước 2: /),
    en: expect.stringMatching(/^Step 2: /),
  });
});

test('a task that is missing and one that is too many are told apart', async () => {
  const verdicts = await failed({ tasks: ['ket_thuc'] });
  expect(verdicts.map((verdict) => verdict.element)).toEqual(['ket_thuc', 'xu_ly']);
  expect(verdicts[0]?.why?.en).toContain(
    'because quantity = 12; to go to "Xác nhận kết thúc" (condition quantity > 20)',
  );
  expect(verdicts[0]?.why?.vi).toContain('Dòng bảng quyết định đã khớp: phan_loai: 3.');
});

test('a state that is another says where the case stands', async () => {
  expect((await failed({ state: 'KET_THUC' }))[0]?.why?.vi).toBe('Hồ sơ đang ở "Xếp phòng".');
  expect((await failed({ state: 'KET_THUC' }, { active: [] }))[0]?.why?.vi).toContain('đã kết thúc');
});

test('what the case has only not reached yet is not blamed on a choice', async () => {
  const map = mapModels(await readPackage(exampleWith({})));
  const told = explainMiss(
    map,
    'ket_thuc',
    seen({ path: [node('bat_dau'), taken('den_tiep_nhan'), node('tiep_nhan', false)], active: ['tiep_nhan'] }),
  );
  expect(told?.vi).toBe('Hồ sơ chưa tới đó: còn đang ở "Tiếp nhận yêu cầu".');
});

test('an incident is named before anything else, and an element that is not drawn is said to be none', async () => {
  const map = mapModels(await read());
  const incidents = [{ element: 're', message: 'no flow' }];
  expect(explainMiss(map, 'ket_thuc', seen({ incidents }))?.en).toContain('stuck at "Có lớn không"');
  expect(explainMiss(map, 'la', seen())?.vi).toBe('Mô hình không có phần tử "la".');
});

test('coverage counts every element, and only the ways out of a choice', async () => {
  const coverage = coverageOf(mapModels(await read()), new Set(['bat_dau', 'tiep_nhan', 're', 'den_xu_ly', 'xu_ly']));
  expect(coverage.branches).toEqual({ passed: 1, all: 2 });
  expect(coverage.elements).toEqual({ passed: 4, all: 6 });
  expect(coverage.models).toHaveLength(1);
  expect(coverage.models[0]?.branches.map(({ id, passed }) => [id, passed])).toEqual([
    ['den_xu_ly', true],
    ['nhanh_lon', false],
  ]);
});

test('every element of the real package is on the map, each in its own process', async () => {
  const map = mapModels(await readPackageFolder(path.resolve(__dirname, '../../../bpmn/nguon-tin')));
  expect(map.elements.get('phan_loai')).toMatchObject({ type: 'UserTask', process: 'nguon-tin', isFlow: false });
  expect(map.flows.every((flow) => map.elements.has(flow.from ?? '') && map.elements.has(flow.to ?? ''))).toBe(true);
});

test.each([
  ['PT1S', 1_000],
  ['PT90M', 5_400_000],
  ['P1DT12H', 129_600_000],
  ['P2W', 1_209_600_000],
])('%s is %i ms', (text, length) => {
  expect(durationOf(text)).toBe(length);
});

test.each(['', 'P', 'PT', 'P1M', 'P1Y', 'PT0S', '3 ngày', 'P-1D', 'P1D '])('"%s" is no duration', (text) => {
  expect(() => durationOf(text)).toThrow(/Expected an instant or a duration/);
});

const scenario = (steps: unknown[], more: object = {}) => ({ title: { vi: 'a', en: 'a' }, steps, ...more });
const start = { event: 'BAT_DAU', at: '2026-11-02T08:00:00+07:00' };

test.each<[string, unknown, RegExp]>([
  ['no object', 7, /must be object/],
  ['no steps', scenario([]), /must NOT have fewer than 1 items/],
  ['no title', { steps: [start] }, /required property 'title'/],
  ['two things in one step', scenario([{ ...start, complete: 'xu_ly' }]), /exactly one of event, complete/],
  ['nothing in a step', scenario([{ at: start.at }]), /exactly one of event, complete/],
  ['an unknown word', scenario([{ ...start, expected: {} }]), /additional properties/],
  ['a time without an offset', scenario([{ ...start, at: '2026-11-02T08:00' }]), /must match pattern/],
  ['a length that is none', scenario([start, { advance: { by: '3 days' } }]), /must match pattern/],
  ['another start', scenario([{ event: 'XU_LY' }]), /first step to be the event of a start: BAT_DAU/],
  ['an unknown event', scenario([start, { event: 'LA' }]), /an event of the package, but "LA"/],
  ['a task that is none', scenario([start, { complete: 'bat_dau' }]), /a user task of the package, but "bat_dau"/],
  ['an unknown element', scenario([{ ...start, expect: { passed: ['la'] } }]), /an element of the package, but "la"/],
  ['an unknown clock', scenario([{ ...start, expect: { clocks: [{ rule: 'R99' }] } }]), /a clock rule of the package/],
  ['an unknown document', scenario([{ ...start, expect: { documents: ['x'] } }]), /a document of the package/],
  ['an unknown state', scenario([{ ...start, expect: { state: 'X' } }]), /a state of the package/],
])('a scenario with %s cannot be run, and says why', async (_what, given, told) => {
  const problems = checkScenario(await readPackage(exampleWith({})), given);
  expect(problems.map((problem) => problem.en).join('\n')).toMatch(told);
  expect(problems.every((problem) => problem.vi.length > 10)).toBe(true);
});

test.each(['vi-du', 'nguon-tin', 'tham-tra'])('the scenarios of %s can be run', async (name) => {
  const found = await readPackageFolder(path.resolve(__dirname, '../../../bpmn', name));
  const scenarios = found.files.filter((file) => file.kind === 'scenario');
  expect(scenarios.length).toBeGreaterThan(0);
  for (const file of scenarios) expect(checkScenario(found, JSON.parse(file.content.toString('utf8')))).toEqual([]);
});
