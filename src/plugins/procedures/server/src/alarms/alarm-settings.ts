// Owns what holds for alarms in a tenant whose administrator has decided nothing yet, and the reading of what was decided.
import type { Knex } from 'knex';
import type { AlarmSettings } from '../../../shared/alarms-contract';

export const DEFAULT_ALARM_SETTINGS: AlarmSettings = {
  steps: [
    { afterMinutes: 5, to: 'SHIFT_DEPUTY' },
    { afterMinutes: 10, to: 'UNIT_HEAD' },
    { afterMinutes: 20, to: 'HEAD_ABOVE' },
  ],
  contacts: [],
  desks: [],
  planners: [],
  repeatSeconds: 4,
};

export interface DecidedAlarmSettings {
  settings: AlarmSettings;
  /** 0: nothing decided yet. */
  version: number;
}

export async function alarmSettings(knex: Knex, tenantId: string): Promise<DecidedAlarmSettings> {
  const row: { settings: Partial<AlarmSettings>; version: number } | undefined = await knex('procedures.alarm_settings')
    .where({ tenant_id: tenantId })
    .first('settings', 'version');
  return { settings: { ...DEFAULT_ALARM_SETTINGS, ...row?.settings }, version: row?.version ?? 0 };
}
