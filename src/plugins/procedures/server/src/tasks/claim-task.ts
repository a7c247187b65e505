// Owns claiming and giving back. Of two who claim at once one wins; the other is told who.
import { notify } from '../notices/notify';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import { ProblemError } from '../problems/problem-error';
import { reasonOf } from '../problems/reason';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { TaskRecord } from '../storage/rows';
import { actingHeadFor, actingRightFor } from '../tenants/acting-right';
import type { Actor } from '../tenants/actor';
import { handTask } from './hand-task';
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
    const holder = actor.personId;
    return handTask(platform, trx, actor, { kind: 'CLAIMED', taskId, holder, holderActsFor: right, actingFor: right });
  });
}

/** Back to the group, with a reason that the group reads in the history; who had it is told when the head takes it. */
export async function releaseTask(
  platform: Platform,
  actor: Actor,
  taskId: string,
  version: unknown,
  givenReason: unknown,
): Promise<TaskRecord> {
  return inTransaction(platform.strapi, async (trx) => {
    const { task, current, subject } = await loadTask(trx, taskId, actor.tenantId, true);
    requireAllowed(decide(actor, 'task.release', subject));
    refuseStale(task, version);
    const reason = reasonOf(givenReason);
    const units = task.candidate_groups.map((group) => group.slice(0, group.indexOf('/')));
    const isOwn = task.assignee === actor.personId;
    if (task.assignee && !isOwn) {
      await notify(trx, {
        tenantId: actor.tenantId,
        kind: 'ASSIGNED',
        to: { personId: task.assignee },
        why: {
          vi: 'Lãnh đạo đã trả lại nhóm một việc bạn đang giữ',
          en: 'The head has given a task of yours back to the group',
        },
        caseId: current.id,
        taskId,
        now: platform.clock.now(),
        by: actor.personId,
      });
    }
    const actingFor = isOwn ? null : actingHeadFor(actor, units);
    return handTask(platform, trx, actor, { kind: 'RELEASED', taskId, holder: null, actingFor, reason });
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
