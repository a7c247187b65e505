// Owns "when": the one timer of the platform. It wakes often in real time and asks the injected clock what is due.
import type { Platform } from '../runtime/platform';
import { tickClocks } from './tick-clocks';

/** Real milliseconds between two looks: stages are known within this time. */
const INTERVAL_MS = 5_000;

export class Scheduler {
  readonly #platform: Platform;
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<unknown> = Promise.resolve();

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  start(): void {
    this.#timer = setInterval(() => {
      this.#running = tickClocks(this.#platform).catch((error: Error) =>
        this.#platform.log.error(`scheduler: ${error.message}; tried again at the next look`),
      );
    }, INTERVAL_MS);
  }

  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    await this.#running;
  }
}
