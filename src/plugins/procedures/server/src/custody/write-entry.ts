// Owns the one way into a chain of custody. Writers of one case queue on its row, so that each entry follows the one that
// is really before it.
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { CustodyContent, CustodyKind } from '../../../shared/custody-contract';
import { writeAudit } from '../audit/write-audit';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import { onlyOne } from '../storage/only-one';
import type { Actor } from '../tenants/actor';
import { CUSTODY_GENESIS, type CustodyEntryRecord, custodyHash } from './custody-entry';

export interface NewEntry {
  /** absent: a new one */
  id?: string;
  caseId: string;
  table: string;
  row: string;
  kind: CustodyKind;
  at: Date;
  content: CustodyContent;
  refersTo: string | null;
  reason: string | null;
}

export async function writeEntry(platform: Platform, actor: Actor, entry: NewEntry): Promise<string> {
  return onlyOne(() => inTransaction(platform.strapi, (trx) => append(platform, trx, actor, entry)), alreadyDone);
}

async function append(platform: Platform, trx: Knex.Transaction, actor: Actor, entry: NewEntry): Promise<string> {
  await trx('procedures.cases').where({ id: entry.caseId }).forUpdate().first('id');
  const chain = { case_id: entry.caseId, table_name: entry.table, row_id: entry.row };
  const last: CustodyEntryRecord | undefined = await trx('procedures.custody_entries')
    .where(chain)
    .orderBy('seq', 'desc')
    .first();
  if (entry.kind === 'TAKEN' && last) throw alreadyTaken();
  const fields = {
    id: entry.id ?? randomUUID(),
    tenant_id: actor.tenantId,
    ...chain,
    seq: (last?.seq ?? 0) + 1,
    kind: entry.kind,
    at: entry.at,
    entered_at: platform.clock.now(),
    entered_by: actor.personId,
    content: entry.content,
    refers_to: entry.refersTo,
    reason: entry.reason,
    previous_hash: last?.entry_hash ?? CUSTODY_GENESIS,
  };
  await trx('procedures.custody_entries').insert({
    ...fields,
    content: JSON.stringify(fields.content),
    entry_hash: custodyHash(fields),
  });
  await writeAudit(trx, {
    tenantId: actor.tenantId,
    at: fields.entered_at,
    actor,
    action: `custody.${entry.kind.toLowerCase()}`,
    subjectType: 'case',
    subjectId: entry.caseId,
    detail: { entry: fields.id, item: entry.row, seq: fields.seq },
  });
  return fields.id;
}

const alreadyTaken = () =>
  new ProblemError({
    code: 'CUSTODY_BEGUN',
    status: 409,
    vi: 'Chuỗi bảo quản của vật này đã bắt đầu. Hãy ghi một lần giao nhận, hoặc đính chính lần đã ghi.',
    en: 'Expected an item without a chain, but it has begun: enter a hand-over, or correct what was entered.',
  });

const alreadyDone = () =>
  new ProblemError({
    code: 'CUSTODY_ENTRY_DONE',
    status: 409,
    vi: 'Lần giao nhận này đã được xác nhận hoặc đính chính. Hãy tải lại trang.',
    en: 'Expected an entry that was not confirmed or corrected yet, but it was: reload the page.',
  });
