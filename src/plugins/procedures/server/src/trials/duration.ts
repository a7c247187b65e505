// Owns the lengths of time that a scenario may let pass: P3D, PT4H, P1DT12H, P2W. Months are left out: how long one is
// depends on when it begins, so a scenario names the instant instead.
import { trialProblems } from './trial-problems';

const DURATION = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const UNITS_MS = [7 * 86_400_000, 86_400_000, 3_600_000, 60_000, 1_000];

/** Milliseconds. */
export function durationOf(text: string): number {
  const found = DURATION.exec(text);
  const length = (found?.slice(1) ?? []).reduce(
    (sum, part, at) => sum + Number(part ?? 0) * (UNITS_MS[at] as number),
    0,
  );
  if (!found || length === 0) throw trialProblems.unreadableTime(text);
  return length;
}
