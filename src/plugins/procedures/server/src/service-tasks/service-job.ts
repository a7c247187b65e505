// service-tasks/ owns the steps that the platform does itself: from the record of their job to the answer to the engine.
//
//   service-job.ts      the row of one activation: its id is the idempotency key of whatever is sent for it
//   service-worker.ts   who takes the rows: one at a time, again after a failure, told to the engine until its record comes
//   send-notice.ts      procedures.notify       call-connection.ts, call-outside.ts   procedures.http
//
// The row is born in the transaction of the job's record (reactions/service-job-reaction.ts) and ends in that of the record
// which says how the job ended. Nothing is sent that is not written down before; what was answered is not sent again.
import type { Knex } from 'knex';
import type { ServiceProblem } from '../../../shared/service-tasks-contract';

export type ServiceJobState = 'QUEUED' | 'ANSWERED' | 'DONE' | 'FAILING' | 'FAILED' | 'CANCELLED' | 'MOVING';

export interface ServiceJob {
  id: string;
  tenant_id: string;
  case_id: string;
  engine_id: string;
  job_key: string;
  element_id: string;
  type: string;
  headers: Record<string, string>;
  state: ServiceJobState;
  attempts: number;
  sending: boolean;
  next_attempt_at: Date;
  results: Record<string, unknown> | null;
  problem: string | null;
  answer_status: number | null;
  answer_ms: number | null;
  settled_at: Date | null;
}

/** What became of one attempt. */
export type Outcome =
  | { kind: 'done'; results: Record<string, unknown>; status?: number; milliseconds?: number }
  /** Worth another attempt. */
  | { kind: 'again'; problem: ServiceProblem; status?: number; milliseconds?: number }
  /** Somebody else has it by now. */
  | { kind: 'gone'; status?: number; milliseconds?: number }
  | { kind: 'stop'; problem: ServiceProblem; status?: number; milliseconds?: number };

/** Still to be worked on. */
export const OPEN_SERVICE_STATES: readonly ServiceJobState[] = ['QUEUED', 'ANSWERED', 'FAILING'];

export const serviceJobs = (knex: Knex): Knex.QueryBuilder<ServiceJob, ServiceJob[]> =>
  knex<ServiceJob, ServiceJob[]>('procedures.service_jobs');
