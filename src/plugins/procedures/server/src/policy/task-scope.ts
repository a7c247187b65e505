// Owns the rules of task-rules.ts on who sees a task, told in SQL, for lists and counts. They read the task's own row, which
// the database keeps the same as its case's (0005_task_list.sql), so that a list needs no join to apply rights.
import type { Knex } from 'knex';
import type { Actor } from '../tenants/actor';
import { isStaff } from './policy-action';

interface Sql {
  sql: string;
  bindings: Knex.RawBinding[];
}

const NOBODY: Sql = { sql: 'false', bindings: [] };

/** Given to a group of the actor's, claimed by the actor, or given to a unit that the actor leads; never another tenant's. */
export function readableTasks(actor: Actor, tasks = 'tasks'): Sql {
  if (!isStaff(actor)) return NOBODY;
  const concerned: Sql[] = [
    { sql: `${tasks}.assignee = ?`, bindings: [actor.personId] },
    { sql: `${tasks}.candidate_groups && ?::text[]`, bindings: [[...actor.groups]] },
  ];
  for (const right of actor.acting) {
    if (right.packages === null) continue; // its groups are among the actor's
    concerned.push({
      sql: `(${tasks}.candidate_groups && ?::text[] and ${tasks}.package_id = any(?::text[]))`,
      bindings: [[...right.groups], [...right.packages]],
    });
  }
  if (actor.headOf.length > 0) {
    concerned.push({
      sql: `exists (select from unnest(${tasks}.candidate_groups) g where split_part(g, '/', 1) = any(?::text[]))`,
      bindings: [[...actor.headOf]],
    });
  }
  return {
    sql: `(${tasks}.tenant_id = ? and (not ${tasks}.restricted or ${tasks}.participating_units && ?::text[])
      and (${concerned.map(({ sql }) => sql).join(' or ')}))`,
    bindings: [actor.tenantId, [...actor.units], ...concerned.flatMap(({ bindings }) => bindings)],
  };
}

/** Of cases in units beneath those that the actor leads: a line of each, see mayOversee in task-rules.ts. */
export function overseenTasks(actor: Actor, tasks = 'tasks'): Sql {
  if (!isStaff(actor) || actor.overseen.length === 0) return NOBODY;
  return {
    sql: `(${tasks}.tenant_id = ? and not ${tasks}.restricted and ${tasks}.handling_unit = any(?::text[])
      and not ${tasks}.handling_unit = any(?::text[]))`,
    bindings: [actor.tenantId, [...actor.overseen], [...actor.units]],
  };
}

/** Narrows a query over procedures.tasks (under `tasks`) to the tasks that the actor may read. */
export function scopeTasks<Q extends Knex.QueryBuilder>(query: Q, actor: Actor, tasks = 'tasks'): Q {
  const { sql, bindings } = readableTasks(actor, tasks);
  return query.whereRaw(sql, bindings) as Q;
}
