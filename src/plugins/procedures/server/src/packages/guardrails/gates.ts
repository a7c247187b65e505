// Owns the choices before a guarded step: which cases go to it is said by the gateways on the way, so their conditions for
// the ways to it stay as they are, and no other way leads off. Where a gateway takes every way whose condition holds, others
// take nothing away.
import { elementOf } from '../model-elements';
import type { GraphFlow, ProcessGraph } from './process-graph';
import { bound, leadingTo, reached } from './ways';

/** The gateway right before the step that sends fewer cases to it than before; null: there is none. */
export function gateOpened(before: ProcessGraph, after: ProcessGraph, step: string): string | null {
  const led = { before: bound(before, step, true).add(step), after: bound(after, step, true).add(step) };
  return changedGate(before, after, step, led, ({ source }) => !led.before.has(source));
}

/** The same for the choices further up, from which the step can be reached and need not be. */
export function gateFurtherUp(before: ProcessGraph, after: ProcessGraph, step: string): string | null {
  const led = { before: leadingTo(before, step), after: leadingTo(after, step) };
  const known = changedGate(before, after, step, led, () => true);
  if (known) return known;
  const upstream = upstreamOf(after, step);
  const isBefore = (node: string) => upstream.has(node) && led.after.has(node);
  // A choice or an interruption that is new: no way of it leads off.
  const off = after.flows.find(
    ({ source, target }) =>
      !before.types.has(source) && isBefore(source) && isChoice(after, source) && !led.after.has(target),
  );
  const broken = [...after.elements].find(
    ([id, element]) =>
      element.$type === 'bpmn:BoundaryEvent' &&
      element.cancelActivity !== false &&
      !before.types.has(id) &&
      !led.after.has(id) &&
      isBefore(elementOf(element, 'attachedToRef')?.id ?? ''),
  );
  return off?.source ?? broken?.[0] ?? null;
}

/** A gateway by which a case comes to the step, or may come there, or goes another way; and the conditions that decide it. */
export interface DecidingGate {
  gate: string;
  conditions: string[];
}

export function decidingGates(graph: ProcessGraph, step: string): DecidingGate[] {
  const upstream = upstreamOf(graph, step);
  const leads = [bound(graph, step, true).add(step), leadingTo(graph, step)];
  return [...upstream]
    .filter((node) => isGateway(graph, node))
    .map((gate) => {
      const flows = graph.flows.filter(({ source }) => source === gate);
      const conditions = leads.flatMap((into) => {
        const there = flows.filter(({ target }) => into.has(target));
        if (there.length === 0 || there.length === flows.length) return [];
        // Where every way is taken whose condition holds, the others take nothing away; unless it is the way when none does.
        const isFree = !isChoice(graph, gate) && !there.some(({ condition }) => condition === 'default');
        return (isFree ? there : flows).map(({ condition }) => condition);
      });
      return { gate, conditions: [...new Set(conditions)] };
    })
    .filter(({ conditions }) => conditions.length > 0);
}

interface Led {
  before: ReadonlySet<string>;
  after: ReadonlySet<string>;
}

function changedGate(
  before: ProcessGraph,
  after: ProcessGraph,
  step: string,
  led: Led,
  counts: (flow: GraphFlow) => boolean,
): string | null {
  const upstream = upstreamOf(before, step);
  const leading = before.flows.filter(
    (flow) =>
      upstream.has(flow.source) && led.before.has(flow.target) && isGateway(before, flow.source) && counts(flow),
  );
  for (const gate of new Set(leading.map(({ source }) => source))) {
    const ways = (graph: ProcessGraph, into: ReadonlySet<string>, wanted: boolean) =>
      graph.flows
        .filter((flow) => flow.source === gate && into.has(flow.target) === wanted)
        .map((flow) => flow.condition);
    const [off, offNow] = [ways(before, led.before, false), ways(after, led.after, false)];
    // All its ways lead there, as before: how it chooses among them is nobody's loss.
    if (off.length === 0 && offNow.length === 0) continue;
    if (after.types.get(gate) !== before.types.get(gate)) return gate;
    const is = ways(after, led.after, true);
    if (ways(before, led.before, true).some((condition) => !is.includes(condition))) return gate;
    if (isChoice(before, gate) && offNow.some((condition) => !off.includes(condition))) return gate;
  }
  return null;
}

const isGateway = (graph: ProcessGraph, node: string): boolean => graph.types.get(node)?.endsWith('Gateway') === true;

/** Of its ways one is taken. */
const isChoice = (graph: ProcessGraph, node: string): boolean =>
  graph.types.get(node) === 'bpmn:ExclusiveGateway' || graph.types.get(node) === 'bpmn:EventBasedGateway';

/** What can be reached before the step was done. */
const upstreamOf = (graph: ProcessGraph, step: string): Set<string> => reached(graph, graph.starts, new Set([step]));
