// Owns landing pads: a none throw event on every flow into a parallel join, in the deployed model only. A case can be
// created anew with a token on each pad, whereas a join started at directly would wait for ever.
import { elementOf, flowElementsOf, listOf, processesOf } from './model-elements';
import { createElement, type Model } from './model-xml';
import { LANDING_PAD_PREFIX, type ModelChange } from './rewrite-changes';

const PAD_SIZE = 36;

export function addLandingPads(model: Model): ModelChange[] {
  const changes: ModelChange[] = [];
  for (const flow of flowsIntoJoins(model.definitions)) {
    const pad = `${LANDING_PAD_PREFIX}${flow.id}`;
    const padFlow = `${pad}_flow`;
    changes.push({ kind: 'landingPadAdded', flow: flow.id ?? '', pad, padFlow });
    insertPad(model.definitions, flow, pad, padFlow);
  }
  return changes;
}

/** Takes the pads out again: the flow leads to its join as it was drawn. */
export function removeLandingPad(model: Model, change: { flow: string; pad: string; padFlow: string }): void {
  const elements = processesOf(model.definitions).flatMap(flowElementsOf);
  const flow = elements.find((element) => element.id === change.flow);
  const padFlow = elements.find((element) => element.id === change.padFlow);
  const join = padFlow ? elementOf(padFlow, 'targetRef') : null;
  const scope = flow?.$parent;
  if (!flow || !padFlow || !join || !scope) return;
  flow.targetRef = join;
  replaceIn(join, 'incoming', padFlow, flow);
  scope.flowElements = listOf(scope, 'flowElements').filter(
    (element) => element.id !== change.pad && element.id !== change.padFlow,
  );
  restoreDrawing(model.definitions, flow, change);
}

function flowsIntoJoins(definitions: ModdleElement): ModdleElement[] {
  const elements = processesOf(definitions).flatMap(flowElementsOf);
  const flows = elements.filter((element) => element.$type === 'bpmn:SequenceFlow' && element.id);
  const joins = elements.filter((element) => element.$type === 'bpmn:ParallelGateway');
  return joins.flatMap((join) => {
    const into = flows.filter((flow) => elementOf(flow, 'targetRef') === join);
    return into.length > 1 ? into : [];
  });
}

function insertPad(definitions: ModdleElement, flow: ModdleElement, padId: string, padFlowId: string): void {
  const scope = flow.$parent;
  const join = elementOf(flow, 'targetRef');
  if (!scope || !join) return;
  const pad = createElement('bpmn', 'bpmn:IntermediateThrowEvent', { id: padId });
  const padFlow = createElement('bpmn', 'bpmn:SequenceFlow', { id: padFlowId, sourceRef: pad, targetRef: join });
  pad.incoming = [flow];
  pad.outgoing = [padFlow];
  pad.$parent = scope;
  padFlow.$parent = scope;
  flow.targetRef = pad;
  replaceIn(join, 'incoming', flow, padFlow);
  scope.flowElements = [...listOf(scope, 'flowElements'), pad, padFlow];
  drawPad(definitions, flow, pad, padFlow);
}

/** The list is kept as it was written: it may be missing in a model that is still valid. */
function replaceIn(element: ModdleElement, property: string, from: ModdleElement, to: ModdleElement): void {
  const list = listOf(element, property);
  if (list.includes(from)) element[property] = list.map((entry) => (entry === from ? to : entry));
}

interface Point {
  x: number;
  y: number;
}

const planesOf = (definitions: ModdleElement): ModdleElement[] =>
  listOf(definitions, 'diagrams').flatMap((diagram) => elementOf(diagram, 'plane') ?? []);

function edgeOf(definitions: ModdleElement, flow: ModdleElement): { plane: ModdleElement; edge: ModdleElement } | null {
  for (const plane of planesOf(definitions)) {
    const edge = listOf(plane, 'planeElement').find((drawn) => elementOf(drawn, 'bpmnElement') === flow);
    if (edge) return { plane, edge };
  }
  return null;
}

/** The pad sits in the middle of the flow's last stretch, on a line of waypoints that stays what was drawn. */
function drawPad(definitions: ModdleElement, flow: ModdleElement, pad: ModdleElement, padFlow: ModdleElement): void {
  const drawn = edgeOf(definitions, flow);
  if (!drawn) return;
  const points = listOf(drawn.edge, 'waypoint');
  const [before, last] = points.slice(-2) as unknown as Point[];
  if (!before || !last) return;
  const middle = { x: Math.round((before.x + last.x) / 2), y: Math.round((before.y + last.y) / 2) };
  const shape = createElement('bpmn', 'bpmndi:BPMNShape', { id: `${pad.id}_di`, bpmnElement: pad });
  shape.bounds = child(shape, 'dc:Bounds', {
    x: middle.x - PAD_SIZE / 2,
    y: middle.y - PAD_SIZE / 2,
    width: PAD_SIZE,
    height: PAD_SIZE,
  });
  const edge = createElement('bpmn', 'bpmndi:BPMNEdge', { id: `${padFlow.id}_di`, bpmnElement: padFlow });
  edge.waypoint = [child(edge, 'dc:Point', { ...middle }), child(edge, 'dc:Point', { x: last.x, y: last.y })];
  drawn.edge.waypoint = [...points.slice(0, -1), child(drawn.edge, 'dc:Point', { ...middle })];
  for (const element of [shape, edge]) element.$parent = drawn.plane;
  drawn.plane.planeElement = [...listOf(drawn.plane, 'planeElement'), shape, edge];
}

function restoreDrawing(
  definitions: ModdleElement,
  flow: ModdleElement,
  change: { pad: string; padFlow: string },
): void {
  const drawn = edgeOf(definitions, flow);
  if (!drawn) return;
  const elements = listOf(drawn.plane, 'planeElement');
  const padEdge = elements.find((element) => element.id === `${change.padFlow}_di`);
  const last = padEdge ? listOf(padEdge, 'waypoint').at(-1) : undefined;
  if (!padEdge || !last) return;
  const points = listOf(drawn.edge, 'waypoint');
  drawn.edge.waypoint = [
    ...points.slice(0, -1),
    child(drawn.edge, 'dc:Point', { x: (last as unknown as Point).x, y: (last as unknown as Point).y }),
  ];
  drawn.plane.planeElement = elements.filter(
    (element) => element.id !== `${change.padFlow}_di` && element.id !== `${change.pad}_di`,
  );
}

function child(parent: ModdleElement, type: string, attributes: Record<string, unknown>): ModdleElement {
  const element = createElement('bpmn', type, attributes);
  element.$parent = parent;
  return element;
}
