// Owns the finding of one instance by its case, for who manages procedures: restricted cases are nobody's here.
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import type { CaseRecord } from '../storage/rows';
import { UUID } from '../storage/uuid';
import type { Actor } from '../tenants/actor';

export async function loadInstance(
  { knex }: Pick<Platform, 'knex'>,
  actor: Actor,
  caseId: string,
): Promise<CaseRecord> {
  const current: CaseRecord | undefined = UUID.test(caseId)
    ? await knex('procedures.cases').where({ id: caseId, tenant_id: actor.tenantId, restricted: false }).first()
    : undefined;
  if (current) return current;
  throw new ProblemError({
    code: 'INSTANCE_UNKNOWN',
    status: 404,
    vi: 'Không có quy trình đang chạy này, hoặc hồ sơ bị hạn chế xem.',
    en: 'Expected an instance that you may see, but there is none: it may serve a restricted case.',
  });
}
