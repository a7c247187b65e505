// Owns when the occurrence of a period opens, becomes due and why: the arithmetic of days of calendars/ and clocks/. Pure.
//
// "Before 06/01" leaves that day out: the last moment in time is 23:59 of 05/01, and 06/01 00:00 is late. "By" a day and
// days counted from the end of the period end at 24:00 of their last day, as the clocks of cases do.
import type { DueRule, ScheduleDefinition } from '../../../shared/schedules-contract';
import { addWorkingDays, type Calendar, daysOffBetween } from '../calendars/calendar';
import { addDays, type Day } from '../calendars/day';
import { endOfDay, startOfDay } from '../calendars/local-time';
import { dayText as dayWords, joinSentences, rollingSentence } from '../clocks/clock-sentences';
import { dueOfNominalDay } from '../clocks/compute-due';
import { amberAt } from '../clocks/stage-of';
import type { LocalText } from '../packages/types';
import { dayText } from './period-title';
import type { Period } from './periods';

export interface ComputedOccurrence {
  readonly period: Period;
  readonly opensAt: Date;
  readonly startAt: Date;
  readonly dueAt: Date;
  readonly dueDay: Day;
  readonly nominalDay: Day;
  readonly amberAt: Date;
  readonly derivation: LocalText;
}

type Timing = Pick<ScheduleDefinition, 'rolling' | 'opens'> & { readonly due: DueRule };

export function computeOccurrence(timing: Timing, period: Period, calendar: Calendar): ComputedOccurrence {
  const { due: rule, rolling, opens } = timing;
  const { nominal, words } = nominalDay(rule, period, calendar);
  // Working days have been counted on days that are worked: nothing is left to move.
  const due = dueOfNominalDay(nominal, rule.kind === 'WORKING_DAYS' ? 'NONE' : rolling, calendar);
  const leavesDayOut = rule.kind === 'FIXED_DATE' && rule.before;
  const dueAt = leavesDayOut ? new Date(due.dueAt.getTime() - 1) : due.dueAt;
  const opensAt =
    opens.kind === 'PERIOD_END'
      ? endOfDay(period.to, calendar.timeZone)
      : startOfDay(addDays(due.dueDay, -opens.days), calendar.timeZone);
  const moved = due.dueDay === nominal ? [] : [rollingSentence(nominal, due.dueDay, calendar)];
  return {
    ...due,
    period,
    opensAt,
    startAt: opensAt,
    dueAt,
    amberAt: amberAt({ startAt: opensAt, dueAt }),
    derivation: joinSentences(periodWords(period), words, ...moved),
  };
}

function nominalDay(rule: DueRule, { to }: Period, calendar: Calendar): { nominal: Day; words: LocalText } {
  switch (rule.kind) {
    case 'FIXED_DATE': {
      const date = firstDateAfter(to, rule);
      const nominal = rule.before ? addDays(date, -1) : date;
      const end = dayWords(nominal);
      const words = rule.before
        ? {
            vi: `gửi trước ngày ${dayText(date)} = chậm nhất 23:59 ${end.vi}`,
            en: `to be sent before ${dayText(date)} = by 23:59 of ${end.en}`,
          }
        : { vi: `chậm nhất hết 24:00 ${end.vi}`, en: `by the end of ${end.en}` };
      return { nominal, words };
    }
    case 'CALENDAR_DAYS': {
      const nominal = addDays(to, rule.days);
      const end = dayWords(nominal);
      return {
        nominal,
        words: {
          vi: `không tính ngày cuối kỳ; + ${rule.days} ngày = hết 24:00 ${end.vi}`,
          en: `the last day of the period is not counted; + ${rule.days} days = end of ${end.en}`,
        },
      };
    }
    case 'WORKING_DAYS': {
      const nominal = addWorkingDays(calendar, to, rule.days);
      const off = daysOffBetween(calendar, to, nominal).map((day) => dayText(day).slice(0, 5));
      const end = dayWords(nominal);
      const [skippedVi, skippedEn] = off.length
        ? [` (bỏ qua ${off.join(', ')})`, ` (stepping over ${off.join(', ')})`]
        : ['', ''];
      return {
        nominal,
        words: {
          vi: `không tính ngày cuối kỳ; + ${rule.days} ngày làm việc${skippedVi} = hết 24:00 ${end.vi}`,
          en: `the last day of the period is not counted; + ${rule.days} working days${skippedEn} = end of ${end.en}`,
        },
      };
    }
  }
}

/** The first day of that number (and month) after `day`; a month without it gives its last day. */
function firstDateAfter(day: Day, { month, day: number }: { month: number | null; day: number }): Day {
  let [year, at] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  for (;;) {
    if (month === null || at === month) {
      const last = new Date(Date.UTC(year, at, 0)).getUTCDate();
      const date = `${year}-${String(at).padStart(2, '0')}-${String(Math.min(number, last)).padStart(2, '0')}`;
      if (date > day) return date;
    }
    at += 1;
    if (at > 12) [year, at] = [year + 1, 1];
  }
}

const periodWords = ({ from, to }: Period): LocalText => ({
  vi: `Kỳ ${dayText(from)}–${dayText(to)}; `,
  en: `Period ${dayText(from)}–${dayText(to)}; `,
});
