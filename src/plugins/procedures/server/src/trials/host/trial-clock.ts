// Owns the business clock of a trial host. Unlike any other it may be set back: every trial has a time of its own, and the
// host turns from one to the next, never doing two things at once.
import type { Clock } from '../../time/clock';

export class TrialClock implements Clock {
  #instant = new Date(0);

  now(): Date {
    return new Date(this.#instant);
  }

  setTo(instant: Date): void {
    this.#instant = instant;
  }
}
