// Owns which cases a case may be merged into, as the person who asks may know of them: the same conditions as
// requireMergeable (mergeable.ts), told in SQL, so that no page offers what the route refuses.
import type { CaseList } from '../../../shared/contracts';
import { narrowByWords } from '../cases/case-conditions';
import { loadCase } from '../cases/load-case';
import { scopeCases } from '../policy/case-scope';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import type { Platform } from '../runtime/platform';
import type { CaseRecord } from '../storage/rows';
import type { Actor } from '../tenants/actor';
import { caseRows } from '../views/case-rows';
import { mergeDefinition } from './merge-definition';

const MOST = 8;

/** The newest first; none for a case that is not in progress. */
export async function mergeTargets(
  platform: Platform,
  actor: Actor,
  caseId: string,
  q: string | undefined,
): Promise<CaseList['items']> {
  const { knex } = platform;
  const { current, subject } = await loadCase(knex, caseId, actor.tenantId);
  requireAllowed(decide(actor, 'case.link', subject));
  const published = await platform.library.load(current.tenant_id, current.package_id, current.package_version);
  const groups = mergeDefinition(published).groups ?? [];
  requireAllowed(decide(actor, 'case.merge', { tenantId: actor.tenantId, groups, case: subject }));
  if (current.life !== 'ACTIVE') return [];
  const targets = scopeCases(knex('procedures.cases as cases'), actor, 'content')
    .where({ 'cases.life': 'ACTIVE', 'cases.package_id': current.package_id })
    .whereNot('cases.id', current.id)
    .whereNotExists((merged) =>
      merged
        .from('procedures.case_links as link')
        .whereRaw('link.case_id = cases.id')
        .where('link.kind', 'MERGED_INTO')
        .whereIn('link.state', ['PENDING', 'IN_FORCE']),
    );
  if (current.restricted)
    targets
      .where('cases.restricted', true)
      .whereRaw('cases.participating_units <@ ?::text[]', [current.participating_units]);
  const rows: CaseRecord[] = await narrowByWords(targets, q)
    .select('cases.*')
    .orderBy('cases.received_at', 'desc')
    .limit(MOST);
  return caseRows(platform, actor, rows);
}
