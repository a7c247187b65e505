// Owns claiming and giving back. Of two who claim at once one wins; the other is told who.
import type { Knex } from 'knex';
import { writeAudit } from '../audit/write-audit';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { TaskRecord } from '../storage/rows';
import { actingHeadFor, actingRightFor } from '../tenants/acting-right';
import type { ActingRight, Actor } from '../tenants/actor';
import { loadTask } from './load-task';
import { refuseStale } from './refuse-stale';

export async function claimTask(
  platform: Platform,
  actor: Actor,
  taskId: string,
  version: unknown,
): Promise<TaskRecord> {
  return inTransaction(platform.strapi, async (trx) => {
    const { task, current, subject } = await loadTask(trx, taskId, actor.tenantId, true);
    const decision = decide(actor, 'task.claim', subject);
    if (!decision.allowed && decision.code === 'TASK_ALREADY_CLAIMED') {
      const owner = await trx('procedures.people').where({ id: task.assignee }).first('full_name');
      throw alreadyClaimed(owner?.full_name ?? null);
    }
    requireAllowed(decision);
    if (task.assignee === actor.personId) return task;
    refuseStale(task, version);
    const right = actingRightFor(actor, task.candidate_groups, current.package_id);
    return handTo(platform, trx, actor, taskId, 'task.claim', actor.personId, right);
  });
}

export async function releaseTask(
  platform: Platform,
  actor: Actor,
  taskId: string,
  version: unknown,
): Promise<TaskRecord> {
  return inTransaction(platform.strapi, async (trx) => {
    const { task, subject } = await loadTask(trx, taskId, actor.tenantId, true);
    requireAllowed(decide(actor, 'task.release', subject));
    refuseStale(task, version);
    const units = task.candidate_groups.map((group) => group.slice(0, group.indexOf('/')));
    const right = task.assignee === actor.personId ? null : actingHeadFor(actor, units);
    return handTo(platform, trx, actor, taskId, 'task.release', null, right);
  });
}

/** Of two who claim at once one wins; the other is told who. */
export const alreadyClaimed = (name: string | null): ProblemError =>
  new ProblemError({
    code: 'TASK_ALREADY_CLAIMED',
    status: 409,
    vi: `${name ?? 'Người khác'} đã nhận công việc này. Hãy chọn công việc khác hoặc đề nghị lãnh đạo trả lại.`,
    en: `Expected an unclaimed task, but ${name ?? 'somebody'} has claimed it.`,
    detail: { takenBy: name },
  });

async function handTo(
  platform: Platform,
  trx: Knex.Transaction,
  actor: Actor,
  taskId: string,
  action: 'task.claim' | 'task.release',
  holder: string | null,
  actingFor: ActingRight | null,
): Promise<TaskRecord> {
  const now = platform.clock.now();
  const [task] = await trx('procedures.tasks')
    .where({ id: taskId })
    .update({
      assignee: holder,
      claimed_at: holder ? now : null,
      acting_for: holder ? (actingFor?.id ?? null) : null,
      version: trx.raw('version + 1'),
    })
    .returning('*');
  await writeAudit(trx, {
    tenantId: actor.tenantId,
    at: now,
    actor,
    actingFor,
    action,
    subjectType: 'task',
    subjectId: taskId,
  });
  return task;
}
