// Owns what a trial hears from other systems: what its scenario says, and nothing else. Nobody is called; what would have been
// sent is kept to be looked at.
import type { TrialHttpAnswer, TrialObservation } from '../../../../shared/trials-contract';
import type { Outside, OutsideAnswer, OutsideCall } from '../../service-tasks/outside';

export class TrialOutside implements Outside {
  /** What fails in a trial fails at once. */
  readonly delays: readonly number[] = [];
  readonly #answers = new Map<string, Map<string, TrialHttpAnswer>>();
  readonly #calls = new Map<string, TrialObservation['calls']>();

  /** From now on; what was said of other steps stands. */
  give(caseId: string, answers: readonly TrialHttpAnswer[]): void {
    const known = this.#answers.get(caseId) ?? new Map<string, TrialHttpAnswer>();
    for (const answer of answers) known.set(answer.element, answer);
    this.#answers.set(caseId, known);
  }

  callsOf(caseId: string): TrialObservation['calls'] {
    return this.#calls.get(caseId) ?? [];
  }

  forget(caseId: string): void {
    this.#answers.delete(caseId);
    this.#calls.delete(caseId);
  }

  async call({ caseId, elementId, url, method, body }: OutsideCall): Promise<OutsideAnswer> {
    const given = this.#answers.get(caseId)?.get(elementId);
    if (!given) return { kind: 'no-trial-answer' };
    const { pathname, search } = new URL(url);
    const sent = {
      element: elementId,
      method,
      path: `${pathname}${search}`,
      body: body === null ? null : JSON.parse(body),
    };
    this.#calls.set(caseId, [...this.callsOf(caseId), { ...sent, status: given.status }]);
    if (given.status === 0) return { kind: 'late' };
    const answer = given.body === undefined ? Buffer.alloc(0) : Buffer.from(JSON.stringify(given.body));
    return { kind: 'answered', status: given.status, body: answer };
  }
}
