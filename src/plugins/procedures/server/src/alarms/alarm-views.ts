// Owns how alarms are shown: what may be said aloud, how long, whom to call, who is rung; by the rights of the reader.
import type { Knex } from 'knex';
import type { AlarmView, RingingAlarms } from '../../../shared/alarms-contract';
import { decide } from '../policy/decide';
import { alarmSubject, caseSubject } from '../policy/subjects';
import type { Platform } from '../runtime/platform';
import type { CaseRecord } from '../storage/rows';
import type { Actor } from '../tenants/actor';
import { personNames } from '../views/person-names';
import type { AlarmRecord, RingRecord } from './alarm-rows';
import { alarmSettings } from './alarm-settings';
import { isRinging, statesFor } from './alarm-states';
import { nextStep } from './escalation';

const MOST = 50;

/** What rings for the reader now, longest first. */
export async function ringingFor(platform: Platform, actor: Actor): Promise<RingingAlarms> {
  const { knex } = platform;
  const rows: AlarmRecord[] = await knex('procedures.alarms as alarm')
    .join('procedures.alarm_rings as ring', 'ring.alarm_id', 'alarm.id')
    .where({ 'ring.person_id': actor.personId, 'alarm.tenant_id': actor.tenantId })
    .whereIn('alarm.state', statesFor('ACKNOWLEDGE'))
    .orderBy('alarm.raised_at')
    .limit(MOST)
    .select('alarm.*');
  const { settings } = await alarmSettings(knex, actor.tenantId);
  const mine = settings.desks.filter(({ group }) => actor.groups.includes(group));
  const alarms = (await alarmViews(knex, actor, rows)).filter((one) => one.ringsForMe);
  return {
    alarms,
    atDesk: mine.length > 0,
    // Only a desk is silent: what is passed on to a deputy or a head is heard.
    sound: mine.length === 0 || mine.some((desk) => desk.sound) || alarms.some((one) => one.level > 0),
    repeatSeconds: settings.repeatSeconds,
  };
}

/** Running alarms of a unit, longest first. */
/** `most`: null for all of them, however many. */
export async function runningOf(
  knex: Knex,
  actor: Actor,
  unit: string,
  most: number | null = MOST,
): Promise<AlarmView[]> {
  const query = knex('procedures.alarms')
    .where({ tenant_id: actor.tenantId, unit_code: unit })
    .whereNot({ state: 'CLOSED' })
    .orderBy('raised_at');
  const rows: AlarmRecord[] = await (most === null ? query : query.limit(most));
  return alarmViews(knex, actor, rows);
}

export async function alarmViews(knex: Knex, actor: Actor, alarms: readonly AlarmRecord[]): Promise<AlarmView[]> {
  if (alarms.length === 0) return [];
  const cases: CaseRecord[] = await knex('procedures.cases').whereIn('id', [...new Set(alarms.map((a) => a.case_id))]);
  const rings: RingRecord[] = await knex('procedures.alarm_rings')
    .whereIn(
      'alarm_id',
      alarms.map((one) => one.id),
    )
    .orderBy(['level', 'person_id']);
  const names = await personNames(knex, [
    ...rings.map((one) => one.person_id),
    ...alarms.flatMap((one) => [one.acknowledged_by, one.closed_by]),
  ]);
  const units: { code: string; name: string }[] = await knex('procedures.units').where({ tenant_id: actor.tenantId });
  const { settings } = await alarmSettings(knex, actor.tenantId);
  return alarms.flatMap((alarm): AlarmView[] => {
    const current = cases.find((one) => one.id === alarm.case_id);
    const rung = rings.filter((one) => one.alarm_id === alarm.id);
    if (!current) return [];
    const subject = alarmSubject(
      alarm,
      current,
      rung.map((one) => one.person_id),
    );
    if (!decide(actor, 'alarm.read', subject).allowed) return [];
    const next = isRinging(alarm.state) ? nextStep(alarm.raised_at, alarm.level, settings.steps) : null;
    return [
      {
        id: alarm.id,
        caseId: alarm.case_id,
        bookNo: current.book_no,
        title: alarm.title,
        details: alarm.details,
        state: alarm.state,
        unit: alarm.unit_code,
        unitName: units.find((one) => one.code === alarm.unit_code)?.name ?? alarm.unit_code,
        raisedAt: alarm.raised_at.toISOString(),
        nextAt: next?.at.toISOString() ?? null,
        nextTo: next?.to ?? null,
        level: alarm.level,
        contacts: alarm.contacts.flatMap((code) => {
          const found = settings.contacts.find((one) => one.code === code);
          return found ? [{ title: found.title, phone: found.phone }] : [];
        }),
        rung: rung.map((one) => ({ id: one.person_id, name: names.get(one.person_id) ?? '', level: one.level })),
        acknowledged:
          alarm.acknowledged_by && alarm.acknowledged_at
            ? { by: names.get(alarm.acknowledged_by) ?? '', at: alarm.acknowledged_at.toISOString() }
            : null,
        closed:
          alarm.closed_at && alarm.close_cause
            ? {
                by: alarm.closed_by ? (names.get(alarm.closed_by) ?? '') : null,
                at: alarm.closed_at.toISOString(),
                cause: alarm.close_cause,
                note: alarm.close_note,
              }
            : null,
        ringsForMe: isRinging(alarm.state) && subject.rung.includes(actor.personId),
        mayAcknowledge: isRinging(alarm.state) && decide(actor, 'alarm.acknowledge', subject).allowed,
        mayClose: alarm.state === 'ACKNOWLEDGED' && decide(actor, 'alarm.close', subject).allowed,
        mayOpen: decide(actor, 'case.read', caseSubject(current)).allowed,
      },
    ];
  });
}
