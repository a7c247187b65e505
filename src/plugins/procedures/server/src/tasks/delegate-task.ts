// Owns passing a task to another member of its groups: by whoever holds it, or by the head; with a reason.
import type { Knex } from 'knex';
import { notify } from '../notices/notify';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import type { TaskSubject } from '../policy/subjects';
import { ProblemError } from '../problems/problem-error';
import { reasonOf } from '../problems/reason';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { TaskRecord } from '../storage/rows';
import { actingHeadFor, actingRightFor } from '../tenants/acting-right';
import type { Actor } from '../tenants/actor';
import { loadActor } from '../tenants/load-actor';
import { handTask } from './hand-task';
import { loadTask } from './load-task';
import { refuseStale } from './refuse-stale';

export interface Colleague {
  id: string;
  name: string;
  title: string;
  actor: Actor;
}

/** Who could take the task as it is, were it free: by the same rule by which they would claim it. */
export async function colleaguesFor(
  knex: Knex,
  now: Date,
  task: TaskRecord,
  subject: TaskSubject,
): Promise<Colleague[]> {
  const units = task.candidate_groups.map((group) => group.slice(0, group.indexOf('/')));
  const rows: { id: string; full_name: string; admin_user_id: number; title: string }[] = await knex(
    'procedures.people as person',
  )
    .join('procedures.positions as position', 'position.person_id', 'person.id')
    .where({ 'person.tenant_id': task.tenant_id, 'person.active': true })
    .whereNotNull('person.admin_user_id')
    .whereIn('position.unit_code', units)
    .orderBy(['person.full_name', 'position.valid_from'])
    .select('person.id', 'person.full_name', 'person.admin_user_id', 'position.title');
  const once = [...new Map(rows.map((row) => [row.id, row])).values()].filter((row) => row.id !== task.assignee);
  const free: TaskSubject = { ...subject, assignee: null };
  const found = await Promise.all(
    once.map(async (row) => {
      const actor = await loadActor(knex, row.admin_user_id, now);
      const mayTake = actor !== null && decide(actor, 'task.claim', free).allowed;
      return mayTake ? [{ id: row.id, name: row.full_name, title: row.title, actor }] : [];
    }),
  );
  return found.flat();
}

export async function delegateTask(
  platform: Platform,
  actor: Actor,
  taskId: string,
  given: { version: unknown; personId: unknown; reason: unknown },
): Promise<TaskRecord> {
  return inTransaction(platform.strapi, async (trx) => {
    const { task, current, subject } = await loadTask(trx, taskId, actor.tenantId, true);
    requireAllowed(decide(actor, 'task.delegate', subject));
    refuseStale(task, given.version);
    const reason = reasonOf(given.reason);
    const now = platform.clock.now();
    const colleague = (await colleaguesFor(trx, now, task, subject)).find((one) => one.id === given.personId);
    if (!colleague) throw notAColleague();
    const units = task.candidate_groups.map((group) => group.slice(0, group.indexOf('/')));
    await notify(trx, {
      tenantId: actor.tenantId,
      kind: 'ASSIGNED',
      to: { personId: colleague.id },
      why: { vi: 'Bạn được chuyển giao một việc đang làm dở', en: 'A task that was begun has been passed to you' },
      caseId: current.id,
      taskId,
      now,
      by: actor.personId,
    });
    return handTask(platform, trx, actor, {
      kind: 'DELEGATED',
      taskId,
      holder: colleague.id,
      holderActsFor: actingRightFor(colleague.actor, task.candidate_groups, current.package_id),
      actingFor: task.assignee === actor.personId ? null : actingHeadFor(actor, units),
      reason,
    });
  });
}

const notAColleague = () =>
  new ProblemError({
    code: 'NOT_A_COLLEAGUE',
    status: 409,
    vi: 'Người được chọn không thuộc nhóm được giao việc này, hoặc không được làm bước này. Hãy chọn người khác.',
    en: 'Expected another member of the candidate groups who may do this step. Choose somebody else.',
    detail: { problems: [{ path: 'personId', vi: 'Chọn người khác.', en: 'Choose somebody else.' }] },
  });
