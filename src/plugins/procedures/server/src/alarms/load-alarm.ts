// Owns the loading of one alarm as the policy must know it: another tenant's, one of a restricted case of others and an
// unknown id are one.
import type { Knex } from 'knex';
import { NOT_FOUND, requireAllowed } from '../policy/decision';
import { type AlarmSubject, alarmSubject } from '../policy/subjects';
import type { CaseRecord } from '../storage/rows';
import { UUID } from '../storage/uuid';
import type { AlarmRecord } from './alarm-rows';

export interface LoadedAlarm {
  alarm: AlarmRecord;
  subject: AlarmSubject;
}

export async function loadAlarm(knex: Knex, tenantId: string, id: string, lock = false): Promise<LoadedAlarm> {
  const query = UUID.test(id) ? knex('procedures.alarms').where({ id, tenant_id: tenantId }) : null;
  const alarm: AlarmRecord | undefined = await (lock ? query?.forUpdate() : query)?.first();
  if (!alarm) requireAllowed(NOT_FOUND);
  const current: CaseRecord = await knex('procedures.cases').where({ id: alarm.case_id }).first();
  const rung: string[] = await knex('procedures.alarm_rings').where({ alarm_id: id }).pluck('person_id');
  return { alarm, subject: alarmSubject(alarm, current, rung) };
}
