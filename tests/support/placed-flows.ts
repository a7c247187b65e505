// Every list of flows with every wrong end, at steps and at choices, and flows that are listed nowhere.
import { around, bpmn, end, flow, process, start } from '../unit/packages/bpmn-text';
import type { Mutant } from './mutate-model';
import { ends, MESSAGE, TIMER } from './placed-parts';

const NODES: Record<string, string> = {
  task: '<bpmn:task id="x">…</bpmn:task>',
  userTask: '<bpmn:userTask id="x">…</bpmn:userTask>',
  serviceTask:
    '<bpmn:serviceTask id="x"><bpmn:extensionElements><zeebe:taskDefinition type="x" /></bpmn:extensionElements>…</bpmn:serviceTask>',
  receiveTask: '<bpmn:receiveTask id="x" messageRef="m">…</bpmn:receiveTask>',
  callActivity:
    '<bpmn:callActivity id="x"><bpmn:extensionElements><zeebe:calledElement processId="p" /></bpmn:extensionElements>…</bpmn:callActivity>',
  subProcess: `<bpmn:subProcess id="x">…${ends}</bpmn:subProcess>`,
  exclusiveGateway: '<bpmn:exclusiveGateway id="x">…</bpmn:exclusiveGateway>',
  parallelGateway: '<bpmn:parallelGateway id="x">…</bpmn:parallelGateway>',
  inclusiveGateway: '<bpmn:inclusiveGateway id="x">…</bpmn:inclusiveGateway>',
  intermediateThrowEvent: '<bpmn:intermediateThrowEvent id="x">…</bpmn:intermediateThrowEvent>',
  intermediateCatchEvent: `<bpmn:intermediateCatchEvent id="x">…${TIMER}</bpmn:intermediateCatchEvent>`,
};
const LISTED = ['nowhere', '', ' ', 'start', 'start_x', 'x_end', 'm', 'x'];

const put = (xml: string, pattern: RegExp, to: string) => xml.replace(pattern, to);

export const flowModels = (): Mutant[] =>
  Object.entries(NODES).flatMap(([node, text]) => {
    const xml = bpmn(around('x', text), MESSAGE);
    return ['incoming', 'outgoing'].flatMap((list) => {
      const own = new RegExp(`(<bpmn:${node} id="x".*?)<bpmn:${list}>[^<]*</bpmn:${list}>`, 's');
      const made = LISTED.flatMap((to) => [
        { name: `${node} lists ${list} "${to}"`, xml: put(xml, own, `$1<bpmn:${list}>${to}</bpmn:${list}>`) },
        {
          name: `${node} lists ${list} "${to}" besides`,
          xml: put(xml, own, `$&<bpmn:${list}>${to}</bpmn:${list}>`),
        },
      ]);
      return [...made, { name: `${node} lists no ${list}`, xml: put(xml, own, '$1') }].map((one) => ({
        ...one,
        kind: 'bpmn' as const,
      }));
    });
  });

const CHOICES = ['exclusiveGateway', 'inclusiveGateway', 'parallelGateway', 'eventBasedGateway'];

export const choiceModels = (): Mutant[] =>
  CHOICES.flatMap((gateway) => {
    const isEvent = gateway === 'eventBasedGateway';
    const branch = (id: string) =>
      isEvent
        ? `<bpmn:intermediateCatchEvent id="${id}">…${TIMER.replace('"d"', `"d${id}"`)}</bpmn:intermediateCatchEvent>`
        : `<bpmn:task id="${id}">…</bpmn:task>`;
    const condition =
      '<bpmn:conditionExpression xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="bpmn:tFormalExpression">=a</bpmn:conditionExpression>';
    const drawn = flow(
      { start, x: `<bpmn:${gateway} id="x">…</bpmn:${gateway}>`, a: branch('a'), b: branch('b') },
      'start>x x>a x>b',
    );
    const xml = bpmn(
      process(
        /clusive/.test(gateway)
          ? drawn.replace(/(<bpmn:sequenceFlow id="x_\w"[^/]*)\/>/g, `$1>${condition}</bpmn:sequenceFlow>`)
          : drawn,
      ),
    );
    const places: [string, RegExp][] = [
      ['outgoing', new RegExp(`(<bpmn:${gateway} id="x".*?)<bpmn:outgoing>[^<]*</bpmn:outgoing>`, 's')],
      ['incoming', new RegExp(`(<bpmn:${gateway} id="x".*?)<bpmn:incoming>[^<]*</bpmn:incoming>`, 's')],
      ['incoming of a branch', /(id="a">)<bpmn:incoming>[^<]*<\/bpmn:incoming>/],
    ];
    return places.flatMap(([what, own]) => {
      const list = what.split(' ')[0];
      return [...LISTED, 'x_a', 'x_b', 'a'].flatMap((to) => [
        {
          name: `${gateway}: ${what} is "${to}"`,
          kind: 'bpmn' as const,
          xml: put(xml, own, `$1<bpmn:${list}>${to}</bpmn:${list}>`),
        },
        {
          name: `${gateway}: ${what} is "${to}" besides`,
          kind: 'bpmn' as const,
          xml: put(xml, own, `$&<bpmn:${list}>${to}</bpmn:${list}>`),
        },
      ]);
    });
  });

/** A flow that is drawn and listed nowhere. */
export const drawnModels = (): Mutant[] => {
  const branch = (id: string) =>
    `<bpmn:intermediateCatchEvent id="${id}">…${TIMER.replace('"d"', `"d${id}"`)}</bpmn:intermediateCatchEvent>`;
  const ways = flow(
    { start, g: '<bpmn:eventBasedGateway id="g">…</bpmn:eventBasedGateway>', a: branch('a'), b: branch('b') },
    'start>g g>a g>b',
  );
  const boundary = `<bpmn:task id="t" /><bpmn:boundaryEvent id="x" attachedToRef="t"><bpmn:outgoing>out</bpmn:outgoing>${TIMER}</bpmn:boundaryEvent><bpmn:sequenceFlow id="out" sourceRef="x" targetRef="a" />`;
  return Object.entries({ ...NODES, endEvent: end.replace('"end"', '"x"'), boundaryEvent: boundary }).flatMap(
    ([node, text]) =>
      ['g', 'a'].map((from) => ({
        name: `${from} leads to ${node}, listed nowhere`,
        kind: 'bpmn' as const,
        xml: bpmn(
          process(`${ways}${text.replace('…', '')}<bpmn:sequenceFlow id="more" sourceRef="${from}" targetRef="x" />`),
          MESSAGE,
        ),
      })),
  );
};

/** A choice from which nothing is drawn, whatever it lists. */
export const idleChoiceModels = (): Mutant[] =>
  ['exclusiveGateway', 'inclusiveGateway', 'parallelGateway'].flatMap((gateway) =>
    [
      ['nowhere'],
      ['end'],
      ['start', 'end'],
      ['nowhere', 'end'],
      ['start_end', 'end'],
      ['start_end', 'nowhere'],
    ].flatMap((listed) =>
      ['outgoing', 'incoming'].map((list) => ({
        name: `${gateway} without flows lists ${list} ${listed}`,
        kind: 'bpmn' as const,
        xml: bpmn(
          process(
            `${flow({ start, end }, 'start>end')}<bpmn:${gateway} id="x">${listed.map((one) => `<bpmn:${list}>${one}</bpmn:${list}>`).join('')}</bpmn:${gateway}>`,
          ),
        ),
      })),
    ),
  );
