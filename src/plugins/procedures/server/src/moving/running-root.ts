// Owns which process instance runs a case now: the newest root whose end is not on record.
import type { Knex } from 'knex';

export async function runningRoot(knex: Knex, engineId: string, caseId: string): Promise<string | null> {
  const row: { key: string } | undefined = await knex('procedures.case_instances as i')
    .join('procedures.process_instances as p', (on) =>
      on.on('p.engine_id', 'i.engine_id').andOn('p.process_instance_key', 'i.process_instance_key'),
    )
    .where({ 'i.engine_id': engineId, 'i.case_id': caseId, 'i.root': true })
    .whereNull('p.ended_at')
    .orderBy('i.process_instance_key', 'desc')
    .first(knex.raw('i.process_instance_key::text as key'));
  return row?.key ?? null;
}
