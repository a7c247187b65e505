// Owns the entering of a business event on a case by its code, whatever it is in the procedure: a task is completed, a
// message is published to the wait that is open, or only our record keeps it.

import { prepareAct } from '../acts/prepare-act';
import { writeAudit } from '../audit/write-audit';
import { caseContext } from '../cases/case-context';
import { loadCase } from '../cases/load-case';
import { RecordStore } from '../cases/record-store';
import { setAt } from '../forms/value-path';
import { confirmAction } from '../outbox/confirm-action';
import { findAction } from '../outbox/find-action';
import { stageAction } from '../outbox/stage-action';
import type { EventDefinition, FormSchema } from '../packages/types';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import { ProblemError } from '../problems/problem-error';
import { findEvent, findForm } from '../publishing/package-library';
import type { Platform } from '../runtime/platform';
import { writeSealings } from '../sealing/write-sealings';
import { doneOnce, holds } from '../storage/done-once';
import { inTransaction } from '../storage/in-transaction';
import type { ActionPayload } from '../storage/rows';
import { claimTask } from '../tasks/claim-task';
import { completeTask } from '../tasks/complete-task';
import type { Actor } from '../tenants/actor';
import { type Offered, offeredSource, positionOf } from './event-sources';
import { valuesFromData } from './form-values';

export interface EnterEventInput {
  code: string;
  values?: Record<string, unknown>;
  data?: Record<string, unknown>;
  /** What the paper says beside the data; a package may read it into its form. */
  note?: unknown;
  at?: unknown;
  lateReason?: unknown;
  /** The id of the action to stage, where the same call again must be known as the same. */
  actionId?: string;
}

/** Stages the event, once for each `actionId`; returns the id of the action to follow. */
export async function enterEvent(
  platform: Platform,
  actor: Actor,
  caseId: string,
  input: EnterEventInput,
): Promise<string> {
  const { actionId: id } = input;
  if (!id) return stageEvent(platform, actor, caseId, input);
  const own = { tenant_id: actor.tenantId, case_id: caseId, person_id: actor.personId };
  const isSame = ({ payload }: Record<string, unknown>) => holds((payload as ActionPayload).values, input.values ?? {});
  return doneOnce(platform.knex, { table: 'procedures.actions', id, own, isSame }, () =>
    stageEvent(platform, actor, caseId, input),
  );
}

async function stageEvent(platform: Platform, actor: Actor, caseId: string, input: EnterEventInput): Promise<string> {
  const { current, subject } = await loadCase(platform.knex, caseId, actor.tenantId);
  const published = await platform.library.load(current.tenant_id, current.package_id, current.package_version);
  const event = findEvent(published, input.code);
  const { context, record, parametersAt } = await caseContext(platform, current, published);
  const position = await positionOf(platform.knex, caseId, current.life, context);
  const offered = offeredSource(event, position, input.values ?? null);
  if (!offered)
    throw notOffered(
      event,
      position.tasks.map((task) => task.title),
    );
  const form = findForm(published, offered.kind === 'task' ? offered.task.form_id : event.form);
  const values = valuesOf(event, form, { ...context, note: input.note ?? null }, input);

  if (offered.kind !== 'record')
    for (const [path, value] of Object.entries(offered.with)) setAt(values, path.split('.'), value);
  if (offered.kind === 'task') {
    const task = await claimTask(platform, actor, offered.task.id, offered.task.version);
    return completeTask(platform, actor, task.id, {
      version: task.version,
      values,
      at: input.at,
      lateReason: input.lateReason,
      actionId: input.actionId,
    });
  }
  requireAllowed(decide(actor, 'case.event', { tenantId: actor.tenantId, groups: [], case: subject }));
  const store = new RecordStore(platform.strapi);
  const prepared = await prepareAct(platform, {
    published,
    eventOf: () => event,
    form,
    values,
    at: input.at,
    lateReason: input.lateReason,
    current,
    parametersAt,
    record,
    attributes: store.recordAttributes(current.record_type, published.read.manifest.record.people),
    tenantId: actor.tenantId,
  });
  const now = platform.clock.now();
  const command = offered.kind === 'message' ? commandOf(offered, prepared.variables(), caseId) : null;
  const staged = await inTransaction(platform.strapi, async (trx) => {
    await writeSealings(trx, { ...prepared.sealed, tenantId: actor.tenantId, caseId, at: now });
    const action = await stageAction(trx, {
      id: input.actionId,
      tenantId: actor.tenantId,
      caseId,
      kind: offered.kind === 'message' ? 'PUBLISH_MESSAGE' : 'RECORD_EVENT',
      eventCode: event.code,
      businessAt: prepared.businessAt,
      enteredAt: now,
      lateReason: prepared.lateReason,
      personId: actor.personId,
      payload: prepared.payload,
      command,
    });
    if (offered.kind === 'record') await confirmAction(platform, trx, await findAction(trx, action.id), null);
    else
      await writeAudit(trx, {
        tenantId: actor.tenantId,
        at: now,
        actor,
        action: 'case.event',
        subjectType: 'case',
        subjectId: caseId,
        detail: { event: event.code, sealed: prepared.sealed.sealings.map((sealing) => sealing.id) },
      });
    return action;
  });
  if (staged.command) platform.outbox.sendNow(staged);
  return staged.id;
}

/** Values as a page sends them, or data as another program sends it, with values on top of what the data says. */
function valuesOf(
  event: EventDefinition,
  form: FormSchema | null,
  context: Record<string, unknown>,
  input: EnterEventInput,
): Record<string, unknown> {
  if (!input.data) return input.values ?? {};
  const values = valuesFromData(event, form, context, input.data);
  for (const [part, fields] of Object.entries(input.values ?? {})) {
    for (const [name, value] of Object.entries((fields ?? {}) as object)) setAt(values, [part, name], value);
  }
  return values;
}

function commandOf(offered: Extract<Offered, { kind: 'message' }>, variables: Record<string, unknown>, caseId: string) {
  return {
    kind: 'publishMessage' as const,
    name: offered.wait.message_name,
    correlationKey: offered.wait.correlation_key,
    variables: { ...variables, caseId },
  };
}

function notOffered(event: EventDefinition, openTasks: string[]): ProblemError {
  return new ProblemError({
    code: 'EVENT_NOT_OFFERED',
    status: 409,
    vi: `Cần một sự kiện mà hồ sơ đang chờ, nhưng "${event.title.vi}" chưa thể xảy ra ở bước này. Các việc đang mở: ${openTasks.join('; ') || 'không có'}.`,
    en: `Expected an event that the case is waiting for, but "${event.title.en}" cannot happen at this point.`,
    detail: { code: event.code },
  });
}
