// Owns the SQL of what a task list shows: views, bands of the clock, filters, groups. All of it reads the task's own row,
// so that one partial index over open tasks serves it.
import type { Knex } from 'knex';
import type { ClockBand, TaskGroup, TaskQuery, TaskSort, TaskView } from '../../../shared/task-list-contract';
import { overseenTasks, readableTasks } from '../policy/task-scope';
import type { Actor } from '../tenants/actor';
import { searchWords } from '../views/search-words';

/** A condition or an expression over `tasks`. */
export interface Sql {
  sql: string;
  bindings: Knex.RawBinding[];
}

/** The instant of a question, in the tenant's day. */
export interface Moment {
  now: Date;
  tenantId: string;
}

export const ALWAYS: Sql = { sql: 'true', bindings: [] };

export function all(...parts: Sql[]): Sql {
  return { sql: `(${parts.map(({ sql }) => sql).join(' and ')})`, bindings: parts.flatMap(({ bindings }) => bindings) };
}

/** Open tasks of the tenant: what everything else narrows. */
export const openTasks = (knex: Knex, actor: Actor): Knex.QueryBuilder =>
  knex('procedures.tasks as tasks').where('tasks.tenant_id', actor.tenantId).where('tasks.state', 'OPEN');

/** What a view shows, with the rights to it. */
export function viewOf(actor: Actor, view: TaskView): Sql {
  if (view === 'supervised') return overseenTasks(actor);
  const readable = readableTasks(actor);
  if (view === 'mine') return all(readable, { sql: 'tasks.assignee = ?', bindings: [actor.personId] });
  if (view === 'all') return readable;
  return all(readable, candidateOf(actor), { sql: 'tasks.assignee is null', bindings: [] });
}

/** Given to a group that the person may act for. */
function candidateOf(actor: Actor): Sql {
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

export function inBand(band: ClockBand, { now, tenantId }: Moment): Sql {
  if (band === 'none') return { sql: 'tasks.due_at is null', bindings: [] };
  if (band === 'overdue') return { sql: 'tasks.due_at < ?', bindings: [now] };
  if (band === 'amber') return { sql: '(tasks.due_at >= ? and tasks.amber_at <= ?)', bindings: [now, now] };
  return { sql: `(tasks.due_at >= ? and tasks.due_at < ${END_OF_DAY})`, bindings: [now, now, tenantId] };
}

export function filtersOf(query: TaskQuery, moment: Moment): Sql {
  const is = (column: string, value: string | null): Sql[] =>
    value === null ? [] : [{ sql: `tasks.${column} = ?`, bindings: [value] }];
  const words = searchWords(query.q).map((word) => ({
    sql: 'tasks.search_text like ?',
    bindings: [`%${word.replace(/[\\%_]/g, '\\$&')}%`],
  }));
  return all(
    ALWAYS,
    ...(query.clock ? [inBand(query.clock, moment)] : []),
    ...is('element_id', query.kind),
    ...is('handling_unit', query.unit),
    ...is('case_state', query.state),
    ...(query.assignee === 'none' ? [{ sql: 'tasks.assignee is null', bindings: [] }] : is('assignee', query.assignee)),
    ...(query.facets.length > 0 ? [{ sql: 'tasks.facets @> ?::text[]', bindings: [query.facets] }] : []),
    ...words,
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
