// Owns putting a tenant's first data into the database. Running it again adds units and people that are new in the
// seed and touches nothing that is there: what people changed since (a day, a parameter, a position's end) is theirs.
import type { Knex } from 'knex';
import { addSchedule } from '../schedules/save-version';
import type { Clock } from '../time/clock';
import { seedDuty } from './seed-duty';
import { personId, stableId } from './stable-id';
import type { TenantSeed } from './tenant-seed';

export async function seedTenant(knex: Knex, seed: TenantSeed, clock: Clock): Promise<{ created: boolean }> {
  return knex.transaction(async (trx) => {
    const now = clock.now();
    const { id } = seed.tenant;
    const inserted = await trx('procedures.tenants')
      .insert({ id, name: seed.tenant.name, time_zone: seed.tenant.timeZone, demo: seed.tenant.demo, created_at: now })
      .onConflict('id')
      .ignore()
      .returning('id');
    await insertNew(
      trx,
      'units',
      seed.units.map((unit) => ({
        id: stableId(id, 'unit', unit.code),
        tenant_id: id,
        code: unit.code,
        name: unit.name,
        parent_code: unit.parent,
        external: unit.external,
      })),
    );
    await insertNew(
      trx,
      'people',
      seed.people.map((person) => ({
        id: personId(id, person.email),
        tenant_id: id,
        full_name: person.fullName,
      })),
    );
    await insertNew(trx, 'positions', positionRows(seed));
    if (seed.portal)
      await insertNew(trx, 'portal_settings', [
        { tenant_id: id, settings: JSON.stringify(seed.portal), changed_at: now, changed_by: null },
      ]);
    await seedSchedules(trx, seed, now);
    await insertNew(
      trx,
      'people_words',
      (seed.peopleWords ?? []).map((word, index) => ({
        tenant_id: id,
        list: word.list,
        code: word.code,
        title: word.title,
        prefix: word.prefix ?? null,
        own_title: word.ownTitle ?? true,
        sort_order: index,
      })),
    );
    await seedDuty(trx, seed, now);
    const created = inserted.length > 0;
    if (created) await seedSettings(trx, seed, now);
    return { created };
  });
}

/** A schedule that is new in the seed; one that is there has its own later versions. */
async function seedSchedules(trx: Knex.Transaction, { tenant, schedules = [] }: TenantSeed, now: Date): Promise<void> {
  for (const { code, definition, reason } of schedules) {
    const known = await trx('procedures.schedules').where({ tenant_id: tenant.id, code }).first('id');
    if (known) continue;
    await addSchedule(trx, { tenantId: tenant.id, personId: null, code, definition, reason, now });
  }
}

async function seedSettings(trx: Knex.Transaction, seed: TenantSeed, now: Date): Promise<void> {
  const tenant = { tenant_id: seed.tenant.id };
  await insertNew(trx, 'calendar_settings', [{ ...tenant, weekend: seed.calendar.weekend, changed_at: now }]);
  await insertNew(
    trx,
    'calendar_days',
    seed.calendar.days.map((day) => ({ ...tenant, ...day })),
  );
  await insertNew(
    trx,
    'letterheads',
    (seed.letterheads ?? []).map(({ unit, ...letterhead }) => ({
      ...tenant,
      unit_code: unit,
      ...letterhead,
      changed_at: now,
    })),
  );
  await insertNew(
    trx,
    'parameters',
    seed.parameters.map((parameter) => ({
      ...tenant,
      package_id: parameter.package,
      name: parameter.name,
      value: JSON.stringify(parameter.value),
      valid_from: parameter.validFrom ?? '-infinity',
    })),
  );
}

const positionRows = (seed: TenantSeed) =>
  seed.people.flatMap((person) =>
    person.positions.map((position, index) => ({
      id: stableId(seed.tenant.id, 'position', person.email, String(index)),
      tenant_id: seed.tenant.id,
      person_id: personId(seed.tenant.id, person.email),
      unit_code: position.unit,
      title: position.title,
      roles: position.roles,
      is_head: position.isHead,
      valid_from: position.validFrom,
      valid_to: position.validTo ?? null,
    })),
  );

async function insertNew(trx: Knex.Transaction, table: string, rows: object[]): Promise<void> {
  if (rows.length > 0) await trx(`procedures.${table}`).insert(rows).onConflict().ignore();
}
