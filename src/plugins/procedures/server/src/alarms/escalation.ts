// Owns the arithmetic of passing an alarm on: which steps of the chain are due, and when the next one is. Pure.
import type { AlarmStep } from '../../../shared/alarms-contract';

/** Steps in the order in which they are taken; those of one minute as the administrator has put them. */
export const inOrder = (steps: readonly AlarmStep[]): AlarmStep[] =>
  steps
    .map((step, at) => ({ step, at }))
    .sort((a, b) => a.step.afterMinutes - b.step.afterMinutes || a.at - b.at)
    .map(({ step }) => step);

const dueAt = (raisedAt: Date, step: AlarmStep) => new Date(raisedAt.getTime() + step.afterMinutes * 60_000);

/** How many steps must have been taken by `now`; never fewer than have been. */
export function levelBy(raisedAt: Date, level: number, steps: readonly AlarmStep[], now: Date): number {
  const due = inOrder(steps).filter((step) => dueAt(raisedAt, step) <= now).length;
  return Math.max(level, due);
}

/** The next step that will be taken if nobody acknowledges; null: the chain has ended. */
export function nextStep(
  raisedAt: Date,
  level: number,
  steps: readonly AlarmStep[],
): { at: Date; to: AlarmStep['to'] } | null {
  const step = inOrder(steps)[level];
  return step ? { at: dueAt(raisedAt, step), to: step.to } : null;
}
