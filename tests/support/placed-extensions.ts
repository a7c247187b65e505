// Every extension in every place, once and twice.
import { around, bpmn, end, flow, process, start } from '../unit/packages/bpmn-text';
import type { Mutant } from './mutate-model';
import { ends, MESSAGE, TIMER } from './placed-parts';

const JOB = '<zeebe:taskDefinition type="x" />';
const within = (tag: string, inner = '', own = '') =>
  `<bpmn:${tag} id="x"><bpmn:extensionElements>${own}@</bpmn:extensionElements>…${inner}</bpmn:${tag}>`;

/** `@`: where the extension goes; `own`: what must be there for the element to be accepted. */
const PLACES: Record<string, string> = {
  process: bpmn(
    `<bpmn:process id="main" isExecutable="true"><bpmn:extensionElements>@</bpmn:extensionElements>${flow({ start, end }, 'start>end')}</bpmn:process>`,
  ),
  'process that does not run': bpmn(
    `${process(flow({ start, end }, 'start>end'))}<bpmn:process id="idle" isExecutable="false"><bpmn:extensionElements>@</bpmn:extensionElements><bpmn:task id="t"><bpmn:extensionElements>@</bpmn:extensionElements></bpmn:task></bpmn:process>`,
  ),
  task: bpmn(around('x', within('task'))),
  manualTask: bpmn(around('x', within('manualTask'))),
  userTask: bpmn(around('x', within('userTask'))),
  'userTask of the engine': bpmn(around('x', within('userTask', '', '<zeebe:userTask />'))),
  serviceTask: bpmn(around('x', within('serviceTask', '', JOB))),
  'serviceTask without a job': bpmn(around('x', within('serviceTask'))),
  scriptTask: bpmn(around('x', within('scriptTask', '', '<zeebe:script expression="=1" resultVariable="r" />'))),
  businessRuleTask: bpmn(around('x', within('businessRuleTask', '', JOB))),
  sendTask: bpmn(around('x', within('sendTask', '', JOB))),
  receiveTask: bpmn(around('x', within('receiveTask').replace('id="x"', 'id="x" messageRef="m"')), MESSAGE),
  callActivity: bpmn(around('x', within('callActivity', '', '<zeebe:calledElement processId="p" />'))),
  subProcess: bpmn(around('x', within('subProcess', ends))),
  exclusiveGateway: bpmn(around('x', within('exclusiveGateway'))),
  parallelGateway: bpmn(around('x', within('parallelGateway'))),
  inclusiveGateway: bpmn(around('x', within('inclusiveGateway'))),
  startEvent: bpmn(
    process(
      flow({ start: start.replace('…', '<bpmn:extensionElements>@</bpmn:extensionElements>…'), end }, 'start>end'),
    ),
  ),
  endEvent: bpmn(
    process(flow({ start, end: end.replace('…', '<bpmn:extensionElements>@</bpmn:extensionElements>…') }, 'start>end')),
  ),
  intermediateCatchEvent: bpmn(around('x', within('intermediateCatchEvent', TIMER))),
  intermediateThrowEvent: bpmn(around('x', within('intermediateThrowEvent'))),
  'message throw event': bpmn(
    around('x', within('intermediateThrowEvent', '<bpmn:messageEventDefinition id="d" messageRef="m" />', JOB)),
    MESSAGE,
  ),
  boundaryEvent: bpmn(
    process(
      flow(
        {
          start,
          t: '<bpmn:serviceTask id="t"><bpmn:extensionElements><zeebe:taskDefinition type="x" /></bpmn:extensionElements>…</bpmn:serviceTask>',
          x: `<bpmn:boundaryEvent id="x" attachedToRef="t"><bpmn:extensionElements>@</bpmn:extensionElements>…${TIMER}</bpmn:boundaryEvent>`,
          end,
        },
        'start>t t>end x>end',
      ),
    ),
  ),
  timerEventDefinition: bpmn(
    around(
      'x',
      `<bpmn:intermediateCatchEvent id="x">…${TIMER.replace('<bpmn:timeD', '<bpmn:extensionElements>@</bpmn:extensionElements><bpmn:timeD')}</bpmn:intermediateCatchEvent>`,
    ),
  ),
  'message throw definition': bpmn(
    around(
      'x',
      `<bpmn:intermediateThrowEvent id="x">…<bpmn:messageEventDefinition id="d" messageRef="m"><bpmn:extensionElements>@</bpmn:extensionElements></bpmn:messageEventDefinition></bpmn:intermediateThrowEvent>`,
    ),
    MESSAGE,
  ),
  'loop of a task': bpmn(
    around(
      'x',
      '<bpmn:task id="x">…<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=a" />@</bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics></bpmn:task>',
    ),
  ),
  'loop without a collection': bpmn(
    around(
      'x',
      '<bpmn:task id="x">…<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements>@</bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics></bpmn:task>',
    ),
  ),
  sequenceFlow: bpmn(
    process(
      flow({ start, end }, 'start>end').replace(
        /(<bpmn:sequenceFlow[^/]*)\/>/,
        '$1><bpmn:extensionElements>@</bpmn:extensionElements></bpmn:sequenceFlow>',
      ),
    ),
  ),
  dataObject: bpmn(
    process(
      `${flow({ start, end }, 'start>end')}<bpmn:dataObject id="x"><bpmn:extensionElements>@</bpmn:extensionElements></bpmn:dataObject>`,
    ),
  ),
  textAnnotation: bpmn(
    process(
      `${flow({ start, end }, 'start>end')}<bpmn:textAnnotation id="x"><bpmn:extensionElements>@</bpmn:extensionElements></bpmn:textAnnotation>`,
    ),
  ),
  lane: bpmn(
    process(
      `<bpmn:laneSet id="ls"><bpmn:lane id="l"><bpmn:extensionElements>@</bpmn:extensionElements></bpmn:lane></bpmn:laneSet>${flow({ start, end }, 'start>end')}`,
    ),
  ),
  participant: bpmn(
    `<bpmn:collaboration id="c"><bpmn:participant id="x" processRef="main"><bpmn:extensionElements>@</bpmn:extensionElements></bpmn:participant></bpmn:collaboration>${process(flow({ start, end }, 'start>end'))}`,
  ),
  collaboration: bpmn(
    `<bpmn:collaboration id="c"><bpmn:extensionElements>@</bpmn:extensionElements><bpmn:participant id="x" processRef="main" /></bpmn:collaboration>${process(flow({ start, end }, 'start>end'))}`,
  ),
  'message that is waited for': bpmn(
    around('x', '<bpmn:receiveTask id="x" messageRef="m">…</bpmn:receiveTask>'),
    MESSAGE.replace('</bpmn:ext', '@</bpmn:ext'),
  ),
  'message that nobody waits for': bpmn(
    process(flow({ start, end }, 'start>end')),
    '<bpmn:message id="m" name="m"><bpmn:extensionElements>@</bpmn:extensionElements></bpmn:message>',
  ),
  signal: bpmn(
    process(flow({ start, end }, 'start>end')),
    '<bpmn:signal id="m" name="m"><bpmn:extensionElements>@</bpmn:extensionElements></bpmn:signal>',
  ),
  error: bpmn(
    process(flow({ start, end }, 'start>end')),
    '<bpmn:error id="m" name="m"><bpmn:extensionElements>@</bpmn:extensionElements></bpmn:error>',
  ),
};

const listener = (attributes: string) => `<zeebe:executionListener ${attributes} />`;
const listeners = (...each: string[]) =>
  `<zeebe:executionListeners>${each.map(listener).join('')}</zeebe:executionListeners>`;
const io = (inner: string) => `<zeebe:ioMapping>${inner}</zeebe:ioMapping>`;

const PUT_IN: readonly string[] = [
  '<zeebe:taskDefinition type="x" />',
  '<zeebe:taskDefinition type="" />',
  '<zeebe:taskDefinition retries="3" />',
  '<zeebe:taskDefinition type="x" retries="" />',
  '<zeebe:taskDefinition type="x" retries="=1 +" />',
  '<zeebe:taskDefinition type="=1 +" />',
  '<zeebe:calledElement processId="p" />',
  '<zeebe:calledElement processId="=p +" />',
  '<zeebe:calledElement />',
  '<zeebe:calledDecision decisionId="d" resultVariable="r" />',
  '<zeebe:calledDecision decisionId="=d +" resultVariable="r" />',
  '<zeebe:calledDecision decisionId="d" />',
  '<zeebe:calledDecision resultVariable="r" />',
  '<zeebe:formDefinition formKey="k" />',
  '<zeebe:formDefinition formId="f" />',
  '<zeebe:formDefinition formId="f" formKey="k" />',
  '<zeebe:formDefinition externalReference="e" />',
  '<zeebe:formDefinition />',
  '<zeebe:userTaskForm id="u">{}</zeebe:userTaskForm>',
  '<zeebe:userTaskForm id="u"></zeebe:userTaskForm>',
  '<zeebe:assignmentDefinition assignee="a" />',
  '<zeebe:assignmentDefinition assignee="=a +" />',
  '<zeebe:assignmentDefinition candidateGroups="a,,b" />',
  '<zeebe:assignmentDefinition candidateUsers="=a +" />',
  '<zeebe:assignmentDefinition />',
  '<zeebe:taskSchedule dueDate="2026-01-01T00:00:00Z" />',
  '<zeebe:taskSchedule dueDate="2026-01-01" />',
  '<zeebe:taskSchedule followUpDate="=a +" />',
  '<zeebe:script expression="=a" resultVariable="r" />',
  '<zeebe:script expression="a" resultVariable="r" />',
  '<zeebe:script expression="=a" />',
  '<zeebe:script resultVariable="r" />',
  '<zeebe:script expression="=a +" resultVariable="r" />',
  io('<zeebe:input source="=a" target="b.c" />'),
  io('<zeebe:input source="=a +" target="b" />'),
  io('<zeebe:input source="a" target="b" />'),
  io('<zeebe:input target="b" />'),
  io('<zeebe:input source="=a" />'),
  io('<zeebe:output source="=a" target="b" />'),
  io('<zeebe:output source="a" target="b" />'),
  io('<zeebe:output target="b" />'),
  io('<zeebe:output source="=a" target="1b" />'),
  io(''),
  listeners('eventType="start" type="l"'),
  listeners('eventType="end" type="=l +"'),
  listeners('eventType="end" type="l" retries="=1 +"'),
  listeners('eventType="end" type="l" retries=""'),
  listeners('eventType="start" type="l"', 'eventType="start" type="l"'),
  listeners('eventType="end"'),
  listeners('type="l"'),
  listeners('eventType="halt" type="l"'),
  listeners(),
  '<zeebe:priorityDefinition priority="x" />',
  '<zeebe:userTask />',
  '<zeebe:properties><zeebe:property name="a" value="b" /></zeebe:properties>',
  '<zeebe:properties><zeebe:property /></zeebe:properties>',
  '<zeebe:taskHeaders><zeebe:header key="a" value="b" /></zeebe:taskHeaders>',
  '<zeebe:taskHeaders><zeebe:header key="a" /><zeebe:header key="a" /></zeebe:taskHeaders>',
  '<zeebe:taskHeaders><zeebe:header value="a" /></zeebe:taskHeaders>',
  '<zeebe:taskHeaders><zeebe:header key="io.camunda.zeebe:x" value="b" /></zeebe:taskHeaders>',
  '<zeebe:taskHeaders></zeebe:taskHeaders>',
  '<zeebe:subscription correlationKey="=k" />',
  '<zeebe:subscription correlationKey="k" />',
  '<zeebe:subscription />',
  '<zeebe:loopCharacteristics inputCollection="=a" />',
  '<zeebe:loopCharacteristics inputCollection="a" />',
  '<zeebe:loopCharacteristics />',
  '<zeebe:loopCharacteristics inputCollection="=a" outputElement="=b" />',
  '<zeebe:loopCharacteristics inputCollection="=a" outputElement="b" outputCollection="c" />',
  '<zeebe:publishMessage correlationKey="=k" />',
  '<zeebe:publishMessage correlationKey="k" />',
  '<zeebe:publishMessage correlationKey="=k +" />',
  '<zeebe:publishMessage correlationKey="=k" timeToLive="PT1H" messageId="=m +" />',
  '<zeebe:publishMessage correlationKey="=k" timeToLive="x" />',
  '<zeebe:publishMessage correlationKey="=k" timeToLive="=x +" />',
  '<zeebe:publishMessage />',
  '<x:y xmlns:x="urn:x" z="1"><x:w /></x:y>',
];

/** One of each kind that is right by itself. */
const TWICE = [
  ...new Map(
    [...PUT_IN]
      .reverse()
      .filter((one) => one.includes('="'))
      .map((one) => [/<([\w:]+)/.exec(one)?.[1], one]),
  ).values(),
];

export const extensionModels = (): [group: string, models: Mutant[]][] =>
  Object.entries(PLACES).map(([place, xml]) => [
    place,
    [...PUT_IN, ...TWICE.map((one) => one + one)].map((put) => ({
      name: `${place} with ${put}`,
      kind: 'bpmn' as const,
      xml: xml.replaceAll('@', put),
    })),
  ]);
