// Owns the completion of a task by a person: checked, staged with its effects, sent. The record confirms it later.
import type { Knex } from 'knex';
import { eventOfTask } from '../acts/event-of-task';
import { prepareAct } from '../acts/prepare-act';
import { proposalFor } from '../acts/proposal';
import { writeAudit } from '../audit/write-audit';
import { caseContext } from '../cases/case-context';
import { RecordStore } from '../cases/record-store';
import { stageAction } from '../outbox/stage-action';
import { decide } from '../policy/decide';
import { findForm } from '../publishing/package-library';
import type { Platform } from '../runtime/platform';
import { writeSealings } from '../sealing/write-sealings';
import { inTransaction } from '../storage/in-transaction';
import { actingRightFor } from '../tenants/acting-right';
import type { Actor } from '../tenants/actor';
import { loadTask } from './load-task';
import { refuseChangedForm } from './refuse-changed-form';
import { refuseStale } from './refuse-stale';
import { repeatedCompletion } from './repeated-completion';
import { requireHolder } from './require-holder';

export interface CompleteTaskInput {
  version: unknown;
  values: Record<string, unknown>;
  at?: unknown;
  lateReason?: unknown;
  /** See EnterEventInput. */
  actionId?: string;
  /** The package version that the page read the form in. */
  packageVersion?: unknown;
}

/** Stages the completion and sends it; returns the id of the action to follow. The same one again is the same action. */
export async function completeTask(
  platform: Platform,
  actor: Actor,
  taskId: string,
  input: CompleteTaskInput,
): Promise<string> {
  const { task, current, subject } = await loadTask(platform.knex, taskId, actor.tenantId);
  const repeated = await repeatedCompletion(platform.knex, task, actor.personId, input);
  if (repeated) return repeated;
  await requireHolder(platform.knex, decide(actor, 'task.complete', subject), task);
  refuseStale(task, input.version);
  const published = await platform.library.load(current.tenant_id, current.package_id, current.package_version);
  await refuseChangedForm(platform, task, current, published, input.packageVersion);
  const store = new RecordStore(platform.strapi);
  const { record, context, parametersAt } = await caseContext(platform, current, published);
  const proposal = await proposalFor(platform, published, task.element_id, context);
  const prepared = await prepareAct(platform, {
    published,
    eventOf: (values) => eventOfTask(published.read.events, task.element_id, values),
    form: findForm(published, task.form_id),
    values: input.values,
    at: input.at,
    lateReason: input.lateReason,
    current,
    parametersAt,
    record,
    attributes: store.recordAttributes(current.record_type, published.read.manifest.record.people),
    tenantId: actor.tenantId,
    facts: proposal ? { proposal } : {},
  });
  const actingFor = actingRightFor(actor, task.candidate_groups, current.package_id);
  const variables = { ...prepared.variables(), caseId: current.id };
  const staged = await inTransaction(platform.strapi, async (trx) => {
    // Only as it was looked at: between the look and now somebody else may have acted, and every act raises the version.
    const taken = await trx('procedures.tasks')
      .where({ id: taskId, version: task.version, state: 'OPEN' })
      .update({ state: 'COMPLETING', version: trx.raw('version + 1') });
    if (taken === 0) return { id: await overtaken(trx, actor, taskId, input), command: null };
    const at = platform.clock.now();
    await writeSealings(trx, { ...prepared.sealed, tenantId: actor.tenantId, caseId: current.id, at });
    // What was typed of a protected person is sealed now: the draft that still says it ends here.
    if (prepared.sealed.sealings.length > 0) await trx('procedures.task_drafts').where({ task_id: taskId }).delete();
    const action = await stageAction(trx, {
      id: input.actionId,
      tenantId: actor.tenantId,
      caseId: current.id,
      taskId,
      kind: 'COMPLETE_TASK',
      eventCode: prepared.event.code,
      businessAt: prepared.businessAt,
      enteredAt: platform.clock.now(),
      lateReason: prepared.lateReason,
      personId: actor.personId,
      actingFor: actingFor?.id ?? null,
      payload: prepared.payload,
      command: {
        kind: 'completeJob',
        jobKey: String(task.job_key),
        variables,
      },
    });
    await writeAudit(trx, {
      tenantId: actor.tenantId,
      at: platform.clock.now(),
      actor,
      actingFor,
      action: 'task.complete',
      subjectType: 'task',
      subjectId: taskId,
      detail: { event: prepared.event.code, sealed: prepared.sealed.sealings.map((sealing) => sealing.id) },
    });
    return action;
  });
  if (staged.command) platform.outbox.sendNow(staged);
  return staged.id;
}

/** The act that was here first, when it is the same sent twice at one moment; else says what has become of the task. */
async function overtaken(
  trx: Knex.Transaction,
  actor: Actor,
  taskId: string,
  input: CompleteTaskInput,
): Promise<string> {
  const { task, subject } = await loadTask(trx, taskId, actor.tenantId, true);
  const repeated = await repeatedCompletion(trx, task, actor.personId, input);
  if (repeated) return repeated;
  await requireHolder(trx, decide(actor, 'task.complete', subject), task);
  refuseStale(task, input.version);
  throw new Error(`Expected task ${taskId} to have changed meanwhile, but it has not`);
}
