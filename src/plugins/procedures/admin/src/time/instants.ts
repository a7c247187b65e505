/**
 * time/ owns how instants are shown and typed: always in the office's time zone, whatever the browser's own is.
 */
export const TIME_ZONE = 'Asia/Ho_Chi_Minh';

interface Parts {
  year: string;
  month: string;
  day: string;
  hour: string;
  minute: string;
}

const partsFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: TIME_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function partsOf(instant: Date): Parts {
  const parts = Object.fromEntries(partsFormat.formatToParts(instant).map(({ type, value }) => [type, value]));
  // While a year is being typed it is 2, 20, 202: a year of our own that the clock's format writes short.
  return { ...(parts as unknown as Parts), year: String(parts.year).padStart(4, '0') };
}

function parse(instant: string | Date | null | undefined): Date | null {
  if (!instant) return null;
  const date = instant instanceof Date ? instant : new Date(instant);
  return Number.isNaN(date.getTime()) ? null : date;
}

/** `22/11/2026 14:05`; an absent instant is a dash. */
export function formatInstant(instant: string | Date | null | undefined): string {
  const date = parse(instant);
  if (!date) return '–';
  const { day, month, year, hour, minute } = partsOf(date);
  return `${day}/${month}/${year} ${hour}:${minute}`;
}

/** `22/11/2026` */
export function formatDay(instant: string | Date | null | undefined): string {
  return formatInstant(instant).slice(0, 10);
}

/** `14:05` */
export function formatTime(instant: string | Date | null | undefined): string {
  const date = parse(instant);
  if (!date) return '–';
  const { hour, minute } = partsOf(date);
  return `${hour}:${minute}`;
}

/** The value of an `<input type="datetime-local">` for an instant: wall-clock time of the office. */
export function toLocalInput(instant: Date): string {
  const { day, month, year, hour, minute } = partsOf(instant);
  return `${year}-${month}-${day}T${hour}:${minute}`;
}

/** The instant that a `datetime-local` value means in the office's zone; null when it is no date. */
export function fromLocalInput(value: string): Date | null {
  const asUtc = parse(`${value.slice(0, 16)}Z`);
  if (!asUtc) return null;
  // The zone's offset at about that instant: what its wall clock shows, minus the instant.
  const shown = new Date(`${toLocalInput(asUtc)}Z`);
  return new Date(asUtc.getTime() - (shown.getTime() - asUtc.getTime()));
}
