// Owns the waiting for what records bring: a request that staged an action may wait here until the record has settled
// it, and until the next task of the case has opened. Nothing is kept: a waiter that comes too late reads the database.
import { EventEmitter } from 'node:events';

export class Settlements {
  readonly #emitter = new EventEmitter().setMaxListeners(0);

  /** Tells the waiters of `topic` (an action id, or `case:<id>`) that something has changed. */
  announce(topic: string): void {
    this.#emitter.emit(topic);
  }

  /** Resolves with true when `topic` is announced, with false after `timeoutMs` milliseconds. */
  wait(topic: string, timeoutMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const done = (announced: boolean) => {
        clearTimeout(timer);
        this.#emitter.off(topic, listener);
        resolve(announced);
      };
      const listener = () => done(true);
      const timer = setTimeout(() => done(false), timeoutMs);
      this.#emitter.once(topic, listener);
    });
  }
}
