// Owns the writing of a new case, whoever starts it: the record is written at once and is never refused for being half
// filled by anything but the form itself; the engine is told by a start message that carries our case id, so that a retry
// starts nothing twice. Whether somebody may start it is asked before, by whoever calls.
import { prepareAct } from '../acts/prepare-act';
import type { PreparedAct } from '../acts/prepared-act';
import { bindAttachments } from '../attachments/bind-attachments';
import { writeAudit } from '../audit/write-audit';
import { engineVariables } from '../context/engine-variables';
import { feelContext } from '../context/feel-context';
import { resolveFeel } from '../feel/resolve-feel';
import { claimReserved } from '../numbers/claim-reserved';
import { newReceiptCode } from '../numbers/receipt-code';
import { stageAction } from '../outbox/stage-action';
import type { Manifest, ParameterValue, StartDefinition } from '../packages/types';
import { parametersOf } from '../parameters/effective-parameters';
import { ProblemError } from '../problems/problem-error';
import { findEvent, findForm, type PublishedPackage } from '../publishing/package-library';
import type { Platform } from '../runtime/platform';
import { writeSealings } from '../sealing/write-sealings';
import { markSuspected } from '../similar/mark-suspected';
import { inTransaction } from '../storage/in-transaction';
import type { Sendable } from '../storage/rows';
import { isUniqueViolation } from '../storage/unique-violation';
import { UUID } from '../storage/uuid';
import { actingRightFor } from '../tenants/acting-right';
import type { Actor } from '../tenants/actor';
import { caseListing } from './case-listing';
import { deployedName } from './deployed-name';
import { RecordStore } from './record-store';
import { refuseChangedStart } from './refuse-changed-start';
import { refuseEmptyEntry } from './refuse-empty-entry';

export interface NewCase {
  /** null: whoever is not signed in. */
  actor: Actor | null;
  tenantId: string;
  published: PublishedPackage;
  start: StartDefinition;
  /** As sent, for the form of the start; or checked already, against another form. */
  values: Record<string, unknown>;
  checked?: Record<string, unknown>;
  at?: unknown;
  lateReason?: unknown;
  /** The version whose form was shown; none said, nothing asked. */
  version?: unknown;
  /** The number of a paper, of a block that was kept. */
  reserved?: unknown;
  /** Ids of cases that may be about the same, by who is signed in. */
  suspected?: unknown;
  /** Who enters it has said that nothing in it is meant. */
  confirmedEmpty?: boolean;
  /** uuid made once per entry: the same one again is the same case. */
  clientId: string;
}

export interface StartedCase {
  caseId: string;
  actionId: string;
  receiptCode: string | null;
}

export async function beginCase(platform: Platform, given: NewCase): Promise<StartedCase> {
  const { actor, tenantId, published, start, clientId } = given;
  if (!UUID.test(clientId ?? '')) throw needsClientId();
  const repeated = await alreadyStarted(platform, tenantId, clientId);
  if (repeated) return repeated;

  await refuseChangedStart(platform, tenantId, published, start, given.version);
  const manifest = published.read.manifest;
  const store = new RecordStore(platform.strapi);
  const parametersAt = await parametersOf(platform.knex, tenantId, manifest);
  const prepared = await prepareAct(platform, {
    published,
    eventOf: () => findEvent(published, start.event),
    form: findForm(published, start.form),
    values: given.values,
    checked: given.checked,
    at: given.at,
    lateReason: given.lateReason,
    current: null,
    parametersAt,
    record: { receivedByUnit: actor?.units[0] ?? null },
    attributes: store.recordAttributes(manifest.record.contentType, manifest.record.people),
    tenantId,
  });
  // What comes from outside was checked against a form of its own, which asks for words.
  if (!given.checked && given.confirmedEmpty !== true) await refuseEmptyEntry(platform.knex, given);
  try {
    const { staged, receiptCode } = await write(
      platform,
      { actor, tenantId },
      { published, start, prepared, parameters: parametersAt(prepared.businessAt) },
      given,
    );
    platform.outbox.sendNow(staged);
    return { caseId: clientId, actionId: staged.id, receiptCode };
  } catch (error) {
    // The same entry sent twice at the same moment: the other one has written it.
    const other = isUniqueViolation(error) ? await alreadyStarted(platform, tenantId, clientId) : null;
    if (other) return other;
    throw error;
  }
}

async function write(
  platform: Platform,
  { actor, tenantId }: { actor: Actor | null; tenantId: string },
  {
    published,
    start,
    prepared,
    parameters,
  }: {
    published: PublishedPackage;
    start: StartDefinition;
    prepared: PreparedAct;
    parameters: Record<string, ParameterValue>;
  },
  { clientId: caseId, reserved, suspected }: NewCase,
): Promise<{ staged: Sendable; receiptCode: string | null }> {
  const manifest = published.read.manifest;
  const now = platform.clock.now();
  const store = new RecordStore(platform.strapi);
  const known = store.attributes(manifest.record.contentType);
  const given: Record<string, unknown> = {
    receivedByUnit: actor?.units[0] ?? null,
    receivedAt: prepared.businessAt,
    ...prepared.payload.record,
  };
  const people = prepared.payload.people ?? [];
  const inContext = manifest.record.people ? { ...given, [manifest.record.people]: people } : given;
  const context = feelContext({
    record: inContext,
    task: prepared.payload.task,
    event: { code: start.event, at: prepared.businessAt },
    parameters,
    tenantId,
  });
  const setting = (feel: string | null | undefined) => resolveFeel(feel ?? null, context);
  const handlingUnit = text(setting(manifest.record.handlingUnit)) ?? actor?.units[0] ?? 'UNKNOWN';
  const originUnit = text(setting(manifest.record.originUnit));
  const receipt = manifest.record.receiptCode;
  const receiptCode = receipt && setting(receipt.when) === true ? newReceiptCode() : null;
  const own: Record<string, unknown> = {
    ...given,
    handlingUnit,
    tenant: tenantId,
    ...(receipt && receiptCode ? { [receipt.field]: receiptCode } : {}),
  };
  const data = Object.fromEntries(Object.entries(own).filter(([name]) => known.has(name)));
  const message = await deployedName(platform, tenantId, manifest, 'message', start.message);
  // The variables are computed over the record as it will be, with what the case itself decides.
  const variables = {
    ...variablesOfCase(manifest, { ...inContext, ...own }, handlingUnit, originUnit, parameters, tenantId, prepared),
    caseId,
  };
  const actingFor = actor && actingRightFor(actor, start.groups, manifest.id);
  const starting = {
    id: caseId,
    tenant_id: tenantId,
    state: 'STARTING',
    handling_unit: handlingUnit,
    origin_unit: originUnit,
    facts: {},
  };

  const staged = await inTransaction(platform.strapi, async (trx) => {
    const documentId = await store.create(manifest.record.contentType, manifest.record.people, data, people);
    await trx('procedures.cases').insert({
      id: caseId,
      tenant_id: tenantId,
      package_id: manifest.id,
      package_version: manifest.version,
      record_type: manifest.record.contentType,
      record_document_id: documentId,
      receipt_code: receiptCode,
      state: 'STARTING',
      handling_unit: handlingUnit,
      origin_unit: originUnit,
      restricted: setting(manifest.record.restricted) === true,
      participating_units: list(setting(manifest.record.participatingUnits)) ?? [handlingUnit],
      received_at: prepared.businessAt,
      created_at: now,
      updated_at: now,
      ...caseListing(published.read, starting, own),
    });
    const { businessAt, lateReason } = prepared;
    const series = manifest.record.numberSeries;
    await claimReserved(trx, { tenantId, caseId, series, reserved, businessAt, enteredAt: now, lateReason });
    const personId = actor?.personId ?? null;
    if (actor) {
      await markSuspected(trx, actor, caseId, suspected, now);
      await trx('procedures.intake_drafts').where({ id: caseId, person_id: personId }).delete();
    }
    await bindAttachments(trx, { tenantId, personId, clientId: caseId, caseId, at: now });
    await writeSealings(trx, { ...prepared.sealed, tenantId, caseId, at: now });
    const action = await stageAction(trx, {
      tenantId,
      caseId,
      kind: 'START_CASE',
      eventCode: start.event,
      businessAt: prepared.businessAt,
      enteredAt: now,
      lateReason: prepared.lateReason,
      personId: actor?.personId ?? null,
      actingFor: actingFor?.id ?? null,
      // The record is written already; confirmation adds what the event sets.
      payload: { ...prepared.payload, record: {}, people: null },
      command: { kind: 'publishMessage', name: message, correlationKey: caseId, variables },
    });
    await writeAudit(trx, {
      tenantId,
      at: now,
      actor,
      actingFor,
      action: 'case.start',
      subjectType: 'case',
      subjectId: caseId,
      detail: {
        event: start.event,
        fields: Object.keys(prepared.payload.record),
        sealed: prepared.sealed.sealings.map((sealing) => sealing.id),
      },
    });
    return action;
  });
  return { staged, receiptCode };
}

function variablesOfCase(
  manifest: Manifest,
  record: Record<string, unknown>,
  handlingUnit: string,
  originUnit: string | null,
  parameters: Record<string, ParameterValue>,
  tenantId: string,
  prepared: PreparedAct,
): Record<string, unknown> {
  return engineVariables(
    manifest,
    feelContext({
      record,
      task: prepared.payload.task,
      event: { code: prepared.event.code, at: prepared.businessAt },
      parameters,
      tenantId,
      case: {
        id: '',
        state: 'STARTING',
        handling_unit: handlingUnit,
        origin_unit: originUnit,
        facts: prepared.payload.facts,
      },
    }),
  );
}

async function alreadyStarted(platform: Platform, tenantId: string, clientId: string): Promise<StartedCase | null> {
  const row = await platform.knex('procedures.cases').where({ id: clientId, tenant_id: tenantId }).first();
  if (!row) return null;
  const action = await platform.knex('procedures.actions').where({ case_id: clientId, kind: 'START_CASE' }).first();
  return { caseId: clientId, actionId: action.id, receiptCode: row.receipt_code };
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const list = (value: unknown): string[] | null =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : null;

const needsClientId = () =>
  new ProblemError({
    code: 'CLIENT_ID_NEEDED',
    vi: 'Cần mã lần nhập (clientId) dạng uuid để không ghi trùng. Hãy tải lại trang.',
    en: 'Expected clientId to be a uuid, so that nothing is entered twice. Reload the page.',
  });
