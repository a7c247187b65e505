// Owns the ways through one process as a graph: flows, events at the edge of a step, and sub-processes entered at their
// start and left at their end.
import { elementOf, flowElementsOf, listOf, processesOf, textOf } from '../model-elements';
import type { ReadPackage } from '../read-package';

export interface ProcessGraph {
  file: string;
  starts: string[];
  ends: string[];
  next: Map<string, string[]>;
  types: Map<string, string>;
  flows: GraphFlow[];
  elements: Map<string, ModdleElement>;
}

export interface GraphFlow {
  source: string;
  target: string;
  /** Its expression, blanks left out; `default`; or empty. */
  condition: string;
}

export function processGraph(pkg: ReadPackage, processId: string): ProcessGraph | null {
  for (const [file, model] of pkg.models) {
    const process =
      model.kind === 'bpmn' ? processesOf(model.definitions).find((one) => one.id === processId) : undefined;
    if (process) return kept(process, file);
  }
  return null;
}

/** Read models are shared and stay as they are; every guardrail asks for the same ones. */
const graphs = new WeakMap<ModdleElement, ProcessGraph>();

function kept(process: ModdleElement, file: string): ProcessGraph {
  const graph = graphs.get(process) ?? graphOf(file, process);
  graphs.set(process, graph);
  return graph;
}

function graphOf(file: string, process: ModdleElement): ProcessGraph {
  const graph: ProcessGraph = {
    file,
    starts: [],
    ends: [],
    next: new Map(),
    types: new Map(),
    flows: [],
    elements: new Map(),
  };
  const link = (from: string | undefined, to: string | undefined): void => {
    if (from && to) graph.next.set(from, [...(graph.next.get(from) ?? []), to]);
  };
  const elements = flowElementsOf(process);
  const nodes = elements.filter((one) => one.$type !== 'bpmn:SequenceFlow');
  for (const node of nodes) {
    if (!node.id) continue;
    graph.types.set(node.id, node.$type);
    graph.elements.set(node.id, node);
  }
  for (const flow of elements.filter((one) => one.$type === 'bpmn:SequenceFlow')) {
    const source = elementOf(flow, 'sourceRef');
    const target = elementOf(flow, 'targetRef');
    link(source?.id, target?.id);
    if (source?.id && target?.id)
      graph.flows.push({ source: source.id, target: target.id, condition: conditionOf(flow, source) });
  }
  const flowing = new Set(graph.next.keys());
  for (const node of nodes) {
    const inside = node.$parent !== process;
    const scope = node.$parent;
    const isEvent = scope?.triggeredByEvent === true;
    if (node.$type === 'bpmn:BoundaryEvent') link(elementOf(node, 'attachedToRef')?.id, node.id);
    if (node.$type === 'bpmn:StartEvent') {
      // An event sub-process begins at any moment of the scope around it.
      if (!inside) graph.starts.push(node.id ?? '');
      else if (!isEvent) link(scope?.id, node.id);
      else if (scope?.$parent === process) graph.starts.push(node.id ?? '');
      else link(scope?.$parent?.id, node.id);
    }
    const isLast = node.id !== undefined && !flowing.has(node.id) && node.$type !== 'bpmn:SubProcess';
    if (isLast && node.$type === 'bpmn:IntermediateThrowEvent' && linkTargets(node, nodes, link)) continue;
    if (isLast && !inside) graph.ends.push(node.id ?? '');
    // An ended inner scope goes on after it; the way out is a node of its own, so that it is not mistaken for the way in.
    if (isLast && inside && !isEvent) link(node.id, `${scope?.id}:left`);
    if (isLast && isEvent) graph.ends.push(node.id ?? '');
  }
  for (const scope of nodes.filter((one) => listOf(one, 'flowElements').length > 0 && one.triggeredByEvent !== true)) {
    const onward = (graph.next.get(scope.id ?? '') ?? []).filter((to) => flowTarget(scope, to));
    for (const to of onward) link(`${scope.id}:left`, to);
    graph.next.set(
      scope.id ?? '',
      (graph.next.get(scope.id ?? '') ?? []).filter((to) => !onward.includes(to)),
    );
    if (onward.length === 0) graph.ends.push(`${scope.id}:left`);
  }
  return graph;
}

function conditionOf(flow: ModdleElement, source: ModdleElement): string {
  if (elementOf(source, 'default') === flow) return 'default';
  const written = elementOf(flow, 'conditionExpression');
  return (textOf(written, 'body') ?? '').replace(/\s+/g, ' ').trim();
}

const flowTarget = (scope: ModdleElement, to: string): boolean =>
  listOf(scope, 'outgoing').some((flow) => elementOf(flow, 'targetRef')?.id === to);

function linkTargets(
  node: ModdleElement,
  nodes: ModdleElement[],
  link: (from: string | undefined, to: string | undefined) => void,
): boolean {
  const nameOf = (one: ModdleElement) =>
    listOf(one, 'eventDefinitions').flatMap((definition) =>
      definition.$type === 'bpmn:LinkEventDefinition' ? (textOf(definition, 'name') ?? []) : [],
    )[0];
  const name = nameOf(node);
  if (name === undefined) return false;
  const targets = nodes.filter((one) => one.$type === 'bpmn:IntermediateCatchEvent' && nameOf(one) === name);
  for (const target of targets) link(node.id, target.id);
  return targets.length > 0;
}
