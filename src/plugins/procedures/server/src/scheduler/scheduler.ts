// Owns "when": the timer of a lane of looks. It wakes often in real time and asks the injected clock what is due.
import type { Platform } from '../runtime/platform';
import type { Look } from './looks';

/** Real milliseconds between the end of a look and the next: stages are known within this time. */
const INTERVAL_MS = 5_000;

export class Scheduler {
  readonly #platform: Platform;
  readonly #looks: readonly Look[];
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(platform: Platform, looks: readonly Look[]) {
    this.#platform = platform;
    this.#looks = looks;
  }

  start(): void {
    // The next look is set when this one has ended: a slow one is never overtaken by itself.
    this.#timer = setTimeout(() => {
      this.#running = this.#lookAround().then(() => {
        if (!this.#stopped) this.start();
      });
    }, INTERVAL_MS);
  }

  async #lookAround(): Promise<void> {
    for (const look of this.#looks) {
      if (this.#stopped) return;
      await this.#try(look);
    }
  }

  /** One look that fails keeps none of the others from their turn. */
  async #try(look: Look): Promise<void> {
    try {
      await look.run(this.#platform);
    } catch (error) {
      this.#platform.log.error(`scheduler, ${look.name}: ${(error as Error).message}; tried again at the next look`);
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#running;
  }
}
