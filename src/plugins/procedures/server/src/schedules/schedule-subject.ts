// Owns the finding of a schedule or an occurrence for a request, and what the policy is told of it. Another tenant's is not
// found.
import type { Knex } from 'knex';
import { NOT_FOUND, requireAllowed } from '../policy/decision';
import type { ScheduleSubject } from '../policy/subjects';
import type { ScheduleRecord, ScheduleVersionRecord } from './schedule-rows';

export type ScheduleInForce = ScheduleRecord & Omit<ScheduleVersionRecord, 'created_at'> & { version_created_at: Date };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function schedulesInForce(knex: Knex, tenantId: string) {
  return knex('procedures.schedules as s')
    .join('procedures.schedule_versions as v', (on) => on.on('v.schedule_id', 's.id').andOnNull('v.superseded_at'))
    .where('s.tenant_id', tenantId)
    .orderBy('s.code')
    .select('s.*', 'v.version', 'v.definition', 'v.active', 'v.reason', 'v.created_at as version_created_at');
}

export async function findSchedule(knex: Knex, tenantId: string, id: string): Promise<ScheduleInForce> {
  const found: ScheduleInForce[] = UUID.test(id) ? await schedulesInForce(knex, tenantId).where('s.id', id) : [];
  if (!found[0]) requireAllowed(NOT_FOUND);
  return found[0] as ScheduleInForce;
}

/** The unit that answers for the occurrence is the one at its opening, whatever later versions say. */
export async function occurrenceSubject(
  knex: Knex,
  tenantId: string,
  scheduleId: string,
  id: string,
): Promise<ScheduleSubject> {
  const known = UUID.test(id) && UUID.test(scheduleId);
  const row = known
    ? await knex('procedures.schedule_occurrences').where({ id, schedule_id: scheduleId, tenant_id: tenantId }).first()
    : undefined;
  if (!row) requireAllowed(NOT_FOUND);
  return { tenantId, owner: row.owner, recipients: [] };
}

export const scheduleSubject = ({ tenant_id, definition }: ScheduleInForce): ScheduleSubject => ({
  tenantId: tenant_id,
  owner: definition.owner,
  recipients: definition.recipients.flatMap((one) => (one.unit === null ? [] : [one.unit])),
});
