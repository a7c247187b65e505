// Owns the loading of a task with what the policy must know of it.
import type { Knex } from 'knex';
import { NOT_FOUND, requireAllowed } from '../policy/decision';
import { caseSubject, type TaskSubject, taskSubject } from '../policy/subjects';
import type { CaseRecord, TaskRecord } from '../storage/rows';
import { UUID } from '../storage/uuid';

export interface LoadedTask {
  task: TaskRecord;
  current: CaseRecord;
  subject: TaskSubject;
}

export const isTaskId = (value: string): boolean => UUID.test(value);

/** Units of candidate groups, each once. */
export const unitsOf = (groups: readonly string[]): string[] => [
  ...new Set(groups.map((group) => group.slice(0, group.indexOf('/')))),
];

/** The task, locked when `lock` is set; an unknown id and another tenant's are the same refusal. */
export async function loadTask(knex: Knex, taskId: string, tenantId: string, lock = false): Promise<LoadedTask> {
  const query = knex('procedures.tasks').where({ id: taskId, tenant_id: tenantId });
  const task: TaskRecord | undefined = UUID.test(taskId) ? await (lock ? query.forUpdate() : query).first() : undefined;
  if (!task) return requireAllowed(NOT_FOUND) as never;
  const current: CaseRecord = await knex('procedures.cases').where({ id: task.case_id }).first();
  return { task, current, subject: await subjectOf(knex, task, current) };
}

/** What the policy must know of a task of `current`. */
export async function subjectOf(knex: Knex, task: TaskRecord, current: CaseRecord): Promise<TaskSubject> {
  const excluded = task.constraints.differentFrom
    ? await doersOf(knex, task.case_id, task.constraints.differentFrom)
    : [];
  return taskSubject(task, caseSubject(current), excluded);
}

/** Who completed the element in this case, and on whose behalf: neither may check it. */
async function doersOf(knex: Knex, caseId: string, elementId: string): Promise<string[]> {
  const done: { completed_by: string; holder_id: string | null }[] = await knex('procedures.tasks as t')
    .leftJoin('procedures.acting_appointments as a', 'a.id', 't.completed_acting_for')
    .where({ 't.case_id': caseId, 't.element_id': elementId, 't.state': 'COMPLETED' })
    .whereNotNull('t.completed_by')
    .select('t.completed_by', 'a.holder_id');
  return done.flatMap((task) => (task.holder_id ? [task.completed_by, task.holder_id] : [task.completed_by]));
}
