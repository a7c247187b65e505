// Owns the staging of an act: one row that says what a person did, what it will do to our data, and what is sent to
// the engine. It commits together with everything else that the act writes.
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { ActionKind, ActionPayload, EngineCommand } from '../storage/rows';

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

/** Writes the action as STAGED and returns its id; the unique index refuses a second terminal act on one task. */
export async function stageAction(trx: Knex.Transaction, action: NewAction): Promise<string> {
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
    // Retries follow the machine's time, not business time, which a trial run may hold still.
    next_attempt_at: trx.raw('now()'),
  });
  return id;
}
