// Owns the moments at which each person's digest is due: one row a person and moment, however often it is looked at. What
// it says is found when it is sent; one with nothing to say is dropped then.
import { randomUUID } from 'node:crypto';
import type { NotificationPreferences } from '../../../shared/notifications-contract';
import { effectivePreferences } from '../notices/preferences';
import { lastDigest, quietUntil } from '../notices/quiet-hours';
import { tenantSettings } from '../notices/tenant-settings';
import type { Platform } from '../runtime/platform';
import { mailSettings } from './mail-settings';

/** A moment that passed while nothing ran is made up for within this time; later it would only confuse. */
const BELATED_MS = 3 * 60 * 60 * 1000;

interface Reader {
  id: string;
  preferences: Partial<NotificationPreferences> | null;
  last: Date | null;
}

export async function planDigests({ knex, clock }: Platform): Promise<void> {
  if (!mailSettings()) return;
  const now = clock.now();
  const tenants: { id: string; time_zone: string }[] = await knex('procedures.tenants').select('id', 'time_zone');
  for (const tenant of tenants) {
    const { settings } = await tenantSettings(knex, tenant.id);
    const readers: Reader[] = await knex('procedures.people as person')
      .join('admin_users as account', 'account.id', 'person.admin_user_id')
      .leftJoin('procedures.notification_preferences as own', 'own.person_id', 'person.id')
      .where({ 'person.tenant_id': tenant.id, 'person.active': true, 'account.is_active': true })
      .select(
        'person.id',
        'own.preferences',
        knex.raw('(select max(digest_at) from procedures.mails where person_id = person.id) as last'),
      );
    for (const reader of readers) {
      const own = effectivePreferences(settings, reader.preferences);
      if (!Object.values(own.mail).includes('DIGEST')) continue;
      const moment = lastDigest(now, own.digestTimes, tenant.time_zone);
      if (now.getTime() - moment.getTime() > BELATED_MS || (reader.last && reader.last >= moment)) continue;
      await knex('procedures.mails')
        .insert({
          id: randomUUID(),
          tenant_id: tenant.id,
          person_id: reader.id,
          digest_at: moment,
          state: 'QUEUED',
          next_attempt_at: quietUntil(now, own.quiet, tenant.time_zone) ?? now,
          queued_at: now,
        })
        .onConflict(['person_id', 'digest_at'])
        .ignore();
    }
  }
}
