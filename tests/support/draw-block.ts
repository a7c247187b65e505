// Owns the drawing of a building block without a browser: what the modeler writes into the model (businessObjectOf, the
// real one) on a model that is read and written by the server's own reader; only places on the canvas are missing.

import { businessObjectOf } from '../../src/plugins/procedures/admin/src/pages/packages/modeler/blocks/businessObjectOf';
import { fill } from '../../src/plugins/procedures/admin/src/pages/packages/modeler/blocks/fill';
import {
  allFlowElements,
  descendantsOf,
  listOf,
} from '../../src/plugins/procedures/server/src/packages/model-elements';
import {
  createElement,
  type Model,
  readModel,
  writeModel,
} from '../../src/plugins/procedures/server/src/packages/model-xml';
import type { Block } from '../../src/plugins/procedures/shared/blocks-contract';

type Values = Record<string, string>;

/**
 * Behind the step `after`; an attached block on it, its way leading to an end of its own or `into` a step. Fields that are
 * not given keep their defaults.
 */
export async function drawBlock(
  files: Map<string, Buffer>,
  file: string,
  block: Block,
  { after, values, into }: { after: string; values: Values; into?: string },
): Promise<{ files: Map<string, Buffer>; ids: string[] }> {
  const model = await readModel('bpmn', file, files.get(file) as Buffer);
  const modeler = modelerOf(model) as Parameters<typeof businessObjectOf>[0];
  const host = allFlowElements(model.definitions).find((one) => one.id === after) as ModdleElement;
  const scope = host.$parent as ModdleElement;
  const all = Object.fromEntries(block.fields.map((field) => [field.id, values[field.id] ?? field.default ?? '']));
  const made: ModdleElement[] = [];
  for (const element of block.elements) {
    const drawn = businessObjectOf(modeler, element, block, all) as unknown as ModdleElement;
    add(scope, drawn);
    made.push(drawn);
  }
  if (block.place === 'attached') {
    (made[0] as ModdleElement).attachedToRef = host;
    for (const [name, value] of Object.entries(block.host ?? {})) addProperty(host, name, fill(value, all));
    const goal = allFlowElements(model.definitions).find((one) => one.id === into);
    connectAll(scope, goal ? [...made, goal] : made);
  } else {
    const [way] = listOf(host, 'outgoing');
    const target = way?.targetRef as ModdleElement;
    const first = made[0] as ModdleElement;
    target.incoming = listOf(target, 'incoming').filter((one) => one !== way);
    (way as ModdleElement).targetRef = first;
    first.incoming = [way];
    connectAll(scope, made);
    const last = made.at(-1) as ModdleElement;
    if (last.$type !== 'bpmn:EndEvent') connect(scope, last, target);
  }
  const drawn = new Map(files).set(file, await writeModel(model));
  return { files: drawn, ids: made.map((one) => one.id ?? '') };
}

/** Of the modeler, what building an element asks for. */
function modelerOf(model: Model): unknown {
  const services: Record<string, unknown> = {
    bpmnFactory: {
      create: (type: string, attributes: Record<string, unknown>) => createElement('bpmn', type, attributes),
    },
    moddle: { ids: { assigned: (id: string) => [...descendantsOf(model.definitions)].some((one) => one.id === id) } },
    canvas: { getRootElement: () => ({}) },
    modeling: {
      updateModdleProperties: (_shape: unknown, target: object, values: object) => Object.assign(target, values),
    },
  };
  return { get: (name: string) => services[name], getDefinitions: () => model.definitions };
}

function add(scope: ModdleElement, element: ModdleElement): void {
  element.$parent = scope;
  scope.flowElements = [...listOf(scope, 'flowElements'), element];
}

function connectAll(scope: ModdleElement, made: ModdleElement[]): void {
  for (const [at, one] of made.slice(1).entries()) connect(scope, made[at] as ModdleElement, one);
}

let flows = 0;
function connect(scope: ModdleElement, sourceRef: ModdleElement, targetRef: ModdleElement): void {
  flows += 1;
  const flow = createElement('bpmn', 'bpmn:SequenceFlow', { id: `noi_${flows}`, sourceRef, targetRef });
  sourceRef.outgoing = [...listOf(sourceRef, 'outgoing'), flow];
  targetRef.incoming = [...listOf(targetRef, 'incoming'), flow];
  add(scope, flow);
}

function addProperty(element: ModdleElement, name: string, value: string): void {
  const container = element.extensionElements as ModdleElement;
  const holder = createElement('bpmn', 'zeebe:Properties', {});
  const property = createElement('bpmn', 'zeebe:Property', { name, value });
  property.$parent = holder;
  holder.properties = [property];
  holder.$parent = container;
  container.values = [...listOf(container, 'values'), holder];
}
