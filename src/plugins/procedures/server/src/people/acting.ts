// Owns appointments to act for the holder of a position: made by the head in the own right, for a time, with its legal
// basis and document; ended by time or revoked with a reason. An appointment gives nothing beyond the holder's position.
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { notify } from '../notices/notify';
import { decide } from '../policy/decide';
import { NOT_FOUND, requireAllowed } from '../policy/decision';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { Actor } from '../tenants/actor';
import { changeProblem } from './change-problem';
import { FormFields } from './form-fields';
import { loadPerson, loadPosition, type PositionRecord } from './load-subject';
import { recordChange } from './record-change';
import { returnTasks } from './return-tasks';
import { activeWord } from './words';

export interface AppointmentRecord {
  id: string;
  tenant_id: string;
  position_id: string;
  holder_id: string;
  deputy_id: string;
  unit_code: string;
  form: string;
  prefix: string;
  holder_title: string;
  deputy_title: string;
  own_title: boolean;
  legal_basis: string;
  document_no: string;
  scope_groups: string[] | null;
  scope_packages: string[] | null;
  valid_from: Date;
  valid_to: Date;
  appointed_by: string;
  revoked_at: Date | null;
  revoke_reason: string | null;
}

export async function appoint(
  platform: Platform,
  actor: Actor,
  body: Record<string, unknown>,
): Promise<{ id: string }> {
  const now = platform.clock.now();
  const fields = new FormFields(body);
  const positionId = fields.id('positionId');
  const deputyId = fields.id('deputyId');
  const given = {
    form: fields.text('form', 40),
    legal_basis: fields.text('legalBasis', 1000),
    document_no: fields.text('documentNo', 100),
    scope_groups: fields.optionalList('groups'),
    scope_packages: fields.optionalList('packages'),
    valid_from: fields.instant('from'),
    valid_to: fields.instant('to'),
  };
  if (given.valid_to <= given.valid_from || given.valid_to <= now)
    fields.fault('to', 'Ngày kết thúc phải sau ngày bắt đầu và sau hôm nay', 'Expected an end after the start and now');
  fields.check();
  const packages = (await platform.library.allActive(actor.tenantId)).map((published) => published.read.id);
  return inTransaction(platform.strapi, async (trx) => {
    const position = await loadPosition(trx, actor.tenantId, positionId);
    const holder = await loadPerson(trx, actor.tenantId, position.person_id, now);
    const deputy = await loadPerson(trx, actor.tenantId, deputyId, now, true);
    requireAllowed(
      decide(actor, 'acting.appoint', {
        tenantId: actor.tenantId,
        unit: position.unit_code,
        holderId: position.person_id,
        deputyId,
        deputyUnits: deputy.subject.units,
      }),
    );
    requireHeld(position, given.valid_from, given.valid_to);
    requireScope(given.scope_groups, position, packages, given.scope_packages);
    const word = await activeWord(trx, actor.tenantId, 'ACTING_FORM', given.form, 'form');
    await requireNoOther(trx, position, deputyId, given.valid_from, given.valid_to);
    const own = deputy.positions.find((one) => one.unit_code === position.unit_code);
    const row = {
      position_id: position.id,
      holder_id: position.person_id,
      deputy_id: deputyId,
      unit_code: position.unit_code,
      ...given,
      prefix: word.prefix ?? '',
      own_title: word.own_title,
      holder_title: position.title,
      deputy_title: own?.title ?? '',
    };
    const id = randomUUID();
    await trx('procedures.acting_appointments').insert({
      id,
      tenant_id: actor.tenantId,
      ...row,
      appointed_by: actor.personId,
      created_at: now,
    });
    await notify(trx, {
      tenantId: actor.tenantId,
      kind: 'SYSTEM',
      to: [{ personId: deputyId }, { personId: position.person_id }],
      why: {
        vi: `${deputy.person.full_name} được giao làm thay ${holder.person.full_name} (${word.title}) theo ${given.document_no}.`,
        en: `${deputy.person.full_name} acts for ${holder.person.full_name} under ${given.document_no}.`,
      },
      link: '/people',
      now,
      by: actor.personId,
    });
    await recordChange(trx, actor.tenantId, actor, now, {
      subjectType: 'acting',
      subjectId: id,
      personId: deputyId,
      change: 'acting.appoint',
      before: null,
      after: row,
      reason: given.legal_basis,
    });
    return { id };
  });
}

/** The right ends now; tasks claimed under it go back to their groups. */
export async function revokeActing(
  platform: Platform,
  actor: Actor,
  id: string,
  body: Record<string, unknown>,
): Promise<{ id: string; returned: number }> {
  const now = platform.clock.now();
  return inTransaction(platform.strapi, async (trx) => {
    const isId = /^[0-9a-f-]{36}$/i.test(id);
    const appointment: AppointmentRecord | undefined = isId
      ? await trx('procedures.acting_appointments').where({ id, tenant_id: actor.tenantId }).forUpdate().first()
      : undefined;
    if (!appointment) return requireAllowed(NOT_FOUND) as never;
    requireAllowed(decide(actor, 'acting.revoke', appointmentSubject(appointment)));
    const fields = new FormFields(body);
    const reason = fields.text('reason', 1000);
    fields.check();
    if (appointment.revoked_at || appointment.valid_to <= now)
      throw changeProblem(
        'APPOINTMENT_ENDED',
        'Phân công làm thay này đã hết.',
        'Expected an appointment in force or to come, but it has ended.',
      );
    await trx('procedures.acting_appointments')
      .where({ id })
      .update({ revoked_at: now, revoked_by: actor.personId, revoke_reason: reason });
    const returned = await returnTasks(platform, trx, actor.tenantId, actor);
    await recordChange(trx, actor.tenantId, actor, now, {
      subjectType: 'acting',
      subjectId: id,
      personId: appointment.deputy_id,
      change: 'acting.revoke',
      before: { valid_to: appointment.valid_to },
      after: { revoked_at: now, returned },
      reason,
    });
    return { id, returned };
  });
}

export const appointmentSubject = (row: AppointmentRecord) => ({
  tenantId: row.tenant_id,
  unit: row.unit_code,
  holderId: row.holder_id,
  deputyId: row.deputy_id,
  deputyUnits: [row.unit_code],
});

function requireHeld(position: PositionRecord, from: Date, to: Date): void {
  if (position.valid_from <= from && (!position.valid_to || position.valid_to >= to)) return;
  throw changeProblem(
    'HOLDER_NOT_IN_POSITION',
    'Người được làm thay phải giữ chức vụ đó trong suốt thời gian phân công.',
    'Expected the position to be held for the whole time of the appointment, but it is not.',
    'to',
  );
}

function requireScope(
  groups: string[] | null,
  position: PositionRecord,
  known: readonly string[],
  packages: string[] | null,
): void {
  const held = position.roles.map((role) => `${position.unit_code}/${role}`);
  if (groups && (groups.length === 0 || groups.some((group) => !held.includes(group))))
    throw changeProblem(
      'SCOPE_BEYOND_POSITION',
      'Chỉ giao được phần việc mà chức vụ đó có.',
      'Expected groups of the position, but some are not.',
      'groups',
    );
  if (packages && (packages.length === 0 || packages.some((one) => !known.includes(one))))
    throw changeProblem('PACKAGE_UNKNOWN', 'Hãy chọn quy trình đang dùng.', 'Expected active packages.', 'packages');
}

async function requireNoOther(
  trx: Knex,
  position: PositionRecord,
  deputyId: string,
  from: Date,
  to: Date,
): Promise<void> {
  const other = await trx('procedures.acting_appointments')
    .where({ position_id: position.id, deputy_id: deputyId })
    .whereNull('revoked_at')
    .where('valid_from', '<', to)
    .where('valid_to', '>', from)
    .first('document_no');
  if (!other) return;
  throw changeProblem(
    'APPOINTMENT_OVERLAPS',
    `Trong thời gian này đã có phân công theo ${other.document_no}. Hãy thu hồi phân công đó trước.`,
    `Expected no other appointment in that time, but there is one (${other.document_no}): revoke it first.`,
    'from',
  );
}
