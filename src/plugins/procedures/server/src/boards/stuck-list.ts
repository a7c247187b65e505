// Owns the first rows of what is stuck: the task as lists show it, every rule that found it, and whom to call.
import type { StuckTask } from '../../../shared/boards-contract';
import { pressedUnits } from '../policy/board-scope';
import { readableTasks } from '../policy/task-scope';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';
import { listedTasks } from '../views/listed-tasks';
import type { FoundTask } from './open-figures';
import type { NamedUnit } from './unit-heads';

export async function stuckList(
  platform: Platform,
  actor: Actor,
  found: readonly FoundTask[],
  units: readonly NamedUnit[],
): Promise<StuckTask[]> {
  if (found.length === 0) return [];
  const { knex } = platform;
  const readable = readableTasks(actor);
  const page = knex('procedures.tasks as tasks')
    .whereIn(
      'tasks.id',
      found.map(({ id }) => id),
    )
    .select(
      'tasks.*',
      knex.raw('tasks.given_unit as group_key'),
      knex.raw(`${readable.sql} as is_readable`, readable.bindings),
    );
  const presses = pressedUnits(actor);
  const rows = await listedTasks(platform, page, platform.clock.now());
  return found.flatMap(({ id, findings }) => {
    const task = rows.find((row) => row.id === id);
    if (!task) return [];
    const unit = units.find(({ code }) => code === task.group);
    const holder = task.assignee && { name: task.assignee.name, title: null, isHolder: true };
    const isHolderAway = findings.some(({ reason }) => reason === 'ABSENT');
    const head = unit?.head ? { name: unit.head.name, title: unit.head.title, isHolder: false } : null;
    return [
      {
        task: { ...task, group: null },
        findings: findings.map(({ reason, since, detail }) => ({
          reason,
          since: new Date(since).toISOString(),
          until: detail?.until ? new Date(detail.until).toISOString() : null,
          count: detail?.count ?? null,
          unit: detail?.unit ?? null,
          rule: detail?.rule ?? null,
        })),
        givenUnit: task.group ?? '',
        givenUnitName: unit?.name ?? task.group ?? '',
        mayPress: presses.includes(task.group ?? ''),
        // Whoever is away is not the one to call.
        call: isHolderAway ? head : (holder ?? head),
      },
    ];
  });
}
