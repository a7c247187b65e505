// Owns what holds for one person: the own choices over the tenant's.
import type { Knex } from 'knex';
import type {
  MailChoice,
  NoticeKind,
  NotificationPreferences,
  QuietHours,
  TenantNotificationSettings,
} from '../../../shared/notifications-contract';

export const NO_PREFERENCES: NotificationPreferences = { quiet: 'tenant', digestTimes: null, mail: {} };

export async function readPreferences(knex: Knex, personId: string): Promise<NotificationPreferences> {
  const row: { preferences: Partial<NotificationPreferences> } | undefined = await knex(
    'procedures.notification_preferences',
  )
    .where({ person_id: personId })
    .first('preferences');
  return { ...NO_PREFERENCES, ...row?.preferences };
}

export interface EffectivePreferences {
  quiet: QuietHours | null;
  digestTimes: string[];
  mail: Record<NoticeKind, MailChoice>;
}

export function effectivePreferences(
  tenant: TenantNotificationSettings,
  own: Partial<NotificationPreferences> | null,
): EffectivePreferences {
  const quiet = own?.quiet ?? 'tenant';
  return {
    quiet: quiet === 'tenant' ? tenant.quiet : quiet === 'off' ? null : quiet,
    digestTimes: own?.digestTimes ?? tenant.digestTimes,
    mail: { ...tenant.mail, ...own?.mail },
  };
}
