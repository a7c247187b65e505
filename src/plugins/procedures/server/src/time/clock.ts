// Owns where "now" comes from. Everything that needs the time is given a Clock; nothing else calls `new Date()`.

export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is moved: for tests, trial runs and the case runner. */
export class ManualClock implements Clock {
  #instant: Date;

  constructor(start: Date) {
    this.#instant = start;
  }

  now(): Date {
    return new Date(this.#instant);
  }

  /** Moves to `instant`; time never runs backwards, so an earlier instant is refused. */
  moveTo(instant: Date): void {
    if (instant < this.#instant) {
      throw new RangeError(
        `Expected an instant at or after ${this.#instant.toISOString()}, but got ${instant.toISOString()}`,
      );
    }
    this.#instant = instant;
  }
}
