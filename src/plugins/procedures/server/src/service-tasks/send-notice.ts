// Owns procedures.notify: the notice and the note that it is written commit together, so nobody is told twice, whoever dies
// in between. Who may know of the case, quiet hours and mails are decided where every notice's are (notices/).
import type { NotifyTask } from '../../../shared/service-tasks-contract';
import { resolveFeel } from '../feel/resolve-feel';
import type { Recipient } from '../notices/find-recipients';
import { notify } from '../notices/notify';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import { noticeText } from './notice-text';
import { type Outcome, type ServiceJob, serviceJobs } from './service-job';
import { stepFacts } from './step-facts';

export async function sendNotice(platform: Platform, job: ServiceJob, task: NotifyTask): Promise<Outcome> {
  const facts = await stepFacts(platform, job.case_id);
  const to = recipientsOf(resolveFeel(task.to, facts.context));
  if (to.length === 0) return { kind: 'stop', problem: 'NOTIFY_NOBODY' };
  const why = noticeText(task.text, facts.published.read, facts);
  return inTransaction(platform.strapi, async (trx): Promise<Outcome> => {
    // Of two who do it at once the second finds it done.
    const written = await serviceJobs(trx)
      .where({ id: job.id, state: 'QUEUED' })
      .update({
        state: 'ANSWERED',
        results: trx.raw("'{}'::json"),
        problem: null,
        sending: false,
        next_attempt_at: trx.raw('now()'),
      });
    if (written === 0) return { kind: 'gone' };
    await notify(trx, {
      tenantId: job.tenant_id,
      kind: 'STEP',
      urgent: task.urgent,
      to,
      why,
      caseId: job.case_id,
      now: platform.clock.now(),
    });
    return { kind: 'done', results: {} };
  });
}

function recipientsOf(value: unknown): Recipient[] {
  const named = Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [];
  return named.flatMap((one): Recipient[] => {
    const text = typeof one === 'string' ? one.trim() : '';
    if (/^unit:\S+$/.test(text)) return [{ unit: text.slice(5) }];
    if (/^head:\S+$/.test(text)) return [{ unitHead: text.slice(5) }];
    return /^\S+\/\S+$/.test(text) ? [{ group: text }] : [];
  });
}
