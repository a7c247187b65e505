import { addDays, addMonths } from '../../../src/plugins/procedures/server/src/calendars/day';
import { computeDue, type Term } from '../../../src/plugins/procedures/server/src/clocks/compute-due';
import { at, calendar } from './a-rule';

const term = (startAt: string, unit: Term['unit'], length: number, more: Partial<Term> = {}): Term => ({
  title: { vi: 'Rà soát', en: 'Review' },
  unit,
  length,
  rolling: 'NEXT_WORKING_DAY',
  startAt: at(startAt),
  ...more,
});

describe('computeDue', () => {
  it.each([
    ['hours run through nights and days off', '2026-05-01 23:10', 'hours', 24, '2026-05-02 23:10'],
    ['minutes too', '2026-05-01 23:50', 'minutes', 30, '2026-05-02 00:20'],
    ['hours may be broken', '2026-05-11 08:00', 'hours', 1.5, '2026-05-11 09:30'],
    ['the day of receipt is not counted', '2026-05-11 08:20', 'calendarDays', 7, '2026-05-19 00:00'],
    ['not even at its first minute', '2026-05-11 00:00', 'calendarDays', 7, '2026-05-19 00:00'],
    ['nor at its last', '2026-05-11 23:59', 'calendarDays', 7, '2026-05-19 00:00'],
    ['a last day off moves to the next working day', '2026-04-24 16:30', 'calendarDays', 7, '2026-05-05 00:00'],
    ['working days step over days off', '2026-04-29 16:30', 'workingDays', 3, '2026-05-06 00:00'],
    ['months end on the same-numbered day', '2026-03-14 09:00', 'months', 2, '2026-05-15 00:00'],
    ['or on the last of the month, then moved', '2027-01-31 09:00', 'months', 1, '2027-03-02 00:00'],
  ] as const)('%s', (_, startAt, unit, length, dueAt) => {
    expect(computeDue(term(startAt, unit, length), calendar).dueAt).toEqual(at(dueAt));
  });

  it('keeps the nominal day beside the day that it moved to, and says why', () => {
    const due = computeDue(term('2026-04-24 16:30', 'calendarDays', 7), calendar);
    expect(due).toMatchObject({ nominalDay: '2026-05-01', dueDay: '2026-05-04' });
    expect(due.derivation.vi).toBe(
      'Nhận Thứ Sáu 24/04/2026 16:30; không tính ngày nhận; + 7 ngày = hết 24:00 Thứ Sáu 01/05/2026; ngày cuối 01/05/2026 là ngày nghỉ (Labour Day) nên lùi sang ngày làm việc kế tiếp Thứ Hai 04/05/2026',
    );
    expect(due.derivation.en).toBe(
      'Received Friday 24/04/2026 16:30; that day is not counted; + 7 days = end of Friday 01/05/2026; the last day 01/05/2026 is a day off (Labour Day), so the next working day Monday 04/05/2026',
    );
  });

  it('does not move a term that does not roll', () => {
    const due = computeDue(term('2026-04-24 16:30', 'calendarDays', 7, { rolling: 'NONE' }), calendar);
    expect(due).toMatchObject({ nominalDay: '2026-05-01', dueDay: '2026-05-01', dueAt: at('2026-05-02 00:00') });
  });

  it('counts back from the nominal end of its base, and never moves that later', () => {
    const back = term('2026-04-01 08:00', 'daysBefore', 5, { baseNominalDay: '2026-05-06' });
    expect(computeDue(back, calendar)).toMatchObject({
      nominalDay: '2026-05-01',
      dueDay: '2026-05-01',
      dueAt: at('2026-05-02 00:00'),
      derivation: { vi: expect.stringMatching(/^Rà soát: hết hạn danh nghĩa Thứ Tư 06\/05\/2026 − 5 ngày/) },
    });
  });

  it('is capped by the due of another clock, only when that is earlier', () => {
    const cap = { rule: 'X', dueAt: at('2026-05-13 00:00'), dueDay: '2026-05-12' };
    const late = computeDue(term('2026-05-12 20:00', 'hours', 24, { cap }), calendar);
    expect(late).toMatchObject({ dueAt: cap.dueAt, dueDay: '2026-05-12', nominalDay: '2026-05-12' });
    expect(late.derivation.vi).toContain('không muộn hơn hạn X: Thứ Tư 13/05/2026 00:00');
    const early = computeDue(term('2026-05-11 20:00', 'hours', 24, { cap }), calendar);
    expect(early.dueAt).toEqual(at('2026-05-12 20:00'));
    expect(early.derivation.vi).not.toContain('không muộn hơn');
  });

  it('never ends before the nominal day, on a day off, or in the middle of a day, from whatever start', () => {
    for (let offset = 0; offset < 730; offset += 3) {
      const start = addDays('2026-01-01', offset);
      for (const [unit, length] of [
        ['calendarDays', 7],
        ['calendarDays', 20],
        ['months', 1],
        ['months', 2],
      ] as const) {
        const due = computeDue(term(`${start} 17:45`, unit, length), calendar);
        expect(due.nominalDay).toBe(unit === 'months' ? addMonths(start, length) : addDays(start, length));
        expect(due.dueDay >= due.nominalDay).toBe(true);
        expect(due.dueAt).toEqual(at(`${addDays(due.dueDay, 1)} 00:00`));
        expect([6, 0]).not.toContain(new Date(`${due.dueDay}T00:00:00Z`).getUTCDay());
      }
    }
  });
});
