// Owns the limit of requests: a bucket for each caller, refilled as time goes on. In memory: a restart forgives.

/** Requests that may come at once, and how many more each second. */
const BURST = 120;
const PER_SECOND = 20;
const MAX_CALLERS = 10_000;

interface Bucket {
  left: number;
  at: number;
}
const buckets = new Map<string, Bucket>();

/** Takes one; answers how many seconds to wait when there is none, else 0. `cost` above 1 slows wrong tokens. */
export function takeOne(caller: string, nowMs: number, cost = 1): number {
  if (buckets.size >= MAX_CALLERS && !buckets.has(caller)) buckets.clear();
  const known = buckets.get(caller) ?? { left: BURST, at: nowMs };
  const left = Math.min(BURST, known.left + ((nowMs - known.at) / 1000) * PER_SECOND) - cost;
  buckets.set(caller, { left: Math.max(left, -BURST), at: nowMs });
  return left >= 0 ? 0 : Math.ceil(-left / PER_SECOND);
}
