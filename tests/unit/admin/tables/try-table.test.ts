// Trying a decision table beside it: what is asked for, what is drawn on the table, and which rules came nearest.
import { askedNames } from '../../../../src/plugins/procedures/admin/src/pages/packages/tables/askedNames';
import {
  decisionOf,
  namesModule,
} from '../../../../src/plugins/procedures/admin/src/pages/packages/tables/namesModule';
import { nearestRules } from '../../../../src/plugins/procedures/admin/src/pages/packages/tables/nearestRules';
import { sayValue } from '../../../../src/plugins/procedures/admin/src/pages/packages/tables/sayValue';
import { tableMarks } from '../../../../src/plugins/procedures/admin/src/pages/packages/tables/tableMarks';
import type {
  DecidedOne,
  DecidedRule,
  DecisionNames,
} from '../../../../src/plugins/procedures/shared/decisions-contract';
import type { ElementVariable } from '../../../../src/plugins/procedures/shared/expressions-contract';

const variable = (name: string): ElementVariable => ({
  name,
  type: 'string',
  title: null,
  origin: 'FORM',
  steps: [],
  unset: false,
  local: false,
  options: [],
  entries: [],
});
const names = (id: string, required: string[], variables: string[]): DecisionNames => ({
  id,
  callers: [],
  required: required.map(variable),
  variables: variables.map(variable),
});

const FILE = {
  decisions: [
    { id: 'muc', name: 'Mức', requires: [], feel: 'quantity\n"unit"\nseriousness' },
    { id: 'ket_qua', name: 'Kết quả', requires: ['muc'], feel: 'muc.value\nunit\nrecord.kind' },
    { id: 'khac', name: 'Khác', requires: ['khac'], feel: 'kind' },
  ],
  tables: [
    {
      decision: 'muc',
      name: 'Mức',
      hitPolicy: 'FIRST',
      inputs: [
        { words: 'Mức độ', expression: 'seriousness', type: 'string' },
        { words: 'Số', expression: 'quantity', type: 'number' },
      ],
      rules: [
        ['"rất nghiêm trọng","nghiêm trọng"', '< 3'],
        ['not("nghiêm trọng")', '"4"'],
      ],
    },
  ],
  names: [
    names('muc', [], ['quantity', 'unit', 'seriousness', 'kind']),
    names('ket_qua', ['muc'], ['quantity', 'unit', 'seriousness', 'kind', 'muc']),
  ],
};
const asked = (id: string) => askedNames(id, FILE).map((one) => [one.variable.name, one.texts]);

test('asked for are the names that the table and what it needs look at, with the texts that cells name for them', () => {
  expect(asked('muc')).toEqual([
    ['quantity', ['4']],
    ['seriousness', ['rất nghiêm trọng', 'nghiêm trọng']],
  ]);
  expect(asked('ket_qua').map(([name]) => name)).toEqual(['quantity', 'unit', 'seriousness']);
});

test('of a decision whose names are not known nothing is asked, also where it needs itself', () => {
  expect(asked('khac')).toEqual([]);
  expect(asked('khong_co')).toEqual([]);
});

const rule = (number: number, misses: number | null, taken = false): DecidedRule => ({
  rule: number,
  id: `r${number}`,
  about: null,
  taken,
  misses:
    misses === null
      ? null
      : Array.from({ length: misses }, (_, column) => ({
          column,
          id: `r${number}_c${column}`,
          cell: '"a"',
          hint: null,
        })),
});
const decided = (rules: DecidedRule[]): DecidedOne => ({
  id: 'd',
  name: 'D',
  hitPolicy: 'FIRST',
  value: null,
  type: 'null',
  why: [],
  inputs: [],
  rules,
  taken: [],
});

test('nearest are the rules with the fewest cells that do not hold, in the order of the table, three at most', () => {
  const rules = [rule(1, 3), rule(2, 1), rule(3, 2), rule(4, 1), rule(5, null), rule(6, 0)];
  expect(nearestRules(rules).map((one) => one.rule)).toEqual([2, 4, 3]);
  expect(nearestRules([rule(1, null)])).toEqual([]);
});

test('drawn on the table are the taken rule and the cells that do not hold, each with a sign', () => {
  const marks = tableMarks([decided([rule(1, 1), rule(2, 0, true)])]);
  expect(marks).toContain('td[data-row-id="r2"].rule-index::before{content:""');
  expect(marks).toContain('td[data-element-id="r1_c0"]::after{content:"×"');
  expect(marks).not.toContain('r1"]{');
  expect(tableMarks([decided([])])).toBe('');
});

test('an id that is none is not put into a style', () => {
  const wrong = { ...rule(1, 0, true), id: 'x"]{}*{display:none}td[a="' };
  expect(tableMarks([decided([wrong])])).toBe('');
});

test('values are said in words', () => {
  const t = (key: string) => key;
  expect([null, true, false, '', 'A', 2.5, ['A'], undefined].map((value) => sayValue(value, { t }))).toEqual([
    'tables.try.null',
    'tables.try.true',
    'tables.try.false',
    'tables.try.emptyText',
    '“A”',
    '2.5',
    '["A"]',
    'tables.try.null',
  ]);
});

test('a cell gets the names of the decision that it stands in', () => {
  const decision = { $type: 'dmn:Decision', id: 'd' };
  const cell = { $type: 'dmn:UnaryTests', $parent: { $type: 'dmn:DecisionRule', $parent: decision } };
  expect(decisionOf(cell)).toBe('d');
  expect(decisionOf({ businessObject: cell })).toBe('d');
  expect(decisionOf({ $type: 'dmn:DRGElement' })).toBe('');
  const providers: { getVariables(known: object[], element: object): object[] }[] = [];
  const [, Names] = namesModule((id, known) => (id === 'd' ? [{ name: 'own' }] : known)).procedureNames as [
    string,
    never,
  ];
  (Names as (resolver: object) => void)({ registerProvider: (one: never) => providers.push(one) });
  expect(providers[0]?.getVariables([{ name: 'theirs' }], cell)).toEqual([{ name: 'own' }]);
  expect(providers[0]?.getVariables([{ name: 'theirs' }], {})).toEqual([{ name: 'theirs' }]);
});
