// Owns what records do to the steps that the platform does itself: a created job is written down to be done, an ended one is
// settled, an incident stops it, and the incident's end begins it anew.
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { HTTP_JOB, JOB_TYPES } from '../../../shared/service-tasks-contract';
import { writeAuditAtEnd } from '../audit/write-audit';
import { holdingMove, type MoveRecord } from '../moving/move-rows';
import type { EngineRecord, Reaction } from '../records/types';
import type { Platform } from '../runtime/platform';
import { OPEN_SERVICE_STATES, type ServiceJob, serviceJobs } from '../service-tasks/service-job';
import { caseOfInstance } from './case-of-instance';

interface JobValue {
  type: string;
  elementId: string;
  processInstanceKey: number | string;
  customHeaders?: Record<string, string>;
}

export function serviceJobReaction(platform: Platform): Reaction {
  return {
    name: 'service-job',
    valueTypes: ['JOB', 'INCIDENT'],
    async react(record, trx) {
      if (record.valueType === 'INCIDENT') return incident(platform, trx, record);
      const job = record.value as unknown as JobValue;
      if (!JOB_TYPES.includes(job.type)) return;
      if (record.intent === 'CREATED') await begin(platform, trx, record, job);
      else if (record.intent === 'COMPLETED') await settle(platform, trx, record, 'DONE');
      else if (record.intent === 'CANCELED' || record.intent === 'ERROR_THROWN') await cancel(platform, trx, record);
    },
  };
}

const ofJob = (trx: Knex.Transaction, engineId: string, jobKey: string) =>
  serviceJobs(trx).where({ engine_id: engineId, job_key: jobKey });

async function begin(platform: Platform, trx: Knex.Transaction, record: EngineRecord, job: JobValue): Promise<void> {
  const current = await caseOfInstance(trx, record.engineId, String(job.processInstanceKey));
  if (!current) return;
  const headers = JSON.stringify(job.customHeaders ?? {});
  const move = await holdingMove(trx, current.id);
  const taken = move ? await takenAlong(trx, move, job.elementId) : undefined;
  if (taken)
    await serviceJobs(trx)
      .where({ id: taken.id })
      .update({
        engine_id: record.engineId,
        job_key: record.key,
        element_id: job.elementId,
        headers: trx.raw('?::json', [headers]),
        state: taken.results ? 'ANSWERED' : 'QUEUED',
        attempts: 0,
        // Whoever is still sending it has the time of a lease to write what came of it.
        ...(taken.sending ? {} : { next_attempt_at: trx.raw('now()') }),
      });
  else
    await trx('procedures.service_jobs').insert({
      id: randomUUID(),
      tenant_id: current.tenant_id,
      case_id: current.id,
      engine_id: record.engineId,
      job_key: record.key,
      element_id: job.elementId,
      type: job.type,
      headers,
      state: 'QUEUED',
      next_attempt_at: trx.raw('now()'),
      created_at: platform.clock.now(),
    });
  wakeAfter(platform, trx);
}

/** The job that the case brought along from its old version: what was sent for it is not sent under another key. */
function takenAlong(trx: Knex.Transaction, move: MoveRecord, elementId: string): Promise<ServiceJob | undefined> {
  const from = (move.plan?.steps ?? []).flatMap((step) => {
    const [left, entered] = move.back ? [step.to, step.from] : [step.from, step.to];
    return entered === elementId ? [left] : [];
  });
  return serviceJobs(trx)
    .where({ case_id: move.case_id, state: 'MOVING' })
    .whereIn('element_id', [...from, elementId])
    .orderBy('created_at')
    .forUpdate()
    .first();
}

async function settle(
  platform: Platform,
  trx: Knex.Transaction,
  record: EngineRecord,
  state: 'DONE' | 'CANCELLED' | 'MOVING',
): Promise<void> {
  const job = await ofJob(trx, record.engineId, record.key).forUpdate().first();
  if (!job || job.state === 'DONE' || job.state === 'CANCELLED') return;
  await serviceJobs(trx)
    .where({ id: job.id })
    .update({ state, settled_at: trx.raw('now()') });
  if (state !== 'DONE') return;
  await writeAuditAtEnd(trx, {
    tenantId: job.tenant_id,
    at: platform.clock.now(),
    actor: null,
    action: job.type === HTTP_JOB ? 'step.http' : 'step.notify',
    subjectType: 'case',
    subjectId: job.case_id,
    detail: {
      element: job.element_id,
      attempts: job.attempts,
      ...(job.type === HTTP_JOB ? { connection: job.headers.connection ?? '' } : {}),
      ...(job.answer_status === null ? {} : { status: job.answer_status }),
    },
  });
  trx.executionPromise.then(() => platform.settlements.announce(`case:${job.case_id}`)).catch(() => undefined);
}

async function cancel(platform: Platform, trx: Knex.Transaction, record: EngineRecord): Promise<void> {
  const job = await ofJob(trx, record.engineId, record.key).first();
  if (!job) return;
  const isMoved = record.intent === 'CANCELED' && (await holdingMove(trx, job.case_id)) !== undefined;
  await settle(platform, trx, record, isMoved ? 'MOVING' : 'CANCELLED');
}

async function incident(platform: Platform, trx: Knex.Transaction, record: EngineRecord): Promise<void> {
  const jobKey = String((record.value as { jobKey?: number | string }).jobKey ?? '');
  if (!/^[1-9]\d*$/.test(jobKey)) return;
  const job = ofJob(trx, record.engineId, jobKey);
  if (record.intent === 'CREATED') await job.whereIn('state', [...OPEN_SERVICE_STATES]).update({ state: 'FAILED' });
  if (record.intent !== 'RESOLVED') return;
  const begun = await job.where({ state: 'FAILED' }).update({
    state: trx.raw("case when results is null then 'QUEUED' else 'ANSWERED' end"),
    attempts: 0,
    next_attempt_at: trx.raw('now()'),
  });
  if (begun > 0) wakeAfter(platform, trx);
}

const wakeAfter = (platform: Platform, trx: Knex.Transaction): void =>
  void trx.executionPromise.then(() => platform.serviceTasks.wake()).catch(() => undefined);
