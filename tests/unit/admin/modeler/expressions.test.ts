// What of an element is written as an expression, what the engine wants of it there, and what a sample begins with.
import { BpmnModdle } from 'bpmn-moddle';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json';
import type { Drawn } from '../../../../src/plugins/procedures/admin/src/pages/packages/modeler/drawing';
import {
  editorFunctions,
  editorVariables,
  originWords,
} from '../../../../src/plugins/procedures/admin/src/pages/packages/modeler/expressions/editorNames';
import {
  expectedOf,
  fits,
} from '../../../../src/plugins/procedures/admin/src/pages/packages/modeler/expressions/expectation';
import {
  type ElementExpression,
  expressionsOf,
} from '../../../../src/plugins/procedures/admin/src/pages/packages/modeler/expressions/expressionsOf';
import { sampleOf } from '../../../../src/plugins/procedures/admin/src/pages/packages/modeler/expressions/sampleOf';
import { writeExpression } from '../../../../src/plugins/procedures/admin/src/pages/packages/modeler/expressions/writeExpression';
import type { ElementVariable } from '../../../../src/plugins/procedures/shared/expressions-contract';
import { bpmn } from '../../packages/bpmn-text';

// biome-ignore lint/suspicious/noExplicitAny: what moddle has read
type Read = any;

async function elementsOf(body: string, roots = ''): Promise<Map<string, Read>> {
  const xml = bpmn(`<bpmn:process id="main" isExecutable="true">${body}</bpmn:process>`, roots);
  const { rootElement } = (await new BpmnModdle({ zeebe }).fromXML(xml)) as Read;
  const process = rootElement.rootElements.find((one: Read) => one.$type === 'bpmn:Process');
  const drawn = new Map<string, Read>(
    process.flowElements.map((businessObject: Read) => [
      businessObject.id,
      { id: businessObject.id, type: businessObject.$type, businessObject, outgoing: [], incoming: [] },
    ]),
  );
  for (const one of drawn.values()) {
    const { sourceRef, targetRef } = one.businessObject;
    if (!sourceRef) continue;
    Object.assign(one, { source: drawn.get(sourceRef.id), target: drawn.get(targetRef.id) });
    one.source.outgoing.push(one);
  }
  return drawn;
}
const told = (all: ElementExpression[]) => all.map(({ kind, name, text, moment }) => [kind, name, text, moment]);

const TASK = `<bpmn:userTask id="viec">
  <bpmn:extensionElements>
    <zeebe:assignmentDefinition candidateGroups="=[unit + &quot;/a&quot;]" assignee="VP/can-bo" />
    <zeebe:taskSchedule dueDate="=now() + duration(&quot;P3D&quot;)" />
    <zeebe:ioMapping><zeebe:input source="=a" target="b" /><zeebe:output source="=c" target="d" /></zeebe:ioMapping>
  </bpmn:extensionElements>
</bpmn:userTask>`;

test('a task has who, until when and its mappings; what is no expression is left out', async () => {
  const viec = (await elementsOf(TASK)).get('viec');
  expect(told(expressionsOf(viec))).toEqual([
    ['groups', null, '=[unit + "/a"]', 'within'],
    ['dueDate', null, '=now() + duration("P3D")', 'within'],
    ['input', 'b', '=a', 'enter'],
    ['output', 'd', '=c', 'leave'],
  ]);
  expect(new Set(expressionsOf(viec).map(({ key }) => key)).size).toBe(4);
});

const GATE = `
  <bpmn:exclusiveGateway id="re" default="khac" />
  <bpmn:endEvent id="mot" name="Một" /><bpmn:endEvent id="hai" name="Hai" /><bpmn:endEvent id="ba" />
  <bpmn:sequenceFlow id="den_mot" sourceRef="re" targetRef="mot">
    <bpmn:conditionExpression>=a = 1</bpmn:conditionExpression>
  </bpmn:sequenceFlow>
  <bpmn:sequenceFlow id="den_hai" sourceRef="re" targetRef="hai" />
  <bpmn:sequenceFlow id="khac" sourceRef="re" targetRef="ba" />`;

test('a gateway has the conditions of its ways, also one that is missing, never that of the way taken otherwise', async () => {
  const elements = await elementsOf(GATE);
  expect(told(expressionsOf(elements.get('re')))).toEqual([
    ['condition', 'Một', '=a = 1', 'leave'],
    ['condition', 'Hai', '', 'leave'],
  ]);
  expect(told(expressionsOf(elements.get('den_mot')))).toEqual([['condition', 'Một', '=a = 1', 'leave']]);
  expect(expressionsOf(elements.get('khac'))).toEqual([]);
});

test('a repeated call, a timer and a wait have theirs; the platform’s own key of a term is nobody’s', async () => {
  const elements = await elementsOf(
    `<bpmn:callActivity id="goi">
       <bpmn:extensionElements><zeebe:calledElement processId="=kind" /></bpmn:extensionElements>
       <bpmn:multiInstanceLoopCharacteristics>
         <bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=units" inputElement="unit" outputElement="=said" /></bpmn:extensionElements>
         <bpmn:completionCondition>=loopCounter = 2</bpmn:completionCondition>
       </bpmn:multiInstanceLoopCharacteristics>
     </bpmn:callActivity>
     <bpmn:intermediateCatchEvent id="cho"><bpmn:timerEventDefinition><bpmn:timeDuration>=wait</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
     <bpmn:intermediateCatchEvent id="nghe"><bpmn:messageEventDefinition messageRef="m" /></bpmn:intermediateCatchEvent>
     <bpmn:intermediateCatchEvent id="han"><bpmn:messageEventDefinition messageRef="h" /></bpmn:intermediateCatchEvent>`,
    `<bpmn:message id="m" name="m"><bpmn:extensionElements><zeebe:subscription correlationKey="=caseId" /></bpmn:extensionElements></bpmn:message>
     <bpmn:message id="h" name="h"><bpmn:extensionElements><zeebe:subscription correlationKey="=string(random number())" /></bpmn:extensionElements></bpmn:message>`,
  );
  const kinds = (id: string) => expressionsOf(elements.get(id)).map(({ kind }) => kind);
  expect(kinds('goi')).toEqual(['called', 'collection', 'roundResult', 'completion']);
  expect(kinds('cho')).toEqual(['timer']);
  expect(kinds('nghe')).toEqual(['correlation']);
  expect(kinds('han')).toEqual([]);
});

describe('writing', () => {
  const written: unknown[][] = [];
  const modeler = {
    get: (name: string) =>
      name === 'bpmnFactory'
        ? { create: (type: string, values: object) => ({ $type: type, ...values }) }
        : {
            updateProperties: (...all: unknown[]) => written.push(all),
            updateModdleProperties: (...all: unknown[]) => written.push(all),
          },
  } as unknown as Parameters<typeof writeExpression>[0];
  beforeEach(() => void written.splice(0));

  test('a condition becomes an expression of the way, with one = and no more', async () => {
    const elements = await elementsOf(GATE);
    const [one] = expressionsOf(elements.get('re'));
    for (const typed of ['b > 2', '= b > 2 ', '=b > 2']) writeExpression(modeler, one as ElementExpression, typed);
    expect(written.map(([, values]) => values)).toEqual(
      Array(3).fill({ conditionExpression: { $type: 'bpmn:FormalExpression', body: '=b > 2' } }),
    );
    expect(written[0]?.[0]).toBe(elements.get('den_mot'));
  });

  test('anything else goes where it stood; an empty one is taken out', async () => {
    const viec: Drawn = (await elementsOf(TASK)).get('viec');
    const due = expressionsOf(viec)[1] as ElementExpression;
    writeExpression(modeler, due, 'today()');
    writeExpression(modeler, due, ' ');
    expect(written).toEqual([
      [viec, due.holder, { dueDate: '=today()' }],
      [viec, due.holder, { dueDate: undefined }],
    ]);
  });
});

test.each([
  ['condition', 'boolean', true, true],
  ['condition', 'null', null, false],
  ['condition', 'string', 'true', false],
  ['groups', 'list', ['A/b'], true],
  ['groups', 'list', ['A/b', null], false],
  ['groups', 'string', 'A/b', false],
  ['dueDate', 'null', null, true],
  ['dueDate', 'number', 3, false],
  ['dueDate', 'string', '2026-11-22T14:05+07:00', true],
  ['dueDate', 'string', '2026-11-22', false],
  ['timer', 'string', 'PT72H', true],
  ['timer', 'string', 'R3/PT1H', true],
  ['timer', 'string', 'mai', false],
  ['correlation', 'number', 3, true],
  ['input', 'null', null, true],
] as const)('for %s a value of type %s %j fits: %s', (kind, type, value, expected) => {
  expect(fits(kind, type, value)).toBe(expected);
});

test('what may be anything is not held to anything', () => {
  expect(expectedOf('input')).toBeNull();
  expect(expectedOf('output')).toBeNull();
  expect(expectedOf('script')).toBeNull();
});

const variable = (name: string, over: Partial<ElementVariable> = {}): ElementVariable => ({
  name,
  type: 'string',
  title: null,
  origin: 'FORM',
  steps: [],
  unset: false,
  local: false,
  options: [],
  entries: [],
  ...over,
});

describe('a sample', () => {
  const known = [
    variable('kind', { options: [{ value: 'A', label: 'a' }] }),
    variable('kindConfirmed'),
    variable('count', { type: 'number' }),
    variable('done', { type: 'boolean' }),
    variable('units', { type: 'list' }),
    variable('result', { type: 'context', entries: [{ name: 'path', type: 'string', title: null }] }),
    variable('other', { type: 'any' }),
  ];
  test('has the names that the expression says, each with a value of its type', () => {
    expect(sampleOf('if done then result.path else kind', known)).toEqual({
      kind: 'A',
      done: false,
      result: { path: '' },
    });
    expect(sampleOf('count(units) > other', known)).toEqual({ count: 0, units: [], other: null });
  });
  test('knows a name from a part of another, from a text and from an entry', () => {
    expect(sampleOf('kindConfirmed = "kind" and result.kind', known)).toEqual({
      kindConfirmed: '',
      result: { path: '' },
    });
    expect(sampleOf('', known)).toEqual({});
  });
});

describe('the words of a name', () => {
  const words = {
    t: (key: string, values?: Record<string, unknown>) => `${key}${values ? JSON.stringify(values) : ''}`,
    pick: (text: { vi: string } | null | undefined) => text?.vi ?? '',
    language: 'vi',
  } as unknown as Parameters<typeof editorVariables>[1];
  test('say where it comes from, at most three steps, and when it has no value yet', () => {
    const steps = ['a', 'b', 'c', 'd'].map((id) => ({ id, title: id.toUpperCase() }));
    const told = originWords(variable('x', { steps, unset: true }), words);
    expect(told).toContain('“A”, “B”, “C”, …');
    expect(told).not.toContain('“D”');
    expect(told).toContain('expressions.unset');
    expect(originWords(variable('x', { origin: 'EVENT' }), words)).toBe('expressions.origin.EVENT');
  });
  test('bring what is inside it, and the values that it can have', () => {
    const [made] = editorVariables(
      [
        variable('r', {
          type: 'context',
          title: { vi: 'Kết quả', en: 'Result' },
          options: [{ value: 'A', label: 'a' }],
          entries: [{ name: 'path', type: 'string', title: 'Đường' }],
        }),
      ],
      words,
    );
    expect(made).toMatchObject({ name: 'r', isList: false, entries: [{ name: 'path', info: 'Đường' }] });
    expect(made?.info).toContain('Kết quả');
    expect(made?.info).toContain('A');
  });
});

test('the editor knows the functions, but not those that are called like a sign: it would read "a and not(b)" as one name', () => {
  const words = { t: (key: string) => key, pick: () => '', language: 'vi' } as unknown as Parameters<
    typeof editorFunctions
  >[0];
  const names = editorFunctions(words).map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['not', 'all', 'any', 'date and time']));
  expect(names).not.toContain('and');
  expect(names).not.toContain('or');
});
