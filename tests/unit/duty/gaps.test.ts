import { daily, gapsIn, meet } from '../../../src/plugins/procedures/server/src/duty/gaps';

const at = (hour: number, day = 1) => new Date(Date.UTC(2026, 10, day, hour));
const span = (from: number, to: number) => ({ from: at(from), to: at(to) });
const day = span(0, 24);

test.each([
  ['an empty roster', [], [span(0, 24)]],
  ['one shift in the middle', [span(8, 16)], [span(0, 8), span(16, 24)]],
  ['shifts that follow each other', [span(0, 12), span(12, 24)], []],
  ['shifts in any order', [span(12, 24), span(0, 12)], []],
  ['two hours at the end', [span(0, 22)], [span(22, 24)]],
  ['a shift that began the day before and ends the day after', [{ from: at(-5), to: at(30) }], []],
  ['a shift inside another', [span(2, 20), span(4, 6)], [span(0, 2), span(20, 24)]],
  [
    'shifts outside the asked time',
    [
      { from: at(-9), to: at(-1) },
      { from: at(25), to: at(30) },
    ],
    [span(0, 24)],
  ],
])('gaps of %s', (_what, shifts, gaps) => {
  expect(gapsIn(day, shifts)).toEqual(gaps);
});
test('shifts meet when they share a moment, not when one ends as the other begins', () => {
  expect(meet(span(0, 12), span(11, 13))).toBe(true);
  expect(meet(span(0, 12), span(12, 13))).toBe(false);
  expect(meet(span(5, 6), span(0, 12))).toBe(true);
});
test('the same hours on many days follow the wall clock, also over a change of summer time', () => {
  const first = { from: new Date('2026-10-24T05:00:00Z'), to: new Date('2026-10-24T17:00:00Z') };
  const berlin = daily(first, 2, 'Europe/Berlin');
  expect(berlin[1].from.toISOString()).toBe('2026-10-25T06:00:00.000Z');
  const here = daily(first, 3, 'Asia/Ho_Chi_Minh');
  expect(here.map(({ from }) => from.toISOString().slice(0, 13))).toEqual([
    '2026-10-24T05',
    '2026-10-25T05',
    '2026-10-26T05',
  ]);
});
