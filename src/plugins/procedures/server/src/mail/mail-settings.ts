// mail/ owns e-mail: what is set, what is written, the outbox and the sending. This file owns what the environment says.
// Read when it is needed, not at start: an operator's change shows without a rebuild of anything.
import type { MailChannel } from '../../../shared/notifications-contract';

export interface MailSettings {
  smtpUrl: string;
  from: string;
  /** Where people reach the application, without a slash at its end. */
  publicUrl: string;
}

const NAMES = { smtpUrl: 'SMTP_URL', from: 'MAIL_FROM', publicUrl: 'PUBLIC_URL' } as const;

/** null: e-mail is off. */
export function mailSettings(env: NodeJS.ProcessEnv = process.env): MailSettings | null {
  if (!mailChannel(env).on) return null;
  const read = (name: keyof typeof NAMES) => (env[NAMES[name]] ?? '').trim();
  return { smtpUrl: read('smtpUrl'), from: read('from'), publicUrl: read('publicUrl').replace(/\/+$/, '') };
}

export function mailChannel(env: NodeJS.ProcessEnv = process.env): MailChannel {
  const missing = Object.values(NAMES).filter((name) => !(env[name] ?? '').trim());
  return { on: missing.length === 0, missing };
}
