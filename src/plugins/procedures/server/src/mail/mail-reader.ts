// Owns who a mail goes to: address, language, zone, quiet hours, and the rights by which it is written.
import type { Knex } from 'knex';
import type { NotificationPreferences, QuietHours } from '../../../shared/notifications-contract';
import { effectivePreferences } from '../notices/preferences';
import { tenantSettings } from '../notices/tenant-settings';
import type { Actor } from '../tenants/actor';
import { loadActor } from '../tenants/load-actor';
import type { Language } from './mail-words';

export interface MailReader {
  actor: Actor;
  address: string;
  language: Language;
  tenantName: string;
  timeZone: string;
  quiet: QuietHours | null;
}

interface Row {
  account: number;
  email: string;
  language: string | null;
  tenant_id: string;
  name: string;
  time_zone: string;
  preferences: Partial<NotificationPreferences> | null;
}

/** null: this person has no account by which mail could be read. */
export async function mailReader(knex: Knex, personId: string, now: Date): Promise<MailReader | null> {
  const row: Row | undefined = await knex('procedures.people as person')
    .join('admin_users as account', 'account.id', 'person.admin_user_id')
    .join('procedures.tenants as tenant', 'tenant.id', 'person.tenant_id')
    .leftJoin('procedures.notification_preferences as own', 'own.person_id', 'person.id')
    .where({ 'person.id': personId, 'person.active': true, 'account.is_active': true })
    .whereNotNull('account.email')
    .first(
      'account.id as account',
      'account.email',
      'account.prefered_language as language',
      'person.tenant_id',
      'tenant.name',
      'tenant.time_zone',
      'own.preferences',
    );
  const actor = row ? await loadActor(knex, row.account, now) : null;
  if (!row || !actor) return null;
  const language = row.language?.startsWith('en') ? 'en' : 'vi';
  const { settings } = await tenantSettings(knex, row.tenant_id);
  const { quiet } = effectivePreferences(settings, row.preferences);
  return { actor, address: row.email, language, tenantName: row.name, timeZone: row.time_zone, quiet };
}
