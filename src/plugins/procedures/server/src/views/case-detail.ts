// Owns the case page: record, people, tasks, clocks, timeline, position and what may be entered now, each part only for
// those who may see it.
import type { CaseDetail, CaseEvent, CaseNotice, CaseOffer, CaseTask } from '../../../shared/contracts';
import { clocksOf } from '../case-clocks/open-clocks';
import { caseContext } from '../cases/case-context';
import { correctedEvents } from '../corrections/correction';
import { offeredSource, positionOf } from '../events/event-sources';
import { conditionHolds } from '../feel/resolve-feel';
import { actingNotes } from '../people/acting-notes';
import { decide } from '../policy/decide';
import { maskPersons } from '../policy/mask-persons';
import { type CaseSubject, caseSubject } from '../policy/subjects';
import { findForm, type PublishedPackage } from '../publishing/package-library';
import type { Platform } from '../runtime/platform';
import type { BusinessEventRecord, CaseRecord, TaskRecord } from '../storage/rows';
import type { Actor } from '../tenants/actor';
import { type BodyNames, bodyNames } from './body-names';
import { caseProtection } from './case-protection';
import { caseSummary } from './case-rows';
import { stateTitle } from './case-title';
import { clockViews } from './clock-view';
import { type CorrectionOfEvent, correctionViews } from './correction-views';
import { modelUrl } from './model-url';
import { named, personNames } from './person-names';
import { questionEvents } from './question-events';
import { personFields, recordFields } from './record-fields';
import { relatedRows } from './related-rows';

export async function caseDetail(platform: Platform, actor: Actor, current: CaseRecord): Promise<CaseDetail> {
  const { knex } = platform;
  const published = await platform.library.load(current.tenant_id, current.package_id, current.package_version);
  const { context, record, people } = await caseContext(platform, current, published);
  const subject = { ...caseSubject(current), ...caseProtection(published, context) };
  const mayReadRecord = decide(actor, 'case.readRecord', subject).allowed;
  const maySummarise = decide(actor, 'case.readSummary', subject).allowed;
  const bodies = await bodyNames(knex, current.tenant_id, published.read.manifest);
  const clocks = maySummarise
    ? await clockViews(knex, await clocksOf(knex, current.id), platform.clock.now(), bodies)
    : [];
  const attribute = published.read.manifest.record.people;
  return {
    case: await caseSummary(platform, actor, current),
    record: mayReadRecord ? recordFields(published, record) : [],
    persons: mayReadRecord && attribute ? personFields(published, attribute, maskPersons(actor, subject, people)) : [],
    missing: mayReadRecord ? missingOf(published, current, context) : [],
    related: mayReadRecord ? await relatedRows(platform.strapi, published, current, bodies) : [],
    tasks: maySummarise ? await taskViews(platform, current, clocks) : [],
    clocks,
    events: [
      ...(await eventViews(platform, actor, { current, published, subject }, bodies)),
      ...(mayReadRecord ? await questionEvents(platform, current.id) : []),
    ],
    notices: maySummarise ? await noticeViews(platform, current, published, bodies) : [],
    position: maySummarise ? await positionView(platform, current) : { active: [], done: [] },
    modelUrl: maySummarise ? modelUrl(published) : null,
    mayAudit: decide(actor, 'caseAudit.read', subject).allowed,
    access: mayReadRecord ? 'content' : maySummarise ? 'summary' : 'status',
    offers: await offers(platform, actor, current, published, subject, context),
  };
}

/** What the package expects of a record and this one does not say yet; of an ended case nothing is expected any more. */
const missingOf = (
  published: PublishedPackage,
  { life }: CaseRecord,
  context: Record<string, unknown>,
): CaseDetail['missing'] =>
  life === 'COMPLETED' || life === 'CANCELLED'
    ? []
    : (published.read.manifest.record.expected ?? [])
        .filter(({ missing }) => conditionHolds(missing, context))
        .map(({ title }) => title);

async function taskViews(platform: Platform, current: CaseRecord, clocks: CaseDetail['clocks']): Promise<CaseTask[]> {
  const tasks: TaskRecord[] = await platform
    .knex('procedures.tasks')
    .where({ case_id: current.id })
    .orderBy('opened_at');
  const notes = await actingNotes(
    platform.knex,
    tasks.map((task) => task.completed_acting_for),
  );
  const names = await personNames(
    platform.knex,
    tasks.flatMap((task) => [task.assignee, task.completed_by]),
  );
  return tasks.map((task) => ({
    id: task.id,
    title: task.title,
    elementId: task.element_id,
    state: task.state,
    assignee: named(names, task.assignee),
    candidateGroups: task.candidate_groups,
    openedAt: task.opened_at.toISOString(),
    completedAt: task.completed_at?.toISOString() ?? null,
    completedBy: named(names, task.completed_by),
    actingFor: notes.get(task.completed_acting_for ?? '') ?? null,
    clock: clocks.find((clock) => clock.id === task.due_clock) ?? null,
  }));
}

async function eventViews(
  platform: Platform,
  actor: Actor,
  seen: { current: CaseRecord; published: PublishedPackage; subject: CaseSubject },
  bodies: BodyNames,
): Promise<CaseEvent[]> {
  const { current, published, subject } = seen;
  const events: BusinessEventRecord[] = await platform
    .knex('procedures.business_events')
    .where({ case_id: current.id })
    .orderBy('seq');
  const names = await personNames(
    platform.knex,
    events.map((event) => event.person_id),
  );
  const full = decide(actor, 'case.readSummary', subject).allowed;
  const notes = full
    ? await actingNotes(
        platform.knex,
        events.map((event) => event.acting_for),
      )
    : new Map();
  const corrections = decide(actor, 'case.readRecord', subject).allowed
    ? await correctionViews(platform, actor, seen, events)
    : new Map<string, CorrectionOfEvent>();
  const corrected: string[] = full ? [] : await correctedEvents(platform.knex, current.id).pluck('event_id');
  const shown = full ? events : events.filter(({ id, public_status: told }) => told && !corrected.includes(id));
  return shown.map((event) => ({
    id: event.id,
    seq: event.seq,
    code: event.code,
    title: published.read.events.find((one) => one.code === event.code)?.title ?? { vi: event.code, en: event.code },
    businessAt: event.business_at.toISOString(),
    enteredAt: event.entered_at.toISOString(),
    lateReason: full ? event.late_reason : null,
    person: full ? named(names, event.person_id) : null,
    actingFor: notes.get(event.acting_for ?? '') ?? null,
    actor: event.actor,
    actorTitle: event.actor ? bodies(event.actor) : null,
    stateAfter: event.state_after,
    stateAfterTitle: stateTitle(published, event.state_after),
    publicStatus: event.public_status,
    publicText: event.public_text,
    ...corrections.get(event.id),
  }));
}

async function noticeViews(
  platform: Platform,
  current: CaseRecord,
  published: PublishedPackage,
  bodies: BodyNames,
): Promise<CaseNotice[]> {
  const groups = published.read.manifest.candidateGroups;
  const rows = await platform
    .knex('procedures.notices')
    .where({ case_id: current.id })
    // What was said to one person (a mention, an assignment) is that person's.
    .whereIn('kind', ['REQUIRED', 'CLOCK', 'REMINDER'])
    .whereNot('recipient', 'PERSON')
    .orderBy('created_at');
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    recipient: row.recipient,
    recipientTitle: groups.find(({ id }) => id === row.recipient)?.title ?? bodies(row.recipient),
    rule: row.rule,
    text: row.text,
    createdAt: row.created_at.toISOString(),
    readAt: row.read_at?.toISOString() ?? null,
  }));
}

async function positionView(platform: Platform, current: CaseRecord): Promise<CaseDetail['position']> {
  const rows: { element_id: string; is_active: boolean }[] = await platform
    .knex('procedures.element_instances as e')
    .join('procedures.case_instances as i', (on) =>
      on.on('i.engine_id', 'e.engine_id').andOn('i.process_instance_key', 'e.process_instance_key'),
    )
    .where('i.case_id', current.id)
    .whereNot('e.element_type', 'PROCESS')
    .select('e.element_id', platform.knex.raw('bool_or(e.ended_at is null) as is_active'))
    .groupBy('e.element_id');
  return {
    active: rows.filter((row) => row.is_active).map((row) => row.element_id),
    done: rows.filter((row) => !row.is_active).map((row) => row.element_id),
  };
}

async function offers(
  platform: Platform,
  actor: Actor,
  current: CaseRecord,
  published: PublishedPackage,
  subject: CaseSubject,
  context: Record<string, unknown>,
): Promise<CaseOffer[]> {
  if (!decide(actor, 'case.event', { tenantId: actor.tenantId, groups: [], case: subject }).allowed) return [];
  const position = await positionOf(platform.knex, current.id, current.life, context);
  return published.read.events.flatMap((event) => {
    const offered = offeredSource(event, position, null);
    if (!offered || offered.kind === 'task') return [];
    return [
      {
        code: event.code,
        title: event.title,
        kind: offered.kind,
        form: findForm(published, event.form) as CaseOffer['form'],
      },
    ];
  });
}
