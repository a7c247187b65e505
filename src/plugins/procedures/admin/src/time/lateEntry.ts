/** When an act is entered later than it happened, the entry says why. */
export const LATE_AFTER_MS = 5 * 60_000;

export interface Occurrence {
  /** null = now, at the moment of sending */
  at: Date | null;
  reason: string;
}

export const NOW: Occurrence = { at: null, reason: '' };

export function isLate(at: Date | null, now: Date): boolean {
  return at !== null && now.getTime() - at.getTime() > LATE_AFTER_MS;
}

export function isFuture(at: Date | null, now: Date): boolean {
  return at !== null && at.getTime() - now.getTime() > 60_000;
}

export type OccurrenceFault = 'REASON_MISSING' | 'IN_FUTURE' | null;

export function occurrenceFault(occurrence: Occurrence, now: Date): OccurrenceFault {
  if (isFuture(occurrence.at, now)) return 'IN_FUTURE';
  if (isLate(occurrence.at, now) && occurrence.reason.trim() === '') return 'REASON_MISSING';
  return null;
}

/** The part of a request body that tells when it happened; nothing when it is now. */
export function occurrenceBody(occurrence: Occurrence, now: Date): { at?: string; lateReason?: string } {
  if (!occurrence.at) return {};
  const reason = occurrence.reason.trim();
  return {
    at: occurrence.at.toISOString(),
    ...(isLate(occurrence.at, now) && reason ? { lateReason: reason } : {}),
  };
}
