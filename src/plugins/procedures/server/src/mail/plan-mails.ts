// Owns what becomes of a notice's copy by e-mail: at once (after quiet hours, unless it is urgent), in the digest, or not.
// Each copy is decided once; with e-mail off it is decided too, so that nothing piles up for the day it is switched on.
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { MailChoice, NoticeKind, NotificationPreferences } from '../../../shared/notifications-contract';
import { effectivePreferences } from '../notices/preferences';
import { quietUntil } from '../notices/quiet-hours';
import { type DecidedSettings, tenantSettings } from '../notices/tenant-settings';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import { mailSettings } from './mail-settings';

const BATCH = 500;

interface Copy {
  person_id: string;
  notice_id: string;
  tenant_id: string;
  topic: NoticeKind;
  urgent: boolean;
  time_zone: string;
  preferences: Partial<NotificationPreferences> | null;
  reachable: boolean;
}

export async function planMails(platform: Platform): Promise<void> {
  while ((await planBatch(platform)) === BATCH);
}

async function planBatch({ strapi, clock }: Platform): Promise<number> {
  const isOn = mailSettings() !== null;
  return inTransaction(strapi, async (trx) => {
    const copies = await undecided(trx);
    const decided = new Map<string, DecidedSettings>();
    for (const copy of copies) {
      const tenant = decided.get(copy.tenant_id) ?? (await tenantSettings(trx, copy.tenant_id));
      decided.set(copy.tenant_id, tenant);
      const own = effectivePreferences(tenant.settings, copy.preferences);
      const choice: MailChoice | 'OFF' = isOn ? (copy.reachable ? own.mail[copy.topic] : 'NEVER') : 'OFF';
      await trx('procedures.notice_recipients')
        .where({ person_id: copy.person_id, notice_id: copy.notice_id })
        .update({ mail_choice: choice });
      if (choice !== 'NOW') continue;
      const now = clock.now();
      const isUrgent = copy.urgent || tenant.settings.urgentKinds.includes(copy.topic);
      await trx('procedures.mails')
        .insert({
          id: randomUUID(),
          tenant_id: copy.tenant_id,
          person_id: copy.person_id,
          notice_id: copy.notice_id,
          urgent: isUrgent,
          state: 'QUEUED',
          next_attempt_at: (isUrgent ? null : quietUntil(now, own.quiet, copy.time_zone)) ?? now,
          queued_at: now,
        })
        .onConflict(['notice_id', 'person_id', 'channel'])
        .ignore();
    }
    return copies.length;
  });
}

function undecided(trx: Knex.Transaction): Promise<Copy[]> {
  return trx('procedures.notice_recipients as copy')
    .join('procedures.notices as notice', 'notice.id', 'copy.notice_id')
    .join('procedures.tenants as tenant', 'tenant.id', 'copy.tenant_id')
    .join('procedures.people as person', 'person.id', 'copy.person_id')
    .leftJoin('admin_users as account', 'account.id', 'person.admin_user_id')
    .leftJoin('procedures.notification_preferences as own', 'own.person_id', 'copy.person_id')
    .whereNull('copy.mail_choice')
    .orderBy('copy.created_at')
    .limit(BATCH)
    .forUpdate('copy')
    .skipLocked()
    .select(
      'copy.person_id',
      'copy.notice_id',
      'copy.tenant_id',
      'notice.topic',
      'notice.urgent',
      'tenant.time_zone',
      'own.preferences',
      trx.raw('(person.active and coalesce(account.is_active, false) and account.email is not null) as reachable'),
    );
}
