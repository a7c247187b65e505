// Owns the end of a draft that nobody goes on with. Its files are kept; it is only no longer offered.
import type { Knex } from 'knex';
import { writeAudit } from '../audit/write-audit';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { Actor } from '../tenants/actor';
import { type DraftRecord, findDraft } from './draft-rows';

export async function closeDraft(platform: Platform, actor: Actor, id: string): Promise<void> {
  await inTransaction(platform.strapi, async (trx) => {
    await closeRow(trx, await findDraft(trx, actor.tenantId, id), actor, platform.clock.now());
  });
}

/**
 * The same of a draft that nobody but its maker has changed and that was never proposed; any other is left, in silence.
 * `actor` null: the platform itself.
 */
export async function closeUntouched({ strapi, clock }: Platform, id: string, actor: Actor | null): Promise<void> {
  await inTransaction(strapi, async (trx) => {
    const draft: DraftRecord | undefined = await trx('procedures.drafts')
      .where({ id, state: 'OPEN' })
      .whereRaw('changed_by = created_by')
      .forUpdate()
      .first();
    // Asked only once the draft is held: a proposal made meanwhile is seen.
    if (!draft || (await trx('procedures.publications').where({ draft_id: id }).first('id'))) return;
    await closeRow(trx, draft, actor, clock.now());
  });
}

async function closeRow(trx: Knex.Transaction, draft: DraftRecord, actor: Actor | null, now: Date): Promise<void> {
  await trx('procedures.drafts').where({ id: draft.id }).update({ state: 'CLOSED' });
  await writeAudit(trx, {
    tenantId: draft.tenant_id,
    at: now,
    actor,
    action: 'draft.close',
    subjectType: 'draft',
    subjectId: draft.id,
    detail: { package: draft.package_id },
  });
}
