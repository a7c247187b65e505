// Owns how near its due a clock is, as a function of time alone: neutral, amber, due.

import type { OpenClock } from './types';

export type Stage = 'NEUTRAL' | 'AMBER' | 'DUE';

type Span = Pick<OpenClock, 'startAt' | 'dueAt'>;
type Staged = Span & Partial<Pick<OpenClock, 'state' | 'pausedAt'>>;

const DAY = 86_400_000;

/** The later of 70 % elapsed and 24 hours before the due; never before the start, never after the due. */
export function amberAt({ startAt, dueAt }: Span): Date {
  const [start, due] = [startAt.getTime(), dueAt.getTime()];
  const later = Math.max(start + 0.7 * (due - start), due - DAY);
  return new Date(Math.min(Math.max(later, start), due));
}

/** Due is strictly after the due instant: what happens at 24:00 sharp is in time. A paused clock stands still. */
export function stageOf(clock: Staged, now: Date): Stage {
  const at = clock.state === 'PAUSED' && clock.pausedAt ? clock.pausedAt : now;
  if (at > clock.dueAt) return 'DUE';
  return at >= amberAt(clock) ? 'AMBER' : 'NEUTRAL';
}

/** When the stage next changes with time alone; null when it will not: paused, or already due. */
export function nextStageAt(clock: Staged, now: Date): Date | null {
  if (clock.state === 'PAUSED' || stageOf(clock, now) === 'DUE') return null;
  const amber = amberAt(clock);
  return now < amber ? amber : new Date(clock.dueAt.getTime() + 1);
}
