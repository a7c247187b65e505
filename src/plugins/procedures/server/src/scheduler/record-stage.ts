// Owns what happens once when a clock reaches a stage: it is recorded, and whoever the tenant's escalation table names for
// that moment is told.
import type { Knex } from 'knex';
import type { EscalationStep } from '../../../shared/notifications-contract';
import type { ClockRecord } from '../storage/rows';
import { tellSteps } from './tell-steps';
import type { EscalationTerms } from './tenant-terms';

export type Stage = EscalationStep['stage'];

export async function recordStage(
  trx: Knex.Transaction,
  clock: ClockRecord,
  stage: Stage,
  terms: EscalationTerms,
  now: Date,
  /** That it was near says nothing any more once it is over. */
  isOver = false,
): Promise<void> {
  await trx('procedures.clocks').where({ id: clock.id }).update({ stage });
  await trx('procedures.clock_stages')
    .insert({ clock_id: clock.id, stage, reached_at: reachedAt(clock, stage, terms), recorded_at: now })
    .onConflict(['clock_id', 'stage'])
    .ignore();
  if (isOver) return;
  const steps = terms.escalation.filter((step) => step.stage === stage && step.afterMinutes === 0);
  await tellSteps(trx, clock, stage, steps, now);
}

function reachedAt(clock: ClockRecord, stage: Stage, terms: EscalationTerms): Date {
  if (stage === 'AMBER') return clock.amber_at;
  return stage === 'DUE' ? clock.due_at : new Date(clock.due_at.getTime() + terms.escalateAfterMinutes * 60_000);
}
