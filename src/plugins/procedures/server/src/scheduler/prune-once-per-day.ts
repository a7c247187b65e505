// Owns the daily removal of raw records of instances that ended long ago; the projected rows are the truth then.
import type { Platform } from '../runtime/platform';

const DAY_MS = 24 * 60 * 60 * 1000;
const keptMs = () => Number(process.env.PROCEDURES_RAW_RECORD_DAYS ?? 90) * DAY_MS;

/** A look that works once a day of the clock; a day whose pruning failed is tried again. */
export function pruneOncePerDay(): (platform: Platform) => Promise<void> {
  let prunedOn = '';
  return async ({ clock, records }) => {
    const now = clock.now();
    const today = now.toISOString().slice(0, 10);
    if (today === prunedOn) return;
    await records.pruneRawRecords(new Date(now.getTime() - keptMs()));
    prunedOn = today;
  };
}
