// Owns the routes of the auditor: the entries of the chain, newest first, and whether the chain is whole.
import { verifyAudit } from '../audit/verify-audit';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import { forActor } from './respond';

const MAX_PAGE = 200;

export default {
  list: forActor(async (platform, actor, context) => {
    requireAllowed(decide(actor, 'audit.read', { tenantId: actor.tenantId }));
    const before = Number(context.query.before);
    const pageSize = Math.min(MAX_PAGE, Math.max(1, Math.floor(Number(context.query.pageSize)) || 50));
    const query = platform
      .knex('procedures.audit_entries')
      .where({ tenant_id: actor.tenantId })
      .orderBy('seq', 'desc')
      .limit(pageSize);
    if (Number.isSafeInteger(before) && before > 0) query.andWhere('seq', '<', before);
    const rows = await query;
    return {
      items: rows.map((row) => ({
        seq: String(row.seq),
        at: row.at.toISOString(),
        personId: row.person_id,
        action: row.action,
        subjectType: row.subject_type,
        subjectId: row.subject_id,
        detail: row.detail,
        entryHash: row.entry_hash,
      })),
    };
  }),

  verify: forActor((platform, actor) => {
    requireAllowed(decide(actor, 'audit.verify', { tenantId: actor.tenantId }));
    return verifyAudit(platform.knex, actor.tenantId);
  }),
};
