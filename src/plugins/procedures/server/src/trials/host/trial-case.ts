// Owns one trial case and the doing of a step on it: through the same services as a person's page, by invented people,
// confirmed by the engine's record like any act.
import { randomUUID } from 'node:crypto';
import type { FormValues } from '../../../../shared/contracts';
import type { ScenarioStep } from '../../../../shared/trials-contract';
import { caseContext } from '../../cases/case-context';
import { startCase } from '../../cases/start-case';
import { enterEvent } from '../../events/enter-event';
import { positionOf } from '../../events/event-sources';
import { initialValues, valuesFromData } from '../../events/form-values';
import { withPrefill } from '../../events/prefill';
import { formFields, isRows } from '../../forms/form-fields';
import { setAt, valueAt } from '../../forms/value-path';
import { waitForAction } from '../../outbox/find-action';
import { ProblemError } from '../../problems/problem-error';
import { findEvent, findForm } from '../../publishing/package-library';
import type { CaseRecord, TaskRecord } from '../../storage/rows';
import { claimTask } from '../../tasks/claim-task';
import { completeTask } from '../../tasks/complete-task';
import type { Actor } from '../../tenants/actor';
import { durationOf } from '../duration';
import { trialProblems } from '../trial-problems';
import { nextDue, passTime, settled, type TrialTime } from './pass-time';
import { inOrder } from './trial-people';
import type { TrialSession } from './trial-session';

/** Answers that mean "not you": somebody else is asked. */
const NOT_YOU = new Set([403, 404]);
const CONFIRM_WITHIN_MS = 20_000;

export class TrialCase {
  readonly time: TrialTime;
  readonly session: TrialSession;
  /** The record beforehand, under what the first step enters. */
  readonly #given: Record<string, unknown>;
  #now: Date;
  #caseId: string | null = null;

  constructor(time: TrialTime, session: TrialSession, start: Date, given: Record<string, unknown> = {}) {
    this.time = time;
    this.session = session;
    this.#given = given;
    this.#now = start;
  }

  get caseId(): string | null {
    return this.#caseId;
  }

  get now(): Date {
    return this.#now;
  }

  /** Everything that is done or looked at for this case happens at its own time and for its tenant alone. */
  async atItsTime<T>(work: () => Promise<T>): Promise<T> {
    this.time.clock.setTo(this.#now);
    this.time.platform.onlyTenant = this.session.tenantId;
    try {
      return await work();
    } finally {
      this.#now = this.time.clock.now();
      this.time.platform.onlyTenant = null;
    }
  }

  /** Throws a ProblemError where the platform refuses it, as it would refuse a person. */
  perform(step: ScenarioStep): Promise<void> {
    return this.atItsTime(async () => {
      if (this.#caseId && step.http) await this.#hear(this.#caseId, step.http);
      if (step.at) await passTime(this.time, this.#caseId, instantOf(step.at));
      if (step.advance) await this.#advance(step.advance);
      else if (!this.#caseId) await this.#start(step);
      else if (step.event) await this.#event(step, this.#caseId);
      else if (step.complete) await this.#complete(step, this.#caseId);
      else if (step.message) await this.#message(step, this.#caseId);
      await settled(this.time);
    });
  }

  /** Ends what still runs, so that the engine keeps nothing of a trial that is over. */
  async abandon(): Promise<void> {
    const { platform } = this.time;
    if (!this.#caseId) return;
    this.time.outside.forget(this.#caseId);
    const instances: { process_instance_key: string }[] = await platform
      .knex('procedures.case_instances')
      .where({ case_id: this.#caseId, root: true })
      .whereNull('ended_at');
    for (const { process_instance_key } of instances)
      await platform.engine.cancelProcessInstance(String(process_instance_key));
    await platform.knex('procedures.clocks').where({ case_id: this.#caseId }).update({ state: 'SUPERSEDED' });
  }

  async row(): Promise<CaseRecord> {
    return this.time.platform.knex('procedures.cases').where({ id: this.#caseId }).first();
  }

  async #advance({ to, by }: NonNullable<ScenarioStep['advance']>): Promise<void> {
    const { clock, platform } = this.time;
    const now = clock.now();
    if (by) return void (await passTime(this.time, this.#caseId, new Date(now.getTime() + durationOf(by))));
    if (to !== 'nextDue') return void (await passTime(this.time, this.#caseId, instantOf(to ?? '')));
    const due = this.#caseId ? await nextDue(platform.knex, this.#caseId, now) : null;
    if (!due) throw trialProblems.nothingDue();
    await passTime(this.time, this.#caseId, due.at);
  }

  /** Steps that stopped for want of these answers are tried again, as somebody in operations would. */
  async #hear(caseId: string, answers: NonNullable<ScenarioStep['http']>): Promise<void> {
    const { platform, outside } = this.time;
    outside.give(caseId, answers);
    const stopped: { job_key: string; incident_key: string }[] = await platform
      .knex('procedures.service_jobs as job')
      .join('procedures.incidents as incident', (on) =>
        on.on('incident.engine_id', 'job.engine_id').andOn('incident.job_key', 'job.job_key'),
      )
      .where({ 'job.case_id': caseId, 'job.state': 'FAILED' })
      .whereIn(
        'job.element_id',
        answers.map((one) => one.element),
      )
      .whereNull('incident.resolved_at')
      .select('job.job_key', 'incident.incident_key');
    for (const { job_key, incident_key } of stopped) {
      await platform.engine.updateJobRetries(String(job_key), 1);
      await platform.engine.resolveIncident(String(incident_key));
    }
  }

  async #start(step: ScenarioStep): Promise<void> {
    const { platform } = this.time;
    const { tenantId, read } = this.session;
    const published = await platform.library.load(tenantId, read.id, read.version);
    const start = read.manifest.starts.find((one) => one.event === step.event);
    if (!start)
      throw trialProblems.notAStart(
        step.event ?? '',
        read.manifest.starts.map((one) => one.event),
      );
    const form = findForm(published, start.form);
    const data = { ...this.#given, ...step.data };
    const values = valuesFromData(findEvent(published, start.event), form, { record: {} }, data);
    const asked = formFields(form?.components ?? []).map((one) => (isRows(one) ? one.path : one.key) ?? '');
    const mapped = new Set(Object.keys(findEvent(published, start.event).values ?? {}));
    const unasked: string[] = [];
    for (const [name, value] of Object.entries(data)) {
      const path = `record.${name}`;
      if (asked.includes(path)) setAt(values, ['record', name], value);
      else if (asked.some((one) => one.startsWith(`${path}.`))) setAt(values, ['record', name], value);
      else if (!mapped.has(path)) unasked.push(name);
    }
    if (unasked.length > 0) throw trialProblems.notAsked(start.form, unasked);
    merge(values, step.values);
    const caseId = randomUUID();
    const first = step.as ? [step.as] : start.groups;
    this.time.outside.give(caseId, step.http ?? []);
    const { actionId } = await this.#asSomebody(first, step.as !== undefined, (actor) =>
      startCase(platform, actor, {
        packageId: read.id,
        event: start.event,
        values,
        confirmedEmpty: true,
        clientId: caseId,
      }),
    );
    await this.#confirmed(actionId);
    this.#caseId = caseId;
  }

  async #event(step: ScenarioStep, caseId: string): Promise<void> {
    const current = await this.row();
    const first = step.as ? [step.as] : [current.handling_unit, ...current.participating_units];
    const input = {
      code: step.event ?? '',
      ...(step.data || !step.values ? { data: step.data ?? {} } : {}),
      values: step.values as Record<string, unknown> | undefined,
      note: step.note,
    };
    const actionId = await this.#asSomebody(first, step.as !== undefined, (actor) =>
      enterEvent(this.time.platform, actor, caseId, input),
    );
    await this.#confirmed(actionId);
  }

  async #complete(step: ScenarioStep, caseId: string): Promise<void> {
    const { platform } = this.time;
    const task: TaskRecord | undefined = await platform
      .knex('procedures.tasks')
      .where({ case_id: caseId, element_id: step.complete, state: 'OPEN' })
      .orderBy('opened_at')
      .first();
    if (!task) throw trialProblems.taskNotOpen(step.complete ?? '', await this.openTasks());
    const values = await this.#formValues(task);
    merge(values, step.values);
    const first = step.as ? [step.as] : task.candidate_groups;
    const actionId = await this.#asSomebody(first, step.as !== undefined, async (actor) => {
      const claimed = await claimTask(platform, actor, task.id, task.version);
      return completeTask(platform, actor, task.id, { version: claimed.version, values });
    });
    await this.#confirmed(actionId);
  }

  /** What the form of a person's page says before anything is typed. */
  async #formValues(task: TaskRecord): Promise<Record<string, unknown>> {
    const { platform } = this.time;
    const current = await this.row();
    const published = await platform.library.load(current.tenant_id, current.package_id, current.package_version);
    const { record, context } = await caseContext(platform, current, published);
    const prefill = published.read.manifest.elements[task.element_id]?.prefill;
    return initialValues(findForm(published, task.form_id), withPrefill(prefill, record, context));
  }

  async #message(step: ScenarioStep, caseId: string): Promise<void> {
    const { platform } = this.time;
    const current = await this.row();
    const published = await platform.library.load(current.tenant_id, current.package_id, current.package_version);
    const { context } = await caseContext(platform, current, published);
    const { waits } = await positionOf(platform.knex, caseId, current.life, context);
    const wait = waits.find((one) => one.plain_message === step.message);
    if (!wait)
      throw trialProblems.nobodyWaits(
        step.message ?? '',
        waits.map((one) => one.plain_message),
      );
    const answer = await platform.engine.publishMessage({
      name: wait.message_name,
      correlationKey: wait.correlation_key,
      messageId: randomUUID(),
      timeToLiveMs: 60_000,
      variables: { ...step.variables, caseId },
    });
    if (answer.status !== 'accepted') throw trialProblems.engineSays(answer.message);
  }

  async openTasks(): Promise<string[]> {
    return this.time.platform
      .knex('procedures.tasks')
      .where({ case_id: this.#caseId, state: 'OPEN' })
      .orderBy('element_id')
      .pluck('element_id');
  }

  /** The first of them whom the platform lets do it; who is named by the step is the only one asked. */
  async #asSomebody<T>(first: readonly string[], only: boolean, act: (actor: Actor) => Promise<T>): Promise<T> {
    const all = inOrder(this.session.actors, first);
    const asked = only ? all.filter((one) => first.some((name) => one.groups.includes(name))) : all;
    let refusal: unknown = trialProblems.nobodyOf(first);
    for (const actor of asked) {
      try {
        return await act(actor);
      } catch (error) {
        if (!(error instanceof ProblemError) || !isNotYou(error)) throw error;
        // The first word is the one that says most: it came to the one who was meant to do it.
        if (actor === asked[0]) refusal = error;
      }
    }
    throw refusal;
  }

  async #confirmed(actionId: string): Promise<void> {
    const { platform } = this.time;
    const action = await waitForAction(platform.knex, platform.settlements, actionId, CONFIRM_WITHIN_MS);
    if (action.state !== 'CONFIRMED') throw trialProblems.notConfirmed(action.superseded_reason ?? action.last_answer);
  }
}

const isNotYou = (error: ProblemError) => NOT_YOU.has(error.status) || error.code === 'TASK_ALREADY_CLAIMED';

function merge(values: Record<string, unknown>, over: FormValues | undefined): void {
  for (const part of ['record', 'task'] as const) {
    for (const [name, value] of Object.entries(over?.[part] ?? {})) {
      if (valueAt(values, [part, name]) !== value) setAt(values, [part, name], value);
    }
  }
}

function instantOf(text: string): Date {
  const instant = new Date(text);
  if (Number.isNaN(instant.getTime())) throw trialProblems.unreadableTime(text);
  return instant;
}
