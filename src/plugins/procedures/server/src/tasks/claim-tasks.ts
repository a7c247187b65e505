// Owns claiming several tasks at once. Fifty people who claim the same fifty: one owner each, and everybody else is told
// who. A look before the lock tells those who come late without making anybody wait.
import type { BatchAnswer } from '../../../shared/task-list-contract';
import { readableTasks } from '../policy/task-scope';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';
import { alreadyClaimed, claimTask } from './claim-task';
import { type ChosenTask, eachTask } from './each-task';
import { isTaskId } from './load-task';

export async function claimTasks(platform: Platform, actor: Actor, chosen: ChosenTask[]): Promise<BatchAnswer> {
  // Each begins elsewhere: people who chose the same would wait for each other at every single one.
  const first = Math.floor(Math.random() * chosen.length);
  const { results } = await eachTask(
    [...chosen.slice(first), ...chosen.slice(0, first)],
    platform.log,
    async ({ id, version }) => {
      const holder = await holderOf(platform, actor, id);
      if (holder && holder.id !== actor.personId) throw alreadyClaimed(holder.full_name);
      return claimTask(platform, actor, id, version);
    },
  );
  const place = new Map(chosen.map(({ id }, at) => [id, at]));
  return { results: results.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0)) };
}

/** Who holds an open task that the person may see; whatever else is the matter, the claim itself tells. */
async function holderOf(
  platform: Platform,
  actor: Actor,
  taskId: string,
): Promise<{ id: string; full_name: string } | undefined> {
  if (!isTaskId(taskId)) return undefined;
  const { sql, bindings } = readableTasks(actor);
  return platform
    .knex('procedures.tasks as tasks')
    .join('procedures.people as people', 'people.id', 'tasks.assignee')
    .where({ 'tasks.id': taskId, 'tasks.state': 'OPEN' })
    .whereRaw(sql, bindings)
    .first('people.id', 'people.full_name');
}
