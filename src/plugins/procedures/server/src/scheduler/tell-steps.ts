// Owns the telling of steps of the escalation table for one clock: each step once, in one notice to everybody it names.
import type { Knex } from 'knex';
import type { EscalationStep, NoticeKind } from '../../../shared/notifications-contract';
import type { Recipient } from '../notices/find-recipients';
import { notify } from '../notices/notify';
import type { LocalText } from '../packages/types';
import { QUESTION_RULE } from '../questions/question-rule';
import { questionLink } from '../questions/tell-question';
import type { ClockRecord } from '../storage/rows';

type Stage = EscalationStep['stage'];

const WORDS: Record<Stage, (rule: string) => LocalText> = {
  AMBER: (rule) => ({ vi: `Hạn ${rule} sắp đến`, en: `Term ${rule} is near` }),
  DUE: (rule) => ({ vi: `Hạn ${rule} đã quá`, en: `Term ${rule} is overdue` }),
  ESCALATED: (rule) => ({
    vi: `Hạn ${rule} đã quá lâu, báo cấp trên`,
    en: `Term ${rule} is long overdue and goes above`,
  }),
};

/** What makes a step the same one after the table was edited. */
export const stepKey = (step: EscalationStep) => `${step.stage}+${step.afterMinutes}:${step.to}`;

export async function tellSteps(
  trx: Knex.Transaction,
  clock: ClockRecord,
  stage: Stage,
  steps: readonly EscalationStep[],
  now: Date,
): Promise<void> {
  // What others are followed for is told to the unit that follows it, never above.
  const meant = clock.tracking === 'ENFORCED' ? steps : steps.filter((step) => step.to === 'UNIT');
  if (meant.length === 0) return;
  const done: { step: string }[] = await trx('procedures.escalations_done')
    .insert(meant.map((step) => ({ clock_id: clock.id, step: stepKey(step), done_at: now })))
    .onConflict(['clock_id', 'step'])
    .ignore()
    .returning('step');
  const fresh = meant.filter((step) => done.some((row) => row.step === stepKey(step)));
  const to: Recipient[] = [];
  for (const step of fresh) to.push(...(await recipientsOf(trx, clock, step)));
  if (to.length === 0) return;
  const question = clock.rule_id === QUESTION_RULE ? await questionOf(trx, clock.id) : null;
  const notice = {
    tenantId: clock.tenant_id,
    kind: `CLOCK_${stage}` as NoticeKind,
    why: WORDS[stage](clock.rule),
    caseId: clock.case_id,
    clockId: clock.id,
    rule: clock.rule,
    now,
    ...question,
  };
  const told = await notify(trx, { ...notice, to });
  // Of a restricted case nobody above may know; then those who lead the unit itself hear it, rather than nobody.
  if (told.length === 0 && fresh.some((step) => step.to === 'HEAD_ABOVE'))
    await notify(trx, { ...notice, to: { unitHead: clock.owner } });
}

/**
 * The asked unit knows the question, not its case. Of a restricted case the notice stays about the case, so that nobody
 * hears of it who takes no part.
 */
async function questionOf(trx: Knex.Transaction, clockId: string): Promise<{ caseId?: null; link: string } | null> {
  const row: { id: string; restricted: boolean } | undefined = await trx('procedures.unit_questions as q')
    .join('procedures.cases as c', 'c.id', 'q.case_id')
    .where('q.clock_id', clockId)
    .first('q.id', 'c.restricted');
  if (!row) return null;
  return { link: questionLink(row.id), ...(row.restricted ? {} : { caseId: null }) };
}

async function recipientsOf(trx: Knex.Transaction, clock: ClockRecord, step: EscalationStep): Promise<Recipient[]> {
  if (step.to === 'UNIT') return [{ unit: clock.owner }];
  if (step.to === 'UNIT_HEAD') return [{ unitHead: clock.owner }];
  if (step.to === 'HEAD_ABOVE') {
    const row = await trx('procedures.units')
      .where({ tenant_id: clock.tenant_id, code: clock.owner })
      .first('parent_code');
    return [{ unitHead: row?.parent_code ?? clock.owner }];
  }
  const taken: string[] = await trx('procedures.unit_questions')
    .where({ clock_id: clock.id, state: 'OPEN' })
    .whereNotNull('assignee')
    .pluck('assignee');
  if (taken.length > 0) return taken.map((personId) => ({ personId }));
  const holders: string[] = await trx('procedures.tasks')
    .where({ due_clock: clock.id, state: 'OPEN' })
    .whereNotNull('assignee')
    .distinct()
    .pluck('assignee');
  return holders.map((personId) => ({ personId }));
}
