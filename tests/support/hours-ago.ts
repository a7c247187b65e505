// Owns moments before now that belong to the year of the numbering book: on its first day, none lies before its first minute.

const ZONE_MS = 7 * 3_600_000;

export function hoursAgo(hours: number): Date {
  const now = Date.now();
  const year = new Date(now + ZONE_MS).getUTCFullYear();
  return new Date(Math.max(now - hours * 3_600_000, Date.UTC(year, 0, 1) - ZONE_MS));
}

/** As a field of date and time takes it, in the zone of the offices. */
export const localInput = (at: Date): string => new Date(at.getTime() + ZONE_MS).toISOString().slice(0, 16);
