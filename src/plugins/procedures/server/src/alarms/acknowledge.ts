// Owns the two answers of people to an alarm: somebody takes it on, by name and once; and whoever has taken it on says
// that it is over, and what was done.
import type { Knex } from 'knex';
import { writeAudit } from '../audit/write-audit';
import { announce } from '../live/announce';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import { ProblemError } from '../problems/problem-error';
import { reasonOf } from '../problems/reason';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { Actor } from '../tenants/actor';
import type { AlarmRecord } from './alarm-rows';
import { afterAct } from './alarm-states';
import { loadAlarm } from './load-alarm';

type Acting = Pick<Platform, 'strapi' | 'clock'>;

/** Of two at once one is first; the other is told who. */
export async function acknowledgeAlarm({ strapi, clock }: Acting, actor: Actor, id: string): Promise<void> {
  const now = clock.now();
  await inTransaction(strapi, async (trx) => {
    const { alarm, subject } = await loadAlarm(trx, actor.tenantId, id, true);
    requireAllowed(decide(actor, 'alarm.acknowledge', subject));
    if (afterAct(alarm.state, 'ACKNOWLEDGE') === null) throw await taken(trx, alarm);
    await trx('procedures.alarms')
      .where({ id })
      .update({ state: 'ACKNOWLEDGED', acknowledged_at: now, acknowledged_by: actor.personId });
    await tell(trx, actor, alarm, 'alarm.acknowledge', now);
  });
}

export async function closeAlarm({ strapi, clock }: Acting, actor: Actor, id: string, note: unknown): Promise<void> {
  const now = clock.now();
  await inTransaction(strapi, async (trx) => {
    const { alarm, subject } = await loadAlarm(trx, actor.tenantId, id, true);
    requireAllowed(decide(actor, 'alarm.close', subject));
    if (afterAct(alarm.state, 'CLOSE_BY_PERSON') === null) throw notAcknowledged(alarm);
    const done = { closed_at: now, closed_by: actor.personId, close_cause: 'PERSON', close_note: reasonOf(note) };
    await trx('procedures.alarms')
      .where({ id })
      .update({ state: 'CLOSED', ...done });
    await tell(trx, actor, alarm, 'alarm.close', now);
  });
}

async function tell(trx: Knex.Transaction, actor: Actor, alarm: AlarmRecord, action: string, now: Date): Promise<void> {
  await announce(trx, { tenantId: alarm.tenant_id, topic: 'alarms', ids: [alarm.id] });
  await writeAudit(trx, {
    tenantId: alarm.tenant_id,
    at: now,
    actor,
    action,
    subjectType: 'alarm',
    subjectId: alarm.id,
    detail: { caseId: alarm.case_id, alarm: alarm.alarm, level: alarm.level },
  });
}

async function taken(trx: Knex.Transaction, alarm: AlarmRecord): Promise<ProblemError> {
  if (!alarm.acknowledged_by)
    return new ProblemError({
      code: 'ALARM_CLOSED',
      status: 409,
      vi: 'Báo động đã tự kết thúc vì việc đã được làm. Hãy mở hồ sơ để xem.',
      en: 'Expected a running alarm, but what it asked for was done and it has ended: open the case.',
    });
  const person = await trx('procedures.people').where({ id: alarm.acknowledged_by }).first('full_name');
  return new ProblemError({
    code: 'ALARM_ACKNOWLEDGED',
    status: 409,
    vi: `${person.full_name} đã nhận tin này trước bạn. Hãy liên hệ người đó nếu cần phối hợp.`,
    en: `Expected an alarm that nobody has acknowledged, but ${person.full_name} was first: speak to each other if need be.`,
    detail: { takenBy: person.full_name },
  });
}

const notAcknowledged = (alarm: AlarmRecord) =>
  new ProblemError({
    code: alarm.state === 'CLOSED' ? 'ALARM_CLOSED' : 'ALARM_NOT_ACKNOWLEDGED',
    status: 409,
    vi:
      alarm.state === 'CLOSED'
        ? 'Báo động này đã kết thúc. Hãy tải lại trang.'
        : 'Chưa ai nhận tin này. Hãy bấm "Đã nhận tin" trước khi kết thúc.',
    en: 'Expected an acknowledged alarm that has not ended: acknowledge it first, or reload.',
  });
