// questions/ owns what one unit asks another about a case: the question with a term of its own, what crosses with it, and
// how it ends. This file alone owns the term that the administrator keeps as data; its versions are never edited.
import type { Knex } from 'knex';
import { MAX_TERM, type QuestionTerm, type QuestionTermUnit } from '../../../shared/questions-contract';
import { writeAudit } from '../audit/write-audit';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { Actor } from '../tenants/actor';

/** Until an administrator decides: a week of work. No law sets it. */
const DEFAULT_TERM: QuestionTerm = { version: 0, termUnit: 'workingDays', termLength: 5, legalBasis: '' };
const MAX_BASIS = 300;

export async function questionTerm(knex: Knex, tenantId: string): Promise<QuestionTerm> {
  const row: { version: number; term_unit: QuestionTermUnit; term_length: number; legal_basis: string } | undefined =
    await knex('procedures.question_terms').where({ tenant_id: tenantId }).orderBy('version', 'desc').first();
  if (!row) return DEFAULT_TERM;
  return {
    version: row.version,
    termUnit: row.term_unit,
    termLength: row.term_length,
    legalBasis: row.legal_basis,
  };
}

export const isTermUnit = (value: unknown): value is QuestionTermUnit =>
  value === 'calendarDays' || value === 'workingDays';
export const isTermLength = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 1 && value <= MAX_TERM;

/** What a term given by a person must be; throws with the field. */
export function checkTerm(termUnit: unknown, termLength: unknown): { termUnit: QuestionTermUnit; termLength: number } {
  if (isTermUnit(termUnit) && isTermLength(termLength)) return { termUnit, termLength };
  const sentence = {
    vi: `Cần số ngày từ 1 đến ${MAX_TERM}, là ngày làm việc hoặc ngày lịch.`,
    en: `Expected 1 to ${MAX_TERM} days, working or calendar.`,
  };
  throw new ProblemError({
    code: 'TERM_REFUSED',
    ...sentence,
    detail: { problems: [{ path: 'termLength', ...sentence }] },
  });
}

export async function saveQuestionTerm(
  platform: Platform,
  actor: Actor,
  body: Record<string, unknown>,
): Promise<QuestionTerm> {
  const { termUnit, termLength } = checkTerm(body.termUnit, body.termLength);
  const basis = typeof body.legalBasis === 'string' ? body.legalBasis.normalize('NFC').trim().slice(0, MAX_BASIS) : '';
  return inTransaction(platform.strapi, async (trx) => {
    await trx('procedures.tenants').where({ id: actor.tenantId }).forUpdate().first('id');
    const before = await questionTerm(trx, actor.tenantId);
    if (body.version !== before.version) {
      throw new ProblemError({
        code: 'TERM_CHANGED',
        status: 409,
        vi: 'Người khác vừa đổi thời hạn này. Hãy lấy bản mới rồi sửa trên đó.',
        en: 'Expected the newest version of the term, but somebody has changed it: take that and change it.',
      });
    }
    const now = platform.clock.now();
    const version = before.version + 1;
    await trx('procedures.question_terms').insert({
      tenant_id: actor.tenantId,
      version,
      term_unit: termUnit,
      term_length: termLength,
      legal_basis: basis,
      changed_by: actor.personId,
      changed_at: now,
    });
    await writeAudit(trx, {
      tenantId: actor.tenantId,
      at: now,
      actor,
      action: 'questionTerm.write',
      subjectType: 'questionTerm',
      subjectId: actor.tenantId,
      detail: { version, termUnit, termLength },
    });
    return { version, termUnit, termLength, legalBasis: basis };
  });
}
