// Owns what is typed as an answer and not yet sent, with the id under which its files lie: kept on the server for its author
// alone, as entries are (intake/), and gone with the answer.
import type { Knex } from 'knex';
import { type AnswerDraft, MAX_QUESTION_LENGTH } from '../../../shared/questions-contract';
import { intakeDraftMs } from '../intake/intake-draft';
import { decide } from '../policy/decide';
import { QUESTION_CLOSED, requireAllowed } from '../policy/decision';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import { UUID } from '../storage/uuid';
import type { Actor } from '../tenants/actor';
import { mayReplace, type StampColumns, stampOf, standing } from '../typed/draft-stamp';
import { loadQuestion } from './question-record';

interface AnswerDraftRecord extends StampColumns {
  question_id: string;
  person_id: string;
  client_id: string;
  text: string;
  saved_at: Date;
}

export async function saveAnswerDraft(
  platform: Platform,
  actor: Actor,
  id: string,
  body: Record<string, unknown>,
): Promise<{ savedAt: string }> {
  const { subject } = await loadQuestion(platform.knex, actor, id);
  requireAllowed(decide(actor, 'question.answer', subject));
  const { text, clientId } = body;
  const isText = typeof text === 'string' && [...text].length <= MAX_QUESTION_LENGTH;
  if (!isText || typeof clientId !== 'string' || !UUID.test(clientId)) throw refusedDraft();
  const stamp = stampOf(body.stamp);
  const row: AnswerDraftRecord = {
    question_id: id,
    person_id: actor.personId,
    client_id: clientId,
    text: text.replaceAll('\u0000', ''),
    saved_at: platform.clock.now(),
    ...stamp.columns,
  };
  const newer = mayReplace('answer_drafts', stamp);
  const savedAt = await inTransaction(platform.strapi, async (trx) => {
    // Not after the answer: what is kept late would outlive it.
    const open = await trx('procedures.unit_questions').where({ id, state: 'OPEN' }).forUpdate().first('id');
    if (!open) requireAllowed(QUESTION_CLOSED);
    const [kept]: Pick<AnswerDraftRecord, 'saved_at'>[] = await trx('procedures.answer_drafts')
      .insert(row)
      .onConflict(['question_id', 'person_id'])
      .merge(['client_id', 'text', 'saved_at', 'page_id', 'page_count'])
      .whereRaw(newer.sql, newer.bindings)
      .returning('saved_at');
    if (kept) return kept.saved_at;
    const stored: AnswerDraftRecord = await trx('procedures.answer_drafts')
      .where({ question_id: id, person_id: actor.personId })
      .first();
    return standing(stored, stamp);
  });
  return { savedAt: savedAt.toISOString() };
}

/** The reader's own, by question. */
export async function answerDrafts(knex: Knex, actor: Actor, ids: string[]): Promise<Map<string, AnswerDraft>> {
  const rows: AnswerDraftRecord[] = await knex('procedures.answer_drafts')
    .where({ person_id: actor.personId })
    .whereIn('question_id', ids);
  return new Map(
    rows.map((row) => [
      row.question_id,
      { text: row.text, clientId: row.client_id, savedAt: row.saved_at.toISOString() },
    ]),
  );
}

/** Put away by its author: the words, and the files that were added to them. */
export async function dropAnswerDraft(platform: Platform, actor: Actor, id: string): Promise<void> {
  const { subject } = await loadQuestion(platform.knex, actor, id);
  requireAllowed(decide(actor, 'question.read', subject));
  await inTransaction(platform.strapi, async (trx) => {
    const [dropped]: Pick<AnswerDraftRecord, 'client_id'>[] = await removeAnswerDraft(trx, actor, id);
    if (!dropped) return;
    await trx('procedures.attachments')
      .where({ client_id: dropped.client_id, tenant_id: actor.tenantId, uploaded_by: actor.personId })
      .whereNull('case_id')
      .delete();
  });
}

export const removeAnswerDraft = (trx: Knex.Transaction, { personId }: Actor, questionId: string) =>
  trx('procedures.answer_drafts')
    .where({ question_id: questionId, person_id: personId })
    .delete()
    .returning('client_id');

/** A look of housekeeping: as long as an entry is kept, so long is an answer. */
export function removeOldAnswerDrafts({ knex, clock }: Pick<Platform, 'knex' | 'clock'>): Promise<number> {
  return knex('procedures.answer_drafts')
    .where('saved_at', '<', new Date(clock.now().getTime() - intakeDraftMs()))
    .delete();
}

const refusedDraft = () =>
  new ProblemError({
    code: 'DRAFT_REFUSED',
    status: 422,
    vi: `Cần phần trả lời dưới ${MAX_QUESTION_LENGTH.toLocaleString('vi-VN')} ký tự, nhưng phần đang gõ quá dài nên chưa được lưu. Hãy rút gọn, hoặc đính kèm thành tệp.`,
    en: `Expected an answer under ${MAX_QUESTION_LENGTH} characters, but what is being typed is longer and was not saved. Shorten it, or attach it as a file.`,
  });
