// Owns the opening of occurrences: every period that is owed by now, each exactly once. A look of the scheduler, safe to
// repeat: the period is unique to its schedule, and occurrence, clock and recipients come in one transaction.
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { writeAudit } from '../audit/write-audit';
import { loadCalendar } from '../case-clocks/load-calendar';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { ComputedOccurrence } from './compute-occurrence';
import { occurrencesToOpen } from './occurrences-to-open';
import type { ScheduleVersionRecord } from './schedule-rows';

type Waiting = Pick<ScheduleVersionRecord, 'schedule_id' | 'version'>;
type LoadedVersion = ScheduleVersionRecord & { tenant_id: string };

/** Opens what is owed by now; returns how many occurrences were opened. */
export async function openOccurrences(platform: Pick<Platform, 'strapi' | 'knex' | 'clock'>): Promise<number> {
  const now = platform.clock.now();
  const waiting: Waiting[] = await platform
    .knex('procedures.schedule_versions')
    .where({ active: true, settled: false })
    .where((due) => due.whereNull('next_open_at').orWhere('next_open_at', '<=', now))
    // An older version opens what it still owes before its successor looks.
    .orderBy(['schedule_id', 'version'])
    .select('schedule_id', 'version');
  let opened = 0;
  for (const one of waiting) opened += await inTransaction(platform.strapi, (trx) => openOwed(trx, one, now));
  return opened;
}

async function openOwed(trx: Knex.Transaction, waiting: Waiting, now: Date): Promise<number> {
  const version: LoadedVersion | undefined = await trx('procedures.schedule_versions as v')
    .join('procedures.schedules as s', 's.id', 'v.schedule_id')
    .where({ 'v.schedule_id': waiting.schedule_id, 'v.version': waiting.version, 'v.settled': false })
    .forUpdate('v')
    .first('v.*', 's.tenant_id');
  if (!version?.definition.due) return 0;
  const calendar = await loadCalendar(trx, version.tenant_id);
  const last = await trx('procedures.schedule_occurrences')
    .where(waiting)
    .first(trx.raw("to_char(max(period_to), 'YYYY-MM-DD') as to"));
  const { owed, next } = occurrencesToOpen(
    {
      definition: { ...version.definition, due: version.definition.due },
      createdAt: version.created_at,
      supersededAt: version.superseded_at,
      openedTo: last?.to ?? null,
    },
    now,
    calendar,
  );
  let opened = 0;
  for (const occurrence of owed) opened += await open(trx, version, occurrence, calendar.revision, now);
  await trx('procedures.schedule_versions')
    .where(waiting)
    .update({ next_open_at: next?.opensAt ?? null, settled: version.superseded_at !== null });
  if (opened > 0)
    await writeAudit(trx, {
      tenantId: version.tenant_id,
      at: now,
      actor: null,
      action: 'schedule.open',
      subjectType: 'schedule',
      subjectId: version.schedule_id,
      detail: { version: version.version, opened, periods: owed.map((one) => one.period.to) },
    });
  return opened;
}

async function open(
  trx: Knex.Transaction,
  version: LoadedVersion,
  occurrence: ComputedOccurrence,
  revision: number,
  now: Date,
): Promise<number> {
  const { definition, tenant_id } = version;
  const id = randomUUID();
  const added = await trx('procedures.schedule_occurrences')
    .insert({
      id,
      schedule_id: version.schedule_id,
      version: version.version,
      tenant_id,
      period_from: occurrence.period.from,
      period_to: occurrence.period.to,
      owner: definition.owner,
      opened_at: now,
    })
    .onConflict(['schedule_id', 'period_from', 'period_to'])
    .ignore()
    .returning('id');
  // An earlier version has opened this period: it keeps that version.
  if (added.length === 0) return 0;
  await trx('procedures.schedule_clocks').insert({
    id: randomUUID(),
    occurrence_id: id,
    tenant_id,
    owner: definition.owner,
    start_at: occurrence.startAt,
    due_at: occurrence.dueAt,
    due_day: occurrence.dueDay,
    nominal_day: occurrence.nominalDay,
    amber_at: occurrence.amberAt,
    derivation: JSON.stringify(occurrence.derivation),
    calendar_revision: revision,
    state: 'RUNNING',
    created_at: now,
  });
  await trx('procedures.schedule_recipients').insert(
    definition.recipients.map(({ unit, name }, seq) => ({ occurrence_id: id, seq, unit_code: unit, name })),
  );
  return 1;
}
