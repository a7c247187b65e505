// Owns what people are told of a question. The notice names no case: the asked unit may not read it, and what it may know
// stands on the page of the question, for whoever may open that.
import type { Knex } from 'knex';
import { announce } from '../live/announce';
import type { Recipient } from '../notices/find-recipients';
import { notify } from '../notices/notify';
import type { LocalText } from '../packages/types';
import type { Actor } from '../tenants/actor';
import type { QuestionRecord } from './question-record';

export const questionLink = (id: string) => `/tasks/questions/${id}`;

export async function tellQuestion(
  trx: Knex.Transaction,
  question: QuestionRecord,
  told: { to: Recipient | readonly Recipient[]; why: LocalText; now: Date; by: Actor },
): Promise<void> {
  await notify(trx, {
    tenantId: question.tenant_id,
    kind: 'QUESTION',
    to: told.to,
    why: told.why,
    link: questionLink(question.id),
    now: told.now,
    by: told.by.personId,
  });
  await announceQuestion(trx, question);
}

export const announceQuestion = (trx: Knex.Transaction, question: Pick<QuestionRecord, 'id' | 'tenant_id'>) =>
  announce(trx, { tenantId: question.tenant_id, topic: 'questions', ids: [question.id] });
