// Owns the clock of a question: started, replaced when more time was agreed to, stopped by the answer. It is a clock like
// any other of the case, so lists, boards and the escalation table know it; its rule is the tenant's question term.
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { QuestionTermUnit } from '../../../shared/questions-contract';
import { loadCalendar } from '../case-clocks/load-calendar';
import { toOpenClock } from '../case-clocks/open-clocks';
import { computeDue } from '../clocks/compute-due';
import { amberAt } from '../clocks/stage-of';
import { stopClock } from '../clocks/stop-clock';
import type { LocalText } from '../packages/types';
import type { CaseRecord, ClockRecord } from '../storage/rows';
import { QUESTION_RULE, QUESTION_RULE_CODE, QUESTION_TITLE } from './question-rule';

export interface QuestionClock {
  readonly current: Pick<CaseRecord, 'id' | 'tenant_id' | 'package_id'>;
  /** Whose duty it is; for a body outside the unit that follows it. */
  readonly owner: string;
  readonly isExternal: boolean;
  readonly unit: QuestionTermUnit;
  readonly length: number;
  readonly startAt: Date;
  readonly ruleVersion: number;
  readonly now: Date;
}

export async function startQuestionClock(
  trx: Knex.Transaction,
  given: QuestionClock,
): Promise<{ id: string; dueAt: Date }> {
  const { current, startAt } = given;
  const calendar = await loadCalendar(trx, current.tenant_id);
  const due = computeDue(
    { title: QUESTION_TITLE, unit: given.unit, length: given.length, rolling: 'NEXT_WORKING_DAY', startAt },
    calendar,
  );
  const id = randomUUID();
  await trx('procedures.clocks').insert({
    id,
    case_id: current.id,
    tenant_id: current.tenant_id,
    package_id: current.package_id,
    rule_id: QUESTION_RULE,
    rule_version: given.ruleVersion,
    rule: QUESTION_RULE_CODE,
    owner: given.owner,
    tracking: given.isExternal ? 'EXTERNAL' : 'ENFORCED',
    unit: given.unit,
    length: given.length,
    start_event: QUESTION_TITLE.vi,
    anchor: 'question.askedAt',
    start_at: startAt,
    due_at: due.dueAt,
    due_day: due.dueDay,
    nominal_day: due.nominalDay,
    amber_at: amberAt({ startAt, dueAt: due.dueAt }),
    derivation: JSON.stringify(due.derivation),
    calendar_revision: calendar.revision,
    state: 'RUNNING',
    created_at: given.now,
  });
  return { id, dueAt: due.dueAt };
}

/** By the answer: in time, or late and by how much. */
export async function stopQuestionClock(trx: Knex.Transaction, clockId: string, at: Date): Promise<void> {
  const row: ClockRecord = await trx('procedures.clocks').where({ id: clockId }).forUpdate().first();
  const { onTime } = stopClock(toOpenClock(row), at);
  await trx('procedures.clocks')
    .where({ id: clockId })
    .update({ state: onTime ? 'MET' : 'MISSED', stopped_at: at });
}

/** Without an answer: sent back, withdrawn, or replaced by another term. */
export async function supersedeQuestionClock(
  trx: Knex.Transaction,
  clockId: string,
  reason: LocalText,
  at: Date,
  by: string | null = null,
): Promise<void> {
  await trx('procedures.clocks')
    .where({ id: clockId })
    .update({
      state: 'SUPERSEDED',
      superseded_reason: JSON.stringify(reason),
      stopped_at: at,
      superseded_by: by,
    });
}
