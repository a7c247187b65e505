// Owns what the asked side does: takes the question, answers it, sends it back. An answer that comes late is taken, and
// is shown as late.

import { businessTime } from '../acts/business-time';
import { bindAttachments } from '../attachments/bind-attachments';
import { ProblemError } from '../problems/problem-error';
import { reasonOf } from '../problems/reason';
import type { Platform } from '../runtime/platform';
import { UUID } from '../storage/uuid';
import type { Actor } from '../tenants/actor';
import { removeAnswerDraft } from './answer-draft';
import { changeQuestion } from './change-question';
import { stopQuestionClock, supersedeQuestionClock } from './question-clock';
import { questionText } from './question-text';

export const claimQuestion = (platform: Platform, actor: Actor, id: string) =>
  changeQuestion(platform, actor, id, 'question.claim', async (_trx, { question }, now) => ({
    set: { assignee: actor.personId, ...(question.seen_at ? {} : { seen_at: now, seen_by: actor.personId }) },
    action: 'question.claim',
  }));

export async function answerQuestion(
  platform: Platform,
  actor: Actor,
  id: string,
  body: Record<string, unknown>,
): Promise<void> {
  await changeQuestion(platform, actor, id, 'question.answer', async (trx, { question }, now) => {
    const answer = questionText(body.answer);
    // Only a paper of a body outside is entered after it came.
    const at = question.is_external ? body.at : undefined;
    const { businessAt, lateReason } = businessTime(now, at, body.lateReason);
    if (businessAt < question.asked_at) throw answeredBeforeAsked();
    const { clientId } = body;
    if (typeof clientId === 'string' && UUID.test(clientId)) {
      const own = { tenant_id: actor.tenantId, client_id: clientId, uploaded_by: actor.personId };
      const ids: string[] = await trx('procedures.attachments')
        .where(own)
        .whereNull('case_id')
        .whereNull('withdrawn_at')
        .pluck('id');
      await bindAttachments(trx, {
        tenantId: actor.tenantId,
        personId: actor.personId,
        clientId,
        caseId: question.case_id,
        taskId: question.task_id,
        at: now,
      });
      if (ids.length > 0)
        await trx('procedures.question_attachments').insert(
          ids.map((file) => ({ question_id: id, attachment_id: file, part: 'ANSWER' })),
        );
    }
    await removeAnswerDraft(trx, actor, id);
    if (question.clock_id) await stopQuestionClock(trx, question.clock_id, businessAt);
    await trx('procedures.question_extensions')
      .where({ question_id: id, state: 'PENDING' })
      .update({ state: 'REFUSED', decided_at: now });
    return {
      set: {
        state: 'ANSWERED',
        answer,
        answered_by: actor.personId,
        answered_at: businessAt,
        answer_entered_at: now,
        late_reason: at ? lateReason : null,
        closed_at: now,
      },
      action: 'question.answer',
      detail: { late: businessAt > question.due_at },
      tell: {
        to: [{ personId: question.asked_by }, { unitHead: question.from_unit }],
        why: { vi: 'Đơn vị được hỏi đã trả lời', en: 'The unit that was asked has answered' },
      },
    };
  });
}

/** "Not ours": said with the reason, so that the asker asks somebody else. */
export const returnQuestion = (platform: Platform, actor: Actor, id: string, given: unknown) =>
  changeQuestion(platform, actor, id, 'question.answer', async (trx, { question }, now) => {
    const reason = reasonOf(given);
    const why = { vi: 'Đơn vị được hỏi trả lại: không thuộc lĩnh vực', en: 'Sent back as not the field of the unit' };
    if (question.clock_id) await supersedeQuestionClock(trx, question.clock_id, why, now);
    return {
      set: { state: 'RETURNED', returned_reason: reason, answered_by: actor.personId, closed_at: now },
      action: 'question.return',
      tell: { to: { personId: question.asked_by }, why },
    };
  });

const answeredBeforeAsked = () =>
  new ProblemError({
    code: 'ANSWERED_BEFORE_ASKED',
    vi: 'Thời điểm trả lời không thể trước khi hỏi. Hãy sửa lại ngày giờ.',
    en: 'Expected an answer after the question, but its time lies before. Correct the time.',
  });
