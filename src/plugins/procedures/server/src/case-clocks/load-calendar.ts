// Owns the reading of a tenant's calendar from the database into the pure calendar.
import type { Knex } from 'knex';
import type { Calendar } from '../calendars/calendar';

/** The tenant's calendar with all days that differ from the weekly pattern. */
export async function loadCalendar(knex: Knex, tenantId: string): Promise<Calendar> {
  const tenant = await knex('procedures.tenants').where({ id: tenantId }).first();
  const settings = await knex('procedures.calendar_settings').where({ tenant_id: tenantId }).first();
  const days: { day: string; kind: 'HOLIDAY' | 'WORKING' }[] = await knex('procedures.calendar_days')
    .select(knex.raw("to_char(day, 'YYYY-MM-DD') as day"), 'kind')
    .where({ tenant_id: tenantId });
  return {
    timeZone: tenant?.time_zone ?? 'Asia/Ho_Chi_Minh',
    weekend: settings?.weekend ?? [6, 7],
    holidays: new Set(days.filter((row) => row.kind === 'HOLIDAY').map((row) => row.day)),
    workingDays: new Set(days.filter((row) => row.kind === 'WORKING').map((row) => row.day)),
    revision: settings?.revision ?? 1,
  };
}
