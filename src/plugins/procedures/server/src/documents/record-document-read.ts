// Owns the trace of who read a document.
import { writeAudit } from '../audit/write-audit';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';
import type { CaseDocumentRecord } from './rows';

export async function recordDocumentRead(
  platform: Platform,
  actor: Actor,
  row: CaseDocumentRecord,
  as: 'docx' | 'pdf',
): Promise<void> {
  await platform.knex.transaction((trx) =>
    writeAudit(trx, {
      tenantId: actor.tenantId,
      at: platform.clock.now(),
      actor,
      action: 'document.read',
      subjectType: 'document',
      subjectId: row.id,
      detail: { caseId: row.case_id, as },
    }),
  );
}
