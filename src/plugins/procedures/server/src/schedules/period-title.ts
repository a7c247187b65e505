// Owns what a period is called. Pure. A period is named after its last day, as offices do: 15/05–14/06 is "Tháng 6".
import type { PeriodRule } from '../../../shared/schedules-contract';
import type { LocalText } from '../packages/types';
import { monthsOf, type Period, periodAt } from './periods';

const ROMAN = ['I', 'II', 'III', 'IV'];

export function periodTitle(rule: PeriodRule, period: Period): LocalText {
  const year = (of: Period) => of.to.slice(0, 4);
  switch (rule.kind) {
    case 'MONTH': {
      const month = Number(period.to.slice(5, 7));
      return { vi: `Tháng ${month}/${year(period)}`, en: `Month ${month}/${year(period)}` };
    }
    case 'QUARTER': {
      const place = placeInYear(rule, period);
      const name = ROMAN[place] ?? '';
      const of = year(lastOfYear(rule, period, place));
      return { vi: `Quý ${name} năm ${of}`, en: `Quarter ${name} of ${of}` };
    }
    case 'HALF_YEAR': {
      const place = placeInYear(rule, period);
      const of = year(lastOfYear(rule, period, place));
      return place === 0
        ? { vi: `6 tháng đầu năm ${of}`, en: `First half of ${of}` }
        : { vi: `6 tháng cuối năm ${of}`, en: `Second half of ${of}` };
    }
    case 'YEAR':
      return { vi: `Năm ${year(period)}`, en: `Year ${year(period)}` };
    case 'CUSTOM': {
      const span = `${dayText(period.from)} – ${dayText(period.to)}`;
      return { vi: span, en: span };
    }
  }
}

/** 0 for the first of its year, which begins where the rule says. */
function placeInYear(rule: PeriodRule, { index }: Period): number {
  const inYear = 12 / monthsOf(rule);
  return ((index % inYear) + inYear) % inYear;
}

/** The year of a part is the year in which its whole year ends. */
const lastOfYear = (rule: PeriodRule, period: Period, place: number): Period =>
  periodAt(rule, period.index - place + 12 / monthsOf(rule) - 1);

export const dayText = (day: string) => day.split('-').reverse().join('/');
