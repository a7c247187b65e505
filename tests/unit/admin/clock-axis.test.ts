// The common axis of a case's clocks: what is seen, where it stands, and in which order.
import {
  barOf,
  endOf,
  inChains,
  rangeOf,
  shareOf,
  ticksOf,
  wholeRange,
} from '../../../src/plugins/procedures/admin/src/clocks/clockAxis';
import type { ClockView } from '../../../src/plugins/procedures/shared/contracts';

const clock = (over: Partial<ClockView>): ClockView =>
  ({
    id: 'a',
    state: 'RUNNING',
    startAt: '2026-05-01T00:00:00Z',
    dueAt: '2026-05-11T00:00:00Z',
    amberAt: '2026-05-08T00:00:00Z',
    stoppedAt: null,
    pausedRanges: [],
    supersededBy: null,
    ...over,
  }) as ClockView;
const NOW = new Date('2026-05-06T00:00:00Z');
const HOUR = 3_600_000;

test('the whole holds every start, due and end, and the present while something runs', () => {
  const late = new Date('2026-06-01T00:00:00Z');
  expect(wholeRange([clock({})], late).to).toBeGreaterThan(late.getTime());
  const met = clock({ state: 'MET', stoppedAt: '2026-05-05T00:00:00Z' });
  expect(wholeRange([met], late).to).toBeLessThan(late.getTime());
  expect(wholeRange([met], late).from).toBeLessThan(new Date(met.startAt).getTime());
});
test('no clocks, and clocks of no length, still make an axis that can be divided by', () => {
  for (const clocks of [[], [clock({ dueAt: '2026-05-01T00:00:00Z', state: 'MET' })]]) {
    const range = wholeRange(clocks, NOW);
    expect(range.to - range.from).toBeGreaterThan(HOUR);
  }
});
test.each(['day', 'week', 'month'] as const)('zoomed to a %s it never loses the clocks from sight', (zoom) => {
  const whole = wholeRange([clock({})], NOW);
  const far = rangeOf(zoom, new Date('2030-01-01T00:00:00Z').getTime(), whole);
  expect(far.from).toBeLessThan(whole.to);
  expect(far.to).toBeGreaterThan(whole.from);
});
test('a bar is clipped to what is seen, and is none outside', () => {
  const range = { from: 0, to: 100 };
  expect(barOf(range, -50, 50)).toEqual({ left: 0, width: 0.5 });
  expect(barOf(range, 90, 500)).toEqual({ left: 0.9, width: expect.closeTo(0.1) });
  expect(barOf(range, 200, 300)).toBeNull();
  expect(barOf(range, -300, -200)).toBeNull();
  expect(shareOf(range, 25)).toBe(0.25);
});
test('ticks stand on full hours and midnights of the office, and are few', () => {
  const day = { from: Date.parse('2026-05-05T17:00:00Z'), to: Date.parse('2026-05-06T17:00:00Z') };
  expect(ticksOf(day).map(({ label }) => label)).toEqual([
    '06/05',
    '03:00',
    '06:00',
    '09:00',
    '12:00',
    '15:00',
    '18:00',
    '21:00',
  ]);
  for (const span of [HOUR * 5, HOUR * 24 * 30, HOUR * 24 * 4000]) {
    const ticks = ticksOf({ from: 0, to: span });
    expect(ticks.length).toBeGreaterThan(1);
    expect(ticks.length).toBeLessThanOrEqual(9);
  }
});
test('an open clock goes on past its due only as far as a day is seen', () => {
  const due = Date.parse('2026-05-11T00:00:00Z');
  expect(endOf(clock({}), NOW)).toBe(due);
  expect(endOf(clock({}), new Date('2027-05-11T00:00:00Z'))).toBe(due + 24 * HOUR);
  expect(endOf(clock({ state: 'MET', stoppedAt: '2026-05-03T00:00:00Z' }), NOW)).toBe(
    Date.parse('2026-05-03T00:00:00Z'),
  );
});
test('what stands in the place of another comes right under it, and a ring of them ends', () => {
  const rows = inChains([
    clock({ id: 'new', startAt: '2026-05-09T00:00:00Z' }),
    clock({ id: 'other', startAt: '2026-05-02T00:00:00Z' }),
    clock({ id: 'old', state: 'SUPERSEDED', supersededBy: 'new' }),
  ]);
  expect(rows.map(({ id }) => id)).toEqual(['old', 'new', 'other']);
});
