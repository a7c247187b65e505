// Owns positions: given from a day on, ended on a day, never deleted. A unit has one head at a time. What an
// administrator gives, the head of the unit is told of.
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { notify } from '../notices/notify';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { Actor } from '../tenants/actor';
import { changeProblem } from './change-problem';
import { FormFields } from './form-fields';
import { headsOver } from './heads';
import { loadPerson, loadPosition, type PositionRecord, type UnitRecord } from './load-subject';
import { recordChange } from './record-change';
import { returnTasks } from './return-tasks';
import { roleOffers } from './role-offers';

export async function givePosition(
  platform: Platform,
  actor: Actor,
  personId: string,
  body: Record<string, unknown>,
): Promise<{ id: string }> {
  const now = platform.clock.now();
  const { subject } = await loadPerson(platform.knex, actor.tenantId, personId, now);
  requireAllowed(decide(actor, 'position.give', subject));
  const position = await readPosition(platform, actor.tenantId, body);
  return inTransaction(platform.strapi, async (trx) => {
    const { person } = await loadPerson(trx, actor.tenantId, personId, now, true);
    if (!person.active)
      throw changeProblem('PERSON_NOT_ACTIVE', 'Người này đã nghỉ.', 'Expected an active person, but this one is not.');
    const unit: UnitRecord | undefined = await trx('procedures.units')
      .where({ tenant_id: actor.tenantId, code: position.unit_code })
      .forUpdate()
      .first();
    requireOpenUnit(unit, position);
    if (position.is_head) await requireOneHead(trx, actor.tenantId, position);
    const id = randomUUID();
    await trx('procedures.positions').insert({ id, tenant_id: actor.tenantId, person_id: personId, ...position.row });
    await notify(trx, {
      tenantId: actor.tenantId,
      kind: 'SYSTEM',
      to: (await headsOver(trx, actor.tenantId, position.unit_code, now))
        .filter((head) => head !== personId)
        .map((head) => ({ personId: head })),
      why: {
        vi: `Quản trị đã giao chức vụ "${position.title}" (${unit?.name}) cho ${person.full_name}. Nếu không đúng, hãy yêu cầu kết thúc ngay.`,
        en: `An administrator gave "${position.title}" (${unit?.name}) to ${person.full_name}. If that is wrong, have it ended at once.`,
      },
      link: '/people',
      now,
    });
    await recordChange(trx, actor.tenantId, actor, now, {
      subjectType: 'position',
      subjectId: id,
      personId,
      change: 'position.give',
      before: null,
      after: position.row,
      reason: position.reason,
    });
    return { id };
  });
}

export async function endPosition(
  platform: Platform,
  actor: Actor,
  id: string,
  body: Record<string, unknown>,
): Promise<{ id: string; returned: number }> {
  const now = platform.clock.now();
  const fields = new FormFields(body);
  const at = fields.optionalInstant('at') ?? now;
  const reason = fields.text('reason', 1000);
  return inTransaction(platform.strapi, async (trx) => {
    const position = await loadPosition(trx, actor.tenantId, id);
    const { subject } = await loadPerson(trx, actor.tenantId, position.person_id, now);
    requireAllowed(decide(actor, 'person.write', subject));
    fields.check();
    if (at < position.valid_from || (position.valid_to && position.valid_to <= now))
      throw changeProblem(
        'POSITION_END_REFUSED',
        'Ngày kết thúc phải sau ngày bắt đầu, và chức vụ chưa kết thúc trước đó.',
        'Expected an end after the start of a position that has not ended yet.',
        'at',
      );
    await trx('procedures.positions').where({ id }).update({ valid_to: at });
    const returned = await returnTasks(platform, trx, actor.tenantId, actor);
    await recordChange(trx, actor.tenantId, actor, now, {
      subjectType: 'position',
      subjectId: id,
      personId: position.person_id,
      change: 'position.end',
      before: { valid_to: position.valid_to },
      after: { valid_to: at },
      reason,
    });
    return { id, returned };
  });
}

interface NewPosition {
  unit_code: string;
  title: string;
  is_head: boolean;
  valid_from: Date;
  valid_to: Date | null;
  reason: string;
  row: Omit<PositionRecord, 'id' | 'tenant_id' | 'person_id'>;
}

async function readPosition(platform: Platform, tenantId: string, body: Record<string, unknown>): Promise<NewPosition> {
  const fields = new FormFields(body);
  const row = {
    unit_code: fields.text('unit', 40),
    title: fields.text('title'),
    roles: fields.optionalList('roles') ?? [],
    is_head: fields.flag('isHead'),
    valid_from: fields.instant('from'),
    valid_to: fields.optionalInstant('to'),
  };
  const reason = fields.text('reason', 1000);
  const offered = (await roleOffers(platform, tenantId)).of(row.unit_code).map((role) => role.code);
  const unknown = row.roles.filter((role) => !offered.includes(role));
  if (unknown.length > 0)
    fields.fault('roles', 'Chọn vai trò mà quy trình của đơn vị này có', 'Expected roles that the packages know there');
  if (row.valid_to && row.valid_to <= row.valid_from)
    fields.fault('to', 'Ngày kết thúc phải sau ngày bắt đầu', 'Expected an end after the start');
  fields.check();
  return { ...row, reason, row };
}

function requireOpenUnit(unit: UnitRecord | undefined, position: NewPosition): void {
  if (!unit || unit.external)
    throw changeProblem(
      'UNIT_UNKNOWN',
      'Hãy chọn một đơn vị của địa phương.',
      'Expected a unit of the tenant.',
      'unit',
    );
  if (unit.closed_from && (!position.valid_to || position.valid_to > unit.closed_from))
    throw changeProblem(
      'UNIT_CLOSED',
      'Đơn vị đã đóng từ trước đó.',
      'Expected an open unit, but it is closed.',
      'unit',
    );
}

async function requireOneHead(trx: Knex, tenantId: string, position: NewPosition): Promise<void> {
  const query = trx('procedures.positions as o')
    .join('procedures.people as p', 'p.id', 'o.person_id')
    .where({ 'o.tenant_id': tenantId, 'o.unit_code': position.unit_code, 'o.is_head': true })
    .where((open) => open.whereNull('o.valid_to').orWhere('o.valid_to', '>', position.valid_from));
  if (position.valid_to) query.where('o.valid_from', '<', position.valid_to);
  const other = await query.first('p.full_name');
  if (!other) return;
  throw changeProblem(
    'UNIT_HAS_HEAD',
    `${other.full_name} đang đứng đầu đơn vị trong thời gian đó. Hãy kết thúc chức vụ cũ trước.`,
    `Expected no other head in that time, but ${other.full_name} is: end that position first.`,
    'isHead',
  );
}
