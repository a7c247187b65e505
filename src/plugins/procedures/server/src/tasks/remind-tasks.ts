// Owns reminding: the head of the unit that a task was given to, or a leader above, presses whoever holds it. Once an hour
// a task, so that a reminder stays one.
import type { BatchAnswer } from '../../../shared/task-list-contract';
import { writeAudit } from '../audit/write-audit';
import { notify } from '../notices/notify';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import { actingHeadFor } from '../tenants/acting-right';
import type { Actor } from '../tenants/actor';
import { type ChosenTask, eachTask } from './each-task';
import { loadTask, unitsOf } from './load-task';

const ONCE_IN_MS = 60 * 60 * 1000;

export function remindTasks(platform: Platform, leader: Actor, chosen: ChosenTask[]): Promise<BatchAnswer> {
  return eachTask(chosen, platform.log, ({ id }) => remindTask(platform, leader, id));
}

function remindTask(platform: Platform, leader: Actor, taskId: string): Promise<{ version: number }> {
  return inTransaction(platform.strapi, async (trx) => {
    const { task, subject } = await loadTask(trx, taskId, leader.tenantId, true);
    requireAllowed(decide(leader, 'task.remind', subject));
    const now = platform.clock.now();
    if (task.reminded_at && now.getTime() - task.reminded_at.getTime() < ONCE_IN_MS) throw tooSoon(task.reminded_at);
    await trx('procedures.tasks').where({ id: task.id }).update({ reminded_at: now });
    await notify(trx, {
      tenantId: task.tenant_id,
      kind: 'REMINDER',
      // Whoever holds the task, else everybody who may claim it.
      to: task.assignee ? { personId: task.assignee } : task.candidate_groups.map((group) => ({ group })),
      why: { vi: `Đôn đốc: ${task.title}`, en: `Reminder: ${task.title}` },
      caseId: task.case_id,
      taskId: task.id,
      now,
      by: leader.personId,
    });
    await writeAudit(trx, {
      tenantId: leader.tenantId,
      at: now,
      actor: leader,
      actingFor: actingHeadFor(leader, unitsOf(task.candidate_groups)),
      action: 'task.remind',
      subjectType: 'task',
      subjectId: task.id,
      detail: { to: task.assignee ?? task.candidate_groups },
    });
    return { version: task.version };
  });
}

const tooSoon = (last: Date) =>
  new ProblemError({
    code: 'REMINDED_ALREADY',
    status: 409,
    vi: 'Việc này vừa được đôn đốc; mỗi giờ chỉ đôn đốc một lần. Nếu gấp, hãy gọi trực tiếp.',
    en: 'Expected an hour since the last reminder of this task, but it is less: call, if it is urgent.',
    detail: { remindedAt: last.toISOString() },
  });
