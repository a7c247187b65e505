// Owns one case that a test drives by hand: each call does one thing and gives what is seen after it. What the platform
// refuses is thrown, with its code and its words.

import { ProblemError } from '../server/src/problems/problem-error';
import type { HostOperations } from '../server/src/trials/host-protocol';
import type { TrialHost } from '../server/src/trials/trial-host';
import type { ScenarioStep, TrialChoices, TrialObservation } from '../shared/trials-contract';

type More = Pick<ScenarioStep, 'at' | 'as' | 'values' | 'note'>;

export class TrialRun {
  readonly #host: Pick<TrialHost, 'ask'>;
  readonly #recording: string;
  readonly #steps: ScenarioStep[] = [];
  #last: HostOperations['step']['answer'] | null = null;

  constructor(host: Pick<TrialHost, 'ask'>, recording: string) {
    this.#host = host;
    this.#recording = recording;
  }

  /** Where the case stands now. */
  get seen(): TrialObservation {
    if (this.#last?.seen) return this.#last.seen;
    throw new Error('Expected the case to have begun, but no step has been done yet');
  }

  /** What may be done next, with the forms that a person would see. */
  get choices(): TrialChoices {
    if (this.#last?.choices) return this.#last.choices;
    throw new Error('Expected the case to have begun, but no step has been done yet');
  }

  /** The steps so far: a scenario, but for what it expects. */
  get steps(): readonly ScenarioStep[] {
    return this.#steps;
  }

  event(event: string, data: Record<string, unknown> = {}, more: More = {}): Promise<TrialObservation> {
    return this.do({ event, data, ...more });
  }

  complete(element: string, values: ScenarioStep['values'] = undefined, more: More = {}): Promise<TrialObservation> {
    return this.do({ complete: element, values, ...more });
  }

  message(name: string, variables: Record<string, unknown> = {}): Promise<TrialObservation> {
    return this.do({ message: name, variables });
  }

  /** By a duration (P3D), or to just past the next due instant. */
  advance(by: string | 'nextDue'): Promise<TrialObservation> {
    return this.do({ advance: by === 'nextDue' ? { to: by } : { by } });
  }

  async do(step: ScenarioStep): Promise<TrialObservation> {
    const done = await this.#host.ask('step', {
      recording: this.#recording,
      step,
      number: this.#steps.length + 1,
      choices: true,
    });
    const { refused } = done.result;
    if (refused) throw new ProblemError(refused);
    this.#steps.push(step);
    this.#last = done;
    return this.seen;
  }
}
