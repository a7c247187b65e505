// Owns the second person's word on a proposal, and its withdrawal. What was decided stays decided.
import { writeAudit } from '../audit/write-audit';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import { ProblemError } from '../problems/problem-error';
import { reasonOf } from '../problems/reason';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { Actor } from '../tenants/actor';
import { enforcePublication } from './enforce-publications';
import { findPublication, type PublicationRecord, publicationSubject } from './publication-rows';
import { refuseIfOvertaken } from './refuse-if-overtaken';

export type PublicationDecision = 'approve' | 'refuse' | 'withdraw';

const STATE = { approve: 'APPROVED', refuse: 'REFUSED', withdraw: 'WITHDRAWN' } as const;

export async function decidePublication(
  platform: Platform,
  actor: Actor,
  id: string,
  decision: PublicationDecision,
  givenReason: unknown,
): Promise<{ state: PublicationRecord['state'] }> {
  const seen = await findPublication(platform.knex, actor.tenantId, id);
  const action = decision === 'withdraw' ? 'publication.withdraw' : 'publication.decide';
  requireAllowed(decide(actor, action, await publicationSubject(platform.knex, seen)));
  const reason = reasonOf(givenReason);
  if (decision === 'approve') await refuseIfOvertaken(platform, seen);
  const now = platform.clock.now();
  const decided = await inTransaction(platform.strapi, async (trx) => {
    const open = decision === 'withdraw' ? ['PROPOSED', 'APPROVED'] : ['PROPOSED'];
    const [row] = await trx('procedures.publications')
      .where({ id: seen.id })
      .whereIn('state', open)
      .update({ state: STATE[decision], decided_by: actor.personId, decided_at: now, decision_reason: reason })
      .returning<PublicationRecord[]>('*');
    if (!row) throw alreadyDecided();
    await writeAudit(trx, {
      tenantId: actor.tenantId,
      at: now,
      actor,
      action: `publication.${decision}`,
      subjectType: 'publication',
      subjectId: seen.id,
      detail: { package: seen.package_id, version: seen.version, proposedBy: seen.proposed_by },
    });
    return row;
  });
  if (decision !== 'approve' || (decided.effective_at && decided.effective_at > now)) return { state: decided.state };
  return { state: await enforcePublication(platform, decided) };
}

const alreadyDecided = () =>
  new ProblemError({
    code: 'PUBLICATION_DECIDED',
    status: 409,
    vi: 'Đề nghị này đã được quyết định hoặc đã rút. Hãy tải lại để xem kết quả.',
    en: 'Expected an open proposal, but it has been decided or withdrawn. Reload to see how.',
  });
