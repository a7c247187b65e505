// Owns the head's hand-over of a person's open tasks: what there is, who may take each, and the giving with its reason.
import type { HandOverAnswer, HandOverTask } from '../../../shared/people-contract';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { Actor } from '../tenants/actor';
import { absentNow } from './absences';
import { FormFields } from './form-fields';
import { loadPerson } from './load-subject';
import { heldTasks, type Move, mayReceive, moveTasks, openTaskCounts, receiversOf } from './move-tasks';
import { recordChange } from './record-change';

export async function handOverTasks(
  platform: Platform,
  actor: Actor,
  personId: string,
): Promise<{ items: HandOverTask[] }> {
  const { knex } = platform;
  const now = platform.clock.now();
  const { subject } = await loadPerson(knex, actor.tenantId, personId, now);
  requireAllowed(decide(actor, 'task.handOver', subject));
  const held = await heldTasks(knex, actor, personId);
  const receivers = (await receiversOf(platform, knex, actor.tenantId, null)).filter(
    (one) => one.personId !== personId,
  );
  const counts = await openTaskCounts(knex, actor.tenantId);
  const absent = await absentNow(
    knex,
    actor.tenantId,
    receivers.map((one) => one.personId),
    now,
  );
  return {
    items: held.map((one) => ({
      id: one.task.id,
      title: one.task.title,
      bookNo: one.current.book_no,
      dueAt: one.task.due_at?.toISOString() ?? null,
      version: one.task.version,
      receivers: receivers
        .filter((receiver) => mayReceive(receiver, one))
        .map((receiver) => ({
          id: receiver.personId,
          name: receiver.fullName,
          openTasks: counts.get(receiver.personId) ?? 0,
          absent: absent.has(receiver.personId),
        })),
    })),
  };
}

export async function handOver(
  platform: Platform,
  actor: Actor,
  personId: string,
  body: Record<string, unknown>,
): Promise<HandOverAnswer> {
  const now = platform.clock.now();
  const fields = new FormFields(body);
  const reason = fields.text('reason', 1000);
  return inTransaction(platform.strapi, async (trx) => {
    const { subject } = await loadPerson(trx, actor.tenantId, personId, now, true);
    requireAllowed(decide(actor, 'task.handOver', subject));
    const spreadTo = fields.optionalList('spreadTo');
    const items = spreadTo ? undefined : readItems(body.items);
    if (!spreadTo?.length && !items?.length)
      fields.fault('items', 'Chọn người nhận cho ít nhất một việc', 'Expected a receiver for at least one task');
    fields.check();
    const answer = await moveTasks(platform, trx, actor, { from: personId, items, spreadTo: spreadTo ?? undefined });
    await recordChange(trx, actor.tenantId, actor, now, {
      subjectType: 'person',
      subjectId: personId,
      personId,
      change: 'person.handOver',
      before: null,
      after: { ...answer },
      reason,
    });
    return answer;
  });
}

function readItems(value: unknown): NonNullable<Move['items']> {
  if (!Array.isArray(value)) return [];
  return value.slice(0, 500).map((item: Record<string, unknown> | null) => ({
    taskId: String(item?.taskId ?? ''),
    version: Number(item?.version),
    to: String(item?.to ?? ''),
  }));
}
