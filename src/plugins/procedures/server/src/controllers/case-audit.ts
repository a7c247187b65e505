// Owns the routes of a case's audit entries: who read and changed it, and whether the tenant's chain is whole. Looking is
// in the chain too.
import type { AuditFilter, CaseAudit, CaseAuditCheck } from '../../../shared/case-audit-contract';
import { verifyAudit } from '../audit/verify-audit';
import { writeAudit } from '../audit/write-audit';
import { loadCase } from '../cases/load-case';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { Actor } from '../tenants/actor';
import { caseAudit } from '../views/case-audit';
import { forActor } from './respond';

const FILTERS: readonly AuditFilter[] = ['all', 'read', 'write', 'export'];

export default {
  list: forActor(async (platform, actor, context): Promise<CaseAudit> => {
    const current = await audited(platform, actor, context.params.id);
    const { filter, before } = context.query;
    if (!before) await note(platform, actor, current.id);
    return caseAudit(platform, current, {
      filter: FILTERS.find((one) => one === filter) ?? 'all',
      before: before && /^\d{1,18}$/.test(before) ? before : null,
    });
  }),

  check: forActor(async (platform, actor, context): Promise<CaseAuditCheck> => {
    const { tenant_id } = await audited(platform, actor, context.params.id);
    const found = await verifyAudit(platform.knex, tenant_id);
    return found.ok
      ? { ok: true, entries: found.entries, brokenSeq: null }
      : { ok: false, entries: 0, brokenSeq: found.brokenSeq };
  }),
};

async function audited(platform: Platform, actor: Actor, caseId: string) {
  const { current, subject } = await loadCase(platform.knex, caseId, actor.tenantId);
  requireAllowed(decide(actor, 'caseAudit.read', subject));
  return current;
}

const note = (platform: Platform, actor: Actor, caseId: string) =>
  inTransaction(platform.strapi, (trx) =>
    writeAudit(trx, {
      tenantId: actor.tenantId,
      at: platform.clock.now(),
      actor,
      action: 'caseAudit.read',
      subjectType: 'case',
      subjectId: caseId,
    }),
  );
