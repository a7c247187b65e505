// Owns the asking: what is asked, of whom, by when, and the files that cross with it. Nothing else of the case does.
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { AttachmentRecord } from '../attachments/attachment-record';
import { placeOfCase, subjectOfAttachment } from '../attachments/load-attachment';
import { writeAudit } from '../audit/write-audit';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import type { AttachmentPlaceSubject } from '../policy/subjects';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import { UUID } from '../storage/uuid';
import type { Actor } from '../tenants/actor';
import { askableUnits } from './askable-units';
import { startQuestionClock } from './question-clock';
import type { QuestionRecord } from './question-record';
import { checkTerm, questionTerm } from './question-term';
import { questionText } from './question-text';
import { tellQuestion } from './tell-question';

const MAX_FILES = 20;

export async function askUnit(
  platform: Platform,
  actor: Actor,
  caseId: string,
  body: Record<string, unknown>,
): Promise<QuestionRecord> {
  const { current, ...place } = await placeOfCase(platform.knex, actor, caseId);
  requireAllowed(decide(actor, 'question.ask', place));
  const text = questionText(body.question);
  const now = platform.clock.now();
  const unit = (await askableUnits(platform.knex, actor, current, now)).find((one) => one.code === body.toUnit);
  if (!unit) throw unitNotAskable();
  return inTransaction(platform.strapi, async (trx) => {
    const kept = await questionTerm(trx, actor.tenantId);
    const term = checkTerm(body.termUnit ?? kept.termUnit, body.termLength ?? kept.termLength);
    const files = await filesOf(trx, actor, place, caseId, body.attachments);
    const fromUnit = askingUnit(actor, place);
    const clock = await startQuestionClock(trx, {
      current,
      owner: unit.external ? fromUnit : unit.code,
      isExternal: unit.external,
      unit: term.termUnit,
      length: term.termLength,
      startAt: now,
      ruleVersion: kept.version,
      now,
    });
    const [question]: QuestionRecord[] = await trx('procedures.unit_questions')
      .insert({
        id: randomUUID(),
        tenant_id: actor.tenantId,
        case_id: caseId,
        task_id: await taskOf(trx, caseId, body.taskId),
        from_unit: fromUnit,
        to_unit: unit.code,
        is_external: unit.external,
        asked_by: actor.personId,
        asked_at: now,
        question: text,
        term_unit: term.termUnit,
        term_length: term.termLength,
        due_at: clock.dueAt,
        clock_id: clock.id,
      })
      .returning('*');
    if (files.length > 0)
      await trx('procedures.question_attachments').insert(
        files.map((id) => ({ question_id: question.id, attachment_id: id, part: 'QUESTION' })),
      );
    await tellQuestion(trx, question, {
      to: { unit: unit.code },
      why: { vi: 'Đơn vị của bạn được đề nghị phối hợp', en: 'Your unit is asked by another unit' },
      now,
      by: actor,
    });
    await writeAudit(trx, {
      tenantId: actor.tenantId,
      at: now,
      actor,
      action: 'question.ask',
      subjectType: 'question',
      subjectId: question.id,
      detail: { case: caseId, to: unit.code, files: files.length },
    });
    return question;
  });
}

/** The unit by which the person works on the case; who only holds a task of it asks for the own unit. */
function askingUnit(actor: Actor, { case: subject }: AttachmentPlaceSubject): string {
  const takePart = [subject?.handlingUnit, ...(subject?.participatingUnits ?? [])];
  return actor.units.find((unit) => takePart.includes(unit)) ?? actor.units[0];
}

async function filesOf(
  trx: Knex.Transaction,
  actor: Actor,
  place: AttachmentPlaceSubject,
  caseId: string,
  given: unknown,
): Promise<string[]> {
  const wanted = Array.isArray(given) ? [...new Set(given.map(String))] : [];
  if (wanted.length > MAX_FILES || !wanted.every((id) => UUID.test(id))) throw filesRefused();
  const rows: AttachmentRecord[] = await trx('procedures.attachments')
    .where({ case_id: caseId })
    .whereNull('withdrawn_at')
    .whereIn('id', wanted);
  if (rows.length !== wanted.length) throw filesRefused();
  for (const row of rows) {
    if (row.visibility === 'PROTECTED') throw filesRefused();
    requireAllowed(decide(actor, 'attachment.read', await subjectOfAttachment(trx, row, place)));
  }
  return wanted;
}

async function taskOf(trx: Knex.Transaction, caseId: string, given: unknown): Promise<string | null> {
  if (typeof given !== 'string' || !UUID.test(given)) return null;
  return (await trx('procedures.tasks').where({ id: given, case_id: caseId }).first('id'))?.id ?? null;
}

const unitNotAskable = () => {
  const sentence = {
    vi: 'Không hỏi được đơn vị này về hồ sơ. Hồ sơ hạn chế chỉ được hỏi đơn vị đang tham gia. Hãy chọn đơn vị khác.',
    en: 'Expected another unit that may be asked; of a restricted case only those that take part. Choose another.',
  };
  return new ProblemError({
    code: 'UNIT_NOT_ASKABLE',
    status: 422,
    ...sentence,
    detail: { problems: [{ path: 'toUnit', ...sentence }] },
  });
};

const filesRefused = () => {
  const sentence = {
    vi: `Chỉ gửi kèm được tệp của hồ sơ này, chưa rút, không phải tệp được bảo vệ, nhiều nhất ${MAX_FILES} tệp. Hãy chọn lại.`,
    en: `Expected at most ${MAX_FILES} files of this case that are neither withdrawn nor protected. Choose again.`,
  };
  return new ProblemError({
    code: 'FILES_NOT_SHOWABLE',
    status: 422,
    ...sentence,
    detail: { problems: [{ path: 'attachments', ...sentence }] },
  });
};
