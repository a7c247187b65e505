// Owns the waiting for what records bring: a request that staged an action may wait here until the record has settled
// it, and until the next task of the case has opened. Nothing is kept for good: a waiter that comes too late reads the
// database.
import { EventEmitter } from 'node:events';

/** Settled actions that are remembered: a record may come before the engine's answer, and so before anybody waits. */
const REMEMBERED = 1_000;

export class Settlements {
  readonly #emitter = new EventEmitter().setMaxListeners(0);
  /** Staged by this process and not settled yet, as far as it knows. */
  readonly #expected = new Set<string>();
  readonly #settled = new Set<string>();

  /** The action has just been staged here: whoever waits for it need not look first. */
  expect(actionId: string): void {
    if (this.#settled.has(actionId)) return;
    keep(this.#expected, actionId);
  }

  isExpected(actionId: string): boolean {
    return this.#expected.has(actionId);
  }

  /** Tells the waiters of an action that it is settled. */
  settle(actionId: string): void {
    this.#expected.delete(actionId);
    keep(this.#settled, actionId);
    this.announce(actionId);
  }

  /** Like `wait`, but true at once when the action was settled a moment ago. */
  whenSettled(actionId: string, timeoutMs: number): Promise<boolean> {
    return this.#settled.has(actionId) ? Promise.resolve(true) : this.wait(actionId, timeoutMs);
  }

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

/** Adds the newest; the oldest goes when there are too many. */
function keep(ids: Set<string>, id: string): void {
  ids.delete(id);
  ids.add(id);
  if (ids.size > REMEMBERED) for (const oldest of ids) return void ids.delete(oldest);
}
