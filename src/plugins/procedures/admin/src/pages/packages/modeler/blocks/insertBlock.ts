/**
 * modeler/blocks/ owns building blocks: choosing one, filling it in, and drawing it. This file draws: everything in one
 * command, so that one undo takes all of it away, what the manifest learns included (it is written into the drawing).
 */
import type Modeler from 'bpmn-js/lib/Modeler';

import type { Block, BlockElement } from '../../../../../../shared/blocks-contract';
import type { TaskSettings } from '../../../../../../shared/packages-contract';
import type { Connection, Services, Shape } from '../drawing';
import { addToList, type TaskProperty } from '../taskProperties';
import { businessObjectOf } from './businessObjectOf';
import { fill } from './fill';
import { makeRoom, makeRoomBelow } from './makeRoom';

export interface Placement {
  /** A step, or the flow that it is put into. */
  at: Shape | Connection;
  /** Of a step with several ways on: the one that it is put into. */
  flow: Connection | null;
}

const COMMAND = 'procedures.insertBlock';
const SIZE: Record<BlockElement['type'], { width: number; height: number }> = {
  userTask: { width: 100, height: 80 },
  serviceTask: { width: 100, height: 80 },
  callActivity: { width: 100, height: 80 },
  catchMessage: { width: 36, height: 36 },
  boundaryMessage: { width: 36, height: 36 },
  endEvent: { width: 36, height: 36 },
};
const GAP = 50;

interface Context {
  block: Block;
  values: Record<string, string>;
  placement: Placement;
  settings: TaskSettings;
  made: Shape[];
}

/** Draws the block and returns its shapes, the first first. */
export function insertBlock(
  modeler: Modeler,
  block: Block,
  values: Record<string, string>,
  placement: Placement,
  settings: TaskSettings,
): Shape[] {
  const commands = modeler.get<Services['commandStack']>('commandStack');
  register(modeler, commands);
  const context: Context = { block, values, placement, settings, made: [] };
  commands.execute(COMMAND, context);
  return context.made;
}

const registered = new WeakSet<Modeler>();

function register(modeler: Modeler, commands: Services['commandStack']): void {
  if (registered.has(modeler)) return;
  registered.add(modeler);
  class Handler {
    preExecute(context: Context) {
      context.made = context.block.place === 'attached' ? attach(modeler, context) : putIntoFlow(modeler, context);
    }
  }
  commands.registerHandler(COMMAND, Handler);
}

function putIntoFlow(modeler: Modeler, { block, values, placement }: Context): Shape[] {
  const modeling = modeler.get<Services['modeling']>('modeling');
  const flow = 'waypoints' in placement.at ? placement.at : placement.flow;
  const source = flow ? flow.source : (placement.at as Shape);
  const needed = block.elements.reduce((sum, one) => sum + SIZE[one.type].width + GAP, 0);
  makeRoom(modeler, source, flow?.target ?? null, needed);
  const middle = source.y + source.height / 2;
  const made: Shape[] = [];
  let left = source.x + source.width + GAP;
  for (const element of block.elements) {
    const { width } = SIZE[element.type];
    made.push(create(modeler, element, block, values, { x: left + width / 2, y: middle }, source.parent));
    left += width + GAP;
  }
  const [first] = made;
  if (flow && first) {
    const { target } = flow;
    modeling.reconnectEnd(flow, first, { x: first.x, y: middle });
    modeling.layoutConnection(flow);
    connectAll(modeler, made);
    const last = made.at(-1);
    if (last && last.type !== 'bpmn:EndEvent') modeling.connect(last, target, { type: 'bpmn:SequenceFlow' });
  } else {
    connectAll(modeler, [source, ...made]);
  }
  return made;
}

/** On the lower edge of the step, its way leading down and to the right. */
function attach(modeler: Modeler, { block, values, placement, settings }: Context): Shape[] {
  const modeling = modeler.get<Services['modeling']>('modeling');
  const host = placement.at as Shape;
  const [boundary, ...rest] = block.elements;
  if (!boundary) return [];
  const taken = (host.attachers ?? []).length;
  const at = { x: host.x + host.width - 25 - taken * 40, y: host.y + host.height };
  const width = rest.reduce((sum, one) => sum + SIZE[one.type].width + GAP, 0);
  makeRoomBelow(modeler, host, { x: at.x + 18, width, height: 110 });
  const shape = modeling.createShape(
    { type: 'bpmn:BoundaryEvent', businessObject: businessObjectOf(modeler, boundary, block, values) },
    at,
    host,
    { attach: true },
  );
  const made: Shape[] = [shape];
  let left = at.x + 18 + GAP;
  for (const element of rest) {
    const { width: own } = SIZE[element.type];
    const place = { x: left + own / 2, y: host.y + host.height + 75 };
    made.push(create(modeler, element, block, values, place, host.parent));
    left += own + GAP;
  }
  connectAll(modeler, made);
  for (const [name, value] of Object.entries(block.host ?? {}))
    addToList(modeler, host, name as TaskProperty, fill(value, values), settings);
  return made;
}

function create(
  modeler: Modeler,
  element: BlockElement,
  block: Block,
  values: Record<string, string>,
  at: { x: number; y: number },
  parent: Shape,
): Shape {
  const businessObject = businessObjectOf(modeler, element, block, values);
  const factory = modeler.get<Services['elementFactory']>('elementFactory');
  const shape = factory.createShape({ type: businessObject.$type, businessObject });
  return modeler.get<Services['modeling']>('modeling').createShape(shape, at, parent);
}

function connectAll(modeler: Modeler, shapes: Shape[]): void {
  const modeling = modeler.get<Services['modeling']>('modeling');
  shapes.slice(1).forEach((shape, at) => {
    const before = shapes[at];
    if (before) modeling.connect(before, shape, { type: 'bpmn:SequenceFlow' });
  });
}
