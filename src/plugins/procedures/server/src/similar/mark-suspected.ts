// Owns what becomes of "may be the same" that somebody said while typing: a link between the two cases, for cases whose
// content that person reads; what it may not know of is passed over as if it were not there.
import type { Knex } from 'knex';
import { markSuspectedDuplicate } from '../case-links/mark-suspected-duplicate';
import { scopeCases } from '../policy/case-scope';
import { UUID } from '../storage/uuid';
import type { Actor } from '../tenants/actor';

const MAX = 10;
const REASON = 'Người tiếp nhận đánh dấu có thể trùng khi nhập';

/** In the transaction that writes the new case, after its row. */
export async function markSuspected(
  trx: Knex.Transaction,
  actor: Actor,
  caseId: string,
  suspected: unknown,
  at: Date,
): Promise<void> {
  const ids = Array.isArray(suspected) ? suspected.filter((id) => typeof id === 'string' && UUID.test(id)) : [];
  if (ids.length === 0) return;
  const known: string[] = await scopeCases(
    trx('procedures.cases as cases').whereIn('cases.id', ids.slice(0, MAX)).whereNot('cases.id', caseId),
    actor,
    'content',
  ).pluck('cases.id');
  for (const otherCaseId of known) {
    await markSuspectedDuplicate(trx, {
      tenantId: actor.tenantId,
      caseId,
      otherCaseId,
      reason: REASON,
      personId: actor.personId,
      at,
    });
  }
}
