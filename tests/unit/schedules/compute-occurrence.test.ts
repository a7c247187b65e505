import { computeOccurrence } from '../../../src/plugins/procedures/server/src/schedules/compute-occurrence';
import { periodOf } from '../../../src/plugins/procedures/server/src/schedules/periods';
import type { ScheduleDefinition } from '../../../src/plugins/procedures/shared/schedules-contract';
import { at, BEFORE_SIXTH_OF_JANUARY, calendar, period, schedule } from './a-schedule';

const of = (given: Partial<ScheduleDefinition>, day: string, days = calendar()) => {
  const definition = schedule(given);
  return computeOccurrence(definition, periodOf(definition.period, day), days);
};

describe('the due of a period', () => {
  it('before 06/01 is the last moment of 05/01: 23:59 is in time, 06/01 00:00 is not', () => {
    const { opensAt, dueAt, dueDay, derivation } = of({}, '2026-07-01');
    expect(opensAt).toEqual(at('2027-01-01T00:00:00'));
    expect(dueAt).toEqual(at('2027-01-05T23:59:59.999'));
    expect(dueAt >= at('2027-01-05T23:59:00') && dueAt < at('2027-01-06T00:00:00')).toBe(true);
    expect(dueDay).toBe('2027-01-05');
    expect(derivation.vi).toBe(
      'Kỳ 01/01/2026–31/12/2026; gửi trước ngày 06/01/2027 = chậm nhất 23:59 Thứ Ba 05/01/2027',
    );
  });

  it('stays on a day off when the schedule says so, and moves to the next working day when it rolls', () => {
    const off = calendar([{ day: '2027-01-05', kind: 'HOLIDAY', name: 'ngày nghỉ mẫu' }]);
    expect(of({}, '2026-07-01', off).dueDay).toBe('2027-01-05');
    const rolled = of({ rolling: 'NEXT_WORKING_DAY' }, '2026-07-01', off);
    expect([rolled.nominalDay, rolled.dueDay]).toEqual(['2027-01-05', '2027-01-06']);
    expect(rolled.dueAt).toEqual(at('2027-01-06T23:59:59.999'));
    expect(rolled.derivation.vi).toContain('là ngày nghỉ');
  });

  it('by a day ends at 24:00 of it, and a month without the day gives its last one', () => {
    const monthly = (day: string) =>
      of({ period: period('MONTH'), due: { kind: 'FIXED_DATE', month: null, day: 30, before: false } }, day);
    expect(monthly('2028-01-31').dueAt).toEqual(at('2028-03-01T00:00:00'));
    expect(monthly('2028-01-31').dueDay).toBe('2028-02-29');
    expect(monthly('2027-01-31').dueDay).toBe('2027-02-28');
  });

  it('counts calendar days from the last day of the period, which is not counted', () => {
    const police = { period: period('HALF_YEAR', 12, 15), due: { kind: 'CALENDAR_DAYS' as const, days: 5 } };
    expect(of(police, '2026-01-01').dueDay).toBe('2026-06-19');
    expect(of({ ...police, rolling: 'NEXT_WORKING_DAY' }, '2026-09-01').dueDay).toBe('2026-12-21');
  });

  it('counts working days over days off', () => {
    const days = of({ due: { kind: 'WORKING_DAYS', days: 3 } }, '2026-12-31');
    expect(days.dueDay).toBe('2027-01-06');
    expect(days.derivation.vi).toContain('3 ngày làm việc (bỏ qua 01/01, 02/01, 03/01)');
  });

  it('opens a number of days before the due where the schedule says so', () => {
    const early = of({ opens: { kind: 'DAYS_BEFORE_DUE', days: 10 }, due: BEFORE_SIXTH_OF_JANUARY }, '2026-12-31');
    expect(early.opensAt).toEqual(at('2026-12-26T00:00:00'));
    expect(early.amberAt > early.opensAt && early.amberAt < early.dueAt).toBe(true);
  });
});
