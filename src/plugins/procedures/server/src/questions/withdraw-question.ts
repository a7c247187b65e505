// Owns the taking back of a question, with the reason that the asked unit reads; it stays.
import { reasonOf } from '../problems/reason';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';
import { changeQuestion } from './change-question';
import { supersedeQuestionClock } from './question-clock';

export const withdrawQuestion = (platform: Platform, actor: Actor, id: string, given: unknown) =>
  changeQuestion(platform, actor, id, 'question.withdraw', async (trx, { question }, now) => {
    const reason = reasonOf(given);
    const why = { vi: 'Bên hỏi đã rút yêu cầu phối hợp', en: 'The question was withdrawn' };
    if (question.clock_id) await supersedeQuestionClock(trx, question.clock_id, why, now);
    return {
      set: { state: 'WITHDRAWN', withdrawn_reason: reason, closed_at: now },
      action: 'question.withdraw',
      tell: { to: question.assignee ? { personId: question.assignee } : { unit: question.to_unit }, why },
    };
  });
