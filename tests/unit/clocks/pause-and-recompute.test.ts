import { calendarOf } from '../../../src/plugins/procedures/server/src/calendars/calendar';
import { resumeClock } from '../../../src/plugins/procedures/server/src/clocks/pause-clock';
import { recomputeClock } from '../../../src/plugins/procedures/server/src/clocks/recompute';
import type { OpenClock } from '../../../src/plugins/procedures/server/src/clocks/types';
import { anOpenClock, aRule, at, calendar } from './a-rule';

const rule = aRule('X');
const paused = (more: Partial<OpenClock>) =>
  anOpenClock('X', { state: 'PAUSED', pausedAt: at('2026-05-12 10:00'), ...more });

describe('resumeClock', () => {
  it('gives hours back to the minute', () => {
    const clock = paused({ unit: 'hours', length: 24, dueAt: at('2026-05-12 20:00'), nominalDay: '2026-05-12' });
    expect(resumeClock(clock, rule, at('2026-05-13 11:30'), calendar)).toMatchObject({
      dueAt: at('2026-05-13 21:30'),
      dueDay: '2026-05-13',
      derivation: { vi: expect.stringContaining('cộng thêm 1530 phút') },
    });
  });

  it('gives civil days back to a term in days, then moves the end off a day off', () => {
    const resumed = resumeClock(paused({}), rule, at('2026-05-14 09:00'), calendar);
    expect(resumed).toMatchObject({ nominalDay: '2026-05-16', dueDay: '2026-05-18', addedDays: 2 });
    expect(resumed.dueAt).toEqual(at('2026-05-19 00:00'));
  });

  it('gives nothing back for a pause within one day', () => {
    expect(resumeClock(paused({}), rule, at('2026-05-12 18:00'), calendar)).toMatchObject({
      dueAt: at('2026-05-15 00:00'),
      addedDays: 0,
    });
  });

  it('gives working days back to a term in working days', () => {
    const resumed = resumeClock(paused({ unit: 'workingDays', addedDays: 1 }), rule, at('2026-05-18 09:00'), calendar);
    expect(resumed).toMatchObject({ nominalDay: '2026-05-20', dueDay: '2026-05-20', addedDays: 5 });
  });

  it('does not roll a term that is counted back', () => {
    const resumed = resumeClock(paused({ unit: 'daysBefore' }), rule, at('2026-05-14 09:00'), calendar);
    expect(resumed.dueDay).toBe('2026-05-16');
  });
});

describe('recomputeClock', () => {
  const changed = calendarOf({
    timeZone: calendar.timeZone,
    weekend: [6, 7],
    revision: 2,
    days: [{ day: '2026-05-14', kind: 'HOLIDAY', name: 'New day off' }],
  });

  it('answers null when nothing changes', () => {
    expect(recomputeClock(anOpenClock('X'), rule, calendar)).toBeNull();
  });

  it('moves the end of a term in days off a new day off, and says by which calendar', () => {
    const moved = recomputeClock(anOpenClock('X'), rule, changed);
    expect(moved).toMatchObject({ nominalDay: '2026-05-14', dueDay: '2026-05-15', dueAt: at('2026-05-16 00:00') });
    expect(moved?.amberAt).toEqual(at('2026-05-15 00:00'));
    expect(moved?.derivation.vi).toMatch(/^Tính lại theo lịch bản 2: .*ngày nghỉ \(New day off\)/);
  });

  it('moves back when a day off is withdrawn', () => {
    const clock = anOpenClock('X', { dueDay: '2026-05-15', dueAt: at('2026-05-16 00:00') });
    expect(recomputeClock(clock, rule, calendar)?.dueDay).toBe('2026-05-14');
  });

  it('counts working days again, with those that a pause added', () => {
    const clock = anOpenClock('X', { unit: 'workingDays', addedDays: 1, dueAt: at('2026-05-16 00:00') });
    expect(recomputeClock(clock, rule, calendar)).toBeNull();
    expect(recomputeClock(clock, rule, changed)?.dueDay).toBe('2026-05-18');
  });

  it.each(['hours', 'minutes', 'daysBefore'] as const)('leaves %s alone', (unit) => {
    expect(recomputeClock(anOpenClock('X', { unit }), rule, changed)).toBeNull();
  });

  it('leaves a term that does not roll alone', () => {
    expect(recomputeClock(anOpenClock('X'), aRule('X', { rolling: 'NONE' }), changed)).toBeNull();
  });
});
