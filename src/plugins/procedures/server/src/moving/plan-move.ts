// Owns the decision whether a running case can be created anew in another version, and where: every live position gets
// its counterpart there, or the reasons say why not. Pure: no database, no engine.
import type { MoveReason } from '../../../shared/moving-contract';
import type { LiveCase, LivePosition } from './live-case';
import { type MoveReasonCode, moveReason } from './move-reasons';
import { isClosed, type Place, type Places } from './places';
import { skippedSteps, type Version } from './skipped-steps';

export type { Version } from './skipped-steps';

export interface PlannedStep {
  /** Of the element instance; null: branches that have arrived at a join. */
  key: string | null;
  from: string;
  to: string;
  /** Created by a call activity, not by us. */
  called: boolean;
}
export interface PlannedTask {
  taskId: string;
  from: string;
  to: string;
  formChanged: boolean;
}
export interface MovePlan {
  steps: PlannedStep[];
  tasks: PlannedTask[];
  /** Where variables of one position are put back. */
  locals: { key: string; to: string }[];
}
export interface PlanOutcome {
  /** null: it cannot be moved, see `reasons`. */
  plan: MovePlan | null;
  reasons: MoveReason[];
  warnings: MoveReason[];
  /** Every place, whether or not it has a counterpart. */
  steps: { from: Place; to: Place | null; formChanged: boolean }[];
}

export type Mapping = Readonly<Record<string, string>>;

const NEAR_MS = 3 * 60 * 1000;
const CONTAINERS = new Set(['SUB_PROCESS', 'EVENT_SUB_PROCESS', 'MULTI_INSTANCE_BODY', 'CALL_ACTIVITY', 'PROCESS']);
const RESTS = new Set(['USER_TASK', 'RECEIVE_TASK', 'INTERMEDIATE_CATCH_EVENT', 'EVENT_BASED_GATEWAY']);
/**
 * Stuck with an incident these are only evaluated anew; what a program does outside might be done twice (hasProgramJob).
 * A service task of the platform's own goes along under its key, so it is none of those.
 */
const EVALUATED_ANEW = new Set([
  'EXCLUSIVE_GATEWAY',
  'INCLUSIVE_GATEWAY',
  'BUSINESS_RULE_TASK',
  'SCRIPT_TASK',
  'SERVICE_TASK',
]);

export function planMove(from: Version, to: Version, live: LiveCase, mapping: Mapping, now: Date): PlanOutcome {
  const told = new Map<string, MoveReason>();
  const because = (code: MoveReasonCode, title = ''): void => {
    told.set(`${code} ${title}`, moveReason(code, title));
  };
  if (!live.isActive) because('NOT_ACTIVE');
  if (live.openActs > 0) because('ACT_STAGED');

  const title = (id: string): string => from.places.byId.get(id)?.title ?? id;
  const leaves = leavesOf(live);
  if (live.isActive && leaves.length + live.arrivals.length === 0) because('PASSING', '');
  for (const { position, isBusy } of leaves) {
    if (isBusy) because('PASSING', title(position.elementId));
    else if (position.hasProgramJob) because('AUTOMATIC_STEP', title(position.elementId));
  }
  for (const position of live.positions) {
    if (position.type === 'MULTI_INSTANCE_BODY') because('INSIDE_MULTI_INSTANCE', title(position.elementId));
  }
  for (const id of scopesTwice(live.positions)) because('SCOPE_TWICE', title(id));
  for (const id of from.places.compensated) if (live.completed.has(id)) because('COMPENSATION_PENDING', title(id));
  const warnings = timers(live, now, title, because);

  const calls = callsAtTheirStart(live, leaves, from.places, to.places);
  for (const call of calls.others) because('IN_CALLED_PROCESS', title(call.elementId));

  const steps: PlannedStep[] = [];
  const shown: PlanOutcome['steps'] = [];
  const counterparts = new Map<string, string>();
  const counterpart = (id: string): Place | null => {
    const found = counterpartOf(from.places, to.places, id, mapping, because);
    if (found) counterparts.set(id, found.id);
    return found;
  };
  const place = (key: string | null, id: string, called: boolean): void => {
    const before = from.places.byId.get(id);
    if (!before) {
      because('ELEMENT_GONE', id);
      return;
    }
    for (const scope of before.scopes) {
      if (scope.kind === 'transaction') because('IN_TRANSACTION', title(scope.id));
      if (scope.kind === 'interrupting') because('INTERRUPTED_SCOPE', title(scope.id));
    }
    const after = counterpart(id);
    shown.push({ from: before, to: after, formChanged: after !== null && after.form !== before.form });
    if (!after) return;
    if (isClosed(after)) because('TARGET_NOT_ENTERABLE', after.title);
    steps.push({ key, from: id, to: after.id, called });
    for (const step of skippedSteps(from, to, before, after, live.completed)) because('GUARDRAIL', step);
  };
  for (const { position } of leaves) {
    if (position.calledBy === null) place(position.key, position.elementId, false);
    else if (calls.atStart.has(position.calledBy)) place(position.key, position.elementId, true);
  }
  for (const call of calls.all) if (calls.atStart.has(call.key)) place(call.key, call.elementId, false);
  for (const arrival of live.arrivals) {
    for (let n = 0; n < arrival.count; n += 1) place(null, arrival.pad, false);
  }

  const locals = localsOf(live, from.places, to.places, mapping, counterparts, because);
  const reasons = [...told.values()];
  const plan = reasons.length > 0 ? null : { steps, tasks: tasksOf(live, from, to, counterparts), locals };
  return { plan, reasons, warnings, steps: shown };
}

interface Leaf {
  position: LivePosition;
  /** Neither a wait nor stuck: it goes on by itself. */
  isBusy: boolean;
}

function leavesOf(live: LiveCase): Leaf[] {
  const holds = new Set([
    ...live.positions.map((position) => position.scopeKey),
    ...live.arrivals.map((arrival) => arrival.scopeKey),
    ...live.positions.flatMap((position) => position.calledBy ?? []),
  ]);
  return live.positions
    .filter((position) => !holds.has(position.key) && position.type !== 'PROCESS')
    .map((position) => ({
      position,
      isBusy:
        CONTAINERS.has(position.type) ||
        !(
          RESTS.has(position.type) ||
          position.hasProgramJob ||
          (position.hasIncident && EVALUATED_ANEW.has(position.type))
        ),
    }));
}

function scopesTwice(positions: LivePosition[]): string[] {
  const scopes = positions.filter((one) => one.type === 'SUB_PROCESS' || one.type === 'EVENT_SUB_PROCESS');
  const ids = scopes.map((one) => one.elementId);
  return ids.filter((id, n) => ids.indexOf(id) !== n);
}

function timers(
  live: LiveCase,
  now: Date,
  title: (id: string) => string,
  because: (code: MoveReasonCode, title: string) => void,
): MoveReason[] {
  for (const timer of live.timers) {
    if (timer.dueAt && timer.dueAt.getTime() - now.getTime() < NEAR_MS) because('TIMER_NEAR', title(timer.elementId));
  }
  return live.timers.map((timer) => moveReason('TIMER_RESTARTS', title(timer.elementId)));
}

/** A called process is created by its call activity, at its start: only a case that is still there comes out the same. */
function callsAtTheirStart(live: LiveCase, leaves: Leaf[], from: Places, to: Places) {
  const all = live.positions.filter((position) => position.type === 'CALL_ACTIVITY');
  const atStart = new Set<string>();
  for (const call of all) {
    const within = leaves.filter((leaf) => leaf.position.calledBy === call.key).map((leaf) => leaf.position);
    const first = (places: Places) => places.firstWait.get(places.calls.get(call.elementId) ?? '') ?? null;
    const isThere = within.length === 1 && within[0]?.elementId === first(from) && within[0]?.elementId === first(to);
    if (isThere) atStart.add(call.key);
  }
  return { all, atStart, others: all.filter((call) => !atStart.has(call.key)) };
}

function counterpartOf(
  from: Places,
  to: Places,
  id: string,
  mapping: Mapping,
  because: (code: MoveReasonCode, title: string) => void,
): Place | null {
  const before = from.byId.get(id);
  const same = to.byId.get(id);
  if (before && same && same.kind === before.kind) return same;
  const chosen = to.byId.get(mapping[id] ?? '');
  if (before && chosen && chosen.kind === before.kind) return chosen;
  because(same ? 'KIND_CHANGED' : 'ELEMENT_GONE', before?.title ?? id);
  return null;
}

function localsOf(
  live: LiveCase,
  from: Places,
  to: Places,
  mapping: Mapping,
  counterparts: ReadonlyMap<string, string>,
  because: (code: MoveReasonCode, title: string) => void,
): MovePlan['locals'] {
  return live.positions
    .filter((position) => live.withLocals.has(position.key))
    .flatMap((position) => {
      const known = counterparts.get(position.elementId) ?? mapping[position.elementId] ?? position.elementId;
      if (to.byId.has(known)) return [{ key: position.key, to: known }];
      because('LOCALS_LOST', from.byId.get(position.elementId)?.title ?? position.elementId);
      return [];
    });
}

function tasksOf(
  live: LiveCase,
  from: Version,
  to: Version,
  counterparts: ReadonlyMap<string, string>,
): MovePlan['tasks'] {
  return live.tasks.flatMap((task) => {
    const after = counterparts.get(task.elementId);
    if (!after) return [];
    const form = (version: Version, id: string) => version.places.byId.get(id)?.form ?? null;
    const formChanged = form(from, task.elementId) !== form(to, after);
    return [{ taskId: task.id, from: task.elementId, to: after, formChanged }];
  });
}
