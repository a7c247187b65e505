// Owns the stages of running clocks: amber, due, escalated. Each stage is recorded once, told to who answers for it, and
// published to every open wait of the case that is named after it.
import type { Knex } from 'knex';
import { heldCases } from '../moving/move-rows';
import { QUESTION_RULE } from '../questions/question-rule';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { CaseRecord, ClockRecord } from '../storage/rows';
import { recordStage, type Stage } from './record-stage';
import { tenantTerms } from './tenant-terms';

export interface ReachedStage {
  clockId: string;
  caseId: string;
  rule: string;
  variant: string | null;
  stage: Stage;
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

/**
 * What a case that has just been released reached while it was held; in the transaction of its release, so that no act ends
 * the clock before.
 */
export async function tickReleased(platform: Platform, trx: Knex.Transaction, caseId: string): Promise<void> {
  const ofCase = (clocks: Knex.QueryBuilder) => clocks.where({ case_id: caseId });
  for (let reached = 1; reached > 0; ) reached = (await tickThese(platform, trx, ofCase)).length;
}

/**
 * A clock that was not looked at for long, or whose case was held, goes through its stages one after the other: the model
 * may wait for each. One that begins when it was amber long ago was never amber.
 */
function stagesReached(clock: ClockRecord, now: Date): Stage[] {
  if (clock.stage === 'DUE') return ['ESCALATED'];
  if (clock.due_at >= now) return ['AMBER'];
  return clock.stage === 'NEUTRAL' && clock.amber_at >= clock.created_at ? ['AMBER', 'DUE'] : ['DUE'];
}

const tickBatch = (platform: Platform): Promise<ReachedStage[]> =>
  inTransaction(platform.strapi, (trx) =>
    // While a case is moved nothing of it waits for a stage: it is told with its release.
    tickThese(platform, trx, (clocks) => clocks.whereNotIn('case_id', heldCases(trx))),
  );

async function tickThese(
  platform: Platform,
  trx: Knex.Transaction,
  narrow: (clocks: Knex.QueryBuilder) => Knex.QueryBuilder,
): Promise<ReachedStage[]> {
  const now = platform.clock.now();
  const terms = await tenantTerms(trx);
  const running = trx('procedures.clocks').where({
    state: 'RUNNING',
    ...(platform.onlyTenant ? { tenant_id: platform.onlyTenant } : {}),
  });
  const clocks: ClockRecord[] = await narrow(running)
    .andWhere((query) =>
      query
        .where((due) => due.where('due_at', '<', now).whereIn('stage', ['NEUTRAL', 'AMBER']))
        .orWhere((amber) => amber.where('amber_at', '<=', now).where({ stage: 'NEUTRAL' }))
        .orWhere((late) =>
          late.where({ stage: 'DUE', tracking: 'ENFORCED' }).where((overdue) => {
            overdue.where((others) =>
              others.where('due_at', '<', terms.escalateBefore(null, now)).whereNotIn('tenant_id', terms.ownTerms),
            );
            for (const tenantId of terms.ownTerms)
              overdue.orWhere((own) =>
                own.where('due_at', '<', terms.escalateBefore(tenantId, now)).where({ tenant_id: tenantId }),
              );
          }),
        ),
    )
    .orderBy('due_at')
    .limit(BATCH)
    .forUpdate()
    .skipLocked();
  const reached: ReachedStage[] = [];
  for (const clock of clocks) {
    const stages = stagesReached(clock, now);
    for (const stage of stages) {
      await recordStage(trx, clock, stage, terms.of(clock.tenant_id), now, stage !== stages.at(-1));
      await publishStage(platform, trx, clock, stage);
      reached.push({ clockId: clock.id, caseId: clock.case_id, rule: clock.rule, variant: clock.variant, stage });
    }
  }
  return reached;
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
  // No model waits for what another unit was asked.
  if (clock.tracking !== 'ENFORCED' || clock.rule_id === QUESTION_RULE) return;
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
