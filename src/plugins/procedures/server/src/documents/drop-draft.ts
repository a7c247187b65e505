// Owns dropping a draft: nothing was issued, so nothing is lost but the draft.
import { writeAudit } from '../audit/write-audit';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { Actor } from '../tenants/actor';
import { loadDocument } from './document-access';
import { dropFile } from './stored-files';

export async function dropDraft(platform: Platform, actor: Actor, id: string): Promise<void> {
  const { row } = await loadDocument(platform, actor, id, 'document.write');
  await inTransaction(platform.strapi, async (trx) => {
    const dropped = await trx('procedures.case_documents').where({ id: row.id, state: 'DRAFT' }).delete();
    if (dropped === 0) {
      throw new ProblemError({
        code: 'DOCUMENT_ISSUED',
        status: 409,
        vi: 'Văn bản đã ban hành không bỏ được; chỉ thay thế bằng văn bản mới, có lý do.',
        en: 'Expected a draft, but an issued document stays: replace it by a new one, with a reason.',
      });
    }
    await dropFile(trx, actor.tenantId, row.file_id);
    await writeAudit(trx, {
      tenantId: actor.tenantId,
      at: platform.clock.now(),
      actor,
      action: 'document.dropDraft',
      subjectType: 'document',
      subjectId: row.id,
      detail: { caseId: row.case_id, document: row.document_id },
    });
  });
}
