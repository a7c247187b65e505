// Owns what a corrected sending does to the terms that it met: each is superseded by one that is judged at the right
// instant, met or missed. Where a term began is no sending's (packages/check/check-corrections.ts).
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { clocksOf, toOpenClock } from '../case-clocks/open-clocks';
import { stopClock } from '../clocks/stop-clock';
import type { BusinessEventRecord } from '../storage/rows';

const REASON = { vi: 'đính chính việc đã ghi', en: 'what was recorded was corrected' };

/** Returns how many terms were judged again. */
export async function correctClocks(
  trx: Knex.Transaction,
  caseId: string,
  original: Pick<BusinessEventRecord, 'id'>,
  written: Pick<BusinessEventRecord, 'id' | 'business_at'>,
  now: Date,
): Promise<number> {
  const met = (await clocksOf(trx, caseId)).filter(
    (clock) => clock.stopped_by === original.id && (clock.state === 'MET' || clock.state === 'MISSED'),
  );
  for (const clock of met) {
    const id = randomUUID();
    const { onTime } = stopClock({ ...toOpenClock(clock), state: 'RUNNING' }, written.business_at);
    await trx('procedures.clocks').insert({
      ...clock,
      id,
      derivation: JSON.stringify(clock.derivation),
      paused_ranges: JSON.stringify(clock.paused_ranges),
      state: onTime ? 'MET' : 'MISSED',
      stage: onTime ? 'NEUTRAL' : 'DUE',
      stopped_by: written.id,
      stopped_at: written.business_at,
      created_at: now,
    });
    await trx('procedures.clocks')
      .where({ id: clock.id })
      .update({ state: 'SUPERSEDED', superseded_by: id, superseded_reason: JSON.stringify(REASON) });
  }
  return met.length;
}
