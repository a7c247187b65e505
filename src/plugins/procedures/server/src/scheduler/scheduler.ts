// Owns "when": the one timer of the platform. It wakes often in real time and asks the injected clock what is due.
import type { Platform } from '../runtime/platform';
import { closeEndedCases } from './close-ended-cases';
import { tickClocks } from './tick-clocks';

/** Real milliseconds between two looks: stages are known within this time. */
const INTERVAL_MS = 5_000;

/** Raw records of ended instances are kept this long; afterwards the projected rows are the truth. */
const RAW_RECORDS_MS = Number(process.env.PROCEDURES_RAW_RECORD_DAYS ?? 90) * 24 * 60 * 60 * 1000;

export class Scheduler {
  readonly #platform: Platform;
  #timer: NodeJS.Timeout | null = null;
  #prunedOn = '';
  #running: Promise<unknown> = Promise.resolve();

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  start(): void {
    this.#timer = setInterval(() => {
      this.#running = this.#look().catch((error: Error) =>
        this.#platform.log.error(`scheduler: ${error.message}; tried again at the next look`),
      );
    }, INTERVAL_MS);
  }

  async #look(): Promise<void> {
    await tickClocks(this.#platform);
    await closeEndedCases(this.#platform);
    const today = this.#platform.clock.now().toISOString().slice(0, 10);
    if (today === this.#prunedOn) return;
    this.#prunedOn = today;
    await this.#platform.records.pruneRawRecords(new Date(this.#platform.clock.now().getTime() - RAW_RECORDS_MS));
  }

  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    await this.#running;
  }
}
