// Owns the writing of a link that says the same of both cases: once a pair, in the caller's transaction, with audit. It
// decides nothing: whoever calls has asked the policy about both cases.
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { writeAuditAtEnd } from '../audit/write-audit';

export interface NewLink {
  tenantId: string;
  caseId: string;
  otherCaseId: string;
  kind: 'RELATED' | 'SUSPECTED_DUPLICATE';
  reason: string;
  /** null: the platform found it. */
  personId: string | null;
  at: Date;
}

/** Returns the id of the link; null where the same is said of the pair already. */
export async function writeLink(trx: Knex.Transaction, link: NewLink): Promise<string | null> {
  const [row] = await trx('procedures.case_links')
    .insert({
      id: randomUUID(),
      tenant_id: link.tenantId,
      case_id: link.caseId,
      other_case_id: link.otherCaseId,
      kind: link.kind,
      state: 'IN_FORCE',
      reason: link.reason,
      created_by: link.personId,
      created_at: link.at,
    })
    .onConflict()
    .ignore()
    .returning('id');
  if (!row) return null;
  await writeAuditAtEnd(trx, {
    tenantId: link.tenantId,
    at: link.at,
    actor: link.personId ? { personId: link.personId } : null,
    action: 'case.link',
    subjectType: 'case',
    subjectId: link.caseId,
    detail: { link: row.id, kind: link.kind, other: link.otherCaseId },
  });
  return row.id;
}
