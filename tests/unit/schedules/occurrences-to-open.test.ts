import { occurrencesToOpen } from '../../../src/plugins/procedures/server/src/schedules/occurrences-to-open';
import { at, calendar, period, schedule } from './a-schedule';

const FIVE_DAYS = { kind: 'CALENDAR_DAYS' as const, days: 5 };
const monthly = schedule({ period: period('MONTH'), due: FIVE_DAYS });
const ends = (
  given: { createdAt: Date; supersededAt?: Date | null; openedTo?: string | null; definition?: typeof monthly },
  now: Date,
) => {
  const version = { definition: monthly, supersededAt: null, openedTo: null, ...given };
  const { owed, next } = occurrencesToOpen(version, now, calendar());
  return { owed: owed.map((one) => one.period.to), next: next?.period.to ?? null };
};

describe('the occurrences that a schedule owes', () => {
  it('are those of every period that ended while nobody looked, each once', () => {
    const createdAt = at('2026-11-10T08:00:00');
    expect(ends({ createdAt }, at('2027-03-02T08:00:00'))).toEqual({
      owed: ['2026-11-30', '2026-12-31', '2027-01-31', '2027-02-28'],
      next: '2027-03-31',
    });
    expect(ends({ createdAt, openedTo: '2027-01-31' }, at('2027-03-02T08:00:00')).owed).toEqual(['2027-02-28']);
    expect(ends({ createdAt }, at('2026-11-30T23:59:59')).owed).toEqual([]);
    expect(ends({ createdAt }, at('2026-12-01T00:00:00')).owed).toEqual(['2026-11-30']);
  });

  it('begin with a period that had ended but was not yet due when the schedule was switched on', () => {
    expect(ends({ createdAt: at('2026-11-03T08:00:00') }, at('2026-11-03T08:00:01')).owed).toEqual(['2026-10-31']);
    expect(ends({ createdAt: at('2026-11-06T08:00:00') }, at('2026-11-06T08:00:01')).owed).toEqual([]);
  });

  it('end with the version: what opens after it is its successor’s', () => {
    const version = { createdAt: at('2026-11-10T08:00:00'), supersededAt: at('2026-12-15T00:00:00') };
    expect(ends(version, at('2027-03-02T08:00:00'))).toEqual({ owed: ['2026-11-30'], next: null });
  });

  it('open before the period ends when they open a number of days before the due', () => {
    const definition = schedule({ opens: { kind: 'DAYS_BEFORE_DUE', days: 20 } });
    const given = { createdAt: at('2026-06-01T00:00:00'), definition };
    expect(ends(given, at('2026-12-15T23:59:59')).owed).toEqual([]);
    expect(ends(given, at('2026-12-16T00:00:00')).owed).toEqual(['2026-12-31']);
  });
});
