// Owns the units of a tenant: made, changed, closed from a day on, never deleted, because old cases name them.
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { Actor } from '../tenants/actor';
import { descendantsOf } from '../tenants/unit-tree';
import { changeProblem } from './change-problem';
import { FormFields } from './form-fields';
import { loadUnit, type UnitRecord } from './load-subject';
import { recordChange } from './record-change';

const CODE = /^[A-Z][A-Z0-9_]{0,39}$/;

export async function addUnit(
  platform: Platform,
  actor: Actor,
  body: Record<string, unknown>,
): Promise<{ id: string }> {
  const fields = new FormFields(body);
  const code = fields.text('code', 40).toUpperCase();
  if (!CODE.test(code)) fields.fault('code', 'Mã gồm chữ in hoa, số, gạch dưới', 'Expected A-Z, 0-9 and underscores');
  const unit = readUnit(fields);
  fields.check();
  return inTransaction(platform.strapi, async (trx) => {
    const known: UnitRecord[] = await unitsOf(trx, actor.tenantId);
    if (known.some((one) => one.code === code))
      throw changeProblem('UNIT_CODE_TAKEN', 'Mã đơn vị này đã có.', 'Expected a new code, but it is taken.', 'code');
    await requireParent(known, unit.parent_code, code);
    const id = randomUUID();
    await trx('procedures.units').insert({ id, tenant_id: actor.tenantId, code, ...unit });
    await recordChange(trx, actor.tenantId, actor, platform.clock.now(), {
      subjectType: 'unit',
      subjectId: id,
      personId: null,
      change: 'unit.add',
      before: null,
      after: { code, ...unit },
      reason: fields.optionalText('reason', 1000),
    });
    return { id };
  });
}

export async function editUnit(
  platform: Platform,
  actor: Actor,
  id: string,
  body: Record<string, unknown>,
): Promise<{ id: string }> {
  const fields = new FormFields(body);
  const changed = readUnit(fields);
  const receiver = fields.optionalId('receiver');
  const reason = fields.text('reason', 1000);
  fields.check();
  return inTransaction(platform.strapi, async (trx) => {
    const unit = await loadUnit(trx, actor.tenantId, id);
    await requireParent(await unitsOf(trx, actor.tenantId), changed.parent_code, unit.code);
    if (receiver) await requireReceiver(trx, unit, receiver, platform.clock.now());
    const after: Record<string, unknown> = { ...changed, receiver_id: receiver };
    const names = Object.keys(after) as (keyof UnitRecord)[];
    const differing = names.filter((name) => unit[name] !== after[name]);
    if (differing.length === 0) return { id };
    await trx('procedures.units').where({ id }).update(after);
    await recordChange(trx, actor.tenantId, actor, platform.clock.now(), {
      subjectType: 'unit',
      subjectId: id,
      personId: null,
      change: 'unit.edit',
      before: Object.fromEntries(differing.map((name) => [name, unit[name]])),
      after: Object.fromEntries(differing.map((name) => [name, after[name]])),
      reason,
    });
    return { id };
  });
}

/** From that day on nobody is given a position there; nobody may hold one then. */
export async function closeUnit(
  platform: Platform,
  actor: Actor,
  id: string,
  body: Record<string, unknown>,
): Promise<{ id: string }> {
  const fields = new FormFields(body);
  const from = fields.instant('from');
  const reason = fields.text('reason', 1000);
  fields.check();
  return inTransaction(platform.strapi, async (trx) => {
    const unit = await loadUnit(trx, actor.tenantId, id);
    const held = await trx('procedures.positions')
      .where({ tenant_id: actor.tenantId, unit_code: unit.code })
      .where((open) => open.whereNull('valid_to').orWhere('valid_to', '>', from))
      .first('id');
    if (held)
      throw changeProblem(
        'UNIT_HAS_PEOPLE',
        'Đơn vị còn người giữ chức vụ sau ngày đó. Hãy kết thúc các chức vụ trước.',
        'Expected a unit without positions from that day on, but somebody holds one: end the positions first.',
        'from',
      );
    await trx('procedures.units').where({ id }).update({ closed_from: from });
    await recordChange(trx, actor.tenantId, actor, platform.clock.now(), {
      subjectType: 'unit',
      subjectId: id,
      personId: null,
      change: 'unit.close',
      before: { closed_from: unit.closed_from },
      after: { closed_from: from },
      reason,
    });
    return { id };
  });
}

const unitsOf = (knex: Knex, tenantId: string): Promise<UnitRecord[]> =>
  knex('procedures.units').where({ tenant_id: tenantId });

function readUnit(fields: FormFields) {
  return {
    name: fields.text('name'),
    parent_code: fields.optionalText('parent', 40),
    external: fields.flag('external'),
    sort_order: fields.integer('order', 0),
  };
}

async function requireParent(units: readonly UnitRecord[], parent: string | null, code: string): Promise<void> {
  if (parent === null) return;
  const isLoop = parent === code || descendantsOf(units, [code]).includes(parent);
  if (!isLoop && units.some((unit) => unit.code === parent)) return;
  throw changeProblem(
    'UNIT_PARENT_REFUSED',
    'Đơn vị cấp trên phải là đơn vị khác và không nằm dưới đơn vị này.',
    'Expected a parent that is another unit and does not stand beneath this one.',
    'parent',
  );
}

async function requireReceiver(trx: Knex, unit: UnitRecord, personId: string, now: Date): Promise<void> {
  const held = await trx('procedures.positions')
    .where({ tenant_id: unit.tenant_id, unit_code: unit.code, person_id: personId })
    .where((open) => open.whereNull('valid_to').orWhere('valid_to', '>', now))
    .first('id');
  if (held) return;
  throw changeProblem(
    'RECEIVER_OF_OTHER_UNIT',
    'Đầu mối tiếp nhận phải là người của đơn vị.',
    'Expected the receiver to hold a position in the unit, but this person does not.',
    'receiver',
  );
}
