import fs from 'node:fs';
import path from 'node:path';
import { BpmnModdle } from 'bpmn-moddle';
import type { Connection, Shape } from '../../../../src/plugins/procedures/admin/src/pages/packages/modeler/drawing';
import { describeItem } from '../../../../src/plugins/procedures/admin/src/pages/packages/modeler/outline/describeItem';
import {
  type OutlineItem,
  outlineOf,
} from '../../../../src/plugins/procedures/admin/src/pages/packages/modeler/outline/outlineOf';
import {
  treeMove,
  visibleItems,
} from '../../../../src/plugins/procedures/admin/src/pages/packages/modeler/outline/treeKeys';
import type { DraftView } from '../../../../src/plugins/procedures/shared/packages-contract';

// biome-ignore lint/suspicious/noExplicitAny: what moddle has read
type Read = any;

/** A model as the canvas holds it: shapes with places and connections between them. */
async function drawn(xml: string): Promise<{ root: Shape; elements: (Shape | Connection)[] }> {
  const { rootElement } = (await new BpmnModdle().fromXML(xml)) as Read;
  const places = new Map<string, Read>(
    (rootElement.diagrams[0].plane.planeElement ?? []).map((one: Read) => [one.bpmnElement.id, one.bounds ?? {}]),
  );
  const shapes = new Map<string, Read>();
  const ways: Read[] = [];
  const shapeOf = (businessObject: Read, parent: Read): Read => {
    const { x = 0, y = 0 } = places.get(businessObject.id) ?? {};
    const made = { id: businessObject.id, type: businessObject.$type, businessObject, parent, x, y };
    Object.assign(made, { outgoing: [], incoming: [], attachers: [] });
    shapes.set(businessObject.id, made);
    for (const inner of businessObject.flowElements ?? [])
      if (inner.$type === 'bpmn:SequenceFlow') ways.push([inner, made]);
      else shapeOf(inner, made);
    return made;
  };
  const root = shapeOf(
    rootElement.rootElements.find((one: Read) => one.$type === 'bpmn:Process'),
    null,
  );
  for (const shape of shapes.values()) {
    shape.host = shapes.get(shape.businessObject.attachedToRef?.id);
    shape.host?.attachers.push(shape);
  }
  const connections = ways.map(([businessObject, parent]) => {
    const source = shapes.get(businessObject.sourceRef.id);
    const target = shapes.get(businessObject.targetRef.id);
    const made = { id: businessObject.id, type: businessObject.$type, businessObject, parent, source, target };
    const connection = { ...made, waypoints: [] };
    source.outgoing.push(connection);
    target.incoming.push(connection);
    return connection;
  });
  return { root, elements: [...shapes.values()].filter((shape) => shape !== root).concat(connections) };
}

const mainModel = fs.readFileSync(path.resolve(__dirname, '../../../../bpmn/nguon-tin/nguon-tin.bpmn'), 'utf8');
const flat = (items: OutlineItem[]): OutlineItem[] => items.flatMap((item) => [item, ...flat(item.children)]);

const small = (inner: string) => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" targetNamespace="http://example.test">
<bpmn:process id="P" isExecutable="true">${inner}</bpmn:process>
<bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement="P" /></bpmndi:BPMNDiagram></bpmn:definitions>`;
const flow = (id: string, from: string, to: string) =>
  `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}" />`;

describe('the outline of a drawing', () => {
  it('holds every step of the main procedure once, and begins where a case begins', async () => {
    const { root, elements } = await drawn(mainModel);
    const items = flat(outlineOf(elements, root));
    const steps = elements.filter(
      (one) => !('waypoints' in one) && /Task$|Event$|Gateway$|Activity$|SubProcess$/.test(one.type),
    );
    const ids = items.map(({ id }) => id).filter((id) => steps.some((one) => one.id === id));
    expect([...ids].sort()).toEqual(steps.map(({ id }) => id).sort());
    expect(items[0]?.element.type).toBe('bpmn:StartEvent');
  });

  it('names each way of a fork, and the next step where there is one way only', async () => {
    const { root, elements } = await drawn(mainModel);
    for (const item of flat(outlineOf(elements, root))) {
      if (item.element.type === 'bpmn:SequenceFlow') continue;
      const ways = (item.element as Shape).outgoing;
      const named = item.children.filter(({ element }) => element.type === 'bpmn:SequenceFlow').map(({ id }) => id);
      expect(named).toEqual(ways.length > 1 ? ways.map(({ id }) => id) : []);
      expect(item.next).toBe(ways.length === 1 ? ways[0]?.target : null);
    }
  });

  it('tells the first way to its end before the second, and the join after both', async () => {
    const { root, elements } = await drawn(
      small(`<bpmn:startEvent id="S"/><bpmn:parallelGateway id="G"/><bpmn:userTask id="A1"/><bpmn:userTask id="A2"/>
        <bpmn:userTask id="B"/><bpmn:parallelGateway id="J"/><bpmn:endEvent id="E"/>${flow('f1', 'S', 'G')}${flow('f2', 'G', 'A1')}
        ${flow('f3', 'A1', 'A2')}${flow('f4', 'G', 'B')}${flow('f5', 'A2', 'J')}${flow('f6', 'B', 'J')}${flow('f7', 'J', 'E')}`),
    );
    expect(outlineOf(elements, root).map(({ id }) => id)).toEqual(['S', 'G', 'A1', 'A2', 'B', 'J', 'E']);
  });

  it('ends in a loop, and shows what nothing leads to', async () => {
    const { root, elements } = await drawn(
      small(`<bpmn:startEvent id="S"/><bpmn:userTask id="A"/><bpmn:exclusiveGateway id="G"/><bpmn:endEvent id="E"/><bpmn:userTask id="lost"/>
        ${flow('f1', 'S', 'A')}${flow('f2', 'A', 'G')}${flow('f3', 'G', 'A')}${flow('f4', 'G', 'E')}`),
    );
    expect(outlineOf(elements, root).map(({ id }) => id)).toEqual(expect.arrayContaining(['S', 'A', 'G', 'E', 'lost']));
    expect(outlineOf(elements, root)).toHaveLength(5);
  });

  it('puts what happens meanwhile under the step that waits for it, and what is inside under its group', async () => {
    const { root, elements } = await drawn(
      small(`<bpmn:startEvent id="S"/><bpmn:subProcess id="sub"><bpmn:startEvent id="S2"/><bpmn:userTask id="T"/>${flow('g1', 'S2', 'T')}</bpmn:subProcess>
        <bpmn:boundaryEvent id="late" attachedToRef="sub"/><bpmn:endEvent id="E"/>${flow('f1', 'S', 'sub')}${flow('f2', 'sub', 'E')}${flow('f3', 'late', 'E')}`),
    );
    const items = outlineOf(elements, root);
    expect(items.map(({ id }) => id)).toEqual(['S', 'sub', 'E']);
    expect(items[1]?.children.map(({ id }) => id)).toEqual(['S2', 'T', 'late']);
  });
});

describe('keys in the outline', () => {
  const item = (id: string, children: OutlineItem[] = []): OutlineItem =>
    ({
      id,
      element: { id, type: 'bpmn:UserTask', businessObject: {} },
      next: null,
      children,
    }) as unknown as OutlineItem;
  const items = [item('a'), item('b', [item('b1'), item('b2')]), item('c')];
  const press = (key: string, at: string, folded = new Set<string>()) =>
    treeMove(key, at, visibleItems(items, folded), folded);

  it.each([
    ['ArrowDown', 'b', { focus: 'b1' }],
    ['ArrowDown', 'c', { focus: 'c' }],
    ['ArrowUp', 'c', { focus: 'b2' }],
    ['ArrowUp', 'a', { focus: 'a' }],
    ['Home', 'b2', { focus: 'a' }],
    ['End', 'a', { focus: 'c' }],
    ['ArrowRight', 'b', { focus: 'b1' }],
    ['ArrowRight', 'a', {}],
    ['ArrowLeft', 'b1', { focus: 'b' }],
    ['ArrowLeft', 'b', { close: 'b' }],
    ['ArrowLeft', 'a', {}],
    ['x', 'a', null],
  ])('%s on %s leads to %j', (key, at, move) => {
    expect(press(key, at)).toEqual(move);
  });

  it('opens what is folded, and passes over what it hides', () => {
    const folded = new Set(['b']);
    expect(press('ArrowRight', 'b', folded)).toEqual({ open: 'b' });
    expect(press('ArrowDown', 'b', folded)).toEqual({ focus: 'c' });
  });

  it('tells each line its level, its place and how many stand beside it', () => {
    expect(
      visibleItems(items, new Set()).map(({ item: { id }, level, position, siblings }) => [
        id,
        level,
        position,
        siblings,
      ]),
    ).toEqual([
      ['a', 1, 1, 3],
      ['b', 1, 2, 3],
      ['b1', 2, 1, 2],
      ['b2', 2, 2, 2],
      ['c', 1, 3, 3],
    ]);
  });
});

describe('the words of a line', () => {
  const words = {
    t: (key: string, values?: object) => `${key}${values ? JSON.stringify(values) : ''}`,
    pick: (text: { vi: string } | null | undefined) => text?.vi ?? '',
  };
  const draft = {
    choices: { groups: [{ value: 'A/x', label: 'Văn phòng' }], clocks: [{ value: 'R1', label: '2 ngày' }] },
    tasks: { T: { form: null, clocks: ['R1'], documents: [], differentFrom: null } },
    locks: [{ process: 'P', element: 'T', law: 'Điều 9' }],
  } as unknown as DraftView;

  it('say who, by when, what is next, what locks it and what is wrong', async () => {
    const { root, elements } = await drawn(
      small(
        `<bpmn:startEvent id="S"/><bpmn:userTask id="T" name="Phân loại"/><bpmn:endEvent id="E" name="Xong"/>${flow('f1', 'S', 'T')}${flow('f2', 'T', 'E')}`,
      ),
    );
    const [, item] = outlineOf(elements, root);
    if (!item) throw new Error('Expected the step T in the outline');
    const problem = {
      severity: 'error',
      code: 'X',
      file: 'a.bpmn',
      element: 'T',
      vi: 'Thiếu nhóm',
      en: 'No group',
    } as const;
    const said = describeItem(item, draft, [problem], words as never);
    expect(said.name).toBe('Phân loại');
    expect(said.about).toContain('outline.nobody');
    expect(said.about).toContain('2 ngày');
    expect(said.about).toContain('"next":"Xong"');
    expect(said.lock).toBe('Điều 9');
    expect(said.problems).toEqual(['Thiếu nhóm']);
  });
});
