// Owns the row of procedures.unit_questions as TypeScript sees it, and its loading with what the policy must know.
import type { Knex } from 'knex';
import type { QuestionState, QuestionTermUnit } from '../../../shared/questions-contract';
import { placeOfCase } from '../attachments/load-attachment';
import { NOT_FOUND, requireAllowed } from '../policy/decision';
import type { AttachmentPlaceSubject, QuestionSubject } from '../policy/subjects';
import type { CaseRecord } from '../storage/rows';
import { UUID } from '../storage/uuid';
import type { Actor } from '../tenants/actor';

export interface QuestionRecord {
  id: string;
  tenant_id: string;
  case_id: string;
  task_id: string | null;
  from_unit: string;
  to_unit: string;
  is_external: boolean;
  asked_by: string;
  asked_at: Date;
  question: string;
  term_unit: QuestionTermUnit;
  term_length: number;
  due_at: Date;
  clock_id: string | null;
  state: QuestionState;
  seen_at: Date | null;
  seen_by: string | null;
  assignee: string | null;
  answer: string | null;
  answered_by: string | null;
  answered_at: Date | null;
  answer_entered_at: Date | null;
  late_reason: string | null;
  withdrawn_reason: string | null;
  returned_reason: string | null;
  closed_at: Date | null;
}

export interface LoadedQuestion {
  question: QuestionRecord;
  subject: QuestionSubject;
  place: AttachmentPlaceSubject;
  current: CaseRecord;
}

export const questionSubject = (row: QuestionRecord, place: AttachmentPlaceSubject): QuestionSubject => ({
  tenantId: place.tenantId,
  case: place.case,
  holdsTask: place.holdsTask,
  fromUnit: row.from_unit,
  toUnit: row.to_unit,
  isExternal: row.is_external,
  askedBy: row.asked_by,
  assignee: row.assignee,
  isOpen: row.state === 'OPEN',
});

/** An unknown id and another tenant's are the same refusal; locked when it is about to change. */
export async function loadQuestion(knex: Knex, actor: Actor, id: string, lock = false): Promise<LoadedQuestion> {
  const query = knex('procedures.unit_questions').where({ id, tenant_id: actor.tenantId });
  const question: QuestionRecord | undefined = UUID.test(id)
    ? await (lock ? query.forUpdate() : query).first()
    : undefined;
  if (!question) return requireAllowed(NOT_FOUND) as never;
  const { current, ...place } = await placeOfCase(knex, actor, question.case_id);
  return { question, subject: questionSubject(question, place), place, current };
}
