// Owns what a person is told whose task has meanwhile gone to somebody else: the policy's refusal, and who has it.
import type { Knex } from 'knex';
import { type Decision, NOT_ASSIGNEE, requireAllowed } from '../policy/decision';
import { ProblemError } from '../problems/problem-error';
import type { TaskRecord } from '../storage/rows';

export async function requireHolder(knex: Knex, decision: Decision, task: TaskRecord): Promise<void> {
  if (decision.allowed || decision.code !== NOT_ASSIGNEE.code || task.assignee === null)
    return requireAllowed(decision);
  const holder = await knex('procedures.people').where({ id: task.assignee }).first('full_name');
  const name: string | null = holder?.full_name ?? null;
  throw new ProblemError({
    code: decision.code,
    status: decision.status,
    vi: `${name ?? 'Người khác'} đang giữ công việc này nên nội dung của bạn chưa được ghi.`,
    en: `Expected you to hold the task, but ${name ?? 'somebody else'} does: what you typed was not recorded.`,
    detail: { takenBy: name },
  });
}
