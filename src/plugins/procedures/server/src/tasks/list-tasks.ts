// Owns the task list of a person: rights are part of the query, so that a page costs the same whoever asks.
import type { Knex } from 'knex';
import type { TaskList, TaskQuery } from '../../../shared/contracts';
import { scopeTasks } from '../policy/task-scope';
import type { Platform } from '../runtime/platform';
import type { TaskRecord } from '../storage/rows';
import type { Actor } from '../tenants/actor';
import { taskRows } from '../views/task-rows';

const MAX_PAGE = 100;

interface Condition {
  sql: string;
  bindings: Knex.RawBinding[];
}

export async function listTasks(platform: Platform, actor: Actor, query: TaskQuery): Promise<TaskList> {
  const now = platform.clock.now();
  const page = Math.max(1, Number(query.page) || 1);
  const pageSize = Math.min(MAX_PAGE, Math.max(1, Number(query.pageSize) || 30));
  const view = query.view ?? 'mine';
  const scoped = () => narrowed(inView(visible(platform.knex, actor), actor, view), query, now);
  const shownPage = scoped()
    .select('tasks.*')
    .orderByRaw('tasks.due_at asc nulls last')
    .orderBy('tasks.opened_at')
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  const [items, [{ total }], counts] = await Promise.all([
    shownPage.then((tasks: TaskRecord[]) => taskRows(platform, tasks)),
    scoped().count('* as total'),
    countsOf(platform.knex, actor, view, now),
  ]);
  return { items, total: Number(total), counts };
}

/** How many tasks each view and mark would show, whatever is searched for. */
async function countsOf(knex: Knex, actor: Actor, view: string, now: Date): Promise<TaskList['counts']> {
  const shown = viewOf(actor, view);
  const amber = `exists (${AMBER})`;
  const counted = (name: string, parts: Condition[]) =>
    knex.raw(`count(*) filter (where ${parts.map(({ sql }) => sql).join(' and ')})::int as ??`, [
      ...parts.flatMap(({ bindings }) => bindings),
      name,
    ]);
  const [row] = await visible(knex, actor).select(
    counted('mine', [viewOf(actor, 'mine')]),
    counted('unit', [viewOf(actor, 'unit')]),
    counted('all', [viewOf(actor, 'all')]),
    counted('overdue', [shown, { sql: 'tasks.due_at < ?', bindings: [now] }]),
    counted('amber', [shown, { sql: amber, bindings: [now, now] }]),
  );
  return row;
}

/** Open tasks that the policy lets the person see. */
function visible(knex: Knex, actor: Actor): Knex.QueryBuilder {
  const open = knex('procedures.tasks as tasks')
    .join('procedures.cases as cases', 'cases.id', 'tasks.case_id')
    .where('tasks.state', 'OPEN');
  return scopeTasks(open, actor);
}

/** What a view shows of the tasks that the person may see; of an unknown one, all. */
function viewOf(actor: Actor, view: string): Condition {
  if (view === 'mine') return { sql: 'tasks.assignee = ?', bindings: [actor.personId] };
  if (view !== 'unit') return { sql: 'true', bindings: [] };
  const limited = actor.acting.flatMap(({ packages, groups }) => (packages ? [{ packages, groups }] : []));
  const also = limited.map(() => ' or (tasks.candidate_groups && ?::text[] and cases.package_id = any(?::text[]))');
  return {
    sql: `tasks.assignee is null and (tasks.candidate_groups && ?::text[]${also.join('')})`,
    bindings: [[...actor.groups], ...limited.flatMap(({ packages, groups }) => [[...groups], [...packages]])],
  };
}

const AMBER = 'select from procedures.clocks c where c.id = tasks.due_clock and c.amber_at <= ? and c.due_at >= ?';

function inView(builder: Knex.QueryBuilder, actor: Actor, view: string): Knex.QueryBuilder {
  const { sql, bindings } = viewOf(actor, view);
  return builder.whereRaw(sql, bindings);
}

function narrowed(builder: Knex.QueryBuilder, query: TaskQuery, now: Date): Knex.QueryBuilder {
  if (query.kind === 'overdue') builder.where('tasks.due_at', '<', now);
  if (query.kind === 'amber') builder.whereRaw(`exists (${AMBER})`, [now, now]);
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
