// Owns the ways through a process without those that lead back: what is left has an order, in which one step stands before
// another even where a loop connects both. Pure.
import type { ProcessGraph } from '../packages/guardrails/process-graph';

/** A way leads back when it ends at a step of the very walk from the start that came to it. */
export function waysForward({ starts, next }: ProcessGraph): Map<string, string[]> {
  const forward = new Map<string, string[]>();
  const entered = new Set<string>();
  const open = new Set<string>();
  for (const start of [...starts, ...next.keys()]) {
    if (entered.has(start)) continue;
    const path: { at: string; rest: string[] }[] = [];
    const enter = (at: string): void => {
      entered.add(at);
      open.add(at);
      path.push({ at, rest: [...(next.get(at) ?? [])] });
    };
    enter(start);
    for (let step = path.at(-1); step; step = path.at(-1)) {
      const to = step.rest.shift();
      if (to === undefined) {
        open.delete(step.at);
        path.pop();
      } else if (!open.has(to)) {
        forward.set(step.at, [...(forward.get(step.at) ?? []), to]);
        if (!entered.has(to)) enter(to);
      }
    }
  }
  return forward;
}
