// Owns when a term ends: from where it starts, how long it is and in which unit, to its due instant and why.

import { addWorkingDays, type Calendar, rollToWorkingDay } from '../calendars/calendar';
import { addDays, addMonths, type Day } from '../calendars/day';
import { dayOf, endOfDay } from '../calendars/local-time';
import type { ClockUnit, LocalText } from '../packages/types';
import {
  calendarDaysSentence,
  capSentence,
  continuousSentence,
  daysBeforeSentence,
  joinSentences,
  monthsSentence,
  rollingSentence,
  workingDaysSentence,
} from './clock-sentences';
import type { Due } from './types';

export interface Term {
  readonly title: LocalText;
  readonly unit: ClockUnit;
  readonly length: number;
  readonly rolling: 'NEXT_WORKING_DAY' | 'NONE';
  readonly startAt: Date;
  /** The nominal day that `daysBefore` counts back from. */
  readonly baseNominalDay?: Day;
  /** `notAfter`: the due of another clock, which this one may not pass. */
  readonly cap?: { readonly rule: string; readonly dueAt: Date; readonly dueDay: Day };
}

/**
 * Hours and minutes run through nights and days off. Days and months end at 24:00 of their last day, kept as 00:00 of
 * the next; the day of the start is not counted. A term counted back is never moved later by a day off.
 */
export function computeDue(term: Term, calendar: Calendar): Due {
  return capped(uncapped(term, calendar), term, calendar);
}

/** Moves a nominal day off the days that are not worked, if the term rolls. */
export function dueOfNominalDay(
  nominalDay: Day,
  rolling: Term['rolling'],
  calendar: Calendar,
): Omit<Due, 'derivation'> {
  const dueDay = rolling === 'NEXT_WORKING_DAY' ? rollToWorkingDay(calendar, nominalDay) : nominalDay;
  return { nominalDay, dueDay, dueAt: endOfDay(dueDay, calendar.timeZone) };
}

function uncapped(term: Term, calendar: Calendar): Due {
  const { unit, length, startAt } = term;
  const startDay = dayOf(startAt, calendar.timeZone);
  switch (unit) {
    case 'minutes':
    case 'hours': {
      const dueAt = new Date(startAt.getTime() + length * (unit === 'hours' ? 3_600_000 : 60_000));
      const day = dayOf(dueAt, calendar.timeZone);
      const derivation = continuousSentence(startAt, dueAt, length, unit, calendar);
      return { dueAt, dueDay: day, nominalDay: day, derivation };
    }
    case 'calendarDays': {
      const nominal = addDays(startDay, length);
      return rolled(nominal, calendarDaysSentence(startAt, nominal, length, calendar), term.rolling, calendar);
    }
    case 'workingDays': {
      const last = addWorkingDays(calendar, startDay, length);
      return rolled(last, workingDaysSentence(startAt, last, length, calendar), 'NONE', calendar);
    }
    case 'months':
      return rolled(addMonths(startDay, length), monthsSentence(startDay, length), term.rolling, calendar);
    case 'daysBefore': {
      const base = term.baseNominalDay ?? startDay;
      const nominal = addDays(base, -length);
      return rolled(nominal, daysBeforeSentence(term.title, base, nominal, length), 'NONE', calendar);
    }
  }
}

function rolled(nominal: Day, sentence: LocalText, rolling: Term['rolling'], calendar: Calendar): Due {
  const due = dueOfNominalDay(nominal, rolling, calendar);
  const moved = due.dueDay === nominal ? [] : [rollingSentence(nominal, due.dueDay, calendar)];
  return { ...due, derivation: joinSentences(sentence, ...moved) };
}

function capped(due: Due, { cap }: Term, calendar: Calendar): Due {
  if (!cap || due.dueAt <= cap.dueAt) return due;
  return {
    dueAt: cap.dueAt,
    dueDay: cap.dueDay,
    nominalDay: cap.dueDay,
    derivation: joinSentences(due.derivation, capSentence(cap.rule, cap.dueAt, calendar)),
  };
}
