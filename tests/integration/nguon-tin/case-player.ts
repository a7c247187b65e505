// Owns the playing of a case on a real broker: each event goes the first way that events.json gives and the broker's
// position offers, and does to the case what events.json says. It is the platform in small, without its database.

import { randomUUID } from 'node:crypto';
import { engineVariables } from '../../../src/plugins/procedures/server/src/context/engine-variables';
import { feelContext } from '../../../src/plugins/procedures/server/src/context/feel-context';
import type { Engine } from '../../../src/plugins/procedures/server/src/engine/engine';
import { publicStatusOf } from '../../../src/plugins/procedures/server/src/events/public-status';
import { conditionHolds, resolveFeel } from '../../../src/plugins/procedures/server/src/feel/resolve-feel';
import type { EventDefinition, EventSource } from '../../../src/plugins/procedures/server/src/packages/types';
import { type CaseEvent, events, manifest, parametersOf } from './intake-cases';
import type { RecordLog } from './record-log';

const MINUTE = 60_000;
// A busy machine is slow to show a task; an act on the record alone has nothing to wait for.
const OFFERED_WITHIN_MS = 20_000;
const ELSE_ON_RECORD_AFTER_MS = 3_000;

/** What is known of a case before its first event. */
export interface PlayedCase {
  id: string;
  ward: string;
  record: Record<string, unknown>;
}

export class CasePlayer {
  readonly id = randomUUID();
  readonly one: PlayedCase;
  record: Record<string, unknown>;
  state = '';
  outcome: string | null = null;
  ground: string | null = null;
  facts: Record<string, unknown> = {};
  views: { fromEvent: string; status: string; text: string }[] = [];
  /** How each event came about, e.g. `task phan_loai`. */
  ways: string[] = [];
  readonly #engine: Engine;
  readonly #log: RecordLog;

  constructor(engine: Engine, log: RecordLog, one: PlayedCase) {
    this.#engine = engine;
    this.#log = log;
    this.one = one;
    this.record = { ...one.record };
  }

  get instance(): string {
    return this.#log.instanceOf(this.id) ?? '';
  }

  openTasks(): string[] {
    return this.#log.openTasks(this.instance);
  }

  /** The open tasks once they are `expected`, or what they are when that takes too long. */
  async openTasksBecoming(expected: string[]): Promise<string[]> {
    await this.#until(() => this.openTasks().join() === expected.join(), ELSE_ON_RECORD_AFTER_MS);
    return this.openTasks();
  }

  async play(event: Pick<CaseEvent, 'event' | 'data'> & Partial<CaseEvent>): Promise<void> {
    const definition = events.find((known) => known.code === event.event);
    if (!definition) throw new Error(`Expected event ${event.event} in events.json, but it is not there`);
    const at = new Date(event.at ?? Date.now());
    const task = this.#enter(definition, event.data);
    const context = () => this.#context(definition.code, at, task);
    for (const { decision, as, check } of definition.decisions ?? []) {
      const answer = await this.#engine.evaluateDecision(decision, this.#variables(context()));
      if (answer.status !== 'accepted') throw new Error(`${decision}: ${answer.message}`);
      this.facts = { ...this.facts, [as]: answer.output };
      if (check && !conditionHolds(check, context())) throw new Error(`${this.one.id} ${event.event} refused`);
    }
    const source = await this.#offered(definition, context());
    await this.#send(source, this.#variables(context()));
    this.#apply(definition, context);
    this.ways.push(
      source.kind === 'task'
        ? `task ${source.element}`
        : source.kind === 'message'
          ? `message ${source.message}`
          : source.kind,
    );
  }

  /** Puts the event's data on the record; what belongs to the task is returned. */
  #enter(definition: EventDefinition, data: Record<string, unknown>): Record<string, unknown> {
    const task: Record<string, unknown> = {};
    for (const [path, setting] of Object.entries(definition.values ?? {})) {
      const [root, name] = path.split('.') as [string, string];
      (root === 'task' ? task : this.record)[name] = resolveFeel(setting, { data, record: this.record });
    }
    return task;
  }

  #context(code: string, at: Date, task: Record<string, unknown>): Record<string, unknown> {
    const inCase = { id: this.id, state: this.state, facts: this.facts, ...this.#units(code, at) };
    return feelContext({
      record: this.record,
      task,
      event: { code, at, data: { ...task, ...this.record } },
      parameters: parametersOf(this.one.ward),
      tenantId: this.one.ward,
      case: inCase as unknown as Parameters<typeof feelContext>[0]['case'],
    });
  }

  #units(code: string, at: Date): { handling_unit: unknown; origin_unit: unknown } {
    const context = { record: this.record, event: { code, at: at.toISOString() } };
    return {
      handling_unit: resolveFeel(manifest.record.handlingUnit ?? null, context),
      origin_unit: resolveFeel(manifest.record.originUnit ?? null, context),
    };
  }

  #variables(context: Record<string, unknown>): Record<string, unknown> {
    return { ...engineVariables(manifest, context), caseId: this.id, actionId: randomUUID() };
  }

  async #offered(definition: EventDefinition, context: Record<string, unknown>): Promise<EventSource> {
    const isOpen = (source: EventSource): boolean => {
      if (source.kind === 'start') return this.state === '';
      if (source.kind === 'task') return this.#log.task(this.instance, source.element) !== undefined;
      return source.kind === 'message' && this.#log.message(this.instance, source.message) !== undefined;
    };
    const otherwise = definition.by.find(
      (source) => source.kind === 'scheduler' || (source.kind === 'record' && conditionHolds(source.when, context)),
    );
    const patience = otherwise?.kind === 'scheduler' ? 0 : otherwise ? ELSE_ON_RECORD_AFTER_MS : OFFERED_WITHIN_MS;
    await this.#until(() => definition.by.some(isOpen), patience);
    const source = definition.by.find(isOpen) ?? otherwise;
    if (source) return source;
    throw new Error(
      `${this.one.id}: expected ${definition.code} to be possible in ${this.state}, but open are ${this.openTasks()}`,
    );
  }

  async #send(source: EventSource, variables: Record<string, unknown>): Promise<void> {
    if (source.kind === 'start') {
      const start = manifest.starts.find(({ event }) => event === variables.eventCode);
      const message = {
        name: start?.message ?? '',
        correlationKey: this.id,
        messageId: this.id,
        timeToLiveMs: MINUTE,
        variables,
      };
      await this.#accepted(this.#engine.publishMessage(message));
    } else if (source.kind === 'task') {
      const { key } = this.#log.task(this.instance, source.element) as { key: string };
      await this.#accepted(this.#engine.completeJob(key, variables));
      await this.#until(() => this.#log.task(this.instance, source.element)?.key !== key);
    } else if (source.kind === 'message') {
      const { correlationKey } = this.#log.message(this.instance, source.message) as { correlationKey: string };
      const message = {
        name: source.message,
        correlationKey,
        messageId: randomUUID(),
        timeToLiveMs: MINUTE,
        variables,
      };
      await this.#accepted(this.#engine.publishMessage(message));
    }
    await new Promise((resolve) => setTimeout(resolve, 150));
  }

  async #accepted(answer: ReturnType<Engine['completeJob']>): Promise<void> {
    const { status, ...rest } = await answer;
    if (status !== 'accepted') throw new Error(`Expected the broker to accept, but ${status}: ${JSON.stringify(rest)}`);
  }

  async #until(holds: () => boolean, within = OFFERED_WITHIN_MS): Promise<void> {
    const deadline = Date.now() + within;
    while (!holds() && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 10));
  }

  #apply(definition: EventDefinition, context: () => Record<string, unknown>): void {
    for (const [path, setting] of Object.entries(definition.set ?? {})) {
      this.record[path.replace(/^record\./, '')] = resolveFeel(setting, context());
    }
    const text = (setting: string | null | undefined) => {
      const value = resolveFeel(setting ?? null, context());
      return typeof value === 'string' ? value : null;
    };
    const shown = publicStatusOf(definition, context());
    const outcome = text(definition.outcome);
    if (outcome) [this.outcome, this.ground] = [outcome, text(definition.outcomeGround)];
    this.state = text(definition.state) ?? this.state;
    if (shown) this.views.push({ fromEvent: definition.code, status: shown.status, text: shown.text.vi });
  }
}
