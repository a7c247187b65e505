// Owns what a chosen place would pass by: steps that the law keeps, that the case would still have come to, and that it
// has not done. Ways are read from the drawing alone, as the guardrails read them. Pure.
import { type ProcessGraph, processGraph } from '../packages/guardrails/process-graph';
import type { ReadPackage } from '../packages/read-package';
import { type Place, type Places, placesOf } from './places';

export interface Version {
  read: ReadPackage;
  places: Places;
  /** Ways through a process, made once. */
  graph(process: string): ProcessGraph | null;
}

export function versionOf(read: ReadPackage): Version {
  const graphs = new Map<string, ProcessGraph | null>();
  return {
    read,
    places: placesOf(read),
    graph(process) {
      if (!graphs.has(process)) graphs.set(process, processGraph(read, process));
      return graphs.get(process) ?? null;
    },
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
    if (!ahead.has(element) || still.has(element) || completed.has(element)) return [];
    return [to.places.byId.get(element)?.title ?? element];
  });
}

/** The place itself and everything that can come after it. */
function allAhead(version: Version, place: Place): Set<string> {
  const graph = version.graph(place.process);
  const seen = new Set<string>();
  const queue = [place.id, ...place.scopes.map((scope) => `${scope.id}:left`)];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    queue.push(...(graph?.next.get(at) ?? []));
  }
  return seen;
}
