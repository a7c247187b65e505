// Owns the task list of a person: rights are part of the query, so that a page costs the same whoever asks.
import type { Knex } from 'knex';
import type { TaskList, TaskQuery } from '../../../shared/contracts';
import { scopeTasks } from '../policy/task-scope';
import type { Platform } from '../runtime/platform';
import type { TaskRecord } from '../storage/rows';
import type { Actor } from '../tenants/actor';
import { taskRows } from '../views/task-rows';

const MAX_PAGE = 100;

export async function listTasks(platform: Platform, actor: Actor, query: TaskQuery): Promise<TaskList> {
  const now = platform.clock.now();
  const page = Math.max(1, Number(query.page) || 1);
  const pageSize = Math.min(MAX_PAGE, Math.max(1, Number(query.pageSize) || 30));
  const view = query.view ?? 'mine';
  const scoped = () => narrowed(inView(visible(platform.knex, actor), actor, view), query, now);
  const items: TaskRecord[] = await scoped()
    .select('tasks.*')
    .orderByRaw('tasks.due_at asc nulls last')
    .orderBy('tasks.opened_at')
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  const count = async (builder: Knex.QueryBuilder): Promise<number> => {
    const [row] = await builder.count('* as n');
    return Number(row.n);
  };
  const [total, mine, unit, all, overdue, amber] = await Promise.all([
    count(scoped()),
    count(inView(visible(platform.knex, actor), actor, 'mine')),
    count(inView(visible(platform.knex, actor), actor, 'unit')),
    count(visible(platform.knex, actor)),
    count(narrowed(inView(visible(platform.knex, actor), actor, view), { kind: 'overdue' }, now)),
    count(narrowed(inView(visible(platform.knex, actor), actor, view), { kind: 'amber' }, now)),
  ]);
  return { items: await taskRows(platform, items), total, counts: { mine, unit, all, overdue, amber } };
}

/** Open tasks that the policy lets the person see. */
function visible(knex: Knex, actor: Actor): Knex.QueryBuilder {
  const open = knex('procedures.tasks as tasks')
    .join('procedures.cases as cases', 'cases.id', 'tasks.case_id')
    .where('tasks.state', 'OPEN');
  return scopeTasks(open, actor);
}

function inView(builder: Knex.QueryBuilder, actor: Actor, view: string): Knex.QueryBuilder {
  if (view === 'mine') return builder.where('tasks.assignee', actor.personId);
  if (view === 'unit')
    return builder.whereNull('tasks.assignee').whereRaw('tasks.candidate_groups && ?::text[]', [[...actor.groups]]);
  return builder;
}

function narrowed(builder: Knex.QueryBuilder, query: TaskQuery, now: Date): Knex.QueryBuilder {
  if (query.kind === 'overdue') builder.where('tasks.due_at', '<', now);
  if (query.kind === 'amber') {
    builder.whereExists((clocks) =>
      clocks
        .from('procedures.clocks as c')
        .whereRaw('c.id = tasks.due_clock')
        .where('c.amber_at', '<=', now)
        .where('c.due_at', '>=', now),
    );
  }
  if (query.state) builder.where('cases.state', query.state);
  if (query.unit) builder.where('cases.handling_unit', query.unit);
  const words = (query.q ?? '').trim();
  if (words) {
    const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
    builder.where((match) =>
      match
        .whereILike('tasks.title', like)
        .orWhereILike('cases.book_no', like)
        .orWhereILike('cases.receipt_code', like),
    );
  }
  return builder;
}
