// Owns every text in every place that takes one: what is empty, blank, a fixed value, an expression, nearly one, a time.
import { around, bpmn, end, flow, process, start } from '../unit/packages/bpmn-text';
import type { Mutant } from './mutate-model';
import { MESSAGE } from './placed-parts';

const task = (tag: string, extensions: string, inner = '') =>
  bpmn(
    around(
      'x',
      `<bpmn:${tag} id="x"><bpmn:extensionElements>${extensions}</bpmn:extensionElements>…${inner}</bpmn:${tag}>`,
    ),
  );
const loop = (extension: string, inner = '') =>
  bpmn(
    around(
      'x',
      `<bpmn:task id="x">…<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements>${extension}</bpmn:extensionElements>${inner}</bpmn:multiInstanceLoopCharacteristics></bpmn:task>`,
    ),
  );
const started = (definition: string, roots = '') =>
  bpmn(process(flow({ start: start.replace('…', `…${definition}`), end }, 'start>end')), roots);
const caught = (definition: string, roots = '') =>
  bpmn(around('x', `<bpmn:intermediateCatchEvent id="x">…${definition}</bpmn:intermediateCatchEvent>`), roots);
const attached = (definition: string, roots = '', attributes = '') =>
  bpmn(
    process(
      flow(
        {
          start,
          t: '<bpmn:userTask id="t">…</bpmn:userTask>',
          x: `<bpmn:boundaryEvent id="x" attachedToRef="t"${attributes}>…${definition}</bpmn:boundaryEvent>`,
          end,
        },
        'start>t t>end x>end',
      ),
    ),
    roots,
  );
const time = (kind: string) =>
  `<bpmn:timerEventDefinition id="d"><bpmn:${kind}>@</bpmn:${kind}></bpmn:timerEventDefinition>`;
const refers = (kind: string) => `<bpmn:${kind}EventDefinition id="d" ${kind}Ref="m" />`;
const listener = (attributes: string) =>
  task(
    'serviceTask',
    `<zeebe:taskDefinition type="x" /><zeebe:executionListeners><zeebe:executionListener ${attributes} /></zeebe:executionListeners>`,
  );

/** `@`: where the text goes. */
const PLACES: Record<string, string> = {
  'source of an input': task('userTask', '<zeebe:ioMapping><zeebe:input source="@" target="b" /></zeebe:ioMapping>'),
  'target of an input': task('userTask', '<zeebe:ioMapping><zeebe:input source="=a" target="@" /></zeebe:ioMapping>'),
  'source of an output': task('userTask', '<zeebe:ioMapping><zeebe:output source="@" target="b" /></zeebe:ioMapping>'),
  'target of an output': task('userTask', '<zeebe:ioMapping><zeebe:output source="=a" target="@" /></zeebe:ioMapping>'),
  'type of a job': task('serviceTask', '<zeebe:taskDefinition type="@" />'),
  'retries of a job': task('serviceTask', '<zeebe:taskDefinition type="x" retries="@" />'),
  'called process': task('callActivity', '<zeebe:calledElement processId="@" />'),
  'whether a call passes all on': task(
    'callActivity',
    '<zeebe:calledElement processId="p" propagateAllChildVariables="@" />',
  ),
  'called decision': task('businessRuleTask', '<zeebe:calledDecision decisionId="@" resultVariable="r" />'),
  'result of a decision': task('businessRuleTask', '<zeebe:calledDecision decisionId="d" resultVariable="@" />'),
  'a script': task('scriptTask', '<zeebe:script expression="@" resultVariable="r" />'),
  'result of a script': task('scriptTask', '<zeebe:script expression="=1" resultVariable="@" />'),
  'id of a form': task('userTask', '<zeebe:formDefinition formId="@" />'),
  'key of a form': task('userTask', '<zeebe:formDefinition formKey="@" />'),
  'id of a form of the engine’s task': task('userTask', '<zeebe:userTask /><zeebe:formDefinition formId="@" />'),
  'reference of the engine’s task': task(
    'userTask',
    '<zeebe:userTask /><zeebe:formDefinition externalReference="@" />',
  ),
  assignee: task('userTask', '<zeebe:assignmentDefinition assignee="@" />'),
  groups: task('userTask', '<zeebe:assignmentDefinition candidateGroups="@" />'),
  users: task('userTask', '<zeebe:assignmentDefinition candidateUsers="@" />'),
  'due date': task('userTask', '<zeebe:taskSchedule dueDate="@" />'),
  'follow-up date': task('userTask', '<zeebe:taskSchedule followUpDate="@" />'),
  'key of a header': task('userTask', '<zeebe:taskHeaders><zeebe:header key="@" value="v" /></zeebe:taskHeaders>'),
  'value of a header': task('userTask', '<zeebe:taskHeaders><zeebe:header key="k" value="@" /></zeebe:taskHeaders>'),
  'event of a listener': listener('eventType="@" type="l"'),
  'type of a listener': listener('eventType="start" type="@"'),
  'retries of a listener': listener('eventType="start" type="l" retries="@"'),
  'collection of a loop': loop('<zeebe:loopCharacteristics inputCollection="@" />'),
  'element of a loop': loop('<zeebe:loopCharacteristics inputCollection="=a" inputElement="@" />'),
  'results of a loop': loop(
    '<zeebe:loopCharacteristics inputCollection="=a" outputCollection="@" outputElement="=b" />',
  ),
  'result of a loop': loop('<zeebe:loopCharacteristics inputCollection="=a" outputCollection="b" outputElement="@" />'),
  'end of a loop': loop(
    '<zeebe:loopCharacteristics inputCollection="=a" />',
    '<bpmn:completionCondition>@</bpmn:completionCondition>',
  ),
  'correlation key': bpmn(
    around('x', '<bpmn:receiveTask id="x" messageRef="m">…</bpmn:receiveTask>'),
    '<bpmn:message id="m" name="m"><bpmn:extensionElements><zeebe:subscription correlationKey="@" /></bpmn:extensionElements></bpmn:message>',
  ),
  'message that is waited for': bpmn(
    around('x', '<bpmn:receiveTask id="x" messageRef="m">…</bpmn:receiveTask>'),
    MESSAGE.replace('name="m"', 'name="@"'),
  ),
  'message at a border': attached(refers('message'), MESSAGE.replace('name="m"', 'name="@"')),
  'message of a start': started(refers('message'), '<bpmn:message id="m" name="@" />'),
  'message of nobody': started('', '<bpmn:message id="m" name="@" />'),
  'signal that is waited for': caught(refers('signal'), '<bpmn:signal id="m" name="@" />'),
  'signal of a start': started(refers('signal'), '<bpmn:signal id="m" name="@" />'),
  'signal of nobody': started('', '<bpmn:signal id="m" name="@" />'),
  'code of an error that is caught': attached(refers('error'), '<bpmn:error id="m" errorCode="@" />'),
  'code of an error that is thrown': bpmn(
    process(flow({ start, x: `<bpmn:endEvent id="x">…${refers('error')}</bpmn:endEvent>` }, 'start>x')),
    '<bpmn:error id="m" errorCode="@" />',
  ),
  'code of an escalation that is thrown': bpmn(
    process(flow({ start, x: `<bpmn:endEvent id="x">…${refers('escalation')}</bpmn:endEvent>` }, 'start>x')),
    '<bpmn:escalation id="m" escalationCode="@" />',
  ),
  'name of a link': bpmn(
    process(
      flow(
        {
          start,
          x: '<bpmn:intermediateThrowEvent id="x">…<bpmn:linkEventDefinition id="d" name="@" /></bpmn:intermediateThrowEvent>',
          y: '<bpmn:intermediateCatchEvent id="y">…<bpmn:linkEventDefinition id="e" name="@" /></bpmn:intermediateCatchEvent>',
          end,
        },
        'start>x y>end',
      ),
    ),
  ),
  condition: bpmn(
    process(
      flow(
        {
          start,
          g: '<bpmn:exclusiveGateway id="g" default="g_e">…</bpmn:exclusiveGateway>',
          e: end.replace('"end"', '"e"'),
          f: end.replace('"end"', '"f"'),
        },
        'start>g g>e g>f',
      ).replace(
        '<bpmn:sequenceFlow id="g_f" sourceRef="g" targetRef="f" />',
        '<bpmn:sequenceFlow id="g_f" sourceRef="g" targetRef="f"><bpmn:conditionExpression>@</bpmn:conditionExpression></bpmn:sequenceFlow>',
      ),
    ),
  ),
  'duration of a wait': caught(time('timeDuration')),
  'date of a wait': caught(time('timeDate')),
  'cycle of a wait': caught(time('timeCycle')),
  'duration at a border': attached(time('timeDuration')),
  'cycle at a border': attached(time('timeCycle')),
  'cycle at a border that does not interrupt': attached(time('timeCycle'), '', ' cancelActivity="false"'),
  'duration of a start': started(time('timeDuration')),
  'date of a start': started(time('timeDate')),
  'cycle of a start': started(time('timeCycle')),
  'whether a border interrupts': attached(time('timeDuration').replace('@', 'P1D'), '', ' cancelActivity="@"'),
  'whether a loop is one after the other': bpmn(
    around(
      'x',
      '<bpmn:task id="x">…<bpmn:multiInstanceLoopCharacteristics isSequential="@"><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=a" /></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics></bpmn:task>',
    ),
  ),
  'whether a process runs': bpmn(
    `<bpmn:process id="main" isExecutable="@">${flow({ start, end }, 'start>end')}</bpmn:process>`,
  ),
  'id of a process': bpmn(
    `<bpmn:process id="@" isExecutable="true">${flow({ start, end }, 'start>end')}</bpmn:process>`,
  ),
  'name of a step': bpmn(around('x', '<bpmn:task id="x" name="@">…</bpmn:task>')),
};

// In times far off: a process that starts at once would keep the broker busy.
const TEXTS = [
  ...[
    '',
    ' ',
    '=',
    '= ',
    ' =a',
    '=a',
    '= a',
    '==a',
    '=a +',
    '=a b',
    '=[',
    '=1',
    '=null',
    '="x"',
    '=""',
    '=true',
    '=a.b',
  ],
  ...[
    'a',
    'a b',
    'a.b',
    'a-b',
    'á',
    '1a',
    '1',
    '-1',
    '1.5',
    '1e3',
    'null',
    'true',
    'TRUE',
    'function',
    'for',
    'a,b',
    ',',
    'a,',
    'start',
  ],
  ...['2099-01-01T00:00:00Z', '2099-01-01', '2099-01-01T00:00', '2099-01-01T00:00:00+07:00', '="2099-01-01T00:00:00Z"'],
  ...['=date and time("2099-01-01T00:00:00Z")', '=now()', '2099-01-01T00:00:00+07:00[Asia/Ho_Chi_Minh]'],
  ...[
    'P100D',
    'P100Y',
    'P100W',
    'P1M2W',
    'PT2400H',
    'PT',
    'P',
    '-P1D',
    'P-1D',
    'p100d',
    'PT9999999.5S',
    '="P100D"',
    '=duration("P100D")',
    '=@"P100D"',
  ],
  ...[
    'R/P100D',
    'R3/P100D',
    'R0/P100D',
    'R-1/P100D',
    'R/2099-01-01T00:00:00Z/P100D',
    'R/P100D/2099-01-01T00:00:00Z',
    '="R/P100D"',
    '/P100D',
  ],
  ...[
    '0 0 9 1 1 *',
    '0 0 9 1 1 ?',
    '0 9 1 1 *',
    '@yearly',
    '@never',
    '=cycle(duration("P100D"))',
    '=cycle(3, duration("P100D"))',
    '0 0 25 1 1 *',
  ],
];

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

export const valueModels = (): [group: string, models: Mutant[]][] =>
  Object.entries(PLACES).map(([place, xml]) => [
    `values: ${place}`,
    TEXTS.map((text) => ({
      name: `${place}: "${text}"`,
      kind: 'bpmn',
      xml: xml.replaceAll('@', () => escaped(text)),
    })),
  ]);
