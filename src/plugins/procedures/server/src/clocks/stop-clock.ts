// Owns how a clock's stop is judged: in time, or late and by how much.

import type { OpenClock, StoppedClock } from './types';

/** Late is strictly after the due. A paused clock is judged at the instant at which it was paused. */
export function stopClock(clock: OpenClock, at: Date): StoppedClock {
  const judgedAt = clock.state === 'PAUSED' && clock.pausedAt ? clock.pausedAt : at;
  const late = Math.max(0, judgedAt.getTime() - clock.dueAt.getTime());
  return { clockId: clock.id, at, onTime: late === 0, lateByMinutes: Math.ceil(late / 60_000) };
}
