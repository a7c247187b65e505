// Owns the ringing itself: whoever is reached by the steps taken so far has a row of the alarm, is told by an urgent
// notice, and open pages hear of it. A step that reaches nobody goes on to the next: an alarm is never left unheard
// because a desk is empty. Safe to repeat: nobody is rung twice.
import type { Knex } from 'knex';
import type { AlarmStep } from '../../../shared/alarms-contract';
import { announce } from '../live/announce';
import type { FoundRecipient } from '../notices/find-recipients';
import { notify } from '../notices/notify';
import type { CaseRecord } from '../storage/rows';
import type { AlarmRecord } from './alarm-rows';
import { inOrder } from './escalation';
import { atDesk, atStep } from './find-rung';

type Reach = Pick<CaseRecord, 'restricted' | 'participating_units'>;

/** Rings everybody up to step `level` (0: the desk); returns the level reached, which is more where nobody was. */
export async function ring(
  trx: Knex.Transaction,
  alarm: AlarmRecord,
  reach: Reach,
  steps: readonly AlarmStep[],
  level: number,
  now: Date,
): Promise<number> {
  const chain = inOrder(steps);
  const known = new Set<string>(await trx('procedures.alarm_rings').where({ alarm_id: alarm.id }).pluck('person_id'));
  let reached = level;
  for (let at = 0; at <= reached; at += 1) {
    const step = chain[at - 1];
    const found = step ? await atStep(trx, alarm, step.to, reach, now) : await atDesk(trx, alarm, reach, now);
    const fresh = found.filter((one) => !known.has(one.personId));
    for (const one of fresh) known.add(one.personId);
    await ringPeople(trx, alarm, fresh, at, now);
    // Nobody hears it yet, or this step has added nobody: the next one is taken at once.
    const addsNobody = at === reached && (at === 0 ? known.size === 0 : fresh.length === 0 && at > alarm.level);
    if (addsNobody && reached < chain.length) reached += 1;
  }
  return reached;
}

async function ringPeople(
  trx: Knex.Transaction,
  alarm: AlarmRecord,
  people: readonly FoundRecipient[],
  level: number,
  now: Date,
): Promise<void> {
  if (people.length === 0) return;
  await trx('procedures.alarm_rings')
    .insert(
      people.map((one) => ({
        alarm_id: alarm.id,
        person_id: one.personId,
        tenant_id: alarm.tenant_id,
        level,
        because: one.because ? JSON.stringify(one.because) : null,
        rung_at: now,
      })),
    )
    .onConflict(['alarm_id', 'person_id'])
    .ignore();
  await notify(trx, {
    tenantId: alarm.tenant_id,
    kind: 'ALARM',
    urgent: true,
    to: people.map(({ personId }) => ({ personId })),
    label: alarm.group_id,
    why: {
      vi: level === 0 ? `Báo động: ${alarm.title.vi}` : `Báo động chưa ai nhận: ${alarm.title.vi}`,
      en: level === 0 ? `Alarm: ${alarm.title.en}` : `Alarm not acknowledged: ${alarm.title.en}`,
    },
    caseId: alarm.case_id,
    eventId: alarm.event_id,
    now,
  });
  await announce(trx, { tenantId: alarm.tenant_id, topic: 'alarms', ids: [alarm.id] });
}
