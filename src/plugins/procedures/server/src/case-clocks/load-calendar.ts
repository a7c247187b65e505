// Owns the reading of a tenant's calendar from the database into the pure calendar.
import type { Knex } from 'knex';
import type { Calendar } from '../calendars/calendar';

interface CalendarRow {
  time_zone: string;
  weekend: number[] | null;
  revision: number | null;
  holidays: string[];
  working_days: string[];
}

const CALENDAR = `
  select t.time_zone, s.weekend, s.revision,
         array(select to_char(day, 'YYYY-MM-DD') from procedures.calendar_days d
                where d.tenant_id = t.id and d.kind = 'HOLIDAY') as holidays,
         array(select to_char(day, 'YYYY-MM-DD') from procedures.calendar_days d
                where d.tenant_id = t.id and d.kind = 'WORKING') as working_days
    from procedures.tenants t left join procedures.calendar_settings s on s.tenant_id = t.id
   where t.id = ?`;

/** The tenant's calendar with all days that differ from the weekly pattern. */
export async function loadCalendar(knex: Knex, tenantId: string): Promise<Calendar> {
  const { rows }: { rows: CalendarRow[] } = await knex.raw(CALENDAR, [tenantId]);
  const row = rows[0];
  return {
    timeZone: row?.time_zone ?? 'Asia/Ho_Chi_Minh',
    weekend: row?.weekend ?? [6, 7],
    holidays: new Set(row?.holidays),
    workingDays: new Set(row?.working_days),
    revision: row?.revision ?? 1,
  };
}
