// Owns the rule of task-rules.ts on who sees a task, told in SQL, for lists and counts.
import type { Knex } from 'knex';
import type { Actor } from '../tenants/actor';
import { isStaff } from './policy-action';

/**
 * Narrows a query that joins procedures.tasks (under `tasks`) with procedures.cases (under `cases`) to the tasks that
 * the actor may read: given to a group of the actor's, claimed by the actor, or given to a unit that the actor leads.
 */
export function scopeTasks<Q extends Knex.QueryBuilder>(query: Q, actor: Actor, tasks = 'tasks', cases = 'cases'): Q {
  query.where(`${tasks}.tenant_id`, actor.tenantId).where(`${cases}.tenant_id`, actor.tenantId);
  if (!isStaff(actor)) return query.whereRaw('false') as Q;
  query.where((known) =>
    known
      .where(`${cases}.restricted`, false)
      .orWhereRaw('??::text[] && ?::text[]', [`${cases}.participating_units`, [...actor.units]]),
  );
  query.where((concerned) => {
    concerned
      .where(`${tasks}.assignee`, actor.personId)
      .orWhereRaw('?? && ?::text[]', [`${tasks}.candidate_groups`, [...actor.groups]]);
    for (const right of actor.acting) {
      if (right.packages === null) continue; // its groups are among the actor's
      concerned.orWhereRaw('(?? && ?::text[] and ?? = any(?::text[]))', [
        `${tasks}.candidate_groups`,
        [...right.groups],
        `${cases}.package_id`,
        [...right.packages],
      ]);
    }
    if (actor.headOf.length > 0) {
      concerned.orWhereRaw("exists (select from unnest(??) g where split_part(g, '/', 1) = any(?::text[]))", [
        `${tasks}.candidate_groups`,
        [...actor.headOf],
      ]);
    }
  });
  return query;
}
