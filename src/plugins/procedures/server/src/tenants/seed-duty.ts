// Owns the first alarm settings and the first roster of a tenant. What is there already is the tenant's.
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import { personId } from './stable-id';
import type { TenantSeed } from './tenant-seed';

export async function seedDuty(trx: Knex.Transaction, seed: TenantSeed, now: Date): Promise<void> {
  const tenant = { tenant_id: seed.tenant.id };
  if (seed.alarms)
    await trx('procedures.alarm_settings')
      .insert({ ...tenant, settings: JSON.stringify(seed.alarms), version: 1, changed_at: now })
      .onConflict('tenant_id')
      .ignore();
  const known = await trx('procedures.duty_shifts').where(tenant).first('id');
  if (known) return;
  const yesterday = DateTime.fromJSDate(now, { zone: seed.tenant.timeZone }).startOf('day').minus({ days: 1 });
  const at = (day: DateTime, time: string) => {
    const [hour, minute] = time.split(':').map(Number);
    return day.set({ hour, minute });
  };
  for (const roster of seed.roster ?? []) {
    for (let day = 0; day < roster.days; day += 1) {
      for (const shift of roster.shifts) {
        const starts = at(yesterday.plus({ days: day }), shift.from);
        const ends = at(shift.to > shift.from ? starts : starts.plus({ days: 1 }), shift.to);
        // What was over before the tenant existed was kept by nobody.
        if (ends.toJSDate() <= now) continue;
        const id = randomUUID();
        await trx('procedures.duty_shifts').insert({
          id,
          ...tenant,
          unit_code: roster.unit,
          starts_at: starts.toJSDate(),
          ends_at: ends.toJSDate(),
          deputy_id: shift.deputy ? personId(seed.tenant.id, shift.deputy) : null,
          created_at: now,
        });
        await trx('procedures.duty_shift_people').insert(
          shift.people.map((email) => ({ shift_id: id, person_id: personId(seed.tenant.id, email) })),
        );
      }
    }
  }
}
