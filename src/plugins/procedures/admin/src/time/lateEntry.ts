/** When an act is entered later than it happened, the entry says why. */
export const LATE_AFTER_MS = 5 * 60_000;

export interface Occurrence {
  /** null = now, at the moment of sending, unless `isMissing` */
  at: Date | null;
  reason: string;
  /** another time than now is meant, and it is not there or cannot be one */
  isMissing?: boolean;
  /** written on paper first: it is a late entry however short ago it was */
  isPaper?: boolean;
}

export const NOW: Occurrence = { at: null, reason: '' };

/** What a paper says must be read from it: nobody's guess stands there before. */
export const OF_PAPER: Occurrence = { at: null, reason: '', isMissing: true, isPaper: true };

/** As it was typed before; `first` stands where nothing was said of the time. */
export function typedBefore(kept: { at?: string | null; lateReason?: string } | null, first: Occurrence): Occurrence {
  const { at, lateReason: reason = '' } = kept ?? {};
  return at ? { ...first, at: new Date(at), reason, isMissing: false } : { ...first, reason };
}

/** What is kept of it while it is being typed. */
export const keptOccurrence = ({ at, reason }: Occurrence): { at: string | null; lateReason: string } => ({
  at: at?.toISOString() ?? null,
  lateReason: reason,
});

/** As the server: nothing that an office records is older. */
const EARLIEST = Date.UTC(1945, 8, 2);

/** The time as it was typed into the field; what is no time is not "now". */
export function withTime(last: Occurrence, at: Date | null): Occurrence {
  return { ...last, at, isMissing: at === null || at.getTime() < EARLIEST };
}

export function isLate(at: Date | null, now: Date): boolean {
  return at !== null && now.getTime() - at.getTime() > LATE_AFTER_MS;
}

export const needsReason = ({ at, isPaper }: Occurrence, now: Date): boolean => isPaper === true || isLate(at, now);

export function isFuture(at: Date | null, now: Date): boolean {
  return at !== null && at.getTime() - now.getTime() > 60_000;
}

export type OccurrenceFault = 'TIME_MISSING' | 'REASON_MISSING' | 'IN_FUTURE' | null;

export function occurrenceFault(occurrence: Occurrence, now: Date): OccurrenceFault {
  if (occurrence.isMissing) return 'TIME_MISSING';
  if (isFuture(occurrence.at, now)) return 'IN_FUTURE';
  if (needsReason(occurrence, now) && occurrence.reason.trim() === '') return 'REASON_MISSING';
  return null;
}

/** The part of a request body that tells when it happened; nothing when it is now. */
export function occurrenceBody(occurrence: Occurrence, now: Date): { at?: string; lateReason?: string } {
  if (!occurrence.at) return {};
  const reason = occurrence.reason.trim();
  return {
    at: occurrence.at.toISOString(),
    ...(needsReason(occurrence, now) && reason ? { lateReason: reason } : {}),
  };
}
