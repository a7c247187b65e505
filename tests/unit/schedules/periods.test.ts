import { periodTitle } from '../../../src/plugins/procedures/server/src/schedules/period-title';
import { periodAt, periodOf } from '../../../src/plugins/procedures/server/src/schedules/periods';
import type { PeriodRule } from '../../../src/plugins/procedures/shared/schedules-contract';
import { period } from './a-schedule';

const spanOf = (rule: PeriodRule, day: string) => {
  const found = periodOf(rule, day);
  return [found.from, found.to, periodTitle(rule, found).vi];
};

describe('the periods of a schedule', () => {
  it.each<[PeriodRule, string, string[]]>([
    [period('YEAR'), '2026-12-31', ['2026-01-01', '2026-12-31', 'Năm 2026']],
    [period('YEAR', 12, 15), '2026-12-14', ['2025-12-15', '2026-12-14', 'Năm 2026']],
    [period('YEAR', 12, 15), '2026-12-15', ['2026-12-15', '2027-12-14', 'Năm 2027']],
    [period('YEAR', 12, 1), '2026-11-30', ['2025-12-01', '2026-11-30', 'Năm 2026']],
    [period('YEAR', 10, 1), '2026-10-01', ['2026-10-01', '2027-09-30', 'Năm 2027']],
    [period('HALF_YEAR'), '2028-02-29', ['2028-01-01', '2028-06-30', '6 tháng đầu năm 2028']],
    [period('HALF_YEAR', 12, 15), '2026-06-14', ['2025-12-15', '2026-06-14', '6 tháng đầu năm 2026']],
    [period('HALF_YEAR', 12, 15), '2026-06-15', ['2026-06-15', '2026-12-14', '6 tháng cuối năm 2026']],
    [period('QUARTER'), '2026-03-31', ['2026-01-01', '2026-03-31', 'Quý I năm 2026']],
    [period('QUARTER', 12, 15), '2026-01-20', ['2025-12-15', '2026-03-14', 'Quý I năm 2026']],
    [period('QUARTER', 10, 1), '2026-11-05', ['2026-10-01', '2026-12-31', 'Quý I năm 2027']],
    [period('MONTH', 12, 15), '2026-06-14', ['2026-05-15', '2026-06-14', 'Tháng 6/2026']],
    [period('MONTH'), '2028-02-29', ['2028-02-01', '2028-02-29', 'Tháng 2/2028']],
    [period('MONTH', 1, 31), '2026-03-01', ['2026-02-28', '2026-03-30', 'Tháng 3/2026']],
    [
      period('CUSTOM', 9, 1, { months: 9, startYear: 2026 }),
      '2027-06-01',
      ['2027-06-01', '2028-02-29', '01/06/2027 – 29/02/2028'],
    ],
  ])('%o has on %s the period %o', (rule, day, span) => {
    expect(spanOf(rule, day)).toEqual(span);
  });

  it('leave no day out and count none twice, from 1999 to 2030, in every convention', () => {
    for (const rule of [
      period('MONTH', 12, 15),
      period('MONTH', 1, 31),
      period('QUARTER', 12, 15),
      period('YEAR', 2, 29),
    ])
      for (let index = periodOf(rule, '1999-01-01').index; index < periodOf(rule, '2030-01-01').index; index += 1) {
        const [one, next] = [periodAt(rule, index), periodAt(rule, index + 1)];
        expect(one.to < next.from).toBe(true);
        expect(Date.parse(next.from) - Date.parse(one.to)).toBe(86_400_000);
        for (const day of [one.from, one.to]) expect(periodOf(rule, day).index).toBe(index);
      }
  });
});
