// Owns who is told when a clock reaches a stage: the unit that answers for it; once it is due, the unit's head; a day
// later, the head above.
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { ClockRecord } from '../storage/rows';

export type Stage = 'AMBER' | 'DUE' | 'ESCALATED';

/** Overdue for this long goes above the unit's head: one day. */
export const ESCALATE_AFTER_MS = 24 * 60 * 60 * 1000;

const WORDS: Record<Stage, (rule: string) => { vi: string; en: string }> = {
  AMBER: (rule) => ({ vi: `Hạn ${rule} sắp đến`, en: `Term ${rule} is near` }),
  DUE: (rule) => ({ vi: `Hạn ${rule} đã quá`, en: `Term ${rule} is overdue` }),
  ESCALATED: (rule) => ({
    vi: `Hạn ${rule} đã quá hơn một ngày, báo cấp trên`,
    en: `Term ${rule} is more than a day overdue and goes above`,
  }),
};

export async function recordStage(trx: Knex.Transaction, clock: ClockRecord, stage: Stage, now: Date): Promise<void> {
  await trx('procedures.clocks').where({ id: clock.id }).update({ stage });
  await trx('procedures.clock_stages')
    .insert({ clock_id: clock.id, stage, reached_at: reachedAt(clock, stage), recorded_at: now })
    .onConflict(['clock_id', 'stage'])
    .ignore();
  const told = await recipients(trx, clock, stage, now);
  await trx('procedures.notices').insert(
    told.map(({ unit, personId }) => ({
      id: randomUUID(),
      case_id: clock.case_id,
      tenant_id: clock.tenant_id,
      kind: 'CLOCK',
      recipient: unit,
      rule: clock.rule,
      text: JSON.stringify(WORDS[stage](clock.rule)),
      clock_id: clock.id,
      person_id: personId,
      created_at: now,
    })),
  );
}

function reachedAt(clock: ClockRecord, stage: Stage): Date {
  if (stage === 'AMBER') return clock.amber_at;
  return stage === 'DUE' ? clock.due_at : new Date(clock.due_at.getTime() + ESCALATE_AFTER_MS);
}

async function recipients(
  trx: Knex.Transaction,
  clock: ClockRecord,
  stage: Stage,
  now: Date,
): Promise<{ unit: string; personId: string | null }[]> {
  const unit = { unit: clock.owner, personId: null };
  if (stage === 'AMBER' || clock.tracking !== 'ENFORCED') return [unit];
  const led = stage === 'DUE' ? clock.owner : await unitAbove(trx, clock);
  const heads: { person_id: string }[] = await trx('procedures.positions')
    .where({ tenant_id: clock.tenant_id, unit_code: led, is_head: true })
    .where('valid_from', '<=', now)
    .where((valid) => valid.whereNull('valid_to').orWhere('valid_to', '>', now))
    .select('person_id');
  const told = heads.map((head) => ({ unit: led, personId: head.person_id }));
  return stage === 'DUE' ? [unit, ...told] : told.length > 0 ? told : [{ unit: led, personId: null }];
}

async function unitAbove(trx: Knex.Transaction, clock: ClockRecord): Promise<string> {
  const row = await trx('procedures.units')
    .where({ tenant_id: clock.tenant_id, code: clock.owner })
    .first('parent_code');
  return row?.parent_code ?? clock.owner;
}
