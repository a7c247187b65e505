// Owns who may be asked about a case: the other units of the tenant that work now; of a restricted case only those that
// take part in it, since nobody else may know that it exists.
import type { Knex } from 'knex';
import type { QuestionUnit } from '../../../shared/questions-contract';
import type { CaseRecord } from '../storage/rows';
import type { Actor } from '../tenants/actor';

export type AskableUnit = QuestionUnit & { external: boolean };

export async function askableUnits(
  knex: Knex,
  actor: Actor,
  current: Pick<CaseRecord, 'tenant_id' | 'restricted' | 'participating_units'>,
  now: Date,
): Promise<AskableUnit[]> {
  const query = knex('procedures.units')
    .where({ tenant_id: current.tenant_id })
    .where((open) => open.whereNull('closed_from').orWhere('closed_from', '>', now))
    .whereNotIn('code', [...actor.units])
    .orderBy(['external', 'sort_order', 'name'])
    .select('code', 'name', 'external');
  if (current.restricted) query.whereIn('code', current.participating_units);
  return query;
}
