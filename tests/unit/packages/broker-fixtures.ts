// Small models and what Zeebe 8.5.8 says of each: the unit tests hold our rules to it, the integration test holds this
// list to a real broker.
import { around, bpmn, end, flow, process, start, userTask } from './bpmn-text';

export interface BrokerFixture {
  name: string;
  xml: string;
  accepted: boolean;
}

const good = (name: string, xml: string): BrokerFixture => ({ name, xml, accepted: true });
const bad = (name: string, xml: string): BrokerFixture => ({ name, xml, accepted: false });

const ext = (text: string) => `<bpmn:extensionElements>${text}</bpmn:extensionElements>`;
const job = ext('<zeebe:taskDefinition type="x" />');
const task = (id: string) => `<bpmn:task id="${id}">…</bpmn:task>`;
const message = (name: string, key: string | null = '=string(random number())', id = 'm') =>
  `<bpmn:message id="${id}" name="${name}">${key === null ? '' : ext(`<zeebe:subscription correlationKey="${key}" />`)}</bpmn:message>`;
const one = (text: string, roots = '') => bpmn(around('x', text), roots);
const condition = (text: string) =>
  `<bpmn:conditionExpression xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="bpmn:tFormalExpression">${text}</bpmn:conditionExpression>`;

const choice = (extra: string, conditions: (id: string) => string) =>
  bpmn(
    process(
      flow(
        { start, g: `<bpmn:exclusiveGateway id="g"${extra}>…</bpmn:exclusiveGateway>`, a: task('a'), b: task('b') },
        'start>g g>a g>b',
      ).replace(
        /<bpmn:sequenceFlow id="(g_\w)"([^/]*)\/>/g,
        (_, id: string, rest: string) => `<bpmn:sequenceFlow id="${id}"${rest}>${conditions(id)}</bpmn:sequenceFlow>`,
      ),
    ),
  );
const timer = (inner: string) =>
  one(
    `<bpmn:intermediateCatchEvent id="x">…<bpmn:timerEventDefinition id="t">${inner}</bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>`,
  );
const boundary = (definition: string, attributes = '', roots = '') =>
  bpmn(
    process(
      flow(
        {
          start,
          t: userTask('t'),
          b: `<bpmn:boundaryEvent id="b" attachedToRef="t"${attributes}>…${definition}</bpmn:boundaryEvent>`,
          end,
        },
        'start>t t>end b>end',
      ),
    ),
    roots,
  );
const subProcess = (inner: string, attributes = '') =>
  bpmn(
    process(`${flow({ start, end }, 'start>end')}<bpmn:subProcess id="sub"${attributes}>${inner}</bpmn:subProcess>`),
  );
const eventGateway = (second: string) =>
  bpmn(
    process(
      flow(
        {
          start,
          g: '<bpmn:eventBasedGateway id="g">…</bpmn:eventBasedGateway>',
          a: '<bpmn:intermediateCatchEvent id="a">…<bpmn:messageEventDefinition id="ad" messageRef="m" /></bpmn:intermediateCatchEvent>',
          b: second,
        },
        'start>g g>a g>b',
      ),
    ),
    message('m'),
  );
const loop = (inner: string) => bpmn(process(flow({ start, a: task('a'), g: inner }, 'start>a a>g g>a')));

export const BROKER_FIXTURES: BrokerFixture[] = [
  good('a user task', one(userTask('x'))),
  bad('no executable process', one(userTask('x')).replace('isExecutable="true"', 'isExecutable="false"')),
  good(
    'nonsense in a process that is not executable',
    bpmn(`${around('x', userTask('x'))}<bpmn:process id="p2"><bpmn:serviceTask id="s2" /></bpmn:process>`),
  ),
  bad('no start event', bpmn(process(userTask('x').replace('…', '')))),
  bad(
    'two none start events',
    bpmn(
      process(
        flow(
          { a: '<bpmn:startEvent id="a">…</bpmn:startEvent>', b: '<bpmn:startEvent id="b">…</bpmn:startEvent>', end },
          'a>end b>end',
        ),
      ),
    ),
  ),
  bad('an id with a colon', one(task('x')).replaceAll('"x"', '"x:y"')),
  bad('a flow that leads nowhere', one(task('x')).replace('targetRef="end"', 'targetRef="nowhere"')),
  bad('no target namespace', bpmn(around('x', task('x')), '', 'id="definitions"')),
  good(
    'a stale plane',
    bpmn(
      around('x', task('x')),
      '<bpmndi:BPMNDiagram id="d"><bpmndi:BPMNPlane id="p" bpmnElement="gone" /></bpmndi:BPMNDiagram>',
    ),
  ),
  bad('a flow to a flow', one(task('x')).replace('targetRef="end"', 'targetRef="start_x"')),
  bad('a listed way out that is none', one(task('x')).replace('<bpmn:outgoing>x_end<', '<bpmn:outgoing>nowhere<')),
  good('a listed way in that is none', one(task('x')).replace('<bpmn:incoming>x_end<', '<bpmn:incoming>nowhere<')),
  bad('an id twice', one(task('x')).replace('id="end"', 'id="start"')),

  bad('a service task without a job type', one('<bpmn:serviceTask id="x">…</bpmn:serviceTask>')),
  good('a service task with a job type', one(`<bpmn:serviceTask id="x">${job}…</bpmn:serviceTask>`)),
  bad('a job type that is empty', one(`<bpmn:serviceTask id="x">${job.replace('"x"', '""')}…</bpmn:serviceTask>`)),
  bad('a script task without a script', one('<bpmn:scriptTask id="x">…</bpmn:scriptTask>')),
  good(
    'a script task with FEEL',
    one(`<bpmn:scriptTask id="x">${ext('<zeebe:script expression="=1 + 1" resultVariable="r" />')}…</bpmn:scriptTask>`),
  ),
  bad(
    'a script that is no FEEL',
    one(`<bpmn:scriptTask id="x">${ext('<zeebe:script expression="=1 +" resultVariable="r" />')}…</bpmn:scriptTask>`),
  ),
  bad('a business rule task without a decision', one('<bpmn:businessRuleTask id="x">…</bpmn:businessRuleTask>')),
  bad(
    'a decision without a result',
    one(
      `<bpmn:businessRuleTask id="x">${ext('<zeebe:calledDecision decisionId="d" resultVariable="" />')}…</bpmn:businessRuleTask>`,
    ),
  ),
  bad('a call activity without a process', one('<bpmn:callActivity id="x">…</bpmn:callActivity>')),
  bad('a receive task without a message', one('<bpmn:receiveTask id="x">…</bpmn:receiveTask>')),
  good(
    'a receive task with a message and a key',
    one('<bpmn:receiveTask id="x" messageRef="m">…</bpmn:receiveTask>', message('m')),
  ),
  bad(
    'a message that is waited for without a key',
    one('<bpmn:receiveTask id="x" messageRef="m">…</bpmn:receiveTask>', message('m', null)),
  ),
  bad(
    'a key that is no expression',
    one('<bpmn:receiveTask id="x" messageRef="m">…</bpmn:receiveTask>', message('m', 'fixed')),
  ),
  bad('a message without a name', one('<bpmn:receiveTask id="x" messageRef="m">…</bpmn:receiveTask>', message(''))),
  bad(
    'a task that is not supported',
    one(
      '<bpmn:intermediateCatchEvent id="x">…<bpmn:conditionalEventDefinition id="c"><bpmn:condition xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="bpmn:tFormalExpression">=a</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:intermediateCatchEvent>',
    ),
  ),
  bad('a loop without a collection', one('<bpmn:task id="x">…<bpmn:multiInstanceLoopCharacteristics /></bpmn:task>')),
  good(
    'a loop over a collection',
    one(
      `<bpmn:task id="x">…<bpmn:multiInstanceLoopCharacteristics>${ext('<zeebe:loopCharacteristics inputCollection="=items" />')}</bpmn:multiInstanceLoopCharacteristics></bpmn:task>`,
    ),
  ),
  bad(
    'a collection that is no expression',
    one(
      `<bpmn:task id="x">…<bpmn:multiInstanceLoopCharacteristics>${ext('<zeebe:loopCharacteristics inputCollection="items" />')}</bpmn:multiInstanceLoopCharacteristics></bpmn:task>`,
    ),
  ),
  bad(
    'an output mapping to what is no variable',
    one(userTask('x', '<zeebe:ioMapping><zeebe:output source="=a" target="a-b" /></zeebe:ioMapping>')),
  ),
  good(
    'an input mapping of a fixed value',
    one(userTask('x', '<zeebe:ioMapping><zeebe:input source="a" target="b" /></zeebe:ioMapping>')),
  ),
  bad(
    'an output mapping of a fixed value',
    one(userTask('x', '<zeebe:ioMapping><zeebe:output source="a" target="b" /></zeebe:ioMapping>')),
  ),
  bad(
    'a header twice',
    one(
      userTask(
        'x',
        '<zeebe:taskHeaders><zeebe:header key="a" value="1" /><zeebe:header key="a" value="2" /></zeebe:taskHeaders>',
      ),
    ),
  ),
  bad('a form reference that is blank', one(userTask('x', '<zeebe:formDefinition formId=" " />'))),

  bad(
    'a choice without conditions',
    choice('', () => ''),
  ),
  good(
    'a choice with conditions',
    choice('', () => condition('=a')),
  ),
  good(
    'a choice with a default flow',
    choice(' default="g_b"', (id) => (id === 'g_a' ? condition('=a') : '')),
  ),
  bad(
    'a condition that is no expression',
    choice('', () => condition('a')),
  ),
  bad(
    'a condition after a task',
    one(task('x')).replace(
      'sourceRef="x" targetRef="end" />',
      `sourceRef="x" targetRef="end">${condition('=a')}</bpmn:sequenceFlow>`,
    ),
  ),
  bad(
    'an inclusive join',
    bpmn(
      process(
        flow(
          {
            start,
            f: '<bpmn:parallelGateway id="f">…</bpmn:parallelGateway>',
            a: task('a'),
            b: task('b'),
            j: '<bpmn:inclusiveGateway id="j">…</bpmn:inclusiveGateway>',
            end,
          },
          'start>f f>a f>b a>j b>j j>end',
        ),
      ),
    ),
  ),
  good(
    'an event gateway with a message and a timer',
    eventGateway(
      '<bpmn:intermediateCatchEvent id="b">…<bpmn:timerEventDefinition id="bt"><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>',
    ),
  ),
  bad('an event gateway with a task', eventGateway(task('b'))),
  bad('a loop in which nothing waits', loop('<bpmn:exclusiveGateway id="g">…</bpmn:exclusiveGateway>')),
  good('a loop with a user task', loop(userTask('g'))),

  good('a timer of one day', timer('<bpmn:timeDuration>P1D</bpmn:timeDuration>')),
  bad('a timer of nothing', timer('')),
  bad('a timer that cannot be read', timer('<bpmn:timeDuration>soon</bpmn:timeDuration>')),
  bad('a date without a zone', timer('<bpmn:timeDate>2026-11-02T08:00:00</bpmn:timeDate>')),
  good('a date with a zone', timer('<bpmn:timeDate>2026-11-02T08:00:00+07:00</bpmn:timeDate>')),
  bad('a catch that repeats', timer('<bpmn:timeCycle>R/PT1H</bpmn:timeCycle>')),
  good('a boundary message', boundary('<bpmn:messageEventDefinition id="d" messageRef="m" />', '', message('m'))),
  bad(
    'a boundary event without a way out',
    boundary('<bpmn:messageEventDefinition id="d" messageRef="m" />', '', message('m')).replace(
      '<bpmn:outgoing>b_end</bpmn:outgoing>',
      '',
    ),
  ),
  bad(
    'an interrupting boundary timer that repeats',
    boundary('<bpmn:timerEventDefinition id="d"><bpmn:timeCycle>R/PT1H</bpmn:timeCycle></bpmn:timerEventDefinition>'),
  ),
  good(
    'a boundary timer that repeats and does not interrupt',
    boundary(
      '<bpmn:timerEventDefinition id="d"><bpmn:timeCycle>R/PT1H</bpmn:timeCycle></bpmn:timerEventDefinition>',
      ' cancelActivity="false"',
    ),
  ),
  bad('an error that does not interrupt', boundary('<bpmn:errorEventDefinition id="d" />', ' cancelActivity="false"')),
  bad('an escalation on a user task', boundary('<bpmn:escalationEventDefinition id="d" />')),
  bad(
    'an end event with an error that has no code',
    one('<bpmn:task id="x">…</bpmn:task>').replace(
      '</bpmn:endEvent>',
      '<bpmn:errorEventDefinition id="d" /></bpmn:endEvent>',
    ),
  ),
  bad(
    'an end event with a message and no job',
    one('<bpmn:task id="x">…</bpmn:task>', message('m', null)).replace(
      '</bpmn:endEvent>',
      '<bpmn:messageEventDefinition id="d" messageRef="m" /></bpmn:endEvent>',
    ),
  ),
  bad(
    'a link to nowhere',
    one(
      '<bpmn:intermediateThrowEvent id="x">…<bpmn:linkEventDefinition id="d" name="a" /></bpmn:intermediateThrowEvent>',
    ).replace(
      /<bpmn:outgoing>x_end<\/bpmn:outgoing>|<bpmn:incoming>x_end<\/bpmn:incoming>|<bpmn:sequenceFlow id="x_end"[^>]*>/g,
      '',
    ),
  ),
  bad('a sub-process without a start', subProcess(task('t').replace('…', ''))),
  bad(
    'a sub-process that starts by a message',
    subProcess(
      '<bpmn:startEvent id="s"><bpmn:messageEventDefinition id="d" messageRef="m" /></bpmn:startEvent>',
    ).replace('</bpmn:definitions>', `${message('m')}</bpmn:definitions>`),
  ),
  bad(
    'an event sub-process that starts by nothing',
    subProcess('<bpmn:startEvent id="s" />', ' triggeredByEvent="true"'),
  ),
  good(
    'an event sub-process that starts by a message',
    subProcess(
      '<bpmn:startEvent id="s"><bpmn:messageEventDefinition id="d" messageRef="m" /></bpmn:startEvent>',
      ' triggeredByEvent="true"',
    ).replace('</bpmn:definitions>', `${message('m')}</bpmn:definitions>`),
  ),
];
