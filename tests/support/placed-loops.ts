// Every pair of steps in a circle, entered at once or after a task: the engine looks for circles in which nothing waits.
import { bpmn, flow, process, start } from '../unit/packages/bpmn-text';
import type { Mutant } from './mutate-model';
import { MESSAGE, TIMER } from './placed-parts';

const step =
  (tag: string, extensions: string, inner = '') =>
  (id: string) =>
    `<bpmn:${tag} id="${id}"><bpmn:extensionElements>${extensions}</bpmn:extensionElements>…${inner.replaceAll('#', id)}</bpmn:${tag}>`;
const within =
  '<bpmn:startEvent id="s#"><bpmn:outgoing>f#</bpmn:outgoing></bpmn:startEvent><bpmn:endEvent id="e#"><bpmn:incoming>f#</bpmn:incoming></bpmn:endEvent><bpmn:sequenceFlow id="f#" sourceRef="s#" targetRef="e#" />';
const waiting = within.replace(
  '<bpmn:endEvent id="e#"><bpmn:incoming>f#</bpmn:incoming></bpmn:endEvent>',
  '<bpmn:userTask id="e#"><bpmn:incoming>f#</bpmn:incoming></bpmn:userTask>',
);
const JOB = '<zeebe:taskDefinition type="x" />';

const STEPS: Record<string, (id: string) => string> = {
  task: step('task', ''),
  manualTask: step('manualTask', ''),
  userTask: step('userTask', ''),
  serviceTask: step('serviceTask', JOB),
  'scriptTask of a job': step('scriptTask', JOB),
  scriptTask: step('scriptTask', '<zeebe:script expression="=1" resultVariable="r" />'),
  'businessRuleTask of a job': step('businessRuleTask', JOB),
  businessRuleTask: step('businessRuleTask', '<zeebe:calledDecision decisionId="d" resultVariable="r" />'),
  sendTask: step('sendTask', JOB),
  receiveTask: (id) => `<bpmn:receiveTask id="${id}" messageRef="m">…</bpmn:receiveTask>`,
  'call of another': step('callActivity', '<zeebe:calledElement processId="p" />'),
  'call of itself': step('callActivity', '<zeebe:calledElement processId="main" />'),
  subProcess: step('subProcess', '', within),
  'subProcess that waits': step('subProcess', '', waiting),
  exclusiveGateway: step('exclusiveGateway', ''),
  parallelGateway: step('parallelGateway', ''),
  inclusiveGateway: step('inclusiveGateway', ''),
  intermediateThrowEvent: step('intermediateThrowEvent', ''),
  'message thrown': step('intermediateThrowEvent', JOB, '<bpmn:messageEventDefinition id="d#" messageRef="m" />'),
  'signal thrown': step('intermediateThrowEvent', '', '<bpmn:signalEventDefinition id="d#" signalRef="g" />'),
  'escalation thrown': step(
    'intermediateThrowEvent',
    '',
    '<bpmn:escalationEventDefinition id="d#" escalationRef="o" />',
  ),
  'compensation thrown': step('intermediateThrowEvent', '', '<bpmn:compensateEventDefinition id="d#" />'),
  'time waited for': (id) =>
    `<bpmn:intermediateCatchEvent id="${id}">…${TIMER.replace('"d"', `"d${id}"`)}</bpmn:intermediateCatchEvent>`,
  'message waited for': step('intermediateCatchEvent', '', '<bpmn:messageEventDefinition id="d#" messageRef="m" />'),
  'task many times': step(
    'task',
    '',
    '<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=[1]" /></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>',
  ),
};
const ROOTS = `${MESSAGE}<bpmn:signal id="g" name="g" /><bpmn:escalation id="o" escalationCode="o" />`;

export const loopModels = (): Mutant[] =>
  Object.entries(STEPS).flatMap(([one, first]) =>
    Object.entries(STEPS).flatMap(([two, second]) =>
      [
        { name: `circle of ${one} and ${two}`, elements: {}, flows: 'start>a a>b b>a' },
        {
          name: `circle of ${one} and ${two} after a task`,
          elements: { t: STEPS.task?.('t') ?? '' },
          flows: 'start>t t>a a>b b>a',
        },
      ].map(({ name, elements, flows }) => ({
        name,
        kind: 'bpmn' as const,
        xml: bpmn(process(flow({ start, ...elements, a: first('a'), b: second('b') }, flows)), ROOTS),
      })),
    ),
  );
