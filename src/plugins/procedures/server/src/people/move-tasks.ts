// Owns the hand-over of open tasks from one person to colleagues, each only to somebody who could claim the task: a
// member of its groups, of a unit that may know of the case, who did not do what it checks.
import type { Knex } from 'knex';
import { writeAudit } from '../audit/write-audit';
import { notify } from '../notices/notify';
import { decide } from '../policy/decide';
import type { TaskSubject } from '../policy/subjects';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import type { CaseRecord, TaskRecord } from '../storage/rows';
import { subjectOf } from '../tasks/load-task';
import { actingHeadFor, actingRightFor } from '../tenants/acting-right';
import type { Actor } from '../tenants/actor';
import { loadActor } from '../tenants/load-actor';
import { changeProblem } from './change-problem';
import { spread } from './spread';

export interface HeldTask {
  task: TaskRecord;
  current: CaseRecord;
  subject: TaskSubject;
}

export interface Move {
  from: string;
  items?: readonly { taskId: string; version: number; to: string }[];
  spreadTo?: readonly string[];
}

/** Open tasks that the person holds; for a head only those of the units led. */
export async function heldTasks(knex: Knex, actor: Actor, personId: string, lock = false): Promise<HeldTask[]> {
  const query = knex('procedures.tasks')
    .where({ tenant_id: actor.tenantId, assignee: personId, state: 'OPEN' })
    .orderByRaw('due_at asc nulls last')
    .orderBy('opened_at');
  const tasks: TaskRecord[] = await (lock ? query.forUpdate() : query);
  const held: HeldTask[] = [];
  for (const task of tasks) {
    const current: CaseRecord = await knex('procedures.cases').where({ id: task.case_id }).first();
    const subject = await subjectOf(knex, task, current);
    // An administrator closes accounts and sees no content: only the count comes back.
    if (actor.isAdministrator || decide(actor, 'task.release', subject).allowed) held.push({ task, current, subject });
  }
  return held;
}

/** Whether `receiver` could claim the task if nobody held it. */
export const mayReceive = (receiver: Actor, held: HeldTask): boolean =>
  receiver.tenantId === held.task.tenant_id &&
  decide(receiver, 'task.claim', { ...held.subject, assignee: null }).allowed;

/** People of the tenant as actors, so that the policy can be asked of each. */
export async function receiversOf(
  platform: Pick<Platform, 'clock'>,
  knex: Knex,
  tenantId: string,
  ids: readonly string[] | null,
): Promise<Actor[]> {
  const query = knex('procedures.people').where({ tenant_id: tenantId, active: true }).whereNotNull('admin_user_id');
  if (ids) query.whereIn('id', [...ids]);
  const accounts: number[] = await query.orderBy('full_name').pluck('admin_user_id');
  const found = [];
  for (const account of accounts) found.push(await loadActor(knex, account, platform.clock.now()));
  return found.filter((one): one is Actor => one !== null);
}

/** How many open tasks each person holds. */
export async function openTaskCounts(knex: Knex, tenantId: string): Promise<Map<string, number>> {
  const rows: { assignee: string; n: number }[] = await knex('procedures.tasks')
    .where({ tenant_id: tenantId, state: 'OPEN' })
    .whereNotNull('assignee')
    .groupBy('assignee')
    .select('assignee', knex.raw('count(*)::int as n'));
  return new Map(rows.map((row) => [row.assignee, row.n]));
}

export async function moveTasks(
  platform: Pick<Platform, 'clock'>,
  trx: Knex.Transaction,
  actor: Actor,
  move: Move,
): Promise<{ moved: number; left: number }> {
  const held = await heldTasks(trx, actor, move.from, true);
  const ids = [...new Set(move.spreadTo ?? move.items?.map((item) => item.to) ?? [])].filter((id) => id !== move.from);
  const receivers = await receiversOf(platform, trx, actor.tenantId, ids);
  const plan = move.items
    ? chosen(held, receivers, move.items)
    : spread(
        held.map((one) => ({
          id: one.task.id,
          allowed: receivers.filter((receiver) => mayReceive(receiver, one)).map((receiver) => receiver.personId),
        })),
        await openTaskCounts(trx, actor.tenantId),
      );
  for (const one of held) {
    const receiver = receivers.find((person) => person.personId === plan.get(one.task.id));
    if (receiver) await give(platform, trx, actor, one, receiver);
  }
  // The audit chain is written last: its writers of one tenant queue.
  for (const { task } of held) {
    const to = plan.get(task.id);
    const units = task.candidate_groups.map((group) => group.slice(0, group.indexOf('/')));
    if (to)
      await writeAudit(trx, {
        tenantId: actor.tenantId,
        at: platform.clock.now(),
        actor,
        actingFor: actingHeadFor(actor, units),
        action: 'task.handOver',
        subjectType: 'task',
        subjectId: task.id,
        detail: { from: move.from, to },
      });
  }
  return { moved: plan.size, left: move.items ? 0 : held.length - plan.size };
}

function chosen(
  held: readonly HeldTask[],
  receivers: readonly Actor[],
  items: NonNullable<Move['items']>,
): Map<string, string> {
  const plan = new Map<string, string>();
  for (const [index, item] of items.entries()) {
    const one = held.find((each) => each.task.id === item.taskId);
    if (!one || one.task.version !== item.version)
      throw new ProblemError({
        code: 'TASK_CHANGED',
        status: 409,
        vi: 'Một việc trong danh sách đã thay đổi. Hãy tải lại danh sách rồi bàn giao lại.',
        en: 'Expected tasks as they were listed, but one has changed: reload the list and hand over again.',
      });
    const receiver = receivers.find((person) => person.personId === item.to);
    if (!receiver || !mayReceive(receiver, one))
      throw changeProblem(
        'RECEIVER_REFUSED',
        `Người nhận không thuộc nhóm làm được việc "${one.task.title}". Hãy chọn người khác.`,
        `Expected a receiver who may do "${one.task.title}", but this one may not: choose another.`,
        `items[${index}].to`,
      );
    plan.set(item.taskId, item.to);
  }
  return plan;
}

async function give(
  platform: Pick<Platform, 'clock'>,
  trx: Knex.Transaction,
  actor: Actor,
  { task, current }: HeldTask,
  receiver: Actor,
): Promise<void> {
  const now = platform.clock.now();
  await trx('procedures.tasks')
    .where({ id: task.id })
    .update({
      assignee: receiver.personId,
      acting_for: actingRightFor(receiver, task.candidate_groups, current.package_id)?.id ?? null,
      claimed_at: now,
      version: trx.raw('version + 1'),
    });
  await notify(trx, {
    tenantId: actor.tenantId,
    kind: 'ASSIGNED',
    to: { personId: receiver.personId },
    why: { vi: 'Bạn được bàn giao một việc.', en: 'A task was handed over to you.' },
    caseId: current.id,
    taskId: task.id,
    now,
    by: actor.personId,
  });
}
