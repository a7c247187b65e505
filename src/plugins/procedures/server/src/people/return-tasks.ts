// Owns that nobody holds what they may no longer do: when a position or an appointment ends, the open tasks claimed
// under it go back to their groups. Drafts stay with the person who typed them.
import type { Knex } from 'knex';
import { writeAudit } from '../audit/write-audit';
import { notify } from '../notices/notify';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import { type Actor, PERSONAL_ROLES } from '../tenants/actor';

const IN_FORCE = 'o.valid_from <= :now and (o.valid_to is null or o.valid_to > :now)';

/** Open tasks whose holder is no longer a candidate, in the own right or by an appointment in force: see load-actor.ts. */
const UNHELD = `
  select t.id, t.tenant_id, t.assignee, t.acting_for, t.case_id
  from procedures.tasks t
  join procedures.cases c on c.id = t.case_id
  join procedures.people p on p.id = t.assignee
  where t.state = 'OPEN' and t.assignee is not null
    and (:tenantId::text is null or t.tenant_id = :tenantId)
    and not (p.active and exists (
      select from procedures.positions o, unnest(o.roles) role
      where o.person_id = p.id and o.tenant_id = t.tenant_id and ${IN_FORCE}
        and o.unit_code || '/' || role = any(t.candidate_groups)))
    and not (p.active and exists (
      select from procedures.acting_appointments a
      join procedures.positions o on o.id = a.position_id
      join procedures.people h on h.id = a.holder_id and h.active,
      unnest(o.roles) role
      where a.deputy_id = p.id and a.tenant_id = t.tenant_id and a.revoked_at is null
        and a.valid_from <= :now and a.valid_to > :now and ${IN_FORCE}
        and not role = any(:personal::text[])
        and o.unit_code || '/' || role = any(t.candidate_groups)
        and (a.scope_groups is null or o.unit_code || '/' || role = any(a.scope_groups))
        and (a.scope_packages is null or c.package_id = any(a.scope_packages))
        and exists (
          select from procedures.positions d
          where d.person_id = p.id and d.tenant_id = t.tenant_id and d.unit_code = o.unit_code
            and d.valid_from <= :now and (d.valid_to is null or d.valid_to > :now))))`;

interface UnheldTask {
  id: string;
  tenant_id: string;
  assignee: string;
  acting_for: string | null;
  case_id: string;
}

/** Gives back what its holders of the tenant may no longer do. Returns how many. */
export async function returnTasks(
  platform: Pick<Platform, 'clock'>,
  trx: Knex.Transaction,
  tenantId: string,
  actor: Actor | null,
): Promise<number> {
  const now = platform.clock.now();
  const tasks = await findUnheld(trx, tenantId, now, true);
  for (const task of tasks) {
    await trx('procedures.tasks')
      .where({ id: task.id })
      .update({ assignee: null, claimed_at: null, acting_for: null, version: trx.raw('version + 1') });
    await notify(trx, {
      tenantId,
      kind: 'ASSIGNED',
      to: { personId: task.assignee },
      why: {
        vi: 'Một việc bạn đang giữ đã trở lại nhóm vì phân công của bạn đã hết. Bản nháp vẫn được giữ.',
        en: 'A task that you held went back to its group because your assignment ended. Your draft is kept.',
      },
      caseId: task.case_id,
      link: '/tasks',
      now,
    });
  }
  for (const task of tasks)
    await writeAudit(trx, {
      tenantId,
      at: now,
      actor,
      action: 'task.return',
      subjectType: 'task',
      subjectId: task.id,
      detail: { from: task.assignee, ...(task.acting_for ? { appointment: task.acting_for } : {}) },
    });
  return tasks.length;
}

/** The scheduler's look: periods end by themselves. One transaction a tenant, because of the audit chains. */
export async function returnUnheldTasks(platform: Platform): Promise<void> {
  const tasks = await findUnheld(platform.knex, null, platform.clock.now(), false);
  for (const tenantId of new Set(tasks.map((task) => task.tenant_id)))
    await inTransaction(platform.strapi, (trx) => returnTasks(platform, trx, tenantId, null));
}

async function findUnheld(knex: Knex, tenantId: string | null, now: Date, lock: boolean): Promise<UnheldTask[]> {
  const sql = lock ? `${UNHELD} order by t.id for update of t` : UNHELD;
  const { rows } = await knex.raw<{ rows: UnheldTask[] }>(sql, { tenantId, now, personal: [...PERSONAL_ROLES] });
  return rows;
}
