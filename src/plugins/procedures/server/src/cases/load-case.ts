// Owns the loading of a case with what the policy must know of it.
import type { Knex } from 'knex';
import { NOT_FOUND, requireAllowed } from '../policy/decision';
import { type CaseSubject, caseSubject } from '../policy/subjects';
import type { CaseRecord } from '../storage/rows';
import { UUID } from '../storage/uuid';

/** An unknown id and another tenant's are the same refusal. */
export async function loadCase(
  knex: Knex,
  caseId: string,
  tenantId: string,
): Promise<{ current: CaseRecord; subject: CaseSubject }> {
  const current: CaseRecord | undefined = UUID.test(caseId)
    ? await knex('procedures.cases').where({ id: caseId, tenant_id: tenantId }).first()
    : undefined;
  if (!current) return requireAllowed(NOT_FOUND) as never;
  return { current, subject: caseSubject(current) };
}
