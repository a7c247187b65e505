// Owns what holds for a tenant whose administrator has decided nothing yet, and the reading of what was decided.
import type { Knex } from 'knex';
import type { TenantNotificationSettings } from '../../../shared/notifications-contract';

export const DEFAULT_SETTINGS: TenantNotificationSettings = {
  quiet: { from: '21:00', to: '06:30' },
  digestTimes: ['07:00'],
  urgentKinds: ['CLOCK_ESCALATED', 'IDENTITY_REQUEST', 'ALARM'],
  mail: {
    CLOCK_AMBER: 'DIGEST',
    CLOCK_DUE: 'NOW',
    CLOCK_ESCALATED: 'NOW',
    ASSIGNED: 'DIGEST',
    DIRECTION: 'NOW',
    MENTION: 'DIGEST',
    ADDED: 'DIGEST',
    QUESTION: 'NOW',
    REQUIRED: 'DIGEST',
    APPROVAL: 'NOW',
    REMINDER: 'DIGEST',
    REPORT: 'DIGEST',
    IDENTITY_REQUEST: 'NOW',
    ALARM: 'NOW',
    STEP: 'NOW',
    SYSTEM: 'NOW',
  },
  escalateAfterMinutes: 24 * 60,
  escalation: [
    { stage: 'AMBER', afterMinutes: 0, to: 'UNIT' },
    { stage: 'DUE', afterMinutes: 0, to: 'UNIT_HEAD' },
    { stage: 'DUE', afterMinutes: 0, to: 'UNIT' },
    { stage: 'ESCALATED', afterMinutes: 0, to: 'HEAD_ABOVE' },
  ],
};

export interface DecidedSettings {
  settings: TenantNotificationSettings;
  /** 0: nothing decided yet. */
  version: number;
}

/** What is missing in an older decision (a kind that came later) is the default's. */
export async function tenantSettings(knex: Knex, tenantId: string): Promise<DecidedSettings> {
  const row: { settings: Partial<TenantNotificationSettings>; version: number } | undefined = await knex(
    'procedures.notification_settings',
  )
    .where({ tenant_id: tenantId })
    .first('settings', 'version');
  return {
    settings: {
      ...DEFAULT_SETTINGS,
      ...row?.settings,
      mail: { ...DEFAULT_SETTINGS.mail, ...row?.settings.mail },
    },
    version: row?.version ?? 0,
  };
}
