// Owns when a worker looks next: of two deadlines the earlier one holds, so that what woke it while a look ended is not put
// off by that look.

export class EarliestTimer {
  readonly #ring: () => void;
  #timer: NodeJS.Timeout | null = null;
  /** By `performance.now()`. */
  #ringsAt = Number.POSITIVE_INFINITY;

  constructor(ring: () => void) {
    this.#ring = ring;
  }

  in(delayMs: number): void {
    const at = performance.now() + delayMs;
    if (this.#ringsAt <= at) return;
    this.clear();
    this.#ringsAt = at;
    this.#timer = setTimeout(() => {
      this.#ringsAt = Number.POSITIVE_INFINITY;
      this.#ring();
    }, delayMs);
  }

  clear(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#ringsAt = Number.POSITIVE_INFINITY;
  }
}
