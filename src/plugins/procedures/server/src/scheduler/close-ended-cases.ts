// Owns the end of a case's life: when its root instance has ended in the engine's log, nothing more will be asked of
// anybody. What may still be recorded on the case (a later complaint, say) is the package's to say.
import type { Platform } from '../runtime/platform';

/** Marks every active case whose root instance has ended. Returns how many. */
export async function closeEndedCases(platform: Pick<Platform, 'knex' | 'clock'>): Promise<number> {
  const ended = await platform
    .knex('procedures.cases as c')
    .join('procedures.case_instances as i', (on) => on.on('i.case_id', 'c.id').andOnVal('i.root', true))
    .join('procedures.process_instances as p', (on) =>
      on.on('p.engine_id', 'i.engine_id').andOn('p.process_instance_key', 'i.process_instance_key'),
    )
    .where('c.life', 'ACTIVE')
    .whereNotNull('p.ended_at')
    // One that was set free from a merge has run before; its newest run may be so young that its own row is still on the way.
    .whereNotExists(
      platform
        .knex('procedures.case_instances as later')
        .leftJoin('procedures.process_instances as lp', (on) =>
          on.on('lp.engine_id', 'later.engine_id').andOn('lp.process_instance_key', 'later.process_instance_key'),
        )
        .whereRaw('later.case_id = c.id and later.root and lp.ended_at is null'),
    )
    .select('c.id', 'p.state');
  for (const { id, state } of ended) {
    await platform
      .knex('procedures.cases')
      .where({ id, life: 'ACTIVE' })
      .update({ life: state === 'TERMINATED' ? 'CANCELLED' : 'COMPLETED', updated_at: platform.clock.now() });
  }
  return ended.length;
}
