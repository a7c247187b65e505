// Owns the giving of tasks by the head of a unit to a member of their candidate groups. Who held one before keeps the
// draft; who is given one is told.
import { randomUUID } from 'node:crypto';
import type { BatchAnswer } from '../../../shared/task-list-contract';
import { writeAudit } from '../audit/write-audit';
import { notify } from '../notices/notify';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import { actingHeadFor, actingRightFor } from '../tenants/acting-right';
import type { Actor } from '../tenants/actor';
import { loadActor } from '../tenants/load-actor';
import { type ChosenTask, eachTask } from './each-task';
import { loadTask, unitsOf } from './load-task';
import { refuseStale } from './refuse-stale';

export async function assignTasks(
  platform: Platform,
  head: Actor,
  chosen: ChosenTask[],
  personId: unknown,
): Promise<BatchAnswer> {
  const assignee = await actorOf(platform, head, personId);
  return eachTask(chosen, platform.log, (one) => assignTask(platform, head, one, assignee));
}

function assignTask(
  platform: Platform,
  head: Actor,
  chosen: ChosenTask,
  assignee: Actor,
): Promise<{ version: number }> {
  return inTransaction(platform.strapi, async (trx) => {
    const { task, current, subject } = await loadTask(trx, chosen.id, head.tenantId, true);
    requireAllowed(decide(head, 'task.assign', subject));
    if (task.assignee === assignee.personId) return { version: task.version };
    refuseStale(task, chosen.version);
    const mayTake = decide(assignee, 'task.claim', { ...subject, assignee: null });
    if (!mayTake.allowed) throw cannotTake(assignee.fullName, mayTake.code);
    const now = platform.clock.now();
    const [{ version }] = await trx('procedures.tasks')
      .where({ id: task.id })
      .update({
        assignee: assignee.personId,
        claimed_at: now,
        acting_for: actingRightFor(assignee, task.candidate_groups, current.package_id)?.id ?? null,
        version: trx.raw('version + 1'),
      })
      .returning('version');
    await trx('procedures.task_history').insert({
      id: randomUUID(),
      task_id: task.id,
      tenant_id: task.tenant_id,
      kind: 'DELEGATED',
      person_id: head.personId,
      to_person: assignee.personId,
      at: now,
    });
    await notify(trx, {
      tenantId: task.tenant_id,
      kind: 'ASSIGNED',
      to: { personId: assignee.personId },
      why: { vi: `Bạn được giao việc: ${task.title}`, en: `You were given a task: ${task.title}` },
      caseId: task.case_id,
      taskId: task.id,
      now,
      by: head.personId,
    });
    await writeAudit(trx, {
      tenantId: head.tenantId,
      at: now,
      actor: head,
      actingFor: actingHeadFor(head, unitsOf(task.candidate_groups)),
      action: 'task.assign',
      subjectType: 'task',
      subjectId: task.id,
      detail: { to: assignee.personId, from: task.assignee },
    });
    return { version };
  });
}

/** The person as the policy knows one; somebody unknown, gone or of another tenant is the same refusal. */
async function actorOf(platform: Platform, head: Actor, personId: unknown): Promise<Actor> {
  const isId = typeof personId === 'string' && /^[0-9a-f-]{36}$/i.test(personId);
  const row: { admin_user_id: number | null } | undefined = isId
    ? await platform
        .knex('procedures.people')
        .where({ id: personId, tenant_id: head.tenantId, active: true })
        .first('admin_user_id')
    : undefined;
  const found = row?.admin_user_id ? await loadActor(platform.knex, row.admin_user_id, platform.clock.now()) : null;
  if (found) return found;
  throw new ProblemError({
    code: 'PERSON_UNKNOWN',
    status: 400,
    vi: 'Cần một người đang làm việc ở đây để giao việc. Hãy chọn lại trong danh sách.',
    en: 'Expected a person who works here to give the task to: choose again in the list.',
  });
}

const cannotTake = (name: string, why: string) =>
  new ProblemError({
    code: 'PERSON_CANNOT_TAKE_TASK',
    status: 409,
    vi: `${name} không thuộc nhóm được giao việc này, hoặc đã làm bước mà việc này kiểm tra. Hãy chọn người khác.`,
    en: `Expected a member of the task's groups who did not do what it checks, but ${name} is not one: choose another.`,
    detail: { why },
  });
