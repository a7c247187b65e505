// How a decision came about, told out of an engine's report: the engine's part is written here as it answers.
import { failureWords } from '../../../src/plugins/procedures/server/src/decisions/failure-words';
import { nullPlaces, placeKey } from '../../../src/plugins/procedures/server/src/decisions/null-places';
import { type ProbedFile, probedFile } from '../../../src/plugins/procedures/server/src/decisions/probed-file';
import { tellDecision } from '../../../src/plugins/procedures/server/src/decisions/tell-decision';
import { unreadableCells } from '../../../src/plugins/procedures/server/src/decisions/unreadable-cells';
import type { DecisionReport } from '../../../src/plugins/procedures/server/src/engine/engine';
import { checkFile } from '../../../src/plugins/procedures/server/src/packages/loose/check-file';
import { withRequired } from '../../../src/plugins/procedures/shared/with-required';
import { SMALL } from './small-table';

let file: ProbedFile;
beforeAll(async () => {
  file = await probedFile('a.dmn', Buffer.from(SMALL));
});
const asked = () => {
  const [one] = withRequired(file.decisions, 'ket_qua');
  if (!one) throw new Error('Expected the decision, but it is not there');
  return one;
};

const report = (muc: string, unit: string | null, rules: DecisionReport['steps'][number]['rules']): DecisionReport => ({
  status: 'evaluated',
  output: null,
  failed: null,
  steps: [
    { decision: file.deployed('muc'), output: muc, inputs: [{ id: 'muc_vao_0', value: 4 }], rules: [] },
    {
      decision: file.deployed('ket_qua'),
      output: rules.length > 0 ? { phong: 'B', ai: null } : null,
      inputs: [
        { id: 'ket_qua_vao_0', value: muc },
        { id: 'ket_qua_vao_1', value: unit },
      ],
      rules,
    },
  ],
});
const probe = (cells: [number, number][]): DecisionReport => ({
  status: 'evaluated',
  output: [],
  failed: null,
  steps: [
    {
      decision: file.probe('ket_qua') ?? '',
      output: [],
      inputs: [],
      rules: cells.map(([rule, column]) => ({ id: file.probeRule('ket_qua', rule, column), outputs: [] })),
    },
  ],
});
const told = (one: DecisionReport, cells: DecisionReport | null, whys = new Map()) =>
  tellDecision({ file, report: one, probes: new Map([['ket_qua', cells]]), whys, known: ['muc', 'unit'] }, asked());

test('where nothing matches, each rule says which cell does not hold, and a text without quotation marks is seen', () => {
  const none = told(
    report('lớn', 'KT', []),
    probe([
      [0, 0],
      [2, 1],
    ]),
  );
  expect(none).toMatchObject({
    id: 'ket_qua',
    name: 'Xếp phòng',
    hitPolicy: 'FIRST',
    value: null,
    type: 'null',
    taken: [],
  });
  expect(none?.inputs.map(({ title, value }) => [title, value])).toEqual([
    ['Mức', 'lớn'],
    ['Nơi nhận', 'KT'],
  ]);
  expect(none?.rules.map(({ rule, about, taken, misses }) => [rule, about, taken, misses])).toEqual([
    [1, 'Phòng lớn của văn phòng', false, [{ column: 1, id: 'mot_input_1', cell: '"VP"', hint: null }]],
    [2, 'Phòng nhỏ', false, [{ column: 0, id: 'hai_input_0', cell: '"nhỏ"', hint: null }]],
    [3, 'Viết thiếu ngoặc', false, [{ column: 0, id: 'ba_input_0', cell: 'lớn', hint: 'QUOTES' }]],
  ]);
});

test('the rule that was taken is told with its results, and why one of them is null', () => {
  const taken = [
    {
      id: 'hai',
      outputs: [
        { id: 'ket_qua_ra_0', value: 'B' },
        { id: 'ket_qua_ra_1', value: null },
      ],
    },
  ];
  const why = [{ code: 'NO_VARIABLE_FOUND', said: '', vi: 'Không có unit', en: 'No unit' }];
  const one = report('nhỏ', null, taken);
  const places = nullPlaces(file.decisions, one, file.deployed, (name) => name === 'muc');
  expect(places.map(({ decision, rule, column, expression }) => [decision, rule, column, expression])).toEqual([
    ['ket_qua', 1, 1, 'unit'],
    ['ket_qua', null, 1, 'unit'],
  ]);
  expect(nullPlaces(file.decisions, one, file.deployed, () => true)).toEqual([]);
  const done = told(one, probe([[1, 0]]), new Map([[placeKey({ decision: 'ket_qua', rule: 1, column: 1 }), why]]));
  expect(done?.taken).toEqual([
    {
      rule: 2,
      outputs: [
        { title: 'phong', expression: '"B"', value: 'B', why: [] },
        { title: 'ai', expression: 'unit', value: null, why },
      ],
    },
  ]);
  expect(done?.rules.map(({ taken: isTaken }) => isTaken)).toEqual([false, true, false]);
  expect(done?.rules[1]?.misses).toEqual([]);
});

test('without the verdict on cells nothing is made up of them', () => {
  const misses = (cells: DecisionReport | null) => told(report('lớn', 'KT', []), cells)?.rules.map((one) => one.misses);
  expect(misses(null)).toEqual([null, null, null]);
  expect(misses({ ...probe([]), failed: { decision: 'x', message: 'y' } })).toEqual([null, null, null]);
});

test('of a decision that the engine did not come to there is nothing to tell', () => {
  expect(told({ ...report('lớn', 'KT', []), steps: [] }, null)).toBeNull();
});

test('several rules where one is allowed are named; any other failure is told as the engine said it', () => {
  const one = told(
    report('lớn', 'VP', []),
    probe([
      [0, 0],
      [0, 1],
      [1, 0],
    ]),
  );
  if (!one) throw new Error('Expected it to be told');
  const unique = { ...one, hitPolicy: 'UNIQUE' };
  expect(failureWords('x', 'ket_qua', [unique]).vi).toContain('các dòng 1, 2 cùng khớp');
  expect(failureWords('không tính được', 'ket_qua', [one]).vi).toContain('với sự cố: không tính được');
  expect(failureWords('PROCESSING_ERROR', 'ket_qua', []).vi).toContain('không có mã (id)');
  expect(failureWords('không nhận', null, []).en).toContain('incident: không nhận');
});

test('what cannot be read is told with table, rule and column', async () => {
  const wrong = SMALL.replace('&lt; 10', '&lt; &lt; 10').replace(
    '<text>unit</text></outputEntry>',
    '<text>1 +</text></outputEntry>',
  );
  const content = Buffer.from(wrong);
  const { problems } = await checkFile('dmn', content);
  expect((await unreadableCells('a.dmn', content, problems)).map(({ vi: _vi, en: _en, ...place }) => place)).toEqual([
    { decision: 'Mức phòng', rule: 1, column: 'Số người' },
    { decision: 'Xếp phòng', rule: 2, column: 'ai' },
  ]);
  const noXml = Buffer.from('<definitions');
  const broken = await unreadableCells('a.dmn', noXml, (await checkFile('dmn', noXml)).problems);
  expect(broken.map(({ decision, rule }) => [decision, rule])).toEqual([[null, null]]);
});
