// Owns the withdrawal of a file: it stays, with who took it out of use and why. A file of an entry that is not recorded
// yet needs no reason; housekeeping removes it.
import { writeAudit } from '../audit/write-audit';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import { reasonOf } from '../problems/reason';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { Actor } from '../tenants/actor';
import type { AttachmentRecord } from './attachment-record';
import { loadAttachment } from './load-attachment';

export async function withdrawAttachment(
  platform: Platform,
  actor: Actor,
  id: string,
  givenReason: unknown,
): Promise<AttachmentRecord> {
  return inTransaction(platform.strapi, async (trx) => {
    const { attachment, subject } = await loadAttachment(trx, actor, id, true);
    requireAllowed(decide(actor, 'attachment.withdraw', subject));
    if (attachment.withdrawn_at) return attachment;
    const now = platform.clock.now();
    const reason = attachment.case_id ? reasonOf(givenReason) : null;
    const [row] = await trx('procedures.attachments')
      .where({ id })
      .update({ withdrawn_at: now, withdrawn_by: actor.personId, withdrawn_reason: reason })
      .returning('*');
    await writeAudit(trx, {
      tenantId: actor.tenantId,
      at: now,
      actor,
      action: 'attachment.withdraw',
      subjectType: 'attachment',
      subjectId: id,
    });
    return row;
  });
}
