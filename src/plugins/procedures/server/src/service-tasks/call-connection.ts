// Owns procedures.http: may it be sent, what is sent, and what the answer means. The job's own id goes along as the
// Idempotency-Key, the same at every attempt.
import type { HttpTask } from '../../../shared/service-tasks-contract';
import { openHeaders } from '../connections/connection-headers';
import { findConnection } from '../connections/connection-rows';
import type { Platform } from '../runtime/platform';
import type { OutsideAnswer } from './outside';
import { requestOfStep } from './request-of-step';
import type { Outcome, ServiceJob } from './service-job';
import { stepFacts } from './step-facts';
import { takeResults } from './take-results';

/** `interrupted`: an earlier attempt was sent, and nobody heard how it ended. */
export async function callConnection(
  platform: Platform,
  job: ServiceJob,
  task: HttpTask,
  interrupted: boolean,
): Promise<Outcome> {
  const connection = await findConnection(platform.knex, job.tenant_id, task.connection);
  if (!connection?.active) return { kind: 'stop', problem: 'CONNECTION_UNKNOWN' };
  const repeats = connection.repeatable || task.method === 'GET';
  if (interrupted && !repeats) return { kind: 'stop', problem: 'HTTP_UNCLEAR' };
  const { variables, sensitive } = await stepFacts(platform, job.case_id);
  if (sensitive && !connection.sensitive) return { kind: 'stop', problem: 'HTTP_SENSITIVE_CASE' };
  const request = requestOfStep(task, connection, variables);
  if ('problem' in request) return { kind: 'stop', problem: request.problem };
  const began = performance.now();
  const answer = await platform.outside.call({
    caseId: job.case_id,
    elementId: job.element_id,
    ...request,
    method: task.method,
    headers: { ...openHeaders(platform, connection), 'idempotency-key': job.id },
    timeoutMs: connection.timeout_seconds * 1000,
    reads: task.result.length > 0,
  });
  return { ...meaningOf(task, answer, repeats), milliseconds: Math.round(performance.now() - began) };
}

function meaningOf(task: HttpTask, answer: OutsideAnswer, repeats: boolean): Outcome {
  switch (answer.kind) {
    case 'refused':
      return { kind: 'stop', problem: 'HTTP_ADDRESS_REFUSED' };
    case 'no-trial-answer':
      return { kind: 'stop', problem: 'TRIAL_ANSWER_MISSING' };
    case 'late':
      return repeats ? { kind: 'again', problem: 'HTTP_TIMEOUT' } : { kind: 'stop', problem: 'HTTP_UNCLEAR' };
    case 'failed':
      return repeats || !answer.unclear
        ? { kind: 'again', problem: 'HTTP_NO_ANSWER' }
        : { kind: 'stop', problem: 'HTTP_UNCLEAR' };
    case 'too-large':
      return { kind: 'stop', problem: 'HTTP_ANSWER_TOO_LARGE', status: answer.status };
    case 'answered':
      return { ...ofStatus(task, answer.status, answer.body, repeats), status: answer.status };
  }
}

/** The other side says that it is not done, and that asking later may help. */
const LATER = [408, 425, 429];

function ofStatus(task: HttpTask, status: number, body: Buffer | null, repeats: boolean): Outcome {
  if (status >= 200 && status < 300) {
    const taken = takeResults(task.result, body);
    return 'problem' in taken ? { kind: 'stop', problem: taken.problem } : { kind: 'done', results: taken.results };
  }
  if (status >= 300 && status < 400) return { kind: 'stop', problem: 'HTTP_REDIRECTED' };
  if (status < 500 && !LATER.includes(status)) return { kind: 'stop', problem: 'HTTP_REFUSED' };
  // A fault of the other side may have come after it took what was sent.
  if (status >= 500 && !repeats) return { kind: 'stop', problem: 'HTTP_UNCLEAR' };
  return { kind: 'again', problem: 'HTTP_SERVER_ERROR' };
}
