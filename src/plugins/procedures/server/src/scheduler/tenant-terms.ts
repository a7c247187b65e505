// Owns what the scheduler must know of each tenant's escalation: read once a look, for all tenants together.
import type { Knex } from 'knex';
import type { TenantNotificationSettings } from '../../../shared/notifications-contract';
import { DEFAULT_SETTINGS } from '../notices/tenant-settings';

export type EscalationTerms = Pick<TenantNotificationSettings, 'escalateAfterMinutes' | 'escalation'>;

export interface TenantTerms {
  /** Tenants that have decided for themselves; all others have the default. */
  ownTerms: string[];
  of(tenantId: string | null): EscalationTerms;
  /** A clock that was due before this instant is escalated; null: by the default. */
  escalateBefore(tenantId: string | null, now: Date): Date;
}

export async function tenantTerms(knex: Knex): Promise<TenantTerms> {
  const rows: { tenant_id: string; settings: Partial<EscalationTerms> }[] = await knex(
    'procedures.notification_settings',
  ).select('tenant_id', 'settings');
  const own = new Map(rows.map((row) => [row.tenant_id, { ...DEFAULT_SETTINGS, ...row.settings }]));
  const of = (tenantId: string | null) => own.get(tenantId ?? '') ?? DEFAULT_SETTINGS;
  return {
    ownTerms: [...own.keys()],
    of,
    escalateBefore: (tenantId, now) => new Date(now.getTime() - of(tenantId).escalateAfterMinutes * 60_000),
  };
}
