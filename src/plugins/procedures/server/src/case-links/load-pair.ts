// Owns the loading of two cases that somebody wants to link: the person needs the content of both, and a case that he
// may not know of is refused as one that does not exist.
import { loadCase } from '../cases/load-case';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';

export async function loadPair(platform: Pick<Platform, 'knex'>, actor: Actor, caseId: string, otherCaseId: unknown) {
  const own = await loadCase(platform.knex, caseId, actor.tenantId);
  requireAllowed(decide(actor, 'case.link', own.subject));
  const other = await loadCase(platform.knex, String(otherCaseId ?? ''), actor.tenantId);
  requireAllowed(decide(actor, 'case.link', other.subject));
  if (own.current.id !== other.current.id) return { own, other };
  throw new ProblemError({
    code: 'SAME_CASE',
    status: 422,
    vi: 'Cần một hồ sơ khác, nhưng đây chính là hồ sơ này. Hãy chọn hồ sơ khác.',
    en: 'Expected another case, but this is the same one: choose another.',
  });
}
