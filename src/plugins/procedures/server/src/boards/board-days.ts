// Owns the days of a board: today in the tenant's zone, and days counted from it.
import type { Knex } from 'knex';
import { DateTime } from 'luxon';

export interface BoardDays {
  today: string;
  /** the day so many days after today (before it, when negative) */
  after(days: number): string;
  /** Monday of today's week, so many weeks later or earlier */
  monday(weeks: number): string;
}

export async function boardDays(knex: Knex, tenantId: string, now: Date): Promise<BoardDays> {
  const tenant = await knex('procedures.tenants').where({ id: tenantId }).first('time_zone');
  const today = DateTime.fromJSDate(now, { zone: tenant.time_zone }).startOf('day');
  const day = (at: DateTime) => at.toISODate() as string;
  return {
    today: day(today),
    after: (days) => day(today.plus({ days })),
    monday: (weeks) => day(today.startOf('week').plus({ weeks })),
  };
}

export const range = (from: string | null, to: string | null): string => `${from ?? ''}..${to ?? ''}`;
