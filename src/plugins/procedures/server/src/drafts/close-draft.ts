// Owns the end of a draft that nobody goes on with. Its files are kept; it is only no longer offered.
import { writeAudit } from '../audit/write-audit';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { Actor } from '../tenants/actor';
import { findDraft } from './draft-rows';

export async function closeDraft(platform: Platform, actor: Actor, id: string): Promise<void> {
  await inTransaction(platform.strapi, async (trx) => {
    const draft = await findDraft(trx, actor.tenantId, id);
    await trx('procedures.drafts').where({ id: draft.id }).update({ state: 'CLOSED' });
    await writeAudit(trx, {
      tenantId: actor.tenantId,
      at: platform.clock.now(),
      actor,
      action: 'draft.close',
      subjectType: 'draft',
      subjectId: draft.id,
      detail: { package: draft.package_id },
    });
  });
}
