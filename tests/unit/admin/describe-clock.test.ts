/** How a deadline is told: every state in words, with a tone, a sign and a bar. */
import { describeClock, spanInWords } from '../../../src/plugins/procedures/admin/src/clocks/describeClock';

const clock = (over: Partial<Parameters<typeof describeClock>[0]> = {}) => ({
  state: 'RUNNING' as const,
  startAt: '2026-11-20T01:00:00Z',
  dueAt: '2026-11-22T01:00:00Z',
  amberAt: '2026-11-21T10:36:00Z',
  stoppedAt: null,
  elapsedRatio: 0.4,
  pausedRanges: [],
  ...over,
});
const at = (instant: string) => new Date(instant);

describe('spanInWords', () => {
  it('names the two largest units and nothing smaller', () => {
    expect(spanInWords((5 * 60 + 12) * 60_000 + 59_000, 'vi')).toBe('5 giờ 12 phút');
    expect(spanInWords((2 * 24 + 3) * 3_600_000 + 59 * 60_000, 'vi')).toBe('2 ngày 3 giờ');
  });
  it('leaves out a unit that is zero', () => {
    expect(spanInWords(2 * 86_400_000, 'vi')).toBe('2 ngày');
    expect(spanInWords(3_600_000, 'en')).toBe('1 h');
    expect(spanInWords(12 * 60_000, 'vi')).toBe('12 phút');
  });
  it('does not say "0 phút" of the last seconds', () => {
    expect(spanInWords(30_000, 'vi')).toBe('dưới 1 phút');
  });
});

describe('describeClock', () => {
  it('shows a running clock as neutral, with the time left and the share that has passed', () => {
    const shown = describeClock(clock(), at('2026-11-20T13:00:00Z'), 'vi');
    expect(shown).toMatchObject({ tone: 'neutral', sign: 'clock', word: 'Trong hạn', text: 'còn 1 ngày 12 giờ' });
    expect(shown.ratio).toBeCloseTo(0.25);
  });
  it('turns amber at the instant the server names, not before', () => {
    expect(describeClock(clock(), at('2026-11-21T10:35:59Z'), 'vi').tone).toBe('neutral');
    expect(describeClock(clock(), at('2026-11-21T10:36:00Z'), 'vi')).toMatchObject({
      tone: 'amber',
      word: 'Sắp hết hạn',
    });
  });
  it('is overdue from the due instant on, with a full bar', () => {
    expect(describeClock(clock(), at('2026-11-24T01:00:00Z'), 'vi')).toMatchObject({
      tone: 'red',
      sign: 'overdue',
      text: 'quá hạn 2 ngày',
      ratio: 1,
    });
  });
  it('is grey while paused and tells what is left from the moment of the pause', () => {
    const paused = clock({ state: 'PAUSED', pausedRanges: [{ from: '2026-11-21T01:00:00Z', to: null }] });
    expect(describeClock(paused, at('2026-12-30T01:00:00Z'), 'vi')).toMatchObject({
      tone: 'grey',
      sign: 'paused',
      text: 'tạm dừng, còn 1 ngày',
      ratio: 0.4,
    });
  });
  it('does not count a pause that has ended as elapsed', () => {
    const resumed = clock({
      dueAt: '2026-11-23T01:00:00Z',
      amberAt: '2026-11-22T20:00:00Z',
      pausedRanges: [{ from: '2026-11-20T13:00:00Z', to: '2026-11-21T13:00:00Z' }],
    });
    expect(describeClock(resumed, at('2026-11-21T13:00:00Z'), 'vi').ratio).toBeCloseTo(0.25);
  });
  it('is green when met, and says how early', () => {
    const met = clock({ state: 'MET', stoppedAt: '2026-11-21T01:00:00Z' });
    expect(describeClock(met, at('2027-01-01T00:00:00Z'), 'vi')).toMatchObject({
      tone: 'green',
      text: 'xong sớm 1 ngày',
    });
  });
  it('stays red when it was stopped late, and says by how much', () => {
    const missed = clock({ state: 'MISSED', stoppedAt: '2026-11-22T04:00:00Z' });
    expect(describeClock(missed, at('2027-01-01T00:00:00Z'), 'en')).toMatchObject({
      tone: 'red',
      text: 'done 3 h late',
    });
  });
  it('is grey and never counts down once replaced', () => {
    const replaced = describeClock(clock({ state: 'SUPERSEDED' }), at('2027-01-01T00:00:00Z'), 'vi');
    expect(replaced).toMatchObject({ tone: 'grey', text: 'đã thay bằng hạn khác' });
    // Withdrawn, sent back, merged: nothing runs in its place, and nothing is said to.
    const ended = { ...clock({ state: 'SUPERSEDED' }), supersededBy: null };
    expect(describeClock(ended, at('2027-01-01T00:00:00Z'), 'vi')).toMatchObject({
      tone: 'grey',
      text: 'đã thôi tính',
    });
  });
});
