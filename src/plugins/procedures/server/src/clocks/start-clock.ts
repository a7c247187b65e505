// Owns the start of one clock: which of a rule's starts holds, from where it counts, how long, until when, whose it is.

import { conditionHolds, resolveFeel } from '../feel/resolve-feel';
import type { ClockStart } from '../packages/types';
import type { ClockContext } from './clock-context';
import { computeDue, type Term } from './compute-due';
import { type AnchorSources, type BaseClock, type ResolvedAnchor, resolveAnchor } from './resolve-anchor';
import { amberAt } from './stage-of';
import type { ClockProblem, ClockRule, DecideClocksInput, StartedClock } from './types';

export type StartAttempt =
  | { readonly outcome: 'STARTED'; readonly clock: StartedClock }
  | { readonly outcome: 'NONE' }
  /** No start of the rule finds its anchor: another clock of the same event may still bring it. */
  | { readonly outcome: 'WAITING'; readonly problem: ClockProblem }
  | { readonly outcome: 'IMPOSSIBLE'; readonly problem: ClockProblem };

export function startClock(
  rule: ClockRule,
  input: DecideClocksInput,
  context: ClockContext,
  findBase: (ruleId: string) => BaseClock | undefined,
): StartAttempt {
  const holding = rule.start.filter(
    (start) => start.event === input.event.code && conditionHolds(start.when, context.values, context.now),
  );
  if (holding.length === 0) return { outcome: 'NONE' };
  const sources: AnchorSources = {
    event: input.event,
    context: context.values,
    eventTimes: input.eventTimes,
    timeZone: input.calendar.timeZone,
    findBase,
  };
  for (const start of holding) {
    const anchor = resolveAnchor(start.anchor, rule.unit, sources);
    if (anchor) return startAt(rule, start, anchor, input, context, findBase);
  }
  return { outcome: 'WAITING', problem: anchorProblem(rule, holding) };
}

function startAt(
  rule: ClockRule,
  start: ClockStart,
  { startAt, base }: ResolvedAnchor,
  input: DecideClocksInput,
  context: ClockContext,
  findBase: (ruleId: string) => BaseClock | undefined,
): StartAttempt {
  const length = resolveFeel(rule.length, context.values, context.now);
  const owner = resolveFeel(rule.owner, context.values, context.now);
  if (!isLength(length, rule)) return { outcome: 'IMPOSSIBLE', problem: valueProblem(rule, 'length', length) };
  if (typeof owner !== 'string' || owner === '') {
    return { outcome: 'IMPOSSIBLE', problem: valueProblem(rule, 'owner', owner) };
  }
  const { title, unit, rolling } = rule;
  const term: Term = {
    title,
    unit,
    length,
    rolling,
    startAt,
    baseNominalDay: base?.nominalDay,
    cap: capOf(rule, findBase),
  };
  const due = computeDue(term, input.calendar);
  return {
    outcome: 'STARTED',
    clock: {
      ruleId: rule.id,
      ruleVersion: rule.version,
      rule: rule.rule,
      variant: rule.variant ?? null,
      owner,
      tracking: rule.tracking,
      unit,
      length,
      startEvent: rule.startEventName ?? (base ? `${base.rule}.nominalDay` : input.event.code),
      anchor: start.anchor,
      startAt,
      ...due,
      amberAt: amberAt({ startAt, dueAt: due.dueAt }),
    },
  };
}

/** `clock:R02.dueAt`; without that clock there is nothing to cap. */
function capOf(rule: ClockRule, findBase: (ruleId: string) => BaseClock | undefined): Term['cap'] {
  const ruleId = /^clock:(.+)\.dueAt$/.exec(rule.notAfter ?? '')?.[1];
  return ruleId === undefined ? undefined : findBase(ruleId);
}

/** Hours may be broken (1.5); days and months are counted whole. */
function isLength(length: unknown, { unit }: ClockRule): length is number {
  if (typeof length !== 'number' || !Number.isFinite(length) || length < 0) return false;
  return unit === 'hours' || unit === 'minutes' || Number.isInteger(length);
}

function anchorProblem(rule: ClockRule, starts: readonly ClockStart[]): ClockProblem {
  const anchors = starts.map((start) => start.anchor).join(', ');
  return {
    ruleId: rule.id,
    code: 'CLOCK_ANCHOR_MISSING',
    vi: `Hạn ${rule.id} cần mốc tính «${anchors}», nhưng hồ sơ chưa có mốc ấy nên hạn chưa được bật. Hãy bổ sung mốc.`,
    en: `Expected the anchor "${anchors}" of clock rule ${rule.id}, but the case has none, so no clock was started. Supply it.`,
  };
}

function valueProblem(rule: ClockRule, name: 'length' | 'owner', value: unknown): ClockProblem {
  const got = JSON.stringify(value);
  return {
    ruleId: rule.id,
    code: name === 'length' ? 'CLOCK_LENGTH_INVALID' : 'CLOCK_OWNER_MISSING',
    vi: `Hạn ${rule.id} cần ${name === 'length' ? 'một độ dài không âm' : 'một đơn vị chịu trách nhiệm'}, nhưng nhận được ${got} nên hạn chưa được bật. Hãy sửa quy tắc hoặc tham số.`,
    en: `Expected ${name === 'length' ? 'a length of zero or more' : 'an owner'} for clock rule ${rule.id}, but got ${got}, so no clock was started. Correct the rule or the parameter.`,
  };
}
