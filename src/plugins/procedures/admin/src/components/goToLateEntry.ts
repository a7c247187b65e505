import type { OccurrenceFault } from '../time/lateEntry';

/** Brings the field of the late entry that keeps an act from being sent before the eyes of whoever sent it. */
export function goToLateEntry(fault: OccurrenceFault): void {
  const kind = fault === 'REASON_MISSING' ? 'textarea' : 'input';
  const field = document.querySelector<HTMLElement>(`[data-late-entry] ${kind}`);
  field?.focus({ preventScroll: true });
  field?.scrollIntoView({ block: 'center' });
}
