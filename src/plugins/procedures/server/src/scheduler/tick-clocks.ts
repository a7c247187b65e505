// Owns the stages of running clocks: amber, due, escalated. Each stage is recorded once, told to the owner, and
// published to every open wait of the case that is named after it.
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { CaseRecord, ClockRecord } from '../storage/rows';

export interface ReachedStage {
  clockId: string;
  caseId: string;
  rule: string;
  variant: string | null;
  stage: 'AMBER' | 'DUE';
}

const BATCH = 500;
/** A stage's message outlives every retry: one day. */
const STAGE_TTL_MS = 24 * 60 * 60 * 1000;

/** Records every stage that has been reached by now and not yet recorded. Returns what was reached. */
export async function tickClocks(platform: Platform): Promise<ReachedStage[]> {
  const reached: ReachedStage[] = [];
  for (;;) {
    const batch = await tickBatch(platform);
    reached.push(...batch);
    if (batch.length < BATCH) return reached;
  }
}

async function tickBatch(platform: Platform): Promise<ReachedStage[]> {
  const now = platform.clock.now();
  return inTransaction(platform.strapi, async (trx) => {
    const clocks: ClockRecord[] = await trx('procedures.clocks')
      .where({ state: 'RUNNING' })
      .andWhere((query) =>
        query
          .where((due) => due.where('due_at', '<', now).whereIn('stage', ['NEUTRAL', 'AMBER']))
          .orWhere((amber) => amber.where('amber_at', '<=', now).where({ stage: 'NEUTRAL' })),
      )
      .orderBy('due_at')
      .limit(BATCH)
      .forUpdate()
      .skipLocked();
    const reached: ReachedStage[] = [];
    for (const clock of clocks) {
      const stage = clock.due_at < now ? 'DUE' : 'AMBER';
      await recordStage(platform, trx, clock, stage, now);
      reached.push({ clockId: clock.id, caseId: clock.case_id, rule: clock.rule, variant: clock.variant, stage });
    }
    return reached;
  });
}

async function recordStage(
  platform: Platform,
  trx: Knex.Transaction,
  clock: ClockRecord,
  stage: 'AMBER' | 'DUE',
  now: Date,
): Promise<void> {
  await trx('procedures.clocks').where({ id: clock.id }).update({ stage });
  await trx('procedures.clock_stages')
    .insert({
      clock_id: clock.id,
      stage,
      reached_at: stage === 'DUE' ? clock.due_at : clock.amber_at,
      recorded_at: now,
    })
    .onConflict(['clock_id', 'stage'])
    .ignore();
  const isLate = stage === 'DUE';
  await trx('procedures.notices').insert({
    id: randomUUID(),
    case_id: clock.case_id,
    tenant_id: clock.tenant_id,
    kind: 'CLOCK',
    recipient: clock.owner,
    rule: clock.rule,
    text: JSON.stringify({
      vi: isLate ? `Hạn ${clock.rule} đã quá` : `Hạn ${clock.rule} sắp đến`,
      en: isLate ? `Term ${clock.rule} is overdue` : `Term ${clock.rule} is near`,
    }),
    clock_id: clock.id,
    created_at: now,
  });
  await publishStage(platform, trx, clock, stage);
}

/**
 * Tells the model, if it waits: an open subscription named `clock.<stage>` that is meant for this clock. With none, the
 * stage is only shown.
 */
async function publishStage(
  platform: Platform,
  trx: Knex.Transaction,
  clock: ClockRecord,
  stage: string,
): Promise<void> {
  if (clock.tracking !== 'ENFORCED') return;
  const waits: { message_name: string; correlation_key: string; element_id: string; element_instance_key: string }[] =
    await trx('procedures.case_subscriptions')
      .where({ case_id: clock.case_id, plain_message: `clock.${stage.toLowerCase()}` })
      .whereNull('closed_at');
  if (waits.length === 0) return;
  const current: CaseRecord = await trx('procedures.cases').where({ id: clock.case_id }).first();
  const published = await platform.library.load(current.tenant_id, current.package_id, current.package_version);
  for (const wait of waits) {
    const bound = published.clockBindings.get(wait.element_id);
    if (bound && !bound.includes(clock.rule) && !bound.includes(clock.rule_id)) continue;
    const answer = await platform.engine.publishMessage({
      name: wait.message_name,
      correlationKey: wait.correlation_key,
      messageId: `${clock.id}:${stage}:${clock.rule_version}:${wait.element_instance_key}`,
      timeToLiveMs: STAGE_TTL_MS,
      variables: { caseId: clock.case_id },
    });
    if (answer.status !== 'accepted')
      throw new Error(`Expected the engine to take stage ${stage}, but ${answer.message}`);
  }
}
