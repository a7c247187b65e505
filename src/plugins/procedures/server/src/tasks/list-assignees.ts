// Owns whom a head may give chosen tasks to: active people whose positions put them into a candidate group of each.
import type { Assignee } from '../../../shared/task-list-contract';
import { readableTasks } from '../policy/task-scope';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';
import { isTaskId } from './load-task';

const MEMBERS = `
select p.id, p.full_name as name, array_agg(distinct o.unit_code) as units,
  (select count(*)::int from procedures.tasks h where h.assignee = p.id and h.state = 'OPEN') as holds
from procedures.people p
join procedures.positions o on o.person_id = p.id and o.tenant_id = p.tenant_id
  and o.valid_from <= :now and (o.valid_to is null or o.valid_to > :now)
where p.tenant_id = :tenantId and p.active and p.admin_user_id is not null
  and not exists (
    select from (:chosen) t
    where not exists (
      select from procedures.positions m, unnest(m.roles) role
      where m.person_id = p.id and m.tenant_id = p.tenant_id
        and m.valid_from <= :now and (m.valid_to is null or m.valid_to > :now)
        and m.unit_code || '/' || role = any(t.candidate_groups)))
group by p.id, p.full_name
order by p.full_name, p.id`;

export async function listAssignees(platform: Platform, head: Actor, taskIds: string[]): Promise<Assignee[]> {
  const ids = taskIds.filter(isTaskId);
  if (ids.length === 0 || head.headOf.length === 0) return [];
  const { sql, bindings } = readableTasks(head);
  const chosen = platform
    .knex('procedures.tasks as tasks')
    .select('tasks.candidate_groups')
    .whereIn('tasks.id', ids)
    .whereRaw(sql, bindings);
  const [{ count }] = await platform.knex.from(chosen.clone().as('c')).count('* as count');
  if (Number(count) !== ids.length) return [];
  const { rows } = await platform.knex.raw<{ rows: Assignee[] }>(MEMBERS, {
    now: platform.clock.now(),
    tenantId: head.tenantId,
    chosen,
  });
  return rows;
}
