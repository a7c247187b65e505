// Owns the sending of a reminder that needs an answer: its number, its term, whom it goes to; and repeating one that has
// stayed without an answer.
import { randomUUID } from 'node:crypto';
import { DateTime } from 'luxon';
import { writeAudit } from '../audit/write-audit';
import { boardSettings } from '../boards/board-settings';
import { notify } from '../notices/notify';
import { nextNumber } from '../numbers/next-number';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import { onlyOne } from '../storage/only-one';
import { loadTask } from '../tasks/load-task';
import { actingHeadFor } from '../tenants/acting-right';
import type { Actor } from '../tenants/actor';
import { readReminderForm } from './reminder-form';
import { loadReminder, reminderSubject } from './reminder-subject';

export async function sendReminder(
  platform: Platform,
  actor: Actor,
  body: Record<string, unknown>,
): Promise<{ id: string; number: string }> {
  return onlyOne(() => send(platform, actor, body), repeatedAlready);
}

function send(
  platform: Platform,
  actor: Actor,
  body: Record<string, unknown>,
): Promise<{ id: string; number: string }> {
  const form = readReminderForm(body);
  return inTransaction(platform.strapi, async (trx) => {
    const now = platform.clock.now();
    const { tenantId } = actor;
    const previous = form.repeats ? (await loadReminder(trx, tenantId, form.repeats)).reminder : null;
    const loaded =
      (previous?.task_id ?? form.taskId) ? await loadTask(trx, previous?.task_id ?? form.taskId ?? '', tenantId) : null;
    const toUnit = previous?.to_unit ?? form.unit ?? (loaded ? await givenUnit(trx, loaded.task.id) : '');
    const fromUnit = actor.headOf[0] ?? actor.units[0] ?? '';
    const round = (previous?.round ?? 0) + 1;
    const subject = reminderSubject(
      { tenant_id: tenantId, from_unit: fromUnit, to_unit: toUnit, round, answered_at: null },
      loaded?.current ?? null,
    );
    requireAllowed(decide(actor, 'reminder.send', subject));
    if (loaded && !previous) requireAllowed(decide(actor, 'task.remind', loaded.subject));
    if (previous && !mayBeRepeated(previous, now)) throw notYet();
    const tenant = await trx('procedures.tenants').where({ id: tenantId }).first('time_zone');
    const today = DateTime.fromJSDate(now, { zone: tenant.time_zone });
    const term = form.days ?? (await boardSettings(trx, tenantId)).answerDays;
    const id = randomUUID();
    const number = await nextNumber(trx, tenantId, 'REMINDER', today.year);
    const actingFor = actingHeadFor(actor, actor.units);
    await trx('procedures.reminders').insert({
      id,
      tenant_id: tenantId,
      year: today.year,
      number,
      from_unit: fromUnit,
      to_unit: toUnit,
      task_id: loaded?.task.id ?? null,
      case_id: loaded?.task.case_id ?? null,
      previous_id: previous?.id ?? null,
      round,
      reason: form.reason,
      sent_by: actor.personId,
      acting_for: actingFor?.id ?? null,
      sent_at: now,
      // The end of the day, so that whoever counts days on a calendar is right.
      answer_due_at: today.plus({ days: term }).endOf('day').startOf('second').toJSDate(),
    });
    if (loaded) await trx('procedures.tasks').where({ id: loaded.task.id }).update({ reminded_at: now });
    await notify(trx, {
      tenantId,
      kind: 'REMINDER',
      to: { unitHead: toUnit },
      why: {
        vi: `Văn bản đôn đốc số ${number}/${today.year}${round > 1 ? `, lần ${round}` : ''}: cần trả lời`,
        en: `Reminder no. ${number}/${today.year}${round > 1 ? `, round ${round}` : ''}: an answer is needed`,
      },
      caseId: loaded?.task.case_id ?? null,
      link: '/boards?tab=reminders',
      now,
      by: actor.personId,
    });
    await writeAudit(trx, {
      tenantId,
      at: now,
      actor,
      actingFor,
      action: 'reminder.send',
      subjectType: 'reminder',
      subjectId: id,
      detail: { number: `${number}/${today.year}`, to: toUnit, round, ...(loaded ? { task: loaded.task.id } : {}) },
    });
    return { id, number: `${number}/${today.year}` };
  });
}

const givenUnit = async (trx: Parameters<typeof loadTask>[0], id: string): Promise<string> =>
  (await trx('procedures.tasks').where({ id }).first('given_unit')).given_unit ?? '';

export const mayBeRepeated = (row: { answered_at: Date | null; answer_due_at: Date }, now: Date): boolean =>
  row.answered_at === null && row.answer_due_at <= now;

const notYet = () =>
  new ProblemError({
    code: 'REMINDER_STILL_RUNS',
    status: 409,
    vi: 'Chỉ đôn đốc lần nữa khi lần trước đã hết hạn mà chưa được trả lời. Nếu gấp, hãy gọi trực tiếp.',
    en: 'Expected a reminder whose term has passed without an answer, but it runs or is answered: call, if it is urgent.',
  });
const repeatedAlready = () =>
  new ProblemError({
    code: 'REMINDED_ALREADY',
    status: 409,
    vi: 'Văn bản này đã được đôn đốc lần nữa. Hãy tải lại danh sách.',
    en: 'Expected a reminder that was not repeated yet, but it was: reload the list.',
  });
