// Owns what a business event does to a case once it is certain: record, facts, state, outcome, public status, clocks
// and notices, all in the transaction that confirms it.
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { raiseAlarms } from '../alarms/raise-alarms';
import { applyClocks } from '../case-clocks/apply-clocks';
import { clocksOf, isOpen, toOpenClock } from '../case-clocks/open-clocks';
import { caseListing } from '../cases/case-listing';
import { RecordStore } from '../cases/record-store';
import { feelContext } from '../context/feel-context';
import { resolveFeel } from '../feel/resolve-feel';
import { writeNotices } from '../notices/write-notices';
import type { ReadPackage } from '../packages/read-package';
import type { EventDefinition, LocalText } from '../packages/types';
import { effectiveParameters } from '../parameters/effective-parameters';
import type { Platform } from '../runtime/platform';
import { writeSimilar } from '../similar/write-similar';
import type { ActionRecord, BusinessEventRecord, CaseRecord } from '../storage/rows';
import { eventSettings } from './event-settings';
import { publicStatusOf } from './public-status';
import { writeRows } from './write-rows';

/** What the confirmation of a start adds to the case and to its record. */
export interface BegunCase {
  row: { life: 'ACTIVE'; book_no: string | null };
  record: Record<string, unknown>;
}

/** Applies `action`'s event to its case, whose row the caller has locked; returns the event as written. */
export async function applyEvent(
  platform: Pick<Platform, 'strapi' | 'clock' | 'log'>,
  trx: Knex.Transaction,
  published: { read: ReadPackage; event: EventDefinition },
  { action, current, begun }: { action: ActionRecord; current: CaseRecord; begun: BegunCase | null },
): Promise<BusinessEventRecord> {
  const { event } = published;
  const { manifest } = published.read;
  const store = new RecordStore(platform.strapi);
  const people = manifest.record.people;
  const payload = action.payload;
  const before = await store.read(current.record_type, people, current.record_document_id);
  const facts = { ...current.facts, ...payload.facts };
  const parameters = await effectiveParameters(trx, current.tenant_id, manifest, action.business_at);
  // A start has written its record already: what it said is what the record says.
  const said = action.kind === 'START_CASE' ? before?.record : payload.record;
  const contextOf = (record: Record<string, unknown>, state: string, unit = current.handling_unit) =>
    feelContext({
      record,
      task: payload.task,
      event: { code: event.code, at: action.business_at, data: { ...payload.task, ...said } },
      parameters,
      tenantId: current.tenant_id,
      case: { ...current, state, facts, handling_unit: unit },
    });

  const given = { ...begun?.record, ...payload.record };
  const merged = { ...before?.record, ...given };
  const changed = { ...given, ...eventSettings(event, merged, (over) => contextOf(over, current.state)) };
  const record = { ...merged, ...changed };
  const context = contextOf(record, current.state);
  const state = stringOr(resolveFeel(event.state ?? null, context), current.state);
  const newOutcome = resolveFeel(event.outcome ?? null, context);
  const outcome = stringOr(newOutcome, current.outcome);
  // A new outcome brings its own ground, or has none: the ground of an earlier one does not stay.
  const ground = stringOr(
    resolveFeel(event.outcomeGround ?? null, context),
    typeof newOutcome === 'string' ? null : current.outcome_ground,
  );
  const shown = publicStatusOf(event, context);
  const own = ownAttributes(store, current.record_type, { ...changed, state, outcome });
  await store.update(current.record_type, people, current.record_document_id, own, payload.people, current.tenant_id);

  const unit = stringOr(resolveFeel(manifest.record.handlingUnit ?? null, context), current.handling_unit);
  await trx('procedures.cases')
    .where({ id: current.id })
    .update({
      ...begun?.row,
      state,
      outcome,
      outcome_ground: ground,
      handling_unit: unit,
      facts: JSON.stringify(facts),
      public_status: shown?.status ?? current.public_status,
      public_text: JSON.stringify(shown?.text ?? current.public_text),
      updated_at: platform.clock.now(),
      ...caseListing(published.read, { ...current, state, facts, handling_unit: unit }, withoutPeople(record, people)),
    });
  if (begun || Object.keys(changed).length > 0) await writeSimilar(trx, manifest, current, context);
  const written = await writeEvent(trx, action, event, state, shown);
  await applyClocks({
    trx,
    clock: platform.clock,
    log: platform.log,
    manifest,
    current: { ...current, facts, state, handling_unit: unit },
    event: written,
    context: contextOf(record, state, unit),
  });
  // After the terms, so that a row may say until when one of them runs now.
  if (event.rows?.length) {
    const open = (await clocksOf(trx, current.id)).filter(isOpen).map(toOpenClock);
    const rowContext = { ...contextOf(record, state, unit), clocks: { open } };
    await writeRows(platform.strapi, event.rows, rowsOwner(current, written), rowContext);
  }
  await writeNotices(trx, event, contextOf(record, state), written, current, {
    now: platform.clock.now(),
    bodies: manifest.bodies,
  });
  await raiseAlarms({
    trx,
    manifest,
    // The number that a start has just given is in the row by now; rights and units are not changed by an event.
    current,
    event: written,
    context: contextOf(withoutPeople(record, people), state, unit),
    now: platform.clock.now(),
  });
  return written;
}

const rowsOwner = (current: CaseRecord, { id, code }: BusinessEventRecord) => ({
  recordType: current.record_type,
  recordDocumentId: current.record_document_id,
  tenantId: current.tenant_id,
  event: { id, code },
});

async function writeEvent(
  trx: Knex.Transaction,
  action: ActionRecord,
  event: EventDefinition,
  state: string,
  shown: { status: string; text: LocalText } | null,
): Promise<BusinessEventRecord> {
  const row = {
    id: randomUUID(),
    case_id: action.case_id,
    // The case row is locked: nobody else takes the same number.
    seq: trx.raw('(select coalesce(max(seq), 0) + 1 from procedures.business_events where case_id = ?)', [
      action.case_id,
    ]),
    code: event.code,
    business_at: action.business_at,
    entered_at: action.entered_at,
    late_reason: action.late_reason,
    person_id: action.person_id,
    acting_for: action.acting_for,
    actor: action.payload.actor,
    data: JSON.stringify({ task: action.payload.task }),
    state_after: state,
    public_status: shown?.status ?? null,
    public_text: shown ? JSON.stringify(shown.text) : null,
    action_id: action.id,
  };
  const [written] = await trx('procedures.business_events').insert(row).returning('*');
  return written;
}

/** What lists say of a case is never made of its people. */
function withoutPeople(record: Record<string, unknown>, people: string | null | undefined): Record<string, unknown> {
  return people ? { ...record, [people]: [] } : record;
}

/** Only what the content type has; the rest goes to its `extra` attribute, so that no value is lost. */
function ownAttributes(store: RecordStore, type: string, values: Record<string, unknown>): Record<string, unknown> {
  const known = store.attributes(type);
  return Object.fromEntries(Object.entries(values).filter(([name]) => known.has(name)));
}

function stringOr<T extends string | null>(value: unknown, fallback: T): string | T {
  return typeof value === 'string' && value !== '' ? value : fallback;
}
