// Owns how schedules and their occurrences are shown: each with its clock in the form in which every clock is shown.
import type { Knex } from 'knex';
import type { ClockView } from '../../../shared/contracts';
import type { OccurrenceView, ScheduleDefinition, ScheduleRow } from '../../../shared/schedules-contract';
import type { Calendar } from '../calendars/calendar';
import { decide } from '../policy/decide';
import type { Actor } from '../tenants/actor';
import { occurrencesToOpen } from './occurrences-to-open';
import { periodTitle } from './period-title';
import { type Period, periodOf } from './periods';
import type { OccurrenceRecord, RecipientRecord, ScheduleClockRecord, ScheduleVersionRecord } from './schedule-rows';
import { daysAsText } from './schedule-rows';
import { type ScheduleInForce, scheduleSubject } from './schedule-subject';

/** As many periods back as a page shows: four years of quarters, sixteen months. */
const SHOWN = 16;

interface Notice {
  clock_id: string;
  created_at: Date;
  recipient: string;
  person_id: string | null;
  text: { vi: string; en: string };
}
interface Parts {
  versions: ScheduleVersionRecord[];
  occurrences: OccurrenceRecord[];
  clocks: ScheduleClockRecord[];
  recipients: RecipientRecord[];
  notices: Notice[];
  names: Map<string, string>;
}

/** Rows of the schedules given, in their order. Few statements, however many schedules there are. */
export async function scheduleViews(
  knex: Knex,
  actor: Actor,
  schedules: ScheduleInForce[],
  calendar: Calendar,
  now: Date,
): Promise<ScheduleRow[]> {
  const parts = await loadParts(
    knex,
    schedules.map((one) => one.id),
  );
  return schedules.map((schedule) => scheduleView(actor, schedule, parts, calendar, now));
}

async function loadParts(knex: Knex, ids: string[]): Promise<Parts> {
  const versions: ScheduleVersionRecord[] = await knex('procedures.schedule_versions')
    .whereIn('schedule_id', ids)
    .orderBy('version', 'desc');
  const ranked = knex('procedures.schedule_occurrences')
    .whereIn('schedule_id', ids)
    .select('*', knex.raw('row_number() over (partition by schedule_id order by period_to desc) as place'));
  const occurrences: OccurrenceRecord[] = await knex
    .select('o.*', ...daysAsText(knex, 'o.period_from', 'o.period_to'))
    .from(ranked.as('o'))
    .where('o.place', '<=', SHOWN)
    .orderBy('o.period_to', 'desc');
  const shown = occurrences.map((one) => one.id);
  const [clocks, recipients]: [ScheduleClockRecord[], RecipientRecord[]] = await Promise.all([
    knex('procedures.schedule_clocks').whereIn('occurrence_id', shown).orderBy('created_at'),
    knex('procedures.schedule_recipients').whereIn('occurrence_id', shown).orderBy('seq'),
  ]);
  const notices: Notice[] = await knex('procedures.notices as n')
    .leftJoin('procedures.notice_recipients as r', 'r.notice_id', 'n.id')
    .whereIn(
      'n.clock_id',
      clocks.map((one) => one.id),
    )
    .orderBy('n.created_at')
    .select('n.clock_id', 'n.created_at', 'n.recipient', 'n.text', 'r.person_id');
  const people = [
    ...versions.map((one) => one.changed_by),
    ...recipients.map((one) => one.person_id),
    ...notices.map((one) => one.person_id),
  ].filter((id): id is string => id !== null);
  const named: { id: string; full_name: string }[] = people.length
    ? await knex('procedures.people').whereIn('id', [...new Set(people)])
    : [];
  const names = new Map(named.map((row) => [row.id, row.full_name]));
  return { versions, occurrences, clocks, recipients, notices, names };
}

function scheduleView(
  actor: Actor,
  schedule: ScheduleInForce,
  parts: Parts,
  calendar: Calendar,
  now: Date,
): ScheduleRow {
  const versions = parts.versions.filter((one) => one.schedule_id === schedule.id);
  return {
    id: schedule.id,
    code: schedule.code,
    version: schedule.version,
    definition: schedule.definition,
    createdAt: schedule.version_created_at.toISOString(),
    history: versions.map((one) => ({
      version: one.version,
      createdAt: one.created_at.toISOString(),
      reason: one.reason,
      active: one.active,
      person: one.changed_by ? (parts.names.get(one.changed_by) ?? null) : null,
    })),
    next: nextOf(schedule, parts, calendar, now),
    occurrences: parts.occurrences
      .filter((one) => one.schedule_id === schedule.id)
      .flatMap((one) => {
        const version = versions.find((each) => each.version === one.version);
        return version ? [occurrenceView(one, schedule, version.definition, parts, now)] : [];
      }),
    permissions: { recordSending: decide(actor, 'schedule.recordSending', scheduleSubject(schedule)).allowed },
  };
}

function nextOf(
  { id, version, definition, active, version_created_at }: ScheduleInForce,
  { occurrences }: Parts,
  calendar: Calendar,
  now: Date,
): ScheduleRow['next'] {
  if (!active || !definition.due) return null;
  const opened = occurrences.find((one) => one.schedule_id === id && one.version === version);
  const { next } = occurrencesToOpen(
    {
      definition: { ...definition, due: definition.due },
      createdAt: version_created_at,
      supersededAt: null,
      openedTo: opened?.period_to ?? null,
    },
    now,
    calendar,
  );
  if (!next) return null;
  return {
    period: periodView(definition, next.period),
    opensAt: next.opensAt.toISOString(),
    dueAt: next.dueAt.toISOString(),
    derivation: next.derivation,
  };
}

function occurrenceView(
  row: OccurrenceRecord,
  { code }: ScheduleInForce,
  definition: ScheduleDefinition,
  parts: Parts,
  now: Date,
): OccurrenceView {
  const period = periodOf(definition.period, row.period_to);
  const clocks = parts.clocks
    .filter((one) => one.occurrence_id === row.id)
    .map((clock) => clockView(clock, code, definition, now));
  const name = (id: string | null) => (id ? (parts.names.get(id) ?? null) : null);
  return {
    id: row.id,
    version: row.version,
    period: periodView(definition, period),
    openedAt: row.opened_at.toISOString(),
    clock: clocks.find((clock) => clock.state !== 'SUPERSEDED') as ClockView,
    replaced: clocks.filter((clock) => clock.state === 'SUPERSEDED'),
    recipients: parts.recipients
      .filter((one) => one.occurrence_id === row.id)
      .map((one) => ({
        seq: one.seq,
        unit: one.unit_code,
        name: one.name,
        sentAt: one.sent_at?.toISOString() ?? null,
        documentNo: one.document_no,
        lateReason: one.late_reason,
        enteredAt: one.entered_at?.toISOString() ?? null,
        person: name(one.person_id),
      })),
    told: parts.notices
      .filter((one) => clocks.some((clock) => clock.id === one.clock_id))
      .map((one) => ({
        at: one.created_at.toISOString(),
        unit: one.recipient,
        person: name(one.person_id),
        text: one.text,
      })),
  };
}

const periodView = (definition: ScheduleDefinition, period: Period) => ({
  from: period.from,
  to: period.to,
  title: periodTitle(definition.period, period),
});

function clockView(clock: ScheduleClockRecord, code: string, definition: ScheduleDefinition, now: Date): ClockView {
  const until = clock.stopped_at ?? now;
  const whole = clock.due_at.getTime() - clock.start_at.getTime();
  const reached = now > clock.due_at ? 'DUE' : now >= clock.amber_at ? 'AMBER' : 'NEUTRAL';
  return {
    id: clock.id,
    rule: code,
    variant: null,
    title: definition.title,
    legalBasis: definition.legalBasis,
    confirmation: definition.confirmation,
    owner: clock.owner,
    tracking: 'ENFORCED',
    state: clock.state,
    // Shown by the clock itself: the scheduler may be a moment behind.
    stage: clock.state === 'RUNNING' && clock.stage !== 'ESCALATED' ? reached : clock.stage,
    startAt: clock.start_at.toISOString(),
    dueAt: clock.due_at.toISOString(),
    amberAt: clock.amber_at.toISOString(),
    stoppedAt: clock.stopped_at?.toISOString() ?? null,
    supersededReason: clock.superseded_reason,
    derivation: clock.derivation,
    elapsedRatio: whole <= 0 ? 1 : Math.max(0, (until.getTime() - clock.start_at.getTime()) / whole),
    pausedRanges: [],
  };
}
