// Owns absences: entered by the person, the head or an administrator, for a time; cancelled, not deleted. Why somebody
// is away is for the person, the head and administrators alone.
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { decide } from '../policy/decide';
import { NOT_FOUND, requireAllowed } from '../policy/decision';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import { actingHeadFor } from '../tenants/acting-right';
import type { Actor } from '../tenants/actor';
import { changeProblem } from './change-problem';
import { FormFields } from './form-fields';
import { loadPerson } from './load-subject';
import { recordChange } from './record-change';
import { activeWord } from './words';

export interface AbsenceRecord {
  id: string;
  tenant_id: string;
  person_id: string;
  kind: string;
  valid_from: Date;
  valid_to: Date;
  note: string | null;
  cancelled_at: Date | null;
}

/** Who of `people` is absent at that moment, and until when: whoever assigns work is to be warned. */
export async function absentNow(
  knex: Knex,
  tenantId: string,
  people: readonly string[],
  at: Date,
): Promise<Map<string, AbsenceRecord>> {
  if (people.length === 0) return new Map();
  const rows: AbsenceRecord[] = await knex('procedures.absences')
    .where({ tenant_id: tenantId })
    .whereIn('person_id', [...people])
    .whereNull('cancelled_at')
    .where('valid_from', '<=', at)
    .where('valid_to', '>', at);
  return new Map(rows.map((row) => [row.person_id, row]));
}

export async function enterAbsence(
  platform: Platform,
  actor: Actor,
  personId: string,
  body: Record<string, unknown>,
): Promise<{ id: string }> {
  const now = platform.clock.now();
  return inTransaction(platform.strapi, async (trx) => {
    const { subject } = await loadPerson(trx, actor.tenantId, personId, now, true);
    requireAllowed(decide(actor, 'absence.write', subject));
    const fields = new FormFields(body);
    const row = {
      kind: fields.text('kind', 40),
      valid_from: fields.instant('from'),
      valid_to: fields.instant('to'),
      note: fields.optionalText('note', 500),
    };
    if (row.valid_to <= row.valid_from)
      fields.fault('to', 'Ngày về phải sau ngày bắt đầu nghỉ', 'Expected an end after the start');
    fields.check();
    await activeWord(trx, actor.tenantId, 'ABSENCE_KIND', row.kind, 'kind');
    const overlapping = await trx('procedures.absences')
      .where({ tenant_id: actor.tenantId, person_id: personId })
      .whereNull('cancelled_at')
      .where('valid_from', '<', row.valid_to)
      .where('valid_to', '>', row.valid_from)
      .first('id');
    if (overlapping)
      throw changeProblem(
        'ABSENCE_OVERLAPS',
        'Trong thời gian này đã có một đợt vắng. Hãy hủy đợt đó hoặc chọn ngày khác.',
        'Expected no other absence in that time, but there is one: cancel it or choose other days.',
        'from',
      );
    const id = randomUUID();
    await trx('procedures.absences').insert({
      id,
      tenant_id: actor.tenantId,
      person_id: personId,
      ...row,
      entered_by: actor.personId,
      created_at: now,
    });
    const forHead = personId === actor.personId ? null : actingHeadFor(actor, subject.units);
    const change = { subjectType: 'absence' as const, subjectId: id, personId, change: 'absence.enter' };
    await recordChange(
      trx,
      actor.tenantId,
      actor,
      now,
      { ...change, before: null, after: { ...row, note: row.note === null ? null : 'kept' }, reason: null },
      forHead,
    );
    return { id };
  });
}

export async function cancelAbsence(
  platform: Platform,
  actor: Actor,
  id: string,
  body: Record<string, unknown>,
): Promise<{ id: string }> {
  const now = platform.clock.now();
  return inTransaction(platform.strapi, async (trx) => {
    const isId = /^[0-9a-f-]{36}$/i.test(id);
    const absence: AbsenceRecord | undefined = isId
      ? await trx('procedures.absences').where({ id, tenant_id: actor.tenantId }).forUpdate().first()
      : undefined;
    if (!absence) return requireAllowed(NOT_FOUND) as never;
    const { subject } = await loadPerson(trx, actor.tenantId, absence.person_id, now);
    requireAllowed(decide(actor, 'absence.write', subject));
    if (absence.cancelled_at) return { id };
    await trx('procedures.absences').where({ id }).update({ cancelled_at: now });
    await recordChange(trx, actor.tenantId, actor, now, {
      subjectType: 'absence',
      subjectId: id,
      personId: absence.person_id,
      change: 'absence.cancel',
      before: { kind: absence.kind, valid_from: absence.valid_from, valid_to: absence.valid_to },
      after: null,
      reason: new FormFields(body).optionalText('reason', 1000),
    });
    return { id };
  });
}
