// Owns what job records do to tasks: a created user-task job opens one, a completed job confirms the act that asked for
// it, a cancelled job takes the task away and keeps what was typed.
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { dueOfElement } from '../case-clocks/bind-task-dues';
import { confirmAction } from '../outbox/confirm-action';
import { supersedeAction } from '../outbox/supersede-action';
import { elementOf } from '../publishing/package-library';
import type { EngineRecord, Reaction } from '../records/types';
import type { Platform } from '../runtime/platform';
import type { ActionRecord, TaskRecord } from '../storage/rows';
import { caseOfInstance } from './case-of-instance';
import { plainName } from './plain-names';
import { isTakenAlong, taskTakenAlong } from './rebind-task';

const USER_TASK = 'io.camunda.zeebe:userTask';
/** A variable of the engine is any program's. */
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

interface JobValue {
  type: string;
  bpmnProcessId: string;
  elementId: string;
  elementInstanceKey: number | string;
  processInstanceKey: number | string;
  customHeaders?: Record<string, string>;
  variables?: Record<string, unknown>;
}

export function jobReaction(platform: Platform): Reaction {
  return {
    name: 'user-task',
    valueTypes: ['JOB'],
    async react(record, trx) {
      const job = record.value as unknown as JobValue;
      if (job.type !== USER_TASK) return;
      if (record.intent === 'CREATED') await openTask(platform, trx, record, job);
      else if (record.intent === 'COMPLETED') await closeTask(platform, trx, record, job);
      else if (record.intent === 'CANCELED' || record.intent === 'ERROR_THROWN')
        await cancelTask(platform, trx, record, 'cancelled');
    },
  };
}

async function openTask(platform: Platform, trx: Knex.Transaction, record: EngineRecord, job: JobValue): Promise<void> {
  const process = await plainName(trx, record.engineId, 'process', job.bpmnProcessId);
  if (!process) return;
  const current = await caseOfInstance(trx, record.engineId, String(job.processInstanceKey));
  if (!current) return;
  const published = await platform.library.load(current.tenant_id, current.package_id, current.package_version);
  const element = elementOf(published, job.elementId);
  const ofJob = {
    engine_id: record.engineId,
    job_key: record.key,
    element_id: job.elementId,
    element_instance_key: String(job.elementInstanceKey),
    process_id: process,
    title: element?.title.vi ?? published.titles.get(job.elementId) ?? job.elementId,
    form_id: element?.form ?? null,
    candidate_groups: candidateGroups(job.customHeaders),
    constraints: JSON.stringify({ differentFrom: element?.differentFrom ?? null }),
  };
  const taken = await taskTakenAlong(trx, current.id, job.elementId, String(job.processInstanceKey));
  if (taken) await trx('procedures.tasks').where({ id: taken }).update(ofJob);
  else
    await trx('procedures.tasks').insert({
      id: randomUUID(),
      case_id: current.id,
      tenant_id: current.tenant_id,
      ...ofJob,
      state: 'OPEN',
      opened_at: platform.clock.now(),
      ...(await dueOfElement(trx, published.read.manifest, current.id, job.elementId)),
    });
  trx.executionPromise.then(() => platform.settlements.announce(`case:${current.id}`)).catch(() => undefined);
}

async function closeTask(
  platform: Platform,
  trx: Knex.Transaction,
  record: EngineRecord,
  job: JobValue,
): Promise<void> {
  const action = await actionThatCompleted(trx, record, job.variables?.actionId);
  if (action) return confirmAction(platform, trx, action, action.task_id);
  // Completed by something other than the act we staged: the task is gone, the act did not happen.
  await cancelTask(platform, trx, record, 'completed elsewhere');
}

async function cancelTask(
  platform: Platform,
  trx: Knex.Transaction,
  record: EngineRecord,
  reason: string,
): Promise<void> {
  const task = await taskOf(trx, record);
  if (!task || task.state === 'COMPLETED' || task.state === 'CANCELLED') return;
  if (reason === 'cancelled' && (await isTakenAlong(trx, task.case_id, task.id))) return;
  await trx('procedures.tasks')
    .where({ id: task.id })
    .update({ state: 'CANCELLED', completed_at: platform.clock.now(), version: trx.raw('version + 1') });
  const action = await openActionOf(trx, task.id);
  if (!action) return;
  await supersedeAction(trx, action, reason);
  trx.executionPromise.then(() => platform.settlements.settle(action.id)).catch(() => undefined);
}

async function taskOf(trx: Knex.Transaction, record: EngineRecord): Promise<TaskRecord | undefined> {
  return trx('procedures.tasks').where({ engine_id: record.engineId, job_key: record.key }).forUpdate().first();
}

const OPEN_STATES = ['STAGED', 'SENT', 'BLOCKED'];

/** The open act whose id the job was completed with, if it is an act on this job's task. */
async function actionThatCompleted(
  trx: Knex.Transaction,
  record: EngineRecord,
  actionId: unknown,
): Promise<ActionRecord | undefined> {
  if (typeof actionId !== 'string' || !UUID.test(actionId)) return undefined;
  return trx('procedures.actions as a')
    .join('procedures.tasks as t', 't.id', 'a.task_id')
    .where({ 'a.id': actionId, 't.engine_id': record.engineId, 't.job_key': record.key })
    .whereIn('a.state', OPEN_STATES)
    .forUpdate()
    .first('a.*');
}

async function openActionOf(trx: Knex.Transaction, taskId: string): Promise<ActionRecord | undefined> {
  return trx('procedures.actions').where({ task_id: taskId }).whereIn('state', OPEN_STATES).forUpdate().first();
}

function candidateGroups(headers: Record<string, string> | undefined): string[] {
  const text = headers?.['io.camunda.zeebe:candidateGroups'];
  if (!text) return [];
  try {
    const groups: unknown = JSON.parse(text);
    return Array.isArray(groups) ? groups.filter((group): group is string => typeof group === 'string') : [];
  } catch {
    return text.split(',').map((group) => group.trim());
  }
}
