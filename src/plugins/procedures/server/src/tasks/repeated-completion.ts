// Owns the recognition of a completion that comes a second time because its first answer was lost on the way: the same
// person, the same task as it was opened, the same values. It is answered with the act that is there already.
import { isDeepStrictEqual } from 'node:util';
import type { Knex } from 'knex';
import type { ActionRecord, TaskRecord } from '../storage/rows';

/** By how much an act has raised the version that its form was opened at. */
const RAISED: Partial<Record<TaskRecord['state'], number>> = { COMPLETING: 1, COMPLETED: 2 };

/** The act of `personId` that this completion repeats, or null: then it is another one, and the task is somebody's. */
export async function repeatedCompletion(
  knex: Knex,
  task: TaskRecord,
  personId: string,
  sent: { version: unknown; values: Record<string, unknown> },
): Promise<string | null> {
  const raised = RAISED[task.state];
  if (raised === undefined || sent.version !== task.version - raised) return null;
  const action: Pick<ActionRecord, 'id' | 'payload'> | undefined = await knex('procedures.actions')
    .where({ task_id: task.id, kind: 'COMPLETE_TASK', person_id: personId })
    .whereIn('state', ['STAGED', 'SENT', 'CONFIRMED', 'BLOCKED'])
    .first('id', 'payload');
  if (!action) return null;
  // As it was kept: JSON has no undefined.
  const values: unknown = JSON.parse(JSON.stringify(sent.values));
  return isDeepStrictEqual(values, action.payload.values) ? action.id : null;
}
