// Owns the finding of the case that a process instance serves: by its own row, or through the instance that called it.
import type { Knex } from 'knex';
import { NotYetKnown } from '../records/not-yet-known';
import type { CaseRecord } from '../storage/rows';

/**
 * The case, or null for an instance of another program. While the record that tells who called the instance is still on
 * its way it throws NotYetKnown: the reaction is tried again.
 */
export async function caseOfInstance(
  trx: Knex.Transaction,
  engineId: string,
  instanceKey: string,
): Promise<CaseRecord | null> {
  const linked: CaseRecord | undefined = await trx('procedures.cases as c')
    .join('procedures.case_instances as i', 'i.case_id', 'c.id')
    .where({ 'i.engine_id': engineId, 'i.process_instance_key': instanceKey })
    .first('c.*');
  if (linked) return linked;
  const instance = await trx('procedures.process_instances')
    .where({ engine_id: engineId, process_instance_key: instanceKey })
    .first('parent_process_instance_key');
  if (!instance) {
    throw new NotYetKnown(
      `the record that tells whom instance ${instanceKey} serves has not come yet from the slower exporter`,
    );
  }
  const parent = instance.parent_process_instance_key;
  if (!parent || Number(parent) <= 0) return null;
  const above = await caseOfInstance(trx, engineId, String(parent));
  if (above) {
    await trx('procedures.case_instances')
      .insert({ engine_id: engineId, process_instance_key: instanceKey, case_id: above.id, root: false })
      .onConflict(['engine_id', 'process_instance_key'])
      .ignore();
  }
  return above;
}
