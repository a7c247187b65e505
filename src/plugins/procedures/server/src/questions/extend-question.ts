// Owns the asking for more time and what the asking side says to it. An agreed extension is a new clock from the same
// start; the old one is superseded, with the reason.
import { randomUUID } from 'node:crypto';
import { ProblemError } from '../problems/problem-error';
import { reasonOf } from '../problems/reason';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';
import { changeQuestion } from './change-question';
import { startQuestionClock, supersedeQuestionClock } from './question-clock';
import { checkTerm } from './question-term';

export const askMoreTime = (platform: Platform, actor: Actor, id: string, body: Record<string, unknown>) =>
  changeQuestion(platform, actor, id, 'question.answer', async (trx, { question }, now) => {
    const { termLength } = checkTerm(question.term_unit, body.days);
    checkTerm(question.term_unit, question.term_length + termLength);
    const reason = reasonOf(body.reason);
    const [added] = await trx('procedures.question_extensions')
      .insert({ id: randomUUID(), question_id: id, asked_by: actor.personId, asked_at: now, days: termLength, reason })
      .onConflict(trx.raw("(question_id) where state = 'PENDING'") as never)
      .ignore()
      .returning('id');
    if (!added) throw alreadyAsked();
    return {
      set: {},
      action: 'question.extension.ask',
      detail: { days: termLength },
      tell: {
        to: { personId: question.asked_by },
        why: { vi: 'Đơn vị được hỏi đề nghị thêm thời gian', en: 'The unit that was asked asks for more time' },
      },
    };
  });

export const decideMoreTime = (platform: Platform, actor: Actor, id: string, body: Record<string, unknown>) =>
  changeQuestion(platform, actor, id, 'question.decide', async (trx, { question, current }, now) => {
    const pending: { id: string; days: number } | undefined = await trx('procedures.question_extensions')
      .where({ question_id: id, state: 'PENDING' })
      .first();
    if (!pending || typeof body.agreed !== 'boolean') throw nothingAsked();
    const reason = body.agreed ? null : reasonOf(body.reason);
    await trx('procedures.question_extensions')
      .where({ id: pending.id })
      .update({
        state: body.agreed ? 'AGREED' : 'REFUSED',
        decided_by: actor.personId,
        decided_at: now,
        decision_reason: reason,
      });
    const tell = {
      to: question.assignee ? { personId: question.assignee } : { unit: question.to_unit },
      why: body.agreed
        ? { vi: 'Đã được thêm thời gian trả lời', en: 'More time to answer was agreed to' }
        : { vi: 'Không được thêm thời gian trả lời', en: 'More time to answer was not agreed to' },
    };
    if (!body.agreed) return { set: {}, action: 'question.extension.refuse', tell };
    const length = question.term_length + pending.days;
    const before: { rule_version: number } | undefined = await trx('procedures.clocks')
      .where({ id: question.clock_id })
      .first('rule_version');
    const clock = await startQuestionClock(trx, {
      current,
      owner: question.is_external ? question.from_unit : question.to_unit,
      isExternal: question.is_external,
      unit: question.term_unit,
      length,
      startAt: question.asked_at,
      ruleVersion: before?.rule_version ?? 0,
      now,
    });
    const why = { vi: 'Được thêm thời gian trả lời', en: 'More time to answer was agreed to' };
    if (question.clock_id) await supersedeQuestionClock(trx, question.clock_id, why, now, clock.id);
    return {
      set: { term_length: length, due_at: clock.dueAt, clock_id: clock.id },
      action: 'question.extension.agree',
      detail: { days: pending.days },
      tell,
    };
  });

const alreadyAsked = () =>
  new ProblemError({
    code: 'EXTENSION_PENDING',
    status: 409,
    vi: 'Đã có đề nghị thêm thời gian đang chờ bên hỏi trả lời.',
    en: 'Expected no request for more time to be waiting, but one is: wait for what the asker says.',
  });
const nothingAsked = () =>
  new ProblemError({
    code: 'NO_EXTENSION_PENDING',
    status: 409,
    vi: 'Không có đề nghị thêm thời gian nào đang chờ, hoặc chưa chọn đồng ý hay không. Hãy tải lại trang.',
    en: 'Expected a waiting request for more time and agreed: true or false. Reload the page.',
  });
