// Owns the loading of a link with both of its cases, or the one refusal for an unknown id and another tenant's.
import type { Knex } from 'knex';
import { loadCase } from '../cases/load-case';
import { NOT_FOUND, requireAllowed } from '../policy/decision';
import { UUID } from '../storage/uuid';
import type { CaseLinkRecord } from './case-link';

export async function loadLink(knex: Knex, linkId: string, tenantId: string) {
  const link: CaseLinkRecord | undefined = UUID.test(linkId)
    ? await knex('procedures.case_links').where({ id: linkId, tenant_id: tenantId }).first()
    : undefined;
  if (!link) return requireAllowed(NOT_FOUND);
  const [own, other] = await Promise.all([
    loadCase(knex, link.case_id, tenantId),
    loadCase(knex, link.other_case_id, tenantId),
  ]);
  return { link, own, other };
}
