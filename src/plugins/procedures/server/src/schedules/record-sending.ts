// Owns the recording that an occurrence's report was sent to one of its recipients. When the last one has it, the clock
// stops at the latest sending: met, or missed by how much. What was recorded stays.
import type { Knex } from 'knex';
import { businessTime } from '../acts/business-time';
import { writeAudit } from '../audit/write-audit';
import { stopClock } from '../clocks/stop-clock';
import type { OpenClock } from '../clocks/types';
import { ProblemError } from '../problems/problem-error';
import type { Actor } from '../tenants/actor';
import type { RecipientRecord, ScheduleClockRecord } from './schedule-rows';

export interface Sending {
  occurrenceId: string;
  recipient: unknown;
  documentNo: unknown;
  at: unknown;
  lateReason: unknown;
}

export async function recordSending(trx: Knex.Transaction, actor: Actor, sending: Sending, now: Date): Promise<void> {
  const documentNo = typeof sending.documentNo === 'string' ? sending.documentNo.trim() : '';
  if (documentNo === '' || documentNo.length > 100) throw withoutNumber();
  const { businessAt, lateReason } = businessTime(now, sending.at, sending.lateReason);
  const clock: ScheduleClockRecord | undefined = await trx('procedures.schedule_clocks')
    .where({ occurrence_id: sending.occurrenceId })
    .whereNot('state', 'SUPERSEDED')
    .forUpdate()
    .first();
  const recipients: RecipientRecord[] = await trx('procedures.schedule_recipients')
    .where({ occurrence_id: sending.occurrenceId })
    .orderBy('seq');
  const recipient = recipients.find((one) => one.seq === sending.recipient);
  if (!clock || !recipient) throw unknownRecipient();
  if (recipient.sent_at) throw sentAlready(recipient.name);
  await trx('procedures.schedule_recipients')
    .where({ occurrence_id: sending.occurrenceId, seq: recipient.seq })
    .update({
      sent_at: businessAt,
      document_no: documentNo,
      late_reason: lateReason,
      entered_at: now,
      person_id: actor.personId,
    });
  const sent = recipients.map((one) => (one.seq === recipient.seq ? businessAt : one.sent_at));
  if (sent.every((at) => at !== null)) await stop(trx, clock, sent as Date[]);
  await writeAudit(trx, {
    tenantId: actor.tenantId,
    at: now,
    actor,
    action: 'schedule.recordSending',
    subjectType: 'scheduleOccurrence',
    subjectId: sending.occurrenceId,
    detail: { recipient: recipient.seq, late: lateReason !== null },
  });
}

async function stop(trx: Knex.Transaction, clock: ScheduleClockRecord, sent: Date[]): Promise<void> {
  const last = new Date(Math.max(...sent.map((at) => at.getTime())));
  const { onTime } = stopClock({ id: clock.id, dueAt: clock.due_at, state: 'RUNNING' } as OpenClock, last);
  await trx('procedures.schedule_clocks')
    .where({ id: clock.id })
    .update({ state: onTime ? 'MET' : 'MISSED', stopped_at: last });
}

const withoutNumber = () =>
  new ProblemError({
    code: 'SENDING_NEEDS_NUMBER',
    status: 422,
    vi: 'Cần số văn bản đã gửi (tối đa 100 ký tự). Hãy nhập số, ký hiệu của báo cáo.',
    en: 'Expected the number of the document that was sent, up to 100 characters.',
    detail: { problems: [{ path: 'documentNo', vi: 'Cần số văn bản', en: 'A document number is needed' }] },
  });

const unknownRecipient = () =>
  new ProblemError({
    code: 'RECIPIENT_UNKNOWN',
    status: 422,
    vi: 'Kỳ báo cáo này không có nơi nhận ấy. Hãy tải lại rồi chọn trong danh sách nơi nhận.',
    en: 'Expected a recipient of this occurrence, but there is none of that number: reload and choose one of the list.',
  });

const sentAlready = (name: string) =>
  new ProblemError({
    code: 'SENT_ALREADY',
    status: 409,
    vi: `Việc gửi cho ${name} đã được ghi nhận. Hãy tải lại để xem.`,
    en: `Expected a recipient without a sending, but the one to ${name} is recorded: reload to see it.`,
  });
