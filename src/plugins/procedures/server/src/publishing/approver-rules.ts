// Owns who may be the second person for a new version: what holds while a tenant has decided nothing, and what it decided.
import type { Knex } from 'knex';
import type { ApproverRules } from '../../../shared/packages-contract';

export const DEFAULT_APPROVERS: ApproverRules = { administrators: true, units: null };

export async function approverRules(knex: Knex, tenantId: string): Promise<ApproverRules & { version: number }> {
  const row: (ApproverRules & { version: number }) | undefined = await knex('procedures.publication_approvers')
    .where({ tenant_id: tenantId })
    .first('administrators', 'units', 'version');
  return row ?? { ...DEFAULT_APPROVERS, version: 0 };
}
