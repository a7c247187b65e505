// Owns the one way into the audit chain. It runs in the transaction of what it records, so both happen or neither.
import type { Knex } from 'knex';
import { ProblemError } from '../problems/problem-error';
import { beforeCommit } from '../storage/in-transaction';
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
  refusePersonalData(detailOf(input));
  return append(trx, input.tenantId, [input]);
}

const waiting = new WeakMap<Knex.Transaction, AuditInput[]>();

/**
 * The same, at the end of the transaction and together with the others of it: for reactions, which handle many records
 * in one transaction and would otherwise keep everybody of the tenant waiting from the first entry on.
 */
export async function writeAuditAtEnd(trx: Knex.Transaction, input: AuditInput): Promise<void> {
  refusePersonalData(detailOf(input));
  const entries = waiting.get(trx);
  if (entries) {
    entries.push(input);
    return;
  }
  const all = [input];
  waiting.set(trx, all);
  await beforeCommit(trx, async () => {
    waiting.delete(trx);
    // Always in one order, so that two transactions with entries of the same tenants do not wait for each other.
    for (const tenantId of [...new Set(all.map((entry) => entry.tenantId))].sort()) {
      const own = all.filter((entry) => entry.tenantId === tenantId);
      await append(trx, tenantId, own);
    }
  });
}

function detailOf({ detail = {}, actingFor }: AuditInput): AuditDetail {
  return actingFor ? { ...detail, actingFor: actingFor.id, actingForPerson: actingFor.personId } : detail;
}

async function append(
  trx: Knex.Transaction,
  tenantId: string,
  inputs: AuditInput[],
): Promise<{ seq: string; hash: string }> {
  await trx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`procedures.audit:${tenantId}`]);
  const last: { seq: string; entry_hash: string } | undefined = await trx('procedures.audit_entries')
    .where({ tenant_id: tenantId })
    .orderBy('seq', 'desc')
    .first('seq', 'entry_hash');
  let seq = BigInt(last?.seq ?? 0);
  let hash = last?.entry_hash ?? GENESIS_HASH;
  const rows = inputs.map((input) => {
    seq += 1n;
    const fields: SealedFields = {
      tenantId,
      seq: seq.toString(),
      at: input.at.toISOString().replace('Z', '000Z'),
      personId: input.actor?.personId ?? null,
      adminUserId: input.actor?.adminUserId ?? null,
      action: input.action,
      subjectType: input.subjectType,
      subjectId: input.subjectId,
      detail: detailOf(input),
    };
    const previousHash = hash;
    hash = entryHash(previousHash, fields);
    return {
      tenant_id: fields.tenantId,
      seq: fields.seq,
      at: fields.at,
      person_id: fields.personId,
      admin_user_id: fields.adminUserId,
      action: fields.action,
      subject_type: fields.subjectType,
      subject_id: fields.subjectId,
      detail: JSON.stringify(fields.detail),
      previous_hash: previousHash,
      entry_hash: hash,
    };
  });
  await trx('procedures.audit_entries').insert(rows);
  return { seq: seq.toString(), hash };
}

// A code, a path or an id has no blanks (an element's id may have letters of any language, XML 1.0 NCName); a telephone or
// identity number is a bare run of digits.
const CODE = /^[\p{L}\p{M}\p{N}_.:/[\]\-+=]{1,255}$/u;
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
