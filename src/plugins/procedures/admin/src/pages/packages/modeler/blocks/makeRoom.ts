/** Moves aside what is in the way of new shapes, and widens what holds them, as the space tool does by hand. */
import type Modeler from 'bpmn-js/lib/Modeler';

import { type Connection, isOnTheWay, type Services, type Shape } from '../drawing';

const MARGIN = 20;

/** To the right of `source`, before `target` or what else stands there. */
export function makeRoom(modeler: Modeler, source: Shape, target: Shape | null, needed: number): void {
  const right = source.x + source.width;
  const wanted = { x: right + 1, y: source.y, width: needed + MARGIN, height: source.height };
  const inTheWay = [
    ...siblings(modeler, source).filter((shape) => overlaps(shape, wanted)),
    ...(target ? [target] : []),
  ];
  const gaps = inTheWay.filter((shape) => shape.x > right).map((shape) => shape.x - right);
  const edge = source.parent.width ? source.parent.x + source.parent.width - right : Number.POSITIVE_INFINITY;
  const delta = needed + MARGIN * 2 - Math.min(...gaps, edge, needed + MARGIN * 2);
  if (delta > 0) shift(modeler, 'x', delta, right + 1);
}

/** Below `host`, from `x` on. */
export function makeRoomBelow(
  modeler: Modeler,
  host: Shape,
  { x, width, height }: { x: number; width: number; height: number },
): void {
  const bottom = host.y + host.height;
  const { parent } = host;
  const wide = parent.width ? x + width + MARGIN - (parent.x + parent.width) : 0;
  if (wide > 0) shift(modeler, 'x', wide, host.x + host.width + 1);
  const wanted = { x, y: bottom + 5, width, height: height + MARGIN };
  const isTaken = siblings(modeler, host).some((shape) => overlaps(shape, wanted));
  const low = parent.height ? bottom + height + MARGIN * 2 - (parent.y + parent.height) : 0;
  const delta = isTaken ? height + MARGIN * 2 : low;
  if (delta > 0) shift(modeler, 'y', delta, bottom + 1);
}

function shift(modeler: Modeler, axis: 'x' | 'y', delta: number, start: number): void {
  const all = modeler.get<Services['elementRegistry']>('elementRegistry').filter((element) => Boolean(element.parent));
  const { movingShapes, resizingShapes } = modeler
    .get<Services['spaceTool']>('spaceTool')
    .calculateAdjustments(all, axis, delta, start);
  const by = axis === 'x' ? { x: delta, y: 0 } : { x: 0, y: delta };
  modeler
    .get<Services['modeling']>('modeling')
    .createSpace(movingShapes, resizingShapes, by, axis === 'x' ? 'e' : 's', start);
}

const siblings = (modeler: Modeler, shape: Shape): Shape[] =>
  modeler
    .get<Services['elementRegistry']>('elementRegistry')
    .filter((one: Shape | Connection) => isOnTheWay(one) && one.parent === shape.parent && one !== shape) as Shape[];

const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
