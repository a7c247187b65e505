// Owns the task list of a person. Rights are part of each query, and each reads open tasks only, so that a page costs the
// same whoever asks and however much has been closed: measured in tests/bench/million-tasks.mjs.
import type { Knex } from 'knex';
import {
  CLOCK_BANDS,
  TASK_VIEWS,
  type TaskCounts,
  type TaskList,
  type TaskView,
  TOTAL_CAP,
} from '../../../shared/task-list-contract';
import { isStaff } from '../policy/policy-action';
import { readableTasks } from '../policy/task-scope';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';
import { listedTasks } from '../views/listed-tasks';
import {
  BAND_ORDER,
  candidateOf,
  filtersOf,
  groupOf,
  inBand,
  ORDER,
  openTasks,
  tasksIn,
  viewOf,
} from './task-conditions';
import { type RawQuery, readTaskQuery } from './task-query';
import { ALWAYS, all, type Moment, type Sql } from './task-sql';

const NO_FILTER = all(ALWAYS).sql;
const NEVER: Sql = { sql: 'false', bindings: [] };

const NOTHING: TaskList = {
  items: [],
  total: 0,
  isCapped: false,
  counts: { mine: 0, unit: 0, all: 0, supervised: 0, board: 0, overdue: 0, today: 0, amber: 0, none: 0 },
};

export async function listTasks(platform: Platform, actor: Actor, raw: RawQuery): Promise<TaskList> {
  if (!isStaff(actor)) return NOTHING;
  const query = readTaskQuery(raw);
  const moment = { now: platform.clock.now(), tenantId: actor.tenantId };
  const filters = filtersOf(query, moment);
  const shown = all(viewOf(actor, query.view), filters);
  const narrowed = () => tasksIn(platform.knex, actor, query.status).whereRaw(shown.sql, shown.bindings);
  const key = query.group ? groupOf(query.group, moment) : null;
  const order = orderOf(platform.knex, key, query.group === 'clock', ORDER[query.sort]);
  const opened = openable(actor, query.view);
  const candidate = candidateOf(actor);
  const page = narrowed()
    .select(
      'tasks.*',
      platform.knex.raw(`${opened.sql} as is_readable`, opened.bindings),
      platform.knex.raw(`${candidate.sql} as is_candidate`, candidate.bindings),
      key
        ? platform.knex.raw(`${key.sql} as group_key, count(*) over (partition by ${key.sql})::int as group_size`, [
            ...key.bindings,
            ...key.bindings,
          ])
        : platform.knex.raw('null as group_key'),
    )
    .orderByRaw(order)
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize);
  const isOpen = query.status === 'open';
  const [items, closed, { found, ...counts }] = await Promise.all([
    listedTasks(platform, page, moment.now, isOpen && filters.sql === NO_FILTER),
    // What is open is counted with the rest.
    isOpen ? null : cappedTotal(platform.knex, narrowed()),
    countsOf(platform.knex, actor, viewOf(actor, query.view), isOpen ? filters : NEVER, moment),
  ]);
  const total = closed ?? found;
  return { items, total: Math.min(total, TOTAL_CAP), isCapped: total > TOTAL_CAP, counts };
}

/** Which rows the person may open; of the others a line is all. */
function openable(actor: Actor, view: TaskView): Sql {
  if (view === 'supervised') return { sql: 'false', bindings: [] };
  return view === 'board' ? readableTasks(actor) : ALWAYS;
}

function orderOf(knex: Knex, key: Sql | null, isClock: boolean, order: string): Knex.Raw {
  if (!key) return knex.raw(order);
  if (isClock)
    return knex.raw(`array_position(array['${BAND_ORDER.join("','")}'], ${key.sql}), ${order}`, key.bindings);
  // The group with the most urgent task comes first.
  return knex.raw(`min(tasks.due_at) over (partition by ${key.sql}) nulls last, ${key.sql}, ${order}`, [
    ...key.bindings,
    ...key.bindings,
  ]);
}

/** Counting stops one above the cap: nobody reads more, and nobody waits for it. */
async function cappedTotal(knex: Knex, narrowed: Knex.QueryBuilder): Promise<number> {
  const found = narrowed.select(knex.raw('1')).limit(TOTAL_CAP + 1);
  const [{ total }] = await knex.from(found.as('found')).count('* as total');
  return Number(total);
}

/**
 * How many tasks each view and each band of the shown view has, whatever is searched for, and how many of the shown view the
 * filters find: one pass over open tasks, which judges every right once a task (`offset 0` keeps the planner from judging it
 * again for each count).
 */
async function countsOf(
  knex: Knex,
  actor: Actor,
  shown: Sql,
  filters: Sql,
  moment: Moment,
): Promise<TaskCounts & { found: number }> {
  const flag = ({ sql, bindings }: Sql, name: string) => knex.raw(`${sql} as ??`, [...bindings, name]);
  const judged = openTasks(knex, actor)
    .select('tasks.due_at', 'tasks.amber_at', flag(shown, 'shown'), flag(all(shown, filters), 'found'))
    .select(TASK_VIEWS.map((view) => flag(viewOf(actor, view), view)))
    .offset(knex.raw('0') as never);
  const counted = (name: string, { sql, bindings }: Sql) =>
    knex.raw(`count(*) filter (where ${sql})::int as ??`, [...bindings, name]);
  const isShown: Sql = { sql: 'tasks.shown', bindings: [] };
  const [counts] = await knex
    .from(judged.as('tasks'))
    .select(
      ...TASK_VIEWS.map((view) => counted(view, { sql: `tasks."${view}"`, bindings: [] })),
      ...CLOCK_BANDS.map((band) => counted(band, all(isShown, inBand(band, moment)))),
      counted('found', { sql: 'tasks.found', bindings: [] }),
    );
  return counts;
}
