// Owns what a chosen place would pass by: steps that the law keeps, that the case would still have come to, and that it
// has not done. Ways are read from the drawing alone, as the guardrails read them. Pure.
import { type ProcessGraph, processGraph } from '../packages/guardrails/process-graph';
import type { ReadPackage } from '../packages/read-package';
import { type Place, type Places, placesOf } from './places';
import { waysForward } from './ways-forward';

export interface Version {
  read: ReadPackage;
  places: Places;
  /** Ways through a process, made once. */
  graph(process: string): ProcessGraph | null;
  /** The same without those that lead back. */
  forward(process: string): ReadonlyMap<string, string[]>;
}

export function versionOf(read: ReadPackage): Version {
  const graph = (process: string) => processGraph(read, process);
  const forward = kept((process) => {
    const ways = graph(process);
    return ways ? waysForward(ways) : new Map<string, string[]>();
  });
  return { read, places: placesOf(read), graph, forward };
}

function kept<T>(make: (process: string) => T): (process: string) => T {
  const made = new Map<string, T>();
  return (process) => {
    if (!made.has(process)) made.set(process, make(process));
    return made.get(process) as T;
  };
}

/** Titles of the steps. A place that keeps its id skips nothing: publishing has judged the drawing around it. */
export function skippedSteps(
  from: Version,
  to: Version,
  before: Place,
  after: Place,
  completed: ReadonlySet<string>,
): string[] {
  if (before.id === after.id) return [];
  const ahead = allAhead(from, before);
  const still = allAhead(to, after);
  return to.read.manifest.guardrails.flatMap((guardrail) => {
    if (guardrail.kind !== 'element' || guardrail.process !== before.process) return [];
    const { element } = guardrail;
    const isLeftBehind = ahead.has(element) && !still.has(element) && !completed.has(element);
    const isPassed = [from, to].some((version) => liesBetween(version, before, element, after, completed));
    if (!isLeftBehind && !isPassed) return [];
    return [to.places.byId.get(element)?.title ?? element];
  });
}

/**
 * A loop leads back to the step, so that it is still ahead of the chosen place; it is passed by all the same when it stands
 * between, as the process goes forward. That it was done in an earlier round does not count for this one.
 */
function liesBetween(
  version: Version,
  before: Place,
  element: string,
  after: Place,
  completed: ReadonlySet<string>,
): boolean {
  if (element === before.id || element === after.id) return false;
  const forward = version.forward(before.process);
  if (!reach(forward, startsOf(before)).has(element) || !reach(forward, [element]).has(after.id)) return false;
  return !completed.has(element) || reach(waysOf(version, before), [element]).has(before.id);
}

/** The place itself and everything that can come after it. */
const allAhead = (version: Version, place: Place): Set<string> => reach(waysOf(version, place), startsOf(place));

const waysOf = (version: Version, { process }: Place): ReadonlyMap<string, string[]> =>
  version.graph(process)?.next ?? new Map();

const startsOf = (place: Place): string[] => [place.id, ...place.scopes.map((scope) => `${scope.id}:left`)];

function reach(next: ReadonlyMap<string, string[]>, starts: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const queue = [...starts];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    queue.push(...(next.get(at) ?? []));
  }
  return seen;
}
