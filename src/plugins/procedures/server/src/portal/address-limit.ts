// Owns how often one address may do something. No address is kept: a counter stands under a salted hash of it, and the salt
// is thrown away with the counters every hour. In memory: a restart forgives.
import { createHmac, randomBytes } from 'node:crypto';

const PERIOD_MS = 60 * 60 * 1000;
const MAX_COUNTERS = 20_000;

export class AddressLimit {
  private salt = randomBytes(32);
  private since = 0;
  private readonly counters = new Map<string, number>();

  /** Counts one and says whether it was still within `most` an hour. */
  take(address: string, most: number, now = Date.now()): boolean {
    const key = this.keyOf(address, now);
    const count = (this.counters.get(key) ?? 0) + 1;
    this.counters.set(key, count);
    return count <= most;
  }

  /** Whether there is anything left, without counting. */
  hasLeft(address: string, most: number, now = Date.now()): boolean {
    return (this.counters.get(this.keyOf(address, now)) ?? 0) < most;
  }

  private keyOf(address: string, now: number): string {
    if (now - this.since > PERIOD_MS || this.counters.size >= MAX_COUNTERS) {
      this.counters.clear();
      this.salt = randomBytes(32);
      this.since = now;
    }
    return createHmac('sha256', this.salt).update(address).digest('base64');
  }
}
