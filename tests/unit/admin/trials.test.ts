// What the page "Thử" does without a page: expectations proposed from what was seen, the painting of a way, names of files.
import { withoutEmpty, withTasks } from '../../../src/plugins/procedures/admin/src/pages/packages/trials/expectation';
import { fileNameOf } from '../../../src/plugins/procedures/admin/src/pages/packages/trials/fileNameOf';
import { fromLocal } from '../../../src/plugins/procedures/admin/src/pages/packages/trials/fromLocal';
import { proposeExpectation } from '../../../src/plugins/procedures/admin/src/pages/packages/trials/proposeExpectation';
import { asKind, kindOf, stepWords } from '../../../src/plugins/procedures/admin/src/pages/packages/trials/stepWords';
import { trialMarks } from '../../../src/plugins/procedures/admin/src/pages/packages/trials/trialMarks';
import { toLocalInput } from '../../../src/plugins/procedures/admin/src/time/instants';
import { timePassed } from '../../../src/plugins/procedures/shared/time-passed';
import type {
  ScenarioChoices,
  TrialClock,
  TrialCoverage,
  TrialObservation,
} from '../../../src/plugins/procedures/shared/trials-contract';

const clock = (over: Partial<TrialClock> = {}): TrialClock => ({
  ruleId: 'R1',
  rule: 'R1',
  variant: null,
  title: null,
  state: 'RUNNING',
  stage: 'NEUTRAL',
  startAt: '2026-11-02T01:00:00.000Z',
  due: '2026-11-05T10:00:00.000Z',
  ...over,
});
const seen = (over: Partial<TrialObservation> = {}): TrialObservation => ({
  at: '2026-11-02T01:00:00.000Z',
  life: 'ACTIVE',
  state: 'MOI',
  stateTitle: null,
  outcome: null,
  ground: null,
  bookNo: '1/2026',
  tasks: ['b', 'a'].map((element) => ({
    id: element,
    element,
    title: element,
    candidates: [],
    due: null,
    openedAt: '',
  })),
  clocks: [clock()],
  notices: [],
  documents: [],
  facts: {},
  path: [],
  active: [],
  variables: {},
  decisions: [],
  incidents: [],
  ...over,
});

test('the first step proposes state, open tasks, the clock that began with its due instant, and that it has a number', () => {
  expect(proposeExpectation(seen(), null)).toEqual({
    state: 'MOI',
    tasks: ['a', 'b'],
    clocks: [{ rule: 'R1', state: 'RUNNING', due: '2026-11-05T10:00:00.000Z' }],
    numbered: true,
  });
});

test('a later step proposes only what it changed', () => {
  expect(proposeExpectation(seen(), seen())).toEqual({ state: 'MOI', tasks: ['a', 'b'] });
  const met = seen({
    clocks: [clock({ state: 'MET', stage: 'AMBER' }), clock({ ruleId: 'R2' })],
    outcome: 'XONG',
    life: 'COMPLETED',
  });
  expect(proposeExpectation(met, seen())).toEqual({
    state: 'MOI',
    tasks: ['a', 'b'],
    clocks: [
      { rule: 'R1', state: 'MET' },
      { rule: 'R2', state: 'RUNNING', due: '2026-11-05T10:00:00.000Z' },
    ],
    outcome: 'XONG',
    ended: true,
  });
  const late = seen({ clocks: [clock({ stage: 'DUE' })] });
  expect(proposeExpectation(late, seen()).clocks).toEqual([
    { rule: 'R1', state: 'RUNNING', due: '2026-11-05T10:00:00.000Z', stage: 'DUE' },
  ]);
});

test('the way is painted once an element; where the case is again is not painted as passed', () => {
  const at = (element: string, ended: boolean, type = 'USER_TASK') => ({ element, type, isFlow: false, ended });
  const path = [at('a', true), at('b', true), at('scope', false, 'SUB_PROCESS'), at('a', false)];
  expect(trialMarks(path, 'c', null)).toEqual([
    { element: 'b', mark: 'trial-passed' },
    { element: 'scope', mark: 'trial-passed' },
    { element: 'a', mark: 'trial-here' },
    { element: 'c', mark: 'trial-missed' },
  ]);
  expect(trialMarks(null, null, null)).toEqual([]);
});

test('coverage paints elements and branches, passed and left out', () => {
  const coverage: TrialCoverage = {
    models: [
      {
        file: 'm.bpmn',
        process: 'p',
        elements: [{ id: 'a', name: 'A', type: 'UserTask', passed: true }],
        branches: [{ id: 'f', name: 'F', from: 'a', to: 'b', passed: false }],
      },
    ],
    elements: { passed: 1, all: 1 },
    branches: { passed: 0, all: 1 },
  };
  expect(trialMarks([], 'x', coverage)).toEqual([
    { element: 'a', mark: 'trial-passed' },
    { element: 'f', mark: 'trial-left' },
  ]);
});

test.each([
  ['Hồ sơ khẩn, đơn vị gọi trước!', [], 'scenarios/ho-so-khan-don-vi-goi-truoc.json'],
  ['Hồ sơ', ['scenarios/ho-so.json'], 'scenarios/ho-so-2.json'],
  ['Hồ sơ', ['scenarios/ho-so.json', 'scenarios/ho-so-2.json'], 'scenarios/ho-so-3.json'],
  ['???', [], 'scenarios/kich-ban.json'],
])('%j among %j is kept as %s', (title, taken, file) => {
  expect(fileNameOf(title, taken)).toBe(file);
});

test('what is left open is not written, but that no task is open is', () => {
  expect(withoutEmpty({ state: undefined, tasks: [], clocks: [], passed: ['a'], outcome: null })).toEqual({
    tasks: [],
    passed: ['a'],
    outcome: null,
  });
  const due = { element: 'a', due: '2026-11-05T10:00:00Z' };
  expect(withTasks({ tasks: [due, 'b'] }, ['c', 'a']).tasks).toEqual(['c', due]);
});

const choices: ScenarioChoices = {
  starts: [{ event: 'S', title: { vi: 'Bắt đầu', en: 'Start' }, form: null }],
  events: [{ code: 'E', title: { vi: 'Sự kiện', en: 'Event' }, form: null }],
  tasks: [{ element: 't', title: { vi: 'Việc', en: 'Task' }, form: null }],
  states: [],
  outcomes: [],
  clocks: [],
  groups: [],
  elements: [],
};

test('a step is told in the words of the package, and changes its kind without losing what must hold', () => {
  const words = [
    { event: 'S' },
    { event: 'E' },
    { complete: 't' },
    { complete: 'la' },
    { message: 'm' },
    { advance: { to: 'nextDue' } },
    { advance: { by: 'P3D' } },
  ];
  expect(words.map((step) => stepWords(step, choices).vi)).toEqual([
    'Bắt đầu',
    'Sự kiện',
    'Việc',
    'la',
    'Thông điệp m',
    'Đến hạn kế tiếp',
    'Thời gian trôi: 3 ngày',
  ]);
  const step = { event: 'E', data: { a: 1 }, at: '2026-11-02T08:00:00+07:00', as: 'VP/x', expect: { state: 'X' } };
  expect(asKind(step, 'complete', choices)).toEqual({ complete: 't', at: step.at, as: 'VP/x', expect: { state: 'X' } });
  expect(asKind(step, 'advance', choices)).toEqual({ advance: { by: 'P1D' }, expect: { state: 'X' } });
  expect(kindOf(asKind(step, 'message', choices))).toBe('message');
});

test('fields of date and time tell the time of the offices', () => {
  expect(fromLocal('2026-11-02T08:00')).toBe('2026-11-02T08:00:00+07:00');
  expect(toLocalInput(new Date('2026-11-02T01:00:00.000Z'))).toBe('2026-11-02T08:00');
});

test.each([
  [{ by: 'P1DT12H' }, 'Thời gian trôi: 1 ngày 12 giờ', 'Time passes: 1 d 12 h'],
  [{ by: 'PT30M' }, 'Thời gian trôi: 30 phút', 'Time passes: 30 min'],
  [{ to: 'nextDue' }, 'Đến hạn kế tiếp', 'To the next due instant'],
  [{ to: '2026-11-02T17:30:00.000Z' }, 'Đến lúc 03/11/2026 00:30', 'Until 03/11/2026 00:30'],
  [{ to: 'lúc nào' }, 'Đến lúc lúc nào', 'Until lúc nào'],
  [{}, 'Thời gian trôi: ', 'Time passes: '],
])('time that passes is told in words: %j', (advance, vi, en) => {
  expect(timePassed(advance)).toEqual({ vi, en });
});
