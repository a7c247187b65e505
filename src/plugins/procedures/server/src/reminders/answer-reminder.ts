// Owns the answer to a reminder: once, by the head of the unit that was pressed; whoever sent it is told.
import { writeAudit } from '../audit/write-audit';
import { notify } from '../notices/notify';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import { actingHeadFor } from '../tenants/acting-right';
import type { Actor } from '../tenants/actor';
import { readReason } from './reminder-form';
import { loadReminder } from './reminder-subject';

export function answerReminder(
  platform: Platform,
  actor: Actor,
  id: string,
  body: Record<string, unknown>,
): Promise<{ id: string }> {
  return inTransaction(platform.strapi, async (trx) => {
    const { reminder, subject } = await loadReminder(trx, actor.tenantId, id);
    requireAllowed(decide(actor, 'reminder.answer', subject));
    const answer = readReason(body.answer);
    if (!answer) throw noAnswer();
    const now = platform.clock.now();
    const actingFor = actingHeadFor(actor, [reminder.to_unit]);
    await trx('procedures.reminders')
      .where({ id: reminder.id })
      .update({
        answer,
        answered_by: actor.personId,
        answered_acting_for: actingFor?.id ?? null,
        answered_at: now,
      });
    await notify(trx, {
      tenantId: actor.tenantId,
      kind: 'REMINDER',
      to: { personId: reminder.sent_by },
      why: {
        vi: `Đã có trả lời văn bản đôn đốc số ${reminder.number}/${reminder.year}`,
        en: `Reminder no. ${reminder.number}/${reminder.year} has been answered`,
      },
      caseId: reminder.case_id,
      link: '/boards?tab=reminders',
      now,
      by: actor.personId,
    });
    await writeAudit(trx, {
      tenantId: actor.tenantId,
      at: now,
      actor,
      actingFor,
      action: 'reminder.answer',
      subjectType: 'reminder',
      subjectId: reminder.id,
      detail: { number: `${reminder.number}/${reminder.year}` },
    });
    return { id: reminder.id };
  });
}

const noAnswer = () =>
  new ProblemError({
    code: 'FORM_REFUSED',
    status: 422,
    vi: 'Chưa gửi: cần nội dung trả lời, tối đa 1000 ký tự.',
    en: 'Expected an answer of up to 1000 characters, but there is none: write one.',
    detail: { problems: [{ path: 'answer', vi: 'Cần nội dung trả lời.', en: 'Expected an answer.' }] },
  });
