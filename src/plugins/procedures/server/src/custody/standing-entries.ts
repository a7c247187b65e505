// Owns what stands of a chain: takings and hand-overs as last corrected, each with its confirmation. Pure.
import type { CustodyEntryRecord } from './custody-entry';

export interface StandingEntry {
  entry: CustodyEntryRecord;
  /** TAKEN or HANDED_OVER, also where a correction stands in its place. */
  kind: 'TAKEN' | 'HANDED_OVER';
  confirmed: CustodyEntryRecord | null;
}

/** In the order in which they were entered; a correction stands where the entry stood that it corrects. */
export function standingEntries(entries: readonly CustodyEntryRecord[]): StandingEntry[] {
  const correctionOf = new Map(
    entries.filter((one) => one.kind === 'CORRECTED').map((one) => [one.refers_to, one] as const),
  );
  const confirmationOf = new Map(
    entries.filter((one) => one.kind === 'CONFIRMED').map((one) => [one.refers_to, one] as const),
  );
  return entries.flatMap((one): StandingEntry[] => {
    if (one.kind !== 'TAKEN' && one.kind !== 'HANDED_OVER') return [];
    let last = one;
    for (let next = correctionOf.get(last.id); next; next = correctionOf.get(last.id)) last = next;
    // Who confirmed the wrong words has not confirmed the right ones.
    return [{ entry: last, kind: one.kind, confirmed: confirmationOf.get(last.id) ?? null }];
  });
}
