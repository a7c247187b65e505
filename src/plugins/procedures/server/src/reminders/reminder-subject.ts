// reminders/ owns reminders that need an answer: numbered letters to the head of a unit, with a term; a second one that
// stays without an answer goes to the leaders above. This file: loading one with what the policy must know of it.
import type { Knex } from 'knex';
import { NOT_FOUND, requireAllowed } from '../policy/decision';
import { caseSubject, type ReminderSubject } from '../policy/subjects';
import type { CaseRecord } from '../storage/rows';
import { UUID } from '../storage/uuid';

export interface ReminderRecord {
  id: string;
  tenant_id: string;
  year: number;
  number: number;
  from_unit: string;
  to_unit: string;
  task_id: string | null;
  case_id: string | null;
  previous_id: string | null;
  round: number;
  reason: string;
  sent_by: string;
  sent_at: Date;
  answer_due_at: Date;
  answer: string | null;
  answered_by: string | null;
  answered_at: Date | null;
  escalated_at: Date | null;
}

export const reminderSubject = (
  row: Pick<ReminderRecord, 'tenant_id' | 'from_unit' | 'to_unit' | 'round' | 'answered_at'>,
  ofCase: CaseRecord | null,
): ReminderSubject => ({
  tenantId: row.tenant_id,
  fromUnit: row.from_unit,
  toUnit: row.to_unit,
  round: row.round,
  isAnswered: row.answered_at !== null,
  case: ofCase && caseSubject(ofCase),
});

/** Locked; an unknown id and another tenant's are the same refusal. */
export async function loadReminder(
  trx: Knex.Transaction,
  tenantId: string,
  id: string,
): Promise<{ reminder: ReminderRecord; subject: ReminderSubject }> {
  const reminder: ReminderRecord | undefined = UUID.test(id)
    ? await trx('procedures.reminders').where({ id, tenant_id: tenantId }).forUpdate().first()
    : undefined;
  if (!reminder) return requireAllowed(NOT_FOUND) as never;
  const ofCase = reminder.case_id ? await trx('procedures.cases').where({ id: reminder.case_id }).first() : null;
  return { reminder, subject: reminderSubject(reminder, ofCase) };
}
