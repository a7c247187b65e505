// Owns what intake writes when an entry looks like another case: a link that both cases show, from which nothing
// follows until somebody merges them or takes the link back. Of a restricted case nothing is written: its existence is
// not for whoever entered the other one.
import type { Knex } from 'knex';
import { writeLink } from './write-link';

export interface SuspectedDuplicate {
  tenantId: string;
  /** The case just entered. */
  caseId: string;
  otherCaseId: string;
  /** Why they look alike, in words that name nobody: shown to whoever reads either case. */
  reason: string;
  /** Who marked it; null: the platform's own search. */
  personId: string | null;
  at: Date;
}

/** In the caller's transaction, after the case's row. Null where it is known already, or is not to be said. */
export async function markSuspectedDuplicate(trx: Knex.Transaction, found: SuspectedDuplicate): Promise<string | null> {
  const both: { restricted: boolean }[] = await trx('procedures.cases')
    .where({ tenant_id: found.tenantId })
    .whereIn('id', [found.caseId, found.otherCaseId])
    .select('restricted');
  if (both.length !== 2 || both.some(({ restricted }) => restricted)) return null;
  return writeLink(trx, { ...found, kind: 'SUSPECTED_DUPLICATE' });
}
