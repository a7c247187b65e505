// Owns the finding of the case that a process instance serves: by its own row, or through the instance that called it.
import type { Knex } from 'knex';
import type { CaseRecord } from '../storage/rows';

export type Lookup =
  | { found: 'case'; case: CaseRecord }
  /** Another program's instance: none of ours. */
  | { found: 'foreign' }
  /** The record that tells who called it has not arrived yet: ask again. */
  | { found: 'unknown-yet' };

export async function caseOfInstance(trx: Knex.Transaction, engineId: string, instanceKey: string): Promise<Lookup> {
  const linked = await trx('procedures.case_instances')
    .where({ engine_id: engineId, process_instance_key: instanceKey })
    .first();
  if (linked) return { found: 'case', case: await trx('procedures.cases').where({ id: linked.case_id }).first() };
  const instance = await trx('procedures.process_instances')
    .where({ engine_id: engineId, process_instance_key: instanceKey })
    .first();
  if (!instance) return { found: 'unknown-yet' };
  const parent = instance.parent_process_instance_key;
  if (!parent || Number(parent) <= 0) return { found: 'foreign' };
  const above = await caseOfInstance(trx, engineId, String(parent));
  if (above.found === 'case') {
    await trx('procedures.case_instances')
      .insert({ engine_id: engineId, process_instance_key: instanceKey, case_id: above.case.id, root: false })
      .onConflict(['engine_id', 'process_instance_key'])
      .ignore();
  }
  return above;
}
