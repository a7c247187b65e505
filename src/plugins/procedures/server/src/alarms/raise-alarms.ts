// Owns the raising and the closing of alarms by what happens on a case, in the transaction that confirms the event. Each
// cause rings once, whatever is repeated. What is said is computed without the people of the record.
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { writeAuditAtEnd } from '../audit/write-audit';
import { conditionHolds, resolveFeel } from '../feel/resolve-feel';
import { announce } from '../live/announce';
import type { AlarmDefinition, Manifest } from '../packages/types';
import type { BusinessEventRecord, CaseRecord } from '../storage/rows';
import type { AlarmRecord } from './alarm-rows';
import { alarmSettings } from './alarm-settings';
import { statesFor } from './alarm-states';
import { ring } from './ring';

const HOUR_MS = 60 * 60 * 1000;
const CANDIDATE_GROUP = /^([^/]+)\/([^/]+)$/;

export interface AlarmCause {
  trx: Knex.Transaction;
  manifest: Manifest;
  current: CaseRecord;
  event: BusinessEventRecord;
  /** Of the case as it is after the event; its record has no people in it. */
  context: Record<string, unknown>;
  now: Date;
}

export async function raiseAlarms(cause: AlarmCause): Promise<void> {
  const { manifest, event, context } = cause;
  for (const definition of manifest.alarms ?? []) {
    const ends = definition.until?.some((one) => one.event === event.code && conditionHolds(one.when, context));
    if (ends) await closeByEvent(cause, definition);
    else if (definition.events.includes(event.code) && conditionHolds(definition.when, context))
      await raise(cause, definition);
  }
}

async function raise(cause: AlarmCause, definition: AlarmDefinition): Promise<void> {
  const { trx, current, event, context, now } = cause;
  const age = (now.getTime() - event.business_at.getTime()) / HOUR_MS;
  if (definition.maxAgeHours && age > definition.maxAgeHours) return;
  const group = resolveFeel(definition.group, context);
  const unit = typeof group === 'string' ? CANDIDATE_GROUP.exec(group)?.[1] : undefined;
  if (!unit) return;
  const row = {
    id: randomUUID(),
    tenant_id: current.tenant_id,
    case_id: current.id,
    event_id: event.id,
    alarm: definition.id,
    cause: definition.once === 'EVENT' ? event.id : definition.id,
    unit_code: unit,
    group_id: group,
    title: JSON.stringify(definition.title),
    details: JSON.stringify(detailsOf(definition, context)),
    contacts: contactsOf(definition, context),
    state: 'RINGING',
    raised_at: now,
  };
  const [alarm]: AlarmRecord[] = await trx('procedures.alarms')
    .insert(row)
    .onConflict(['case_id', 'alarm', 'cause'])
    .ignore()
    .returning('*');
  if (!alarm) return;
  const { settings } = await alarmSettings(trx, current.tenant_id);
  const level = await ring(trx, alarm, current, settings.steps, 0, now);
  if (level > 0)
    await trx('procedures.alarms').where({ id: alarm.id }).update({ level, state: 'ESCALATED', escalated_at: now });
  await writeAuditAtEnd(trx, {
    tenantId: current.tenant_id,
    at: now,
    actor: null,
    action: 'alarm.raise',
    subjectType: 'alarm',
    subjectId: alarm.id,
    detail: { caseId: current.id, alarm: definition.id, eventId: event.id, level },
  });
}

function detailsOf(definition: AlarmDefinition, context: Record<string, unknown>): AlarmRecord['details'] {
  return (definition.details ?? []).flatMap(({ label, value }) => {
    const said = resolveFeel(value, context);
    return typeof said === 'string' && said !== '' ? [{ label, value: said }] : [];
  });
}

const contactsOf = (definition: AlarmDefinition, context: Record<string, unknown>): string[] =>
  (definition.contacts ?? [])
    .map((one) => resolveFeel(one, context))
    .filter((one): one is string => typeof one === 'string' && one !== '');

async function closeByEvent({ trx, current, now }: AlarmCause, definition: AlarmDefinition): Promise<void> {
  const closed: { id: string }[] = await trx('procedures.alarms')
    .where({ case_id: current.id, alarm: definition.id })
    .whereIn('state', statesFor('CLOSE_BY_EVENT'))
    .update({ state: 'CLOSED', closed_at: now, close_cause: 'EVENT' })
    .returning('id');
  if (closed.length === 0) return;
  await announce(trx, { tenantId: current.tenant_id, topic: 'alarms', ids: closed.map(({ id }) => id) });
}
