// Owns the end of a case's life: when its newest root instance has ended in the engine's log, nothing more will be asked
// of anybody. What may still be recorded on the case (a later complaint, say) is the package's to say.
import type { Knex } from 'knex';
import { heldCases } from '../moving/move-rows';
import type { Platform } from '../runtime/platform';

/** Marks every active case whose newest root instance has ended. Returns how many. */
export async function closeEndedCases(platform: Pick<Platform, 'knex' | 'clock'>): Promise<number> {
  // One that was moved, or set free from a merge, has run before: how it ended is told by its newest run. That may be so
  // young that its own row is still on the way.
  const ended: { id: string; state: string }[] = await platform
    .knex('procedures.cases as c')
    .distinctOn('c.id')
    .join('procedures.case_instances as i', (on) => on.on('i.case_id', 'c.id').andOnVal('i.root', true))
    .join('procedures.process_instances as p', (on) =>
      on.on('p.engine_id', 'i.engine_id').andOn('p.process_instance_key', 'i.process_instance_key'),
    )
    .where('c.life', 'ACTIVE')
    .whereNotNull('p.ended_at')
    .whereNotIn('c.id', heldCases(platform.knex))
    .whereNotExists(
      platform
        .knex('procedures.case_instances as later')
        .leftJoin('procedures.process_instances as lp', (on) =>
          on.on('lp.engine_id', 'later.engine_id').andOn('lp.process_instance_key', 'later.process_instance_key'),
        )
        .whereRaw('later.case_id = c.id and later.root and lp.ended_at is null'),
    )
    .orderBy([
      { column: 'c.id' },
      { column: 'p.started_at', order: 'desc', nulls: 'last' },
      { column: 'p.process_instance_key', order: 'desc' },
    ])
    .select('c.id', 'p.state');
  for (const { id, state } of ended) {
    const life = state === 'TERMINATED' ? 'CANCELLED' : 'COMPLETED';
    await platform.knex.transaction(async (trx) => {
      const at = platform.clock.now();
      const closed = await trx('procedures.cases').where({ id, life: 'ACTIVE' }).update({ life, updated_at: at });
      if (closed > 0 && life === 'CANCELLED') await endTerms(trx, id, at);
    });
  }
  return ended.length;
}

/** Nobody works on a case that was cancelled: its terms run no further. */
async function endTerms(trx: Knex.Transaction, caseId: string, at: Date): Promise<void> {
  await trx('procedures.clocks')
    .where({ case_id: caseId })
    .whereIn('state', ['RUNNING', 'PAUSED'])
    .update({
      state: 'SUPERSEDED',
      superseded_reason: JSON.stringify({
        vi: 'quy trình của hồ sơ đã bị hủy',
        en: 'the process of the case was cancelled',
      }),
      stopped_at: at,
    });
}
