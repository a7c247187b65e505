// Owns what time does to an alarm: it is passed on along the tenant's chain until somebody acknowledges it, people of a
// shift that has begun meanwhile are rung too, and it ends with its case. A look of the scheduler, safe to repeat.
import type { Knex } from 'knex';
import { writeAudit } from '../audit/write-audit';
import { announce } from '../live/announce';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { CaseRecord } from '../storage/rows';
import type { AlarmRecord } from './alarm-rows';
import { alarmSettings } from './alarm-settings';
import { statesFor } from './alarm-states';
import { levelBy } from './escalation';
import { ring } from './ring';

type Ticking = Pick<Platform, 'strapi' | 'knex' | 'clock' | 'onlyTenant'>;

/** Returns how many were passed on. */
export async function tickAlarms(platform: Ticking): Promise<number> {
  await closeWithCases(platform);
  const ringing: { id: string }[] = await platform
    .knex('procedures.alarms')
    .whereIn('state', statesFor('ESCALATE'))
    .where(platform.onlyTenant ? { tenant_id: platform.onlyTenant } : {})
    .orderBy(['tenant_id', 'raised_at'])
    .select('id');
  let passedOn = 0;
  for (const { id } of ringing) {
    if (await inTransaction(platform.strapi, (trx) => tick(trx, id, platform.clock.now()))) passedOn += 1;
  }
  return passedOn;
}

async function tick(trx: Knex.Transaction, id: string, now: Date): Promise<boolean> {
  const alarm: AlarmRecord | undefined = await trx('procedures.alarms')
    .where({ id })
    .whereIn('state', statesFor('ESCALATE'))
    .forUpdate()
    .skipLocked()
    .first();
  if (!alarm) return false;
  const { settings } = await alarmSettings(trx, alarm.tenant_id);
  const reach: CaseRecord = await trx('procedures.cases').where({ id: alarm.case_id }).first();
  const wanted = levelBy(alarm.raised_at, alarm.level, settings.steps, now);
  const level = await ring(trx, alarm, reach, settings.steps, wanted, now);
  if (level === alarm.level) return false;
  await trx('procedures.alarms').where({ id }).update({ level, state: 'ESCALATED', escalated_at: now });
  await announce(trx, { tenantId: alarm.tenant_id, topic: 'alarms', ids: [id] });
  await writeAudit(trx, {
    tenantId: alarm.tenant_id,
    at: now,
    actor: null,
    action: 'alarm.escalate',
    subjectType: 'alarm',
    subjectId: id,
    detail: { level },
  });
  return true;
}

async function closeWithCases({ strapi, clock }: Ticking): Promise<void> {
  await inTransaction(strapi, async (trx) => {
    const closed: { id: string; tenant_id: string }[] = await trx('procedures.alarms')
      .whereIn('state', statesFor('CLOSE_BY_EVENT'))
      .whereIn('case_id', (ended) =>
        ended.from('procedures.cases').whereIn('life', ['COMPLETED', 'CANCELLED']).select('id'),
      )
      .update({ state: 'CLOSED', closed_at: clock.now(), close_cause: 'CASE_ENDED' })
      .returning(['id', 'tenant_id']);
    for (const { id, tenant_id } of closed) await announce(trx, { tenantId: tenant_id, topic: 'alarms', ids: [id] });
  });
}
