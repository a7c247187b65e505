// Owns the one way into the audit chain. It runs in the transaction of what it records, so both happen or neither.
import type { Knex } from 'knex';
import { ProblemError } from '../problems/problem-error';
import type { ActingRight, Actor } from '../tenants/actor';
import { type AuditDetail, entryHash, GENESIS_HASH, type SealedFields } from './audit-entry';

export interface AuditInput {
  tenantId: string;
  at: Date;
  /** null: the platform itself (scheduler). A reaction knows the person of the action, not the account. */
  actor: (Pick<Actor, 'personId'> & Partial<Pick<Actor, 'adminUserId'>>) | null;
  /** The appointment that it is done under, when done on another's behalf. */
  actingFor?: Pick<ActingRight, 'id' | 'personId'> | null;
  action: string;
  subjectType: string;
  subjectId: string;
  detail?: AuditDetail;
}

/**
 * Appends one entry. Writers of one tenant queue on an advisory lock until their transaction ends: call it last in the
 * transaction, and once per transaction and tenant order (never two tenants), so that the queue is short and no two wait
 * for each other. Needs READ COMMITTED, which is Strapi's: the last entry is read after the lock is held.
 */
export async function writeAudit(trx: Knex.Transaction, input: AuditInput): Promise<{ seq: string; hash: string }> {
  const detail: AuditDetail = input.actingFor
    ? { ...input.detail, actingFor: input.actingFor.id, actingForPerson: input.actingFor.personId }
    : (input.detail ?? {});
  refusePersonalData(detail);
  await trx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`procedures.audit:${input.tenantId}`]);
  const last: { seq: string; entry_hash: string } | undefined = await trx('procedures.audit_entries')
    .where({ tenant_id: input.tenantId })
    .orderBy('seq', 'desc')
    .first('seq', 'entry_hash');

  const previousHash = last?.entry_hash ?? GENESIS_HASH;
  const fields: SealedFields = {
    tenantId: input.tenantId,
    seq: (BigInt(last?.seq ?? 0) + 1n).toString(),
    at: input.at.toISOString().replace('Z', '000Z'),
    personId: input.actor?.personId ?? null,
    adminUserId: input.actor?.adminUserId ?? null,
    action: input.action,
    subjectType: input.subjectType,
    subjectId: input.subjectId,
    detail,
  };
  const hash = entryHash(previousHash, fields);
  await trx('procedures.audit_entries').insert({
    tenant_id: fields.tenantId,
    seq: fields.seq,
    at: fields.at,
    person_id: fields.personId,
    admin_user_id: fields.adminUserId,
    action: fields.action,
    subject_type: fields.subjectType,
    subject_id: fields.subjectId,
    detail: JSON.stringify(detail),
    previous_hash: previousHash,
    entry_hash: hash,
  });
  return { seq: fields.seq, hash };
}

// A code, a path or an id has no blanks and only ASCII; a telephone or identity number is a bare run of digits.
const CODE = /^[\w.:/[\]\-+=]{1,120}$/;
const BARE_NUMBER = /^\+?\d{8,}$/;

function refusePersonalData(detail: AuditDetail): void {
  for (const [key, value] of Object.entries(detail)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (CODE.test(key) && (typeof item !== 'string' || (CODE.test(item) && !BARE_NUMBER.test(item)))) continue;
      throw new ProblemError({
        code: 'AUDIT_DETAIL_NOT_A_CODE',
        status: 500,
        vi: `Nhật ký chỉ ghi mã và tên trường, nhưng mục "${key}" có nội dung khác. Hãy báo người vận hành.`,
        en: `Expected codes and names of fields in the audit detail, but "${key}" holds something else.`,
      });
    }
  }
}
