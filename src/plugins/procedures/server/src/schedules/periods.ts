// schedules/ owns duties that recur: a schedule and its versions, the occurrence of each period, its clock, and what was
// sent to whom. This file owns which periods there are. Pure.
import type { PeriodKind, PeriodRule } from '../../../shared/schedules-contract';
import { addDays, type Day } from '../calendars/day';

export interface Period {
  /** Counted from the rule's base year; the next period has the next number. */
  readonly index: number;
  readonly from: Day;
  /** The last day that belongs to it. */
  readonly to: Day;
}

const MONTHS: Record<Exclude<PeriodKind, 'CUSTOM'>, number> = { MONTH: 1, QUARTER: 3, HALF_YEAR: 6, YEAR: 12 };
/** Any year does for a length that divides the year: the same periods come out. */
const BASE_YEAR = 2000;

export function monthsOf(rule: PeriodRule): number {
  return rule.kind === 'CUSTOM' ? (rule.months ?? 12) : MONTHS[rule.kind];
}

export function periodAt(rule: PeriodRule, index: number): Period {
  return { index, from: startOf(rule, index), to: addDays(startOf(rule, index + 1), -1) };
}

export function periodOf(rule: PeriodRule, day: Day): Period {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - baseMonth(rule);
  // The month alone may be one period off: the day of the month decides.
  let index = Math.floor(months / monthsOf(rule));
  while (startOf(rule, index) > day) index -= 1;
  while (startOf(rule, index + 1) <= day) index += 1;
  return periodAt(rule, index);
}

const baseMonth = (rule: PeriodRule) =>
  ((rule.kind === 'CUSTOM' && rule.startYear) || BASE_YEAR) * 12 + rule.startMonth - 1;

function startOf(rule: PeriodRule, index: number): Day {
  const month = baseMonth(rule) + index * monthsOf(rule);
  const [year, number] = [Math.floor(month / 12), (((month % 12) + 12) % 12) + 1];
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  return `${pad(year, 4)}-${pad(number, 2)}-${pad(Math.min(rule.startDay, last), 2)}`;
}
