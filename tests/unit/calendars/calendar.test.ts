import {
  addWorkingDays,
  type Calendar,
  calendarOf,
  daysOffBetween,
  isWorkingDay,
  nextWorkingDay,
  rollToWorkingDay,
} from '../../../src/plugins/procedures/server/src/calendars/calendar';
import {
  addDays,
  addMonths,
  daysBetween,
  endsAtMonthEnd,
  weekdayOf,
} from '../../../src/plugins/procedures/server/src/calendars/day';
import { dayOf, endOfDay, startOfDay, timeOf } from '../../../src/plugins/procedures/server/src/calendars/local-time';

const zone = 'Asia/Ho_Chi_Minh';
const calendar = calendarOf({
  timeZone: zone,
  weekend: [6, 7],
  revision: 3,
  days: [
    { day: '2026-08-31', kind: 'HOLIDAY', name: 'swapped' },
    { day: '2026-09-01', kind: 'HOLIDAY' },
    { day: '2026-09-02', kind: 'HOLIDAY', name: 'National Day' },
    { day: '2026-08-22', kind: 'WORKING' },
  ],
});

describe('a day', () => {
  it('is added to across months and years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(daysBetween('2026-12-30', '2027-01-02')).toBe(3);
    expect(weekdayOf('2026-05-11')).toBe(1);
  });

  it.each([
    ['2026-08-31', 2, '2026-10-31'],
    ['2027-01-31', 1, '2027-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-10-31', 1, '2026-11-30'],
    ['2026-12-14', 1, '2027-01-14'],
    ['2024-02-29', 24, '2026-02-28'],
  ])('of %s plus %i months is the same-numbered day or the last of the month: %s', (day, months, end) => {
    expect(addMonths(day, months)).toBe(end);
    expect(endsAtMonthEnd(day, months)).toBe(day.slice(8) !== end.slice(8));
  });

  it.each(['2026-02-30', '11/05/2026', '', '2026-5-1'])('is refused when it is "%s"', (day) => {
    expect(() => addDays(day, 1)).toThrow('Expected a day as YYYY-MM-DD');
  });
});

describe('local time', () => {
  it('starts and ends days in the zone, whatever the zone of the machine', () => {
    expect(startOfDay('2026-05-11', zone).toISOString()).toBe('2026-05-10T17:00:00.000Z');
    expect(endOfDay('2026-05-11', zone).toISOString()).toBe('2026-05-11T17:00:00.000Z');
    expect(dayOf(new Date('2026-05-11T17:00:00Z'), zone)).toBe('2026-05-12');
    expect(dayOf(new Date('2026-05-11T16:59:59Z'), zone)).toBe('2026-05-11');
    expect(timeOf(new Date('2026-05-11T01:20:00Z'), zone)).toBe('08:20');
  });

  it('follows a zone whose days are not 24 hours long', () => {
    const hours =
      endOfDay('2026-03-29', 'Europe/Berlin').getTime() - startOfDay('2026-03-29', 'Europe/Berlin').getTime();
    expect(hours / 3_600_000).toBe(23);
  });

  it('refuses an unknown zone and an invalid instant', () => {
    expect(() => startOfDay('2026-05-11', 'Nowhere/Town')).toThrow('Expected a day and a time zone');
    expect(() => dayOf(new Date(Number.NaN), zone)).toThrow('Expected an instant and a time zone');
  });
});

describe('a calendar', () => {
  it('knows weekends, holidays and swapped days', () => {
    expect(isWorkingDay(calendar, '2026-08-28')).toBe(true);
    expect(isWorkingDay(calendar, '2026-08-29')).toBe(false);
    expect(isWorkingDay(calendar, '2026-09-02')).toBe(false);
    expect(isWorkingDay(calendar, '2026-08-22')).toBe(true);
    expect(calendar.dayNames?.get('2026-09-02')).toBe('National Day');
  });

  it('finds the next working day, and leaves a working day where it is', () => {
    expect(nextWorkingDay(calendar, '2026-08-28')).toBe('2026-09-03');
    expect(rollToWorkingDay(calendar, '2026-08-28')).toBe('2026-08-28');
    expect(rollToWorkingDay(calendar, '2026-08-29')).toBe('2026-09-03');
    expect(daysOffBetween(calendar, '2026-08-28', '2026-09-03')).toEqual([
      '2026-08-29',
      '2026-08-30',
      '2026-08-31',
      '2026-09-01',
      '2026-09-02',
    ]);
  });

  it('that works on no day is refused instead of searched for ever', () => {
    const closed: Calendar = { ...calendar, weekend: [1, 2, 3, 4, 5, 6, 7], workingDays: new Set() };
    expect(() => nextWorkingDay(closed, '2026-08-28')).toThrow('the calendar has fewer');
  });

  it('counts working days so that adding one by one, and adding at once, agree', () => {
    for (let offset = 0; offset < 60; offset += 1) {
      const day = addDays('2026-07-15', offset);
      let walked = day;
      for (let count = 1; count <= 12; count += 1) {
        walked = nextWorkingDay(calendar, walked);
        expect(addWorkingDays(calendar, day, count)).toBe(walked);
      }
      expect(isWorkingDay(calendar, walked)).toBe(true);
      expect(daysBetween(day, walked) - daysOffBetween(calendar, day, walked).length).toBe(12);
    }
  });
});
