// Owns the emptying of the mail outbox. A row is leased, its mail written by what is true now, and sent; it is settled by
// the server's answer. At least once: a mail whose answer was lost goes again under the same Message-ID. What is not urgent
// waits while its reader has quiet hours, however late it comes to be sent.
import { createTransport, type Transporter } from 'nodemailer';
import { quietUntil } from '../notices/quiet-hours';
import type { Platform } from '../runtime/platform';
import { leaseDue } from '../scheduler/lease-due';
import { retryAt } from '../scheduler/retry-at';
import { mailOfDigest } from './mail-of-digest';
import { mailOfNotice } from './mail-of-notice';
import { mailReader } from './mail-reader';
import { type MailSettings, mailSettings } from './mail-settings';
import { type MailContent, writeMail } from './write-mail';

const TIMEOUT_MS = 10_000;

interface MailRow {
  id: string;
  person_id: string;
  notice_id: string | null;
  digest_at: Date | null;
  urgent: boolean;
  attempts: number;
}

export async function sendMails(platform: Platform): Promise<void> {
  const settings = mailSettings();
  const rows = await lease(platform);
  if (rows.length === 0) return;
  if (!settings) {
    for (const row of rows) await settle(platform, row, 'DROPPED', 'E-mail is off: SMTP_URL, MAIL_FROM, PUBLIC_URL');
    return;
  }
  const transport = createTransport({
    url: settings.smtpUrl,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: 2 * TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as Parameters<typeof createTransport>[0]);
  try {
    for (const [index, row] of rows.entries()) {
      if (await sendOne(platform, transport, settings, row)) continue;
      // Nobody is there: the others need not knock too, and this is no failure of theirs.
      const others = rows.slice(index + 1).map((one) => one.id);
      await platform
        .knex('procedures.mails')
        .whereIn('id', others)
        .update({ next_attempt_at: retryAt(platform.clock.now(), 1) });
      return;
    }
  } finally {
    transport.close();
  }
}

const lease = ({ knex, clock }: Platform): Promise<MailRow[]> =>
  leaseDue<MailRow>(knex, 'procedures.mails', clock.now(), [
    'id',
    'person_id',
    'notice_id',
    'digest_at',
    'urgent',
    'attempts',
  ]);

/** false: the server was not reached. */
async function sendOne(
  platform: Platform,
  transport: Transporter,
  settings: MailSettings,
  row: MailRow,
): Promise<boolean> {
  const now = platform.clock.now();
  const reader = await mailReader(platform.knex, row.person_id, now);
  if (!reader) return settle(platform, row, 'DROPPED', 'The person has no active account with an address');
  const quietEnd = row.urgent ? null : quietUntil(now, reader.quiet, reader.timeZone);
  if (quietEnd) {
    await platform.knex('procedures.mails').where({ id: row.id }).update({ next_attempt_at: quietEnd });
    return true;
  }
  let content: MailContent | null;
  try {
    content = row.digest_at
      ? await mailOfDigest(platform, reader, row.digest_at, settings.publicUrl)
      : await mailOfNotice(platform, reader, row.notice_id ?? '', settings.publicUrl);
  } catch (error) {
    // One that cannot be written keeps none of the others from their turn.
    platform.log.error(`mail ${row.id} could not be written: ${(error as Error).message}`);
    await failed(platform, row, new Error('The mail could not be written; the log says why'));
    return true;
  }
  if (!content) return settle(platform, row, 'DROPPED', 'There was nothing to tell');
  const from = /@([^@>\s]+)>?$/.exec(settings.from)?.[1] ?? 'localhost';
  try {
    const sent = await transport.sendMail({
      from: settings.from,
      to: reader.address,
      messageId: `<${row.id}@${from}>`,
      date: platform.clock.now(),
      headers: { 'Auto-Submitted': 'auto-generated' },
      ...writeMail(content, reader.language),
    });
    return settle(platform, row, 'SENT', String(sent.response ?? 'accepted'));
  } catch (error) {
    return failed(platform, row, error as Error & { responseCode?: number });
  }
}

async function failed(platform: Platform, row: MailRow, error: Error & { responseCode?: number }): Promise<boolean> {
  const attempts = row.attempts + 1;
  const isForGood = error.responseCode !== undefined && error.responseCode >= 500;
  const next = retryAt(platform.clock.now(), attempts);
  if (isForGood || next === null) await settle(platform, row, 'FAILED', error.message);
  else
    await platform
      .knex('procedures.mails')
      .where({ id: row.id })
      .update({ attempts, next_attempt_at: next, last_answer: error.message.slice(0, 500) });
  return error.responseCode !== undefined;
}

async function settle({ knex, clock }: Platform, row: MailRow, state: string, answer: string): Promise<boolean> {
  await knex('procedures.mails')
    .where({ id: row.id })
    .update({ state, attempts: row.attempts + 1, last_answer: answer.slice(0, 500), settled_at: clock.now() });
  return true;
}
