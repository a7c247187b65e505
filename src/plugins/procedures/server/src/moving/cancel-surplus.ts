// Owns the end of instances that came of a question asked twice: they serve no case, and nobody has seen them.
import type { Platform } from '../runtime/platform';

export async function cancelSurplus({ knex, engine, engineId, clock }: Platform): Promise<void> {
  const open: { process_instance_key: string; ended: Date | null }[] = await knex('procedures.surplus_instances as s')
    .leftJoin('procedures.process_instances as p', (on) =>
      on.on('p.engine_id', 's.engine_id').andOn('p.process_instance_key', 's.process_instance_key'),
    )
    .where({ 's.engine_id': engineId })
    .whereNull('s.ended_at')
    .select(knex.raw('s.process_instance_key::text'), 'p.ended_at as ended');
  for (const { process_instance_key: key, ended } of open) {
    if (!ended) await engine.cancelProcessInstance(key);
    else
      await knex('procedures.surplus_instances')
        .where({ engine_id: engineId, process_instance_key: key })
        .update({ ended_at: clock.now() });
  }
}
