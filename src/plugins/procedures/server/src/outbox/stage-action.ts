// Owns the staging of an act: one row that says what a person did, what it will do to our data, and what is sent to
// the engine. It commits together with everything else that the act writes.
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { refuseMoving } from '../moving/refuse-moving';
import type { ActionKind, ActionPayload, EngineCommand, Sendable } from '../storage/rows';

/** Until then nobody else sends an action that somebody has taken to send. */
export const TAKEN_UNTIL = "now() + interval '15 seconds'";

export interface NewAction {
  id?: string;
  tenantId: string;
  caseId: string;
  taskId?: string | null;
  kind: ActionKind;
  eventCode: string;
  businessAt: Date;
  enteredAt: Date;
  lateReason: string | null;
  personId: string | null;
  /** The appointment that the act is done under; absent: in the person's own right. */
  actingFor?: string | null;
  payload: ActionPayload;
  /** Null for an act that only our own record keeps. */
  command: EngineCommand | null;
}

/**
 * Writes the action as STAGED and returns what is to be sent; the unique index refuses a second terminal act on one
 * task. One with a command is taken from the start: who staged it sends it after the commit, without asking the database
 * again. Should that process be gone by then, it is due when its time is over, or at the next start (Sender).
 */
export async function stageAction(trx: Knex.Transaction, action: NewAction): Promise<Sendable> {
  const id = action.id ?? randomUUID();
  await trx('procedures.actions').insert({
    id,
    tenant_id: action.tenantId,
    case_id: action.caseId,
    task_id: action.taskId ?? null,
    kind: action.kind,
    event_code: action.eventCode,
    business_at: action.businessAt,
    entered_at: action.enteredAt,
    late_reason: action.lateReason,
    person_id: action.personId,
    acting_for: action.actingFor ?? null,
    payload: JSON.stringify(action.payload),
    command: action.command ? JSON.stringify(action.command) : null,
    state: 'STAGED',
    attempts: action.command ? 1 : 0,
    // Retries follow the machine's time, not business time, which a trial run may hold still.
    next_attempt_at: action.command ? trx.raw(TAKEN_UNTIL) : trx.raw('now()'),
  });
  if (action.kind !== 'START_CASE') await refuseMoving(trx, action.caseId);
  return { id, command: action.command };
}
