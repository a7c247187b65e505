// Owns the steps of the escalation table that come some time after a stage: told once, and only while the clock still runs.
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { ClockRecord } from '../storage/rows';
import { stepKey, tellSteps } from './tell-steps';
import { tenantTerms } from './tenant-terms';

const BATCH = 200;
/** A step that was added to the table later is not told for what happened before it by more than this. */
const BELATED_MS = 24 * 60 * 60 * 1000;

export async function escalateLater(platform: Platform): Promise<void> {
  const now = platform.clock.now();
  const terms = await tenantTerms(platform.knex);
  for (const tenantId of terms.ownTerms) {
    for (const step of terms.of(tenantId).escalation.filter((one) => one.afterMinutes > 0)) {
      const latest = new Date(now.getTime() - step.afterMinutes * 60_000);
      await inTransaction(platform.strapi, async (trx) => {
        const clocks: ClockRecord[] = await trx('procedures.clocks as clock')
          .join('procedures.clock_stages as reached', 'reached.clock_id', 'clock.id')
          .where({ 'clock.tenant_id': tenantId, 'clock.state': 'RUNNING', 'reached.stage': step.stage })
          // What others are followed for is told to the unit that follows it, never above.
          .whereIn('clock.tracking', step.to === 'UNIT' ? ['ENFORCED', 'EXTERNAL'] : ['ENFORCED'])
          .whereBetween('reached.reached_at', [new Date(latest.getTime() - BELATED_MS), latest])
          .whereNotExists(
            trx('procedures.escalations_done as done')
              .whereRaw('done.clock_id = clock.id')
              .where('done.step', stepKey(step))
              .select(trx.raw('1')),
          )
          .select('clock.*')
          .limit(BATCH);
        for (const clock of clocks) await tellSteps(trx, clock, step.stage, [step], now);
      });
    }
  }
}
