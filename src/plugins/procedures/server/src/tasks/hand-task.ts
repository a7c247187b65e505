// Owns a task's way from hand to hand: who has it, the history with its reason, the audit entry, all in one transaction.
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { writeAudit } from '../audit/write-audit';
import type { Platform } from '../runtime/platform';
import type { TaskRecord } from '../storage/rows';
import type { ActingRight, Actor } from '../tenants/actor';

const ACTIONS = { CLAIMED: 'task.claim', RELEASED: 'task.release', DELEGATED: 'task.delegate' } as const;

export interface HandOver {
  kind: keyof typeof ACTIONS;
  taskId: string;
  holder: string | null;
  /** The appointment under which the holder has it. */
  holderActsFor?: ActingRight | null;
  /** The appointment under which this is done. */
  actingFor: ActingRight | null;
  reason?: string | null;
}

export async function handTask(
  platform: Pick<Platform, 'clock'>,
  trx: Knex.Transaction,
  actor: Actor,
  given: HandOver,
): Promise<TaskRecord> {
  const now = platform.clock.now();
  const [task] = await trx('procedures.tasks')
    .where({ id: given.taskId })
    .update({
      assignee: given.holder,
      claimed_at: given.holder ? now : null,
      acting_for: given.holder ? (given.holderActsFor?.id ?? null) : null,
      version: trx.raw('version + 1'),
    })
    .returning('*');
  await trx('procedures.task_history').insert({
    id: randomUUID(),
    task_id: given.taskId,
    tenant_id: actor.tenantId,
    kind: given.kind,
    person_id: actor.personId,
    to_person: given.kind === 'DELEGATED' ? given.holder : null,
    reason: given.reason ?? null,
    at: now,
  });
  await writeAudit(trx, {
    tenantId: actor.tenantId,
    at: now,
    actor,
    actingFor: given.actingFor,
    action: ACTIONS[given.kind],
    subjectType: 'task',
    subjectId: given.taskId,
  });
  return task;
}
