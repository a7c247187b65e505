// Owns the taking back of notices that asked for an act: whoever has not read it yet is not called any more, a mail that
// waits is not sent, and the notice says why nothing is left to do.
import type { Knex } from 'knex';
import { announce } from '../live/announce';
import type { LocalText } from '../packages/types';

interface Withdrawal {
  tenantId: string;
  /** As handed to notify() */
  subject: string;
  why: LocalText;
  now: Date;
}

export async function withdrawNotices(trx: Knex.Transaction, { tenantId, subject, why, now }: Withdrawal) {
  const rows: { id: string }[] = await trx('procedures.notices')
    .where({ tenant_id: tenantId, subject })
    .whereNull('withdrawn_at')
    .update({ withdrawn_at: now, withdrawn_why: JSON.stringify(why) })
    .returning('id');
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  const copies = () => trx('procedures.notice_recipients').whereIn('notice_id', ids);
  await copies().whereNull('read_at').update({ read_at: now });
  await copies().whereNull('mail_choice').update({ mail_choice: 'NEVER' });
  await trx('procedures.mails')
    .whereIn('notice_id', ids)
    .where({ state: 'QUEUED' })
    .update({ state: 'DROPPED', settled_at: now, last_answer: 'withdrawn' });
  await announce(trx, { tenantId, topic: 'notices', ids });
}
