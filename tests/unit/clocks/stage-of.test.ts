import { amberAt, nextStageAt, stageOf } from '../../../src/plugins/procedures/server/src/clocks/stage-of';
import { stopClock } from '../../../src/plugins/procedures/server/src/clocks/stop-clock';
import { anOpenClock, at } from './a-rule';

const span = (startAt: string, dueAt: string) => ({ startAt: at(startAt), dueAt: at(dueAt) });

describe('amberAt', () => {
  it.each([
    ['24 hours before the due of a long term', '2026-05-01 00:00', '2026-05-21 00:00', '2026-05-20 00:00'],
    ['70 % of a day', '2026-05-11 08:00', '2026-05-12 08:00', '2026-05-12 00:48'],
    ['70 % of half an hour', '2026-05-11 08:00', '2026-05-11 08:30', '2026-05-11 08:21'],
    ['the due itself when a cap put it before the start', '2026-05-11 20:00', '2026-05-11 00:00', '2026-05-11 00:00'],
  ])('is %s', (_, startAt, dueAt, amber) => {
    expect(amberAt(span(startAt, dueAt))).toEqual(at(amber));
  });

  it('lies between start and due, 70 % or later, for any length', () => {
    for (let minutes = 1; minutes < 100_000; minutes = Math.ceil(minutes * 1.3)) {
      const startAt = at('2026-05-11 08:00');
      const dueAt = new Date(startAt.getTime() + minutes * 60_000);
      const elapsed = (amberAt({ startAt, dueAt }).getTime() - startAt.getTime()) / (minutes * 60_000);
      expect(elapsed).toBeGreaterThanOrEqual(0.7);
      expect(elapsed).toBeLessThanOrEqual(1);
    }
  });
});

describe('stageOf', () => {
  const clock = span('2026-05-11 08:00', '2026-05-12 08:00');

  it.each([
    ['2026-05-11 07:00', 'NEUTRAL'],
    ['2026-05-12 00:47', 'NEUTRAL'],
    ['2026-05-12 00:48', 'AMBER'],
    ['2026-05-12 08:00', 'AMBER'],
    ['2026-05-12 08:01', 'DUE'],
  ])('at %s is %s', (now, stage) => {
    expect(stageOf(clock, at(now))).toBe(stage);
  });

  it('stands still while the clock is paused', () => {
    const paused = { ...clock, state: 'PAUSED' as const, pausedAt: at('2026-05-11 09:00') };
    expect(stageOf(paused, at('2026-06-01 00:00'))).toBe('NEUTRAL');
    expect(nextStageAt(paused, at('2026-06-01 00:00'))).toBeNull();
  });

  it('says when it next changes: what is scheduled for that instant finds it changed', () => {
    let now = clock.startAt;
    const stages = [stageOf(clock, now)];
    for (let next = nextStageAt(clock, now); next; next = nextStageAt(clock, now)) {
      expect(stageOf(clock, new Date(next.getTime() - 1))).toBe(stages.at(-1));
      now = next;
      stages.push(stageOf(clock, now));
    }
    expect(stages).toEqual(['NEUTRAL', 'AMBER', 'DUE']);
  });
});

describe('stopClock', () => {
  const clock = anOpenClock('X');

  it.each([
    ['2026-05-14 23:59', true, 0],
    ['2026-05-15 00:00', true, 0],
    ['2026-05-15 00:01', false, 1],
    ['2026-05-15 05:10', false, 310],
  ])('at %s is on time: %s', (when, onTime, lateByMinutes) => {
    expect(stopClock(clock, at(when))).toMatchObject({ onTime, lateByMinutes });
  });

  it('calls one second late a minute late', () => {
    const stop = stopClock(clock, new Date(clock.dueAt.getTime() + 1000));
    expect(stop).toMatchObject({ onTime: false, lateByMinutes: 1 });
  });

  it('judges a paused clock where it was paused', () => {
    const paused = { ...clock, state: 'PAUSED' as const, pausedAt: at('2026-05-12 00:00') };
    expect(stopClock(paused, at('2026-06-01 00:00'))).toMatchObject({ onTime: true, lateByMinutes: 0 });
  });
});
