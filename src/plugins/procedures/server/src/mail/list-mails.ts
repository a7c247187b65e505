// Owns what the operator sees of the mail outbox: to whom, of which kind, what the server answered; never about which case.
import type { Knex } from 'knex';
import type { DeliveryState, MailRow, NoticeKind } from '../../../shared/notifications-contract';

const ROWS = 50;

interface Row {
  id: string;
  full_name: string;
  topic: NoticeKind | null;
  state: DeliveryState;
  attempts: number;
  queued_at: Date;
  next_attempt_at: Date;
  last_answer: string | null;
}

/** Failed ones first, then the newest. */
export async function listMails(knex: Knex, tenantId: string): Promise<MailRow[]> {
  const rows: Row[] = await knex('procedures.mails as mail')
    .join('procedures.people as person', 'person.id', 'mail.person_id')
    .leftJoin('procedures.notices as notice', 'notice.id', 'mail.notice_id')
    .where({ 'mail.tenant_id': tenantId })
    .whereNot('mail.state', 'DROPPED')
    .orderByRaw("(mail.state = 'FAILED') desc, mail.queued_at desc")
    .limit(ROWS)
    .select('mail.*', 'person.full_name', 'notice.topic');
  return rows.map((row) => ({
    id: row.id,
    to: row.full_name,
    about: row.topic ?? 'DIGEST',
    state: row.state,
    attempts: row.attempts,
    queuedAt: row.queued_at.toISOString(),
    nextAttemptAt: row.state === 'QUEUED' ? row.next_attempt_at.toISOString() : null,
    lastAnswer: row.last_answer,
  }));
}

export async function failedMails(knex: Knex, tenantId: string): Promise<number> {
  const [{ n }] = await knex('procedures.mails').where({ tenant_id: tenantId, state: 'FAILED' }).count('* as n');
  return Number(n);
}
