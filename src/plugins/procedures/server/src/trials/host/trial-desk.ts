// Owns what a host has open: trial tenants by session, cases that somebody tries by hand. Of models with timers of their
// own only one is open at a time, since the broker has one clock.
import { randomUUID } from 'node:crypto';
import { mapModels } from '../../packages/model-map';
import type { Platform } from '../../runtime/platform';
import type { HostOperation, HostOperations, RecordedStep } from '../host-protocol';
import { trialProblems } from '../trial-problems';
import type { BrokerClock } from './broker-clock';
import { decideOnEngine } from './decide-on-engine';
import { ExpressionBench } from './expression-bench';
import type { TrialTime } from './pass-time';
import { runStep } from './run-step';
import { TrialCase } from './trial-case';
import { trialChoices } from './trial-choices';
import type { TrialClock } from './trial-clock';
import { TrialOutside } from './trial-outside';
import { openTrialSession, setParameters, type TrialSession } from './trial-session';

interface Open {
  session: TrialSession;
  parameters: Record<string, unknown>;
}
interface Recording {
  sessionId: string;
  one: TrialCase;
}
type Args<Op extends HostOperation> = HostOperations[Op]['args'];

export class TrialDesk {
  readonly #time: TrialTime;
  readonly #sessions = new Map<string, Open>();
  readonly #recordings = new Map<string, Recording>();
  readonly #bench: ExpressionBench;

  constructor(platform: Platform, clock: TrialClock, broker: BrokerClock) {
    this.#bench = new ExpressionBench(platform);
    const outside = new TrialOutside();
    platform.outside = outside;
    // Steps are done when their trial's turn comes, at its own time (pass-time.ts).
    void platform.serviceTasks.stop();
    this.#time = { platform, clock, broker, outside };
  }

  do(op: HostOperation, args: never): Promise<unknown> {
    switch (op) {
      case 'open':
        return this.#open(args);
      case 'record':
        return this.#record(args);
      case 'step':
        return this.#step(args);
      case 'end':
        return this.#end(args);
      case 'close':
        return this.#close(args);
      case 'evaluate':
        return this.#evaluate(args);
      case 'decide':
        return this.#decide(args);
    }
  }

  async #open({ files, world }: Args<'open'>): Promise<HostOperations['open']['answer']> {
    this.#time.clock.setTo(new Date());
    const id = randomUUID();
    const parameters = world?.parameters ?? {};
    this.#sessions.set(id, { session: await openTrialSession(this.#time.platform, files, world), parameters });
    return { session: id };
  }

  async #record({ session: id, at, parameters, given }: Args<'record'>): Promise<HostOperations['record']['answer']> {
    const open = this.#sessionOf(id);
    this.#refuseSecondTimers(open.session);
    const start = new Date(at);
    if (Number.isNaN(start.getTime())) throw trialProblems.unreadableTime(at);
    await setParameters(this.#time.platform, open.session, { ...open.parameters, ...parameters });
    const recording = randomUUID();
    this.#recordings.set(recording, { sessionId: id, one: new TrialCase(this.#time, open.session, start, given) });
    return { recording };
  }

  async #step({ recording: id, step, number, choices }: Args<'step'>): Promise<RecordedStep> {
    const recording = this.#recordings.get(id);
    if (!recording) throw trialProblems.unknown();
    const map = mapModels(recording.one.session.read);
    const done = await runStep(recording.one, map, step, number);
    return { ...done, choices: choices && done.seen ? await trialChoices(recording.one) : null };
  }

  async #end({ recording: id }: Args<'end'>): Promise<Record<string, never>> {
    const recording = this.#recordings.get(id);
    this.#recordings.delete(id);
    await recording?.one.abandon();
    return {};
  }

  async #close({ session: id }: Args<'close'>): Promise<Record<string, never>> {
    for (const [key, recording] of this.#recordings) {
      if (recording.sessionId !== id) continue;
      await this.#end({ recording: key });
    }
    this.#sessions.delete(id);
    return {};
  }

  #evaluate({ expression, variables }: Args<'evaluate'>): Promise<HostOperations['evaluate']['answer']> {
    return this.#bench.evaluate(expression, variables);
  }

  #decide({ name, content, decisions, variables }: Args<'decide'>): Promise<HostOperations['decide']['answer']> {
    return decideOnEngine({ name, content: Buffer.from(content, 'base64') }, decisions, variables);
  }

  #sessionOf(id: string): Open {
    const open = this.#sessions.get(id);
    if (!open) throw trialProblems.unknown();
    return open;
  }

  #refuseSecondTimers(session: TrialSession): void {
    const isBusy = [...this.#recordings.values()].some((one) => one.one.session.hasTimers);
    if (session.hasTimers && isBusy) throw trialProblems.timersBusy();
  }
}
