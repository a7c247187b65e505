// Owns the SQL of what a task list shows: views, bands of the clock, filters, groups. All of it reads the task's own row,
// so that one partial index over open tasks serves it.
import type { Knex } from 'knex';
import type {
  ClockFilter,
  DayRange,
  TaskGroup,
  TaskQuery,
  TaskSort,
  TaskStatus,
  TaskView,
} from '../../../shared/task-list-contract';
import { boardTasks } from '../policy/board-scope';
import { overseenTasks, readableTasks } from '../policy/task-scope';
import type { Actor } from '../tenants/actor';
import { searchWords } from '../views/search-words';
import { stuckIs } from './stuck-tasks';
import { ALWAYS, all, type Moment, type Sql } from './task-sql';

/** Open tasks of the tenant: what everything else narrows. */
export const openTasks = (knex: Knex, actor: Actor): Knex.QueryBuilder =>
  knex('procedures.tasks as tasks').where('tasks.tenant_id', actor.tenantId).where('tasks.state', 'OPEN');

/** What a view shows, with the rights to it. */
export function viewOf(actor: Actor, view: TaskView): Sql {
  if (view === 'supervised') return overseenTasks(actor);
  if (view === 'board') return boardTasks(actor);
  const readable = readableTasks(actor);
  // The cheap condition stands first: it is judged first, for every open task of the tenant.
  if (view === 'mine') return all({ sql: 'tasks.assignee = ?', bindings: [actor.personId] }, readable);
  if (view === 'all') return readable;
  return all({ sql: 'tasks.assignee is null', bindings: [] }, candidateOf(actor), readable);
}

/** Given to a group that the person may act for. */
export function candidateOf(actor: Actor): Sql {
  const limited = actor.acting.flatMap((right) => (right.packages ? [{ ...right, packages: right.packages }] : []));
  const inPackages = limited.map(
    () => ' or (tasks.candidate_groups && ?::text[] and tasks.package_id = any(?::text[]))',
  );
  return {
    sql: `(tasks.candidate_groups && ?::text[]${inPackages.join('')})`,
    bindings: [[...actor.groups], ...limited.flatMap((right) => [[...right.groups], [...right.packages]])],
  };
}

const END_OF_DAY = `(select (date_trunc('day', ?::timestamptz at time zone z.time_zone) + interval '1 day') at time zone z.time_zone
  from procedures.tenants z where z.id = ?)`;

/** Of what is done, the moment it was done stands for now. */
function doneInBand(band: ClockFilter): Sql {
  if (band === 'none') return { sql: 'tasks.due_at is null', bindings: [] };
  if (band === 'overdue') return { sql: 'tasks.due_at < tasks.completed_at', bindings: [] };
  return { sql: 'tasks.due_at >= tasks.completed_at', bindings: [] };
}

export function inBand(band: ClockFilter, { now, tenantId }: Moment): Sql {
  if (band === 'none') return { sql: 'tasks.due_at is null', bindings: [] };
  if (band === 'overdue') return { sql: 'tasks.due_at < ?', bindings: [now] };
  if (band === 'amber') return { sql: '(tasks.due_at >= ? and tasks.amber_at <= ?)', bindings: [now, now] };
  if (band === 'ok')
    return { sql: '(tasks.due_at >= ? and (tasks.amber_at is null or tasks.amber_at > ?))', bindings: [now, now] };
  return { sql: `(tasks.due_at >= ? and tasks.due_at < ${END_OF_DAY})`, bindings: [now, now, tenantId] };
}

const IN_STATE: Record<TaskStatus, string> = {
  open: "tasks.state = 'OPEN'",
  done: "tasks.state = 'COMPLETED'",
  any: 'true',
};

/** Tasks of the tenant in a state: the constant is written out, since a partial index is only used for what the planner reads. */
export const tasksIn = (knex: Knex, actor: Actor, status: TaskStatus): Knex.QueryBuilder =>
  knex('procedures.tasks as tasks').where('tasks.tenant_id', actor.tenantId).whereRaw(IN_STATE[status]);

/** Midnight that begins `days` after the day, in the tenant's zone. */
const midnight = (day: string, days: number, tenantId: string): Sql => ({
  sql: `((?::date + ?::integer)::timestamp at time zone (select z.time_zone from procedures.tenants z where z.id = ?))`,
  bindings: [day, days, tenantId],
});

function within(column: string, range: DayRange | null, { tenantId }: Moment): Sql[] {
  const ends = [
    ...(range?.from ? [{ word: '>=', end: midnight(range.from, 0, tenantId) }] : []),
    ...(range?.to ? [{ word: '<', end: midnight(range.to, 1, tenantId) }] : []),
  ];
  return ends.map(({ word, end }) => ({ sql: `tasks.${column} ${word} ${end.sql}`, bindings: end.bindings }));
}

export function filtersOf(query: TaskQuery, moment: Moment): Sql {
  const is = (column: string, value: string | null): Sql[] =>
    value === null ? [] : [{ sql: `tasks.${column} = ?`, bindings: [value] }];
  const words = searchWords(query.q).map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  return all(
    ALWAYS,
    ...(query.clock ? [query.status === 'done' ? doneInBand(query.clock) : inBand(query.clock, moment)] : []),
    ...is('element_id', query.kind),
    ...is('handling_unit', query.unit),
    ...is('case_state', query.state),
    ...is('given_unit', query.given),
    ...(query.head === 'none' ? [{ sql: 'tasks.head_id is null', bindings: [] }] : is('head_id', query.head)),
    ...(query.stuck ? [stuckIs(query.stuck, moment)] : []),
    ...within('opened_at', query.opened, moment),
    ...within('due_at', query.due, moment),
    ...within('completed_at', query.done, moment),
    ...(query.assignee === 'none' ? [{ sql: 'tasks.assignee is null', bindings: [] }] : is('assignee', query.assignee)),
    ...(query.facets.length > 0 ? [{ sql: 'tasks.facets @> ?::text[]', bindings: [query.facets] }] : []),
    ...(words.length > 0 ? [{ sql: 'tasks.search_text like all(?::text[])', bindings: [words] }] : []),
  );
}

/** The key of the group that a row stands in. */
export function groupOf(group: TaskGroup, { now, tenantId }: Moment): Sql {
  if (group === 'kind') return { sql: 'tasks.element_id', bindings: [] };
  if (group === 'unit') return { sql: 'tasks.handling_unit', bindings: [] };
  if (group === 'case') return { sql: 'tasks.case_id::text', bindings: [] };
  return {
    sql: `case when tasks.due_at is null then 'none' when tasks.due_at < ? then 'overdue'
      when tasks.due_at < ${END_OF_DAY} then 'today' when tasks.amber_at <= ? then 'amber' else 'later' end`,
    bindings: [now, now, tenantId, now],
  };
}

/** The last one makes the order whole: a page never shows a row twice. */
export const ORDER: Record<TaskSort, string> = {
  due: 'tasks.due_at asc nulls last, tasks.opened_at, tasks.id',
  opened: 'tasks.opened_at desc, tasks.id',
  received: 'tasks.received_at desc nulls last, tasks.opened_at, tasks.id',
};

/** Bands in the order of urgency. */
export const BAND_ORDER = ['overdue', 'today', 'amber', 'later', 'none'];
