// Owns the stages of open occurrences: amber, due, escalated. Each is recorded once and told by the tenant's escalation
// table, like a case's clock; near the due, also the heads whom the schedule names.
import type { Knex } from 'knex';
import type { EscalationStep } from '../../../shared/notifications-contract';
import type { Recipient } from '../notices/find-recipients';
import { notify } from '../notices/notify';
import type { LocalText } from '../packages/types';
import type { Platform } from '../runtime/platform';
import { type EscalationTerms, tenantTerms } from '../scheduler/tenant-terms';
import { inTransaction } from '../storage/in-transaction';
import { periodTitle } from './period-title';
import { periodOf } from './periods';
import { daysAsText, type ScheduleClockRecord, type ScheduleVersionRecord } from './schedule-rows';

type Stage = EscalationStep['stage'];
type Due = ScheduleClockRecord &
  Pick<ScheduleVersionRecord, 'definition' | 'schedule_id'> & { code: string; period_to: string };

const BATCH = 200;

const WORDS: Record<Stage, (what: string) => LocalText> = {
  AMBER: (what) => ({ vi: `${what}: sắp đến hạn gửi`, en: `${what}: the due is near` }),
  DUE: (what) => ({ vi: `${what}: đã quá hạn gửi`, en: `${what}: overdue` }),
  ESCALATED: (what) => ({
    vi: `${what}: quá hạn gửi đã lâu, báo cấp trên`,
    en: `${what}: long overdue, goes above`,
  }),
};

/** Records every stage reached by now and not yet recorded; returns how many. */
export async function tickOccurrences(platform: Pick<Platform, 'strapi' | 'clock'>): Promise<number> {
  let reached = 0;
  for (;;) {
    const batch = await tickBatch(platform);
    reached += batch;
    if (batch < BATCH) return reached;
  }
}

async function tickBatch(platform: Pick<Platform, 'strapi' | 'clock'>): Promise<number> {
  const now = platform.clock.now();
  return inTransaction(platform.strapi, async (trx) => {
    const clocks: Due[] = await trx('procedures.schedule_clocks as c')
      .join('procedures.schedule_occurrences as o', 'o.id', 'c.occurrence_id')
      .join('procedures.schedules as s', 's.id', 'o.schedule_id')
      .join('procedures.schedule_versions as v', (on) =>
        on.on('v.schedule_id', 'o.schedule_id').andOn('v.version', 'o.version'),
      )
      .where('c.state', 'RUNNING')
      .whereNot('c.stage', 'ESCALATED')
      .andWhere((near) => near.where('c.amber_at', '<=', now).orWhere('c.due_at', '<', now))
      .orderBy('c.due_at')
      .limit(BATCH)
      .forUpdate('c')
      .skipLocked()
      .select('c.*', 'v.definition', 'v.schedule_id', 's.code', ...daysAsText(trx, 'o.period_to'));
    if (clocks.length === 0) return 0;
    const terms = await tenantTerms(trx);
    let reached = 0;
    for (const clock of clocks) {
      const own = terms.of(clock.tenant_id);
      const stage = nextStage(clock, own, now);
      if (!stage) continue;
      await recordStage(trx, clock, stage, own, now);
      reached += 1;
    }
    return reached;
  });
}

/** One that was not looked at for long goes through its stages one look after the other. */
function nextStage(clock: ScheduleClockRecord, terms: EscalationTerms, now: Date): Stage | null {
  if (clock.stage === 'DUE') return reachedAt(clock, 'ESCALATED', terms) < now ? 'ESCALATED' : null;
  if (clock.due_at < now) return 'DUE';
  return clock.stage === 'NEUTRAL' ? 'AMBER' : null;
}

async function recordStage(
  trx: Knex.Transaction,
  clock: Due,
  stage: Stage,
  terms: EscalationTerms,
  now: Date,
): Promise<void> {
  await trx('procedures.schedule_clocks').where({ id: clock.id }).update({ stage });
  await trx('procedures.schedule_stages').insert({
    clock_id: clock.id,
    stage,
    reached_at: reachedAt(clock, stage, terms),
    recorded_at: now,
  });
  const { definition } = clock;
  const to: Recipient[] = stage === 'AMBER' ? definition.informs.map((unit) => ({ unitHead: unit })) : [];
  for (const step of terms.escalation) {
    if (step.stage !== stage || step.afterMinutes > 0) continue;
    if (step.to === 'UNIT') to.push({ unit: clock.owner });
    if (step.to === 'UNIT_HEAD') to.push({ unitHead: clock.owner });
    if (step.to === 'HEAD_ABOVE') to.push({ unitHead: await unitAbove(trx, clock) });
  }
  if (to.length === 0) return;
  const period = periodTitle(definition.period, periodOf(definition.period, clock.period_to));
  await notify(trx, {
    tenantId: clock.tenant_id,
    kind: `CLOCK_${stage}`,
    why: {
      vi: WORDS[stage](`${definition.title.vi}, ${period.vi}`).vi,
      en: WORDS[stage](`${definition.title.en}, ${period.en}`).en,
    },
    clockId: clock.id,
    rule: clock.code,
    link: `/calendar?tab=schedules&schedule=${clock.schedule_id}`,
    to,
    now,
  });
}

function reachedAt(clock: ScheduleClockRecord, stage: Stage, terms: EscalationTerms): Date {
  if (stage === 'AMBER') return clock.amber_at;
  return stage === 'DUE' ? clock.due_at : new Date(clock.due_at.getTime() + terms.escalateAfterMinutes * 60_000);
}

async function unitAbove(trx: Knex.Transaction, clock: ScheduleClockRecord): Promise<string> {
  const row = await trx('procedures.units')
    .where({ tenant_id: clock.tenant_id, code: clock.owner })
    .first('parent_code');
  return row?.parent_code ?? clock.owner;
}
