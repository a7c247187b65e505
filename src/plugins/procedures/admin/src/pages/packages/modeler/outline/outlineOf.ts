/** The drawing as a tree that is read from top to bottom: what comes first stands first, whatever its place on the paper. */
import type { Connection, Drawn, Shape } from '../drawing';

export interface OutlineItem {
  id: string;
  element: Drawn;
  /** what leads on from it, where there is one way only: the next step, in words of the tree */
  next: Shape | null;
  children: OutlineItem[];
}

type Element = Shape | Connection;

const PLANE = '_plane';
const CONTAINERS = ['bpmn:Participant', 'bpmn:SubProcess', 'bpmn:Transaction', 'bpmn:AdHocSubProcess'];

/** @param elements everything that is drawn, in any order */
export function outlineOf(elements: readonly Element[], root: Shape): OutlineItem[] {
  const shapes = elements.filter(isShown);
  return itemsIn(root.id, shapes);
}

const isConnection = (element: Element): element is Connection => 'waypoints' in element;

function isShown(element: Element): element is Shape {
  if (isConnection(element) || 'labelTarget' in element) return false;
  return /Task$|Event$|Gateway$|CallActivity$/.test(element.type) || CONTAINERS.includes(element.type);
}

/** A collapsed sub-process holds its steps on a plane of its own. */
const itemsIn = (container: string, shapes: readonly Shape[]): OutlineItem[] =>
  inOrder(shapes.filter((shape) => !shape.host && shape.parent && holds(container, shape.parent.id))).map((shape) =>
    itemOf(shape, shapes),
  );

const holds = (container: string, parent: string) => parent === container || parent === container + PLANE;

function itemOf(shape: Shape, shapes: readonly Shape[]): OutlineItem {
  const ways = waysOn(shape);
  const isFork = ways.length > 1;
  const waiting = shapes.filter((other) => other.host === shape).sort(byPlace);
  return {
    id: shape.id,
    element: shape,
    next: isFork ? null : (ways[0]?.target ?? null),
    children: [
      ...itemsIn(shape.id, shapes),
      ...(isFork ? ways.map((way) => ({ id: way.id, element: way, next: way.target, children: [] })) : []),
      ...waiting.map((event) => itemOf(event, shapes)),
    ],
  };
}

const waysOn = (shape: Shape): Connection[] =>
  (shape.outgoing ?? []).filter((way) => way.type === 'bpmn:SequenceFlow' && way.target);

/** Each before what it leads to, the first way to its end before the second; what nothing leads to stands by its place. */
function inOrder(shapes: readonly Shape[]): Shape[] {
  const here = new Set(shapes);
  const seen = new Set<Shape>();
  const ordered: Shape[] = [];
  const visit = (shape: Shape) => {
    if (!here.has(shape) || seen.has(shape)) return;
    seen.add(shape);
    const waiting = shapesOn(shape).flatMap(waysOn);
    for (const way of [...waysOn(shape), ...waiting].reverse()) visit(way.target);
    ordered.unshift(shape);
  };
  const isFirst = (shape: Shape) => !(shape.incoming ?? []).some((way) => here.has(hostOf(way.source)));
  const sorted = [...shapes].sort((a, b) => Number(isStart(b)) - Number(isStart(a)) || byPlace(a, b));
  for (const shape of [...sorted.filter(isFirst).reverse(), ...sorted.reverse()]) visit(shape);
  return ordered;
}

const shapesOn = (shape: Shape): Shape[] => shape.attachers ?? [];
const hostOf = (shape: Shape): Shape => shape.host ?? shape;
const isStart = ({ type }: Drawn) => type === 'bpmn:StartEvent';
const byPlace = (a: Shape, b: Shape) => a.x - b.x || a.y - b.y;
