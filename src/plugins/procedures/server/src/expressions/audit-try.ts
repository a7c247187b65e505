// Owns what the audit chain keeps of a try: who tried what of which draft, and no value of it.
import { writeAudit } from '../audit/write-audit';
import type { DraftRecord } from '../drafts/draft-rows';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';

export async function auditTry(
  platform: Platform,
  actor: Actor,
  draft: Pick<DraftRecord, 'id' | 'package_id'>,
  action: 'draft.tryExpression' | 'draft.tryDecision',
  detail: Record<string, string> = {},
): Promise<void> {
  await platform.knex.transaction((trx) =>
    writeAudit(trx, {
      tenantId: actor.tenantId,
      at: platform.clock.now(),
      actor,
      action,
      subjectType: 'draft',
      subjectId: draft.id,
      detail: { package: draft.package_id, ...detail },
    }),
  );
}
