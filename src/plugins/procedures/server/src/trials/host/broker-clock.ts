// Owns the clock of the trial broker: it runs on as real time does, and jumps ahead when a trial's time does, so that the
// timers of a model ring when they would.
import { ProblemError } from '../../problems/problem-error';

export class BrokerClock {
  readonly #url: string;
  #ahead = 0;

  constructor(url: string) {
    this.#url = url;
  }

  now(): Date {
    return new Date(Date.now() + this.#ahead);
  }

  async jump(milliseconds: number): Promise<void> {
    if (milliseconds <= 0) return;
    const answer = await fetch(`${this.#url}/add`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ offsetMilli: Math.round(milliseconds) }),
      signal: AbortSignal.timeout(10_000),
    });
    if (!answer.ok) throw notMoved(answer.status);
    this.#ahead += Math.round(milliseconds);
  }
}

const notMoved = (status: number) =>
  new ProblemError({
    code: 'TRIAL_CLOCK_STUCK',
    status: 503,
    vi: `Không chỉnh được đồng hồ của máy chạy thử (mã ${status}). Hãy chạy thử lại.`,
    en: `Expected the trial broker to move its clock, but it answered ${status}. Try again.`,
  });
