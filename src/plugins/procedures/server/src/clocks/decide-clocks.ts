// Owns what one business event does to the clocks of a case. Pure: the same input gives the same decisions.
//
// For one event: supersede, stop, resume, pause, start. A clock meets at most one of the first four. A rule whose clock
// is still open starts no second one, so an event that comes twice changes nothing the second time.

import { conditionHolds } from '../feel/resolve-feel';
import type { ClockTrigger } from '../packages/types';
import { ProblemError } from '../problems/problem-error';
import { type ClockContext, clockContext } from './clock-context';
import { resumeClock } from './pause-clock';
import type { BaseClock } from './resolve-anchor';
import { type StartAttempt, startClock } from './start-clock';
import { stopClock } from './stop-clock';
import type { ClockDecisions, ClockProblem, ClockRule, DecideClocksInput, OpenClock, StartedClock } from './types';

export function decideClocks(input: DecideClocksInput): ClockDecisions {
  const context = clockContext(input);
  const decisions: ClockDecisions = { superseded: [], stopped: [], resumed: [], paused: [], started: [], problems: [] };
  const rules = new Map(input.rules.map((rule) => [rule.id, rule]));
  const ended = new Set<string>();
  for (const clock of input.openClocks) {
    const rule = rules.get(clock.ruleId);
    if (!rule) continue;
    guarded(rule, decisions.problems, () => {
      if (decideOpen(clock, rule, input, context, decisions)) ended.add(clock.id);
    });
  }
  const stillOpen = new Set(input.openClocks.filter((clock) => !ended.has(clock.id)).map((clock) => clock.ruleId));
  startAll(
    input.rules.filter((rule) => !stillOpen.has(rule.id)),
    input,
    context,
    decisions,
  );
  return decisions;
}

/** Decides on one open clock; true when it has ended. */
function decideOpen(
  clock: OpenClock,
  rule: ClockRule,
  input: DecideClocksInput,
  context: ClockContext,
  decisions: ClockDecisions,
): boolean {
  const { event, calendar } = input;
  const hit = <T extends ClockTrigger>(triggers: readonly T[] | undefined): T | undefined =>
    triggers?.find(
      (trigger) => trigger.event === event.code && conditionHolds(trigger.when, context.values, context.now),
    );

  const superseding = hit(rule.supersede);
  if (superseding) {
    const reason = superseding.reason ?? { vi: 'được thay thế', en: 'superseded' };
    decisions.superseded.push({ clockId: clock.id, reason });
    return true;
  }
  if (hit(rule.stop)) {
    decisions.stopped.push(stopClock(clock, event.at));
    return true;
  }
  if (clock.state === 'PAUSED') {
    if (hit(rule.resume)) decisions.resumed.push(resumeClock(clock, rule, event.at, calendar));
  } else if (hit(rule.pause)) {
    decisions.paused.push({ clockId: clock.id, at: event.at });
  }
  return false;
}

/** Rules are started in whatever order they come; one that waits for a clock of the same event is tried again. */
function startAll(
  rules: readonly ClockRule[],
  input: DecideClocksInput,
  context: ClockContext,
  { started, problems }: ClockDecisions,
): void {
  const waiting = new Map<string, ClockProblem>();
  let pending = rules;
  for (let progress = true; progress; ) {
    progress = false;
    const again: ClockRule[] = [];
    for (const rule of pending) {
      const attempt = guarded<StartAttempt>(rule, problems, () =>
        startClock(rule, input, context, (ruleId) => findBase(ruleId, input.openClocks, started)),
      );
      if (attempt?.outcome === 'STARTED') {
        started.push(attempt.clock);
        progress = true;
      } else if (attempt?.outcome === 'WAITING') {
        again.push(rule);
        waiting.set(rule.id, attempt.problem);
      } else if (attempt?.outcome === 'IMPOSSIBLE') problems.push(attempt.problem);
    }
    pending = again;
  }
  problems.push(...pending.flatMap((rule) => waiting.get(rule.id) ?? []));
}

/** What this event has started comes before what it met (open, or ended by it). */
function findBase(ruleId: string, open: readonly OpenClock[], started: readonly StartedClock[]): BaseClock | undefined {
  return started.find((clock) => clock.ruleId === ruleId) ?? open.findLast((clock) => clock.ruleId === ruleId);
}

/** A rule with unreadable FEEL must not stand in the way of the others: it becomes a problem of its own. */
function guarded<T>(rule: ClockRule, problems: ClockProblem[], decide: () => T): T | undefined {
  try {
    return decide();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    problems.push({ ruleId: rule.id, code: error.code, vi: error.vi, en: error.en });
    return undefined;
  }
}
