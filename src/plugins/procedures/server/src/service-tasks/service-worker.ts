// Owns who does the steps: takes a due row, writes down that it is about to be done, does it, writes down what came of it,
// and tells the engine until a record says that it knows. Many may run: a row is taken with `for update skip locked`.
import { heldCases } from '../moving/move-rows';
import { readServiceTask } from '../packages/service-task';
import type { Platform } from '../runtime/platform';
import { EarliestTimer } from '../scheduler/earliest-timer';
import { inTransaction } from '../storage/in-transaction';
import { callConnection } from './call-connection';
import { sendNotice } from './send-notice';
import { OPEN_SERVICE_STATES, type Outcome, type ServiceJob, serviceJobs } from './service-job';

const IDLE_MS = 1_000;
/** Longer than any one attempt (a connection waits 30 s at most): while it lasts nobody else takes the row. */
const LEASE = "now() + interval '60 seconds'";
/** How long the engine's record may take before the engine is told again. */
const RECORD_PATIENCE = "now() + interval '20 seconds'";
/** So that one slow system does not keep the other steps waiting. */
const AT_ONCE = 4;

export class ServiceWorker {
  readonly #platform: Platform;
  readonly #busy = new Set<Promise<unknown>>();
  readonly #timer = new EarliestTimer(() => {
    this.#looking = this.#looking.then(() => this.#look());
  });
  #looking: Promise<void> = Promise.resolve();
  /** Not started, or stopped: then only runDue does anything. */
  #stopped = true;

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  start(): void {
    this.#stopped = false;
    this.#timer.in(0);
  }

  /** There is something to do; call it after the commit. */
  wake(): void {
    if (!this.#stopped) this.#timer.in(0);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#timer.clear();
    await this.#looking;
    await Promise.all(this.#busy);
  }

  /** Does whatever is due, until nothing is; returns how many attempts there were. */
  async runDue(): Promise<number> {
    for (let count = 0; ; count += 1) {
      const taken = await this.#take();
      if (!taken) return count;
      await this.#do(taken);
    }
  }

  async #look(): Promise<void> {
    while (!this.#stopped && this.#busy.size < AT_ONCE) {
      const taken = await this.#take().catch((error: Error) => this.#complain(error));
      if (!taken) break;
      const done = this.#do(taken)
        .catch((error: Error) => this.#complain(error))
        .finally(() => {
          this.#busy.delete(done);
          this.wake();
        });
      this.#busy.add(done);
    }
    if (!this.#stopped) this.#timer.in(IDLE_MS);
  }

  #complain(error: Error): null {
    this.#platform.log.error(`service steps: ${error.message}; tried again`);
    return null;
  }

  /** A case that is being moved is left alone: its job is about to be another. */
  async #take(): Promise<ServiceJob | null> {
    const { knex } = this.#platform;
    return knex.transaction(async (trx) => {
      const job = await serviceJobs(trx)
        .whereIn('state', [...OPEN_SERVICE_STATES])
        .where('next_attempt_at', '<=', trx.raw('now()'))
        .whereNotIn('case_id', heldCases(trx))
        .orderBy('next_attempt_at')
        .forUpdate()
        .skipLocked()
        .first();
      if (!job) return null;
      await serviceJobs(trx)
        .where({ id: job.id })
        .update({
          next_attempt_at: trx.raw(LEASE),
          ...(job.state === 'QUEUED' ? { attempts: job.attempts + 1, sending: true } : {}),
        });
      // As it was before: `sending` says that whoever had it last never wrote what became of it.
      return job;
    });
  }

  async #do(job: ServiceJob): Promise<void> {
    if (job.state === 'ANSWERED') return this.#complete(job);
    if (job.state === 'FAILING') return this.#fail(job);
    const outcome = await this.#attempt(job);
    if (await this.#write(job, outcome)) this.wake();
  }

  async #attempt(job: ServiceJob): Promise<Outcome> {
    const { task } = readServiceTask(job.type, job.headers);
    if (!task) return { kind: 'stop', problem: 'STEP_UNREADABLE' };
    if (task.kind === 'notify') return sendNotice(this.#platform, job, task);
    return callConnection(this.#platform, job, task, job.sending);
  }

  /** What was found goes to the case's facts in the same transaction: later variables are computed from there. */
  async #write(job: ServiceJob, outcome: Outcome): Promise<boolean> {
    const { strapi, outside, log } = this.#platform;
    if (outcome.kind === 'gone') return false;
    const { status = null, milliseconds = null } = outcome;
    const known = { sending: false, answer_status: status, answer_ms: milliseconds };
    return inTransaction(strapi, async (trx) => {
      const mine = () => serviceJobs(trx).where({ id: job.id }).whereIn('state', ['QUEUED', 'MOVING']);
      // Whoever comes back late finds that somebody else has settled it.
      if (!(await mine().forUpdate().first('id'))) return false;
      const now = { next_attempt_at: trx.raw('now()') };
      if (outcome.kind === 'done') {
        const results = JSON.stringify(outcome.results);
        if (Object.keys(outcome.results).length > 0) {
          const current = await trx('procedures.cases').where({ id: job.case_id }).forUpdate().first('facts');
          const facts = JSON.stringify({ ...current.facts, ...outcome.results });
          await trx('procedures.cases').where({ id: job.case_id }).update({ facts });
        }
        // A case on its way takes the answer along: `results` says that nothing is to be sent again.
        await mine().update({ ...known, problem: null, results: trx.raw('?::json', [results]) });
        await mine()
          .where({ state: 'QUEUED' })
          .update({ state: 'ANSWERED', ...now });
        return true;
      }
      const delay = outcome.kind === 'again' ? outside.delays[job.attempts] : undefined;
      if (delay !== undefined) {
        const at = trx.raw("now() + ? * interval '1 millisecond'", [delay]);
        await mine().update({ ...known, problem: outcome.problem, next_attempt_at: at });
        return false;
      }
      log.warn(`service steps: step ${job.element_id} of case ${job.case_id} stopped: ${outcome.problem}`);
      await mine().update({ ...known, problem: outcome.problem });
      await mine()
        .where({ state: 'QUEUED' })
        .update({ state: 'FAILING', ...now });
      return true;
    });
  }

  async #complete(job: ServiceJob): Promise<void> {
    await this.#note(job, await this.#platform.engine.completeJob(job.job_key, job.results ?? {}));
  }

  async #fail(job: ServiceJob): Promise<void> {
    const answer = await this.#platform.engine.failJob(job.job_key, 0, job.problem ?? 'STEP_UNREADABLE');
    await this.#note(job, answer);
  }

  /** Only a record settles the row (reactions/service-job-reaction.ts); until it comes the engine is told again. */
  async #note(job: ServiceJob, answer: { status: string; code?: string }): Promise<void> {
    const { knex, log } = this.#platform;
    await serviceJobs(knex)
      .where({ id: job.id, state: job.state })
      .update({ next_attempt_at: knex.raw(RECORD_PATIENCE) });
    if (answer.status === 'rejected') log.warn(`service steps: job of step ${job.element_id} refused: ${answer.code}`);
  }
}
