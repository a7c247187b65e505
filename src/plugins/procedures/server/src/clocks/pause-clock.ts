// Owns what a pause does to a term. The time paused is given back in the term's own unit: to the millisecond for hours
// and minutes; for calendar days, months and days counted back, the civil days from the day of the pause to the day of
// the resumption (a pause within one day gives none); for working days, the working days among those.

import { addWorkingDays, type Calendar, isWorkingDay } from '../calendars/calendar';
import { addDays, daysBetween } from '../calendars/day';
import { dayOf } from '../calendars/local-time';
import { pauseSentence } from './clock-sentences';
import { dueOfNominalDay } from './compute-due';
import { amberAt } from './stage-of';
import type { ClockRule, OpenClock, ResumedClock } from './types';

type Resumption = Omit<ResumedClock, 'clockId' | 'at' | 'amberAt'>;

export function resumeClock(clock: OpenClock, rule: ClockRule, at: Date, calendar: Calendar): ResumedClock {
  const pausedAt = clock.pausedAt ?? at;
  const moved = movedDue(clock, rule, pausedAt, at, calendar);
  return { clockId: clock.id, at, amberAt: amberAt({ startAt: clock.startAt, dueAt: moved.dueAt }), ...moved };
}

function movedDue(clock: OpenClock, rule: ClockRule, from: Date, to: Date, calendar: Calendar): Resumption {
  const sentence = (vi: string, en: string) => pauseSentence(from, to, vi, en, calendar);
  if (clock.unit === 'hours' || clock.unit === 'minutes') {
    const paused = Math.max(0, to.getTime() - from.getTime());
    const dueAt = new Date(clock.dueAt.getTime() + paused);
    const day = dayOf(dueAt, calendar.timeZone);
    const minutes = Math.round(paused / 60_000);
    const derivation = sentence(`${minutes} phút`, `${minutes} minutes`);
    return { dueAt, dueDay: day, nominalDay: day, addedDays: clock.addedDays ?? 0, derivation };
  }
  const [firstDay, lastDay] = [dayOf(from, calendar.timeZone), dayOf(to, calendar.timeZone)];
  const civil = Math.max(0, daysBetween(firstDay, lastDay));
  if (clock.unit === 'workingDays') {
    const days = Array.from({ length: civil }, (_, index) => addDays(firstDay, index + 1));
    const added = days.filter((day) => isWorkingDay(calendar, day)).length;
    return {
      ...dueOfNominalDay(addWorkingDays(calendar, clock.nominalDay, added), 'NONE', calendar),
      addedDays: (clock.addedDays ?? 0) + added,
      derivation: sentence(`${added} ngày làm việc`, `${added} working days`),
    };
  }
  return {
    ...dueOfNominalDay(addDays(clock.nominalDay, civil), rollingOf(clock, rule), calendar),
    addedDays: (clock.addedDays ?? 0) + civil,
    derivation: sentence(`${civil} ngày`, `${civil} days`),
  };
}

function rollingOf(clock: OpenClock, rule: ClockRule): ClockRule['rolling'] {
  return clock.unit === 'daysBefore' ? 'NONE' : rule.rolling;
}
