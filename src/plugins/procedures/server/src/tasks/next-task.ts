// Owns which task comes next for a person after an act: one of the same case, else nothing; the list tells the rest.
import type { TaskRow } from '../../../shared/contracts';
import { decide } from '../policy/decide';
import type { Platform } from '../runtime/platform';
import type { ActionRecord, CaseRecord, TaskRecord } from '../storage/rows';
import type { Actor } from '../tenants/actor';
import { taskRows } from '../views/listed-tasks';
import { subjectOf } from './load-task';

/** The next task follows its confirmation within milliseconds of real time; longer is no longer "next". */
const PATIENCE_MS = 250;
/** So long it is only waited for; then the engine is asked whether there is anything to wait for. */
const SOON_MS = 40;

export async function nextTask(platform: Platform, actor: Actor, action: ActionRecord): Promise<TaskRow | null> {
  if (action.state !== 'CONFIRMED' || !action.case_id) return null;
  const topic = `case:${action.case_id}`;
  const opened = platform.settlements.wait(topic, PATIENCE_MS);
  const isSoon = platform.settlements.wait(topic, SOON_MS);
  const already = await firstFor(platform, actor, action);
  if (already) return already;
  // The last task of a case has none behind it. What the engine did because of the act stands before a marker that is
  // sent now: when that has come back and no task has opened, none will.
  if (!(await isSoon)) await Promise.race([opened, platform.records.fence(platform.engine).catch(() => opened)]);
  return firstFor(platform, actor, action);
}

async function firstFor(platform: Platform, actor: Actor, action: ActionRecord): Promise<TaskRow | null> {
  const tasks: TaskRecord[] = await platform
    .knex('procedures.tasks')
    .where({ case_id: action.case_id, state: 'OPEN' })
    .where((mine) => mine.whereNull('assignee').orWhere('assignee', actor.personId))
    .orderByRaw('due_at asc nulls last')
    .orderBy('opened_at');
  if (tasks.length === 0) return null;
  const current: CaseRecord = await platform.knex('procedures.cases').where({ id: action.case_id }).first();
  for (const task of tasks) {
    const subject = await subjectOf(platform.knex, task, current);
    if (decide(actor, 'task.claim', subject).allowed) return (await taskRows(platform, [task]))[0];
  }
  return null;
}
