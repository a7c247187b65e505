// Owns the loading of files with what the policy must know of them.
import type { Knex } from 'knex';
import { loadCase } from '../cases/load-case';
import { NOT_FOUND, requireAllowed } from '../policy/decision';
import type { AttachmentPlaceSubject, AttachmentSubject } from '../policy/subjects';
import type { CaseRecord } from '../storage/rows';
import { UUID } from '../storage/uuid';
import type { Actor } from '../tenants/actor';
import type { AttachmentRecord } from './attachment-record';

/** A case as a place for files; an unknown id and another tenant's are the same refusal. */
export async function placeOfCase(
  knex: Knex,
  actor: Actor,
  caseId: string,
): Promise<AttachmentPlaceSubject & { readonly current: CaseRecord }> {
  const { current, subject } = await loadCase(knex, caseId, actor.tenantId);
  const held = await knex('procedures.tasks')
    .where({ case_id: caseId, assignee: actor.personId, state: 'OPEN' })
    .first('id');
  return { tenantId: actor.tenantId, case: subject, holdsTask: held !== undefined, current };
}

export async function subjectOfAttachment(
  knex: Knex,
  attachment: AttachmentRecord,
  place: AttachmentPlaceSubject,
): Promise<AttachmentSubject> {
  const shownTo: string[] = await knex('procedures.question_attachments as shown')
    .join('procedures.unit_questions as question', 'question.id', 'shown.question_id')
    .where('shown.attachment_id', attachment.id)
    .whereNot('question.state', 'WITHDRAWN')
    .pluck('question.to_unit');
  return {
    tenantId: attachment.tenant_id,
    case: place.case,
    holdsTask: place.holdsTask,
    uploadedBy: attachment.uploaded_by,
    isProtected: attachment.visibility === 'PROTECTED',
    shownTo,
  };
}

export interface LoadedAttachment {
  attachment: AttachmentRecord;
  subject: AttachmentSubject;
}

export async function loadAttachment(knex: Knex, actor: Actor, id: string, lock = false): Promise<LoadedAttachment> {
  const query = knex('procedures.attachments').where({ id, tenant_id: actor.tenantId });
  const attachment: AttachmentRecord | undefined = UUID.test(id)
    ? await (lock ? query.forUpdate() : query).first()
    : undefined;
  if (!attachment) return requireAllowed(NOT_FOUND) as never;
  const nowhere = { tenantId: actor.tenantId, case: null, holdsTask: false };
  const place = attachment.case_id ? await placeOfCase(knex, actor, attachment.case_id) : nowhere;
  return { attachment, subject: await subjectOfAttachment(knex, attachment, place) };
}
