// Owns how long to wait before something is sent outside again, and when to give up.
const MINUTES = [1, 5, 15, 60, 180, 360];

/** After `attempts` failed ones; null: no more. */
export function retryAt(now: Date, attempts: number): Date | null {
  const minutes = MINUTES[attempts - 1];
  return minutes === undefined ? null : new Date(now.getTime() + minutes * 60_000);
}
