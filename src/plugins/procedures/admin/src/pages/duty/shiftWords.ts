import type { ShiftView } from '../../../../shared/duty-contract';
import { formatInstant, formatTime } from '../../time/instants';

/** `28/11/2026 19:00 – 07:00`, the second with its day only where it is another than the next. */
export function shiftHours({ startsAt, endsAt }: Pick<ShiftView, 'startsAt' | 'endsAt'>): string {
  const isShort = new Date(endsAt).getTime() - new Date(startsAt).getTime() <= 24 * 60 * 60 * 1000;
  return `${formatInstant(startsAt)} – ${isShort ? formatTime(endsAt) : formatInstant(endsAt)}`;
}

export const shiftNames = ({ people }: Pick<ShiftView, 'people'>): string => people.map(({ name }) => name).join(', ');
