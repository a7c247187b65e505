// Owns the questions about ways through a process graph: what is reached, and from where no way to an end goes round a
// step. Ways are read from the drawing alone: conditions are not evaluated, so that a flow whose condition never holds
// counts as a way, and called processes are looked at by themselves.
import { listOf } from '../model-elements';
import type { ProcessGraph } from './process-graph';

/** What can be reached from `from` without passing `avoided`, itself included. A parallel join waits for all its ways. */
export function reached(graph: ProcessGraph, from: Iterable<string>, avoided: ReadonlySet<string>): Set<string> {
  const starts = [...from];
  const waits = avoided.size > 0 ? joinsOf(graph, reached(graph, starts, new Set())) : new Map<string, string[]>();
  const seen = new Set<string>();
  const queue = starts.filter((one) => !avoided.has(one));
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    // The last of its ways comes back to it.
    if (seen.has(at) || waits.get(at)?.some((source) => !seen.has(source))) continue;
    seen.add(at);
    queue.push(...(graph.next.get(at) ?? []).filter((next) => !avoided.has(next)));
  }
  return seen;
}

/** The ways into each parallel join that can be gone at all. */
function joinsOf(graph: ProcessGraph, live: ReadonlySet<string>): Map<string, string[]> {
  const sources = new Map<string, string[]>();
  for (const [source, ways] of graph.next)
    for (const to of ways)
      if (live.has(source) && graph.types.get(to) === 'bpmn:ParallelGateway')
        sources.set(to, [...(sources.get(to) ?? []), source]);
  return sources;
}

/**
 * The nodes from which the work may come to an end without the step. A fork goes all its ways at once: one of them that
 * passes the step is enough, unless another ends everything by a terminate event. What a non-interrupting event begins
 * stands beside the work that goes on, so it is no way round.
 *
 * `calm`: as if no boundary event ever happened.
 */
export function escapes(graph: ProcessGraph, step: string, calm: boolean): Set<string> {
  const ends = new Set(graph.ends);
  const onward = (node: string) => (graph.next.get(node) ?? []).filter((to) => !isAside(graph, to, calm));
  const found = new Set<string>();
  const killers = new Set<string>();
  const nodes = [...new Set([...graph.types.keys(), ...graph.next.keys(), ...graph.ends])].filter((id) => id !== step);
  for (let before = -1; before !== found.size + killers.size; ) {
    before = found.size + killers.size;
    for (const node of nodes) {
      const ways = onward(node).filter((to) => to !== step);
      // A terminate event ends its own scope, not what is around it.
      const within = ways.filter((to) => graph.elements.get(to)?.$parent === graph.elements.get(node)?.$parent);
      if (isTerminating(graph, node) || within.some((to) => killers.has(to))) killers.add(node);
      if (found.has(node)) continue;
      const goes = ends.has(node) || (isFork(graph, node) ? forkEscapes(node) : ways.some((to) => found.has(to)));
      if (goes) found.add(node);
    }
  }
  return found;

  function forkEscapes(node: string): boolean {
    const all = onward(node);
    return all.some((to) => killers.has(to)) || (all.length > 0 && all.every((to) => found.has(to)));
  }
}

/** The step and everything that can come to it. */
export function leadingTo(graph: ProcessGraph, step: string): Set<string> {
  const back = new Map<string, string[]>();
  for (const [from, ways] of graph.next) for (const to of ways) back.set(to, [...(back.get(to) ?? []), from]);
  return reached({ ...graph, next: back }, [step], new Set());
}

/** The nodes from which every way passes the step. */
export function bound(graph: ProcessGraph, step: string, calm: boolean): Set<string> {
  const round = escapes(graph, step, calm);
  const leading = leadingTo(graph, step);
  return new Set([...graph.types.keys()].filter((id) => id !== step && !round.has(id) && leading.has(id)));
}

/** What stands behind a fork that sends another of its ways through the step. */
export function besideStep(graph: ProcessGraph, step: string): (node: string) => boolean {
  const round = escapes(graph, step, false);
  const forks = new Set([...graph.types.keys()].filter((id) => isFork(graph, id) && !round.has(id)));
  const without = reached(graph, graph.starts, forks);
  return (node) => !without.has(node);
}

const isFork = (graph: ProcessGraph, node: string): boolean =>
  graph.types.get(node) === 'bpmn:ParallelGateway' && (graph.next.get(node)?.length ?? 0) > 1;

export const isTerminating = (graph: ProcessGraph, node: string): boolean => {
  const element = graph.elements.get(node);
  return (
    element !== undefined &&
    listOf(element, 'eventDefinitions').some((one) => one.$type === 'bpmn:TerminateEventDefinition')
  );
};

function isAside(graph: ProcessGraph, to: string, calm: boolean): boolean {
  if (graph.types.get(to) === 'bpmn:BoundaryEvent') return calm || graph.elements.get(to)?.cancelActivity === false;
  // The start of a sub-process that an event begins, beside what stands in its scope.
  const scope = graph.elements.get(to)?.$parent;
  return graph.types.get(to) === 'bpmn:StartEvent' && scope?.triggeredByEvent === true;
}
