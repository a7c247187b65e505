// Owns the giving up of an entry by its author: the draft goes, and with it the files that were added to it.
import type { Knex } from 'knex';
import { writeAudit } from '../audit/write-audit';
import { decide } from '../policy/decide';
import { NOT_FOUND, requireAllowed } from '../policy/decision';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import { UUID } from '../storage/uuid';
import type { Actor } from '../tenants/actor';

export async function dropIntakeDraft(platform: Platform, actor: Actor, id: string): Promise<void> {
  requireAllowed(decide(actor, 'intakeDraft.list', { tenantId: actor.tenantId }));
  if (!UUID.test(id)) requireAllowed(NOT_FOUND);
  await inTransaction(platform.strapi, async (trx) => {
    const dropped = await removeDraft(trx, { id, tenant_id: actor.tenantId, person_id: actor.personId });
    if (dropped === 0) requireAllowed(NOT_FOUND);
    const files = await trx('procedures.attachments')
      .where({ client_id: id, tenant_id: actor.tenantId, uploaded_by: actor.personId })
      .whereNull('case_id')
      .delete();
    await writeAudit(trx, {
      tenantId: actor.tenantId,
      at: platform.clock.now(),
      actor,
      action: 'intakeDraft.drop',
      subjectType: 'intakeDraft',
      subjectId: id,
      detail: { files },
    });
  });
}

const removeDraft = (trx: Knex.Transaction, row: { id: string; tenant_id: string; person_id: string }) =>
  trx('procedures.intake_drafts').where(row).delete();
