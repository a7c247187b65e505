// Owns what a move does to tasks: ours stays, with whoever holds it and what hangs on it; only its job is another.
import type { Knex } from 'knex';
import { holdingMove } from '../moving/move-rows';

/** True when the task's old job went because its case is being moved: then nothing happens to the task. */
export async function isTakenAlong(trx: Knex.Transaction, caseId: string, taskId: string): Promise<boolean> {
  const move = await holdingMove(trx, caseId);
  if (!move) return false;
  return Boolean(await trx('procedures.case_move_tasks').where({ move_id: move.id, task_id: taskId }).first('task_id'));
}

/**
 * The task that this new job belongs to, if a move brought it; it is marked as having its job. `null`: a new task.
 * Two tasks at one element are alike to the engine, so any of them may take either job.
 */
export async function taskTakenAlong(
  trx: Knex.Transaction,
  caseId: string,
  elementId: string,
  instanceKey: string,
): Promise<string | null> {
  const move = await holdingMove(trx, caseId);
  if (!move) return null;
  const target = move.back ? 'from_element' : 'to_element';
  const task: { task_id: string } | undefined = await trx('procedures.case_move_tasks')
    .where({ move_id: move.id, [target]: elementId })
    .whereRaw('bound_instance is distinct from ?::bigint', [instanceKey])
    .orderBy('task_id')
    .forUpdate()
    .first('task_id');
  if (!task) return null;
  await trx('procedures.case_move_tasks')
    .where({ move_id: move.id, task_id: task.task_id })
    .update({ bound_instance: instanceKey });
  return task.task_id;
}
