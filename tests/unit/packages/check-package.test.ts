import path from 'node:path';
import { checkFiles, checkPackage } from '../../../src/plugins/procedures/server/src/packages/check-package';
import { readPackageFolder } from '../../../src/plugins/procedures/server/src/packages/read-package';
import type { EventsFile, FormSchema, Manifest } from '../../../src/plugins/procedures/server/src/packages/types';
import { around, bpmn, decision, dmn, flow, process, userTask } from './bpmn-text';
import { changeJson, exampleFiles } from './example-package';

type Changes = Parameters<typeof exampleFiles>[0];
const findings = (changes: Changes = {}) => checkFiles(exampleFiles(changes));
const codes = async (changes: Changes) =>
  (await findings(changes)).map((one) => `${one.severity} ${one.code} ${one.element}`);

const manifest = (change: (value: Manifest) => void): Changes => ({ 'manifest.json': changeJson(change) });
const events = (change: (value: EventsFile) => void): Changes => ({ 'events.json': changeJson(change) });
const form = (change: (value: FormSchema) => void): Changes => ({ 'xu-ly.form': changeJson(change) });
const model = (from: string | RegExp, to: string): Changes => ({ 'vi-du.bpmn': (text) => text.replace(from, to) });

test.each(['vi-du', 'nguon-tin', 'tham-tra'])('the package %s has no errors', async (name) => {
  const found = await checkPackage(await readPackageFolder(path.join(__dirname, '../../../bpmn', name)));
  expect(found.filter((one) => one.severity === 'error')).toEqual([]);
});
test('the example has no warnings either', async () => {
  expect(await findings()).toEqual([]);
});

const scenario = (steps: unknown[]) =>
  JSON.stringify({ title: { vi: 'Một ngày', en: 'A day' }, steps: [{ event: 'BAT_DAU', values: {} }, ...steps] });

test.each([
  ['a step of another form', scenario([{ advance: { by: '3 days' } }]), 'at step 2: '],
  ['a task that the package has not', scenario([{ complete: 'khong_co' }]), 'at step 2: Expected a user task'],
])('a scenario with %s is a warning at its file', async (_name, text, expected) => {
  const found = await findings({ 'scenarios/mot-ngay.json': text });
  expect(found).toContainEqual(
    expect.objectContaining({
      severity: 'warning',
      code: 'scenario-unplayable',
      file: 'scenarios/mot-ngay.json',
      en: expect.stringContaining(expected),
    }),
  );
});

const cases: [string, Changes, string][] = [
  // Files and schema
  ['a missing manifest', { 'manifest.json': null }, 'error package-file-missing null'],
  [
    'a manifest that does not fit its schema',
    manifest((m) => Object.assign(m, { version: '1' })),
    'error schema /version',
  ],
  ['a broken model', { 'vi-du.bpmn': '<a' }, 'error package-model-unreadable null'],
  // Manifest
  ['a main process that is not there', manifest((m) => Object.assign(m, { process: 'x' })), 'error process-unknown x'],
  [
    'a start without its message',
    manifest((m) => Object.assign(m.starts[0], { message: 'x' })),
    'error start-message-missing x',
  ],
  [
    'a start whose event is unknown',
    manifest((m) => Object.assign(m.starts[0], { event: 'X' })),
    'error event-unknown X',
  ],
  ['a start without its form', manifest((m) => Object.assign(m.starts[0], { form: 'x' })), 'error form-missing x'],
  [
    'a start for an unknown group',
    manifest((m) => Object.assign(m.starts[0], { groups: ['X/y'] })),
    'error group-unknown X/y',
  ],
  ['a form file that is missing', { 'xu-ly.form': null }, 'error form-missing xu-ly'],
  [
    'extras of an element that is not there',
    manifest((m) => Object.assign(m.elements, { x: m.elements.xu_ly })),
    'error element-unknown x',
  ],
  [
    'an element with an unknown clock',
    manifest((m) => Object.assign(m.elements.xu_ly, { clocks: ['X'] })),
    'error clock-rule-unknown X',
  ],
  [
    'an element different from nothing',
    manifest((m) => Object.assign(m.elements.xu_ly, { differentFrom: 'x' })),
    'error element-unknown x',
  ],
  ['a parameter named twice', manifest((m) => m.parameters.push(m.parameters[0])), 'error name-twice MAX_PEOPLE'],
  [
    'a parameter above its limit',
    manifest((m) => Object.assign(m.parameters[0], { max: 10 })),
    'error parameter-out-of-limits MAX_PEOPLE',
  ],
  [
    'a parameter below its limit',
    manifest((m) => Object.assign(m.parameters[0], { min: 60 })),
    'error parameter-out-of-limits MAX_PEOPLE',
  ],
  [
    'a parameter of another type',
    manifest((m) => Object.assign(m.parameters[0], { default: 'x' })),
    'error parameter-out-of-limits MAX_PEOPLE',
  ],
  [
    'a parameter that is no option',
    manifest((m) => Object.assign(m.parameters[0], { options: [1, 2] })),
    'error parameter-out-of-limits MAX_PEOPLE',
  ],
  [
    'a guardrail whose element is gone',
    manifest((m) => Object.assign(m.guardrails[0], { element: 'x' })),
    'error guardrail-element-missing x',
  ],
  [
    'a parameter past its guardrail',
    manifest((m) => Object.assign(m.guardrails[1], { max: 20 })),
    'error guardrail-limit MAX_PEOPLE',
  ],
  [
    'a guardrail of an unknown parameter',
    manifest((m) => Object.assign(m.guardrails[1], { name: 'X' })),
    'error parameter-unknown X',
  ],
  [
    'FEEL that is none',
    manifest((m) => Object.assign(m.record, { handlingUnit: '=if' })),
    'error feel-syntax /record/handlingUnit',
  ],
  // Clock rules
  [
    'a clock that an unknown event starts',
    manifest((m) => Object.assign(m.clockRules[0].start[0], { event: 'X' })),
    'error clock-event-unknown XU_LY_3N',
  ],
  [
    'a clock that an unknown event stops',
    manifest((m) => Object.assign(m.clockRules[0].stop[0], { event: 'X' })),
    'error clock-event-unknown XU_LY_3N',
  ],
  [
    'a clock anchored at an unknown event',
    manifest((m) => Object.assign(m.clockRules[0].start[0], { anchor: 'event:X' })),
    'error clock-event-unknown XU_LY_3N',
  ],
  [
    'a clock based on an unknown clock',
    manifest((m) => Object.assign(m.clockRules[0].start[0], { anchor: 'clock:X' })),
    'error clock-rule-unknown XU_LY_3N',
  ],
  [
    'a clock capped by an unknown clock',
    manifest((m) => Object.assign(m.clockRules[0], { notAfter: 'clock:X.dueAt' })),
    'error clock-rule-unknown XU_LY_3N',
  ],
  [
    'a clock that is paused for ever',
    manifest((m) => Object.assign(m.clockRules[0], { pause: [{ event: 'TIEP_NHAN' }] })),
    'warning clock-pause-without-resume XU_LY_3N',
  ],
  // Events
  ['an event code twice', events((e) => e.events.push(e.events[1])), 'error event-twice TIEP_NHAN'],
  [
    'an event of an unknown task',
    events((e) => Object.assign(e.events[1], { by: [{ kind: 'task', element: 'x' }] })),
    'error event-element-unknown TIEP_NHAN',
  ],
  [
    'a task that no event maps to',
    events((e) => Object.assign(e.events[1], { by: [{ kind: 'record' }] })),
    'error task-without-event tiep_nhan',
  ],
  [
    'an event of an unknown message',
    events((e) => e.events[1].by.push({ kind: 'message', message: 'x' })),
    'error event-message-unknown TIEP_NHAN',
  ],
  [
    'a start event that is no start',
    events((e) => e.events[1].by.push({ kind: 'start' })),
    'error event-start-unknown TIEP_NHAN',
  ],
  [
    'an event with a missing form',
    events((e) => Object.assign(e.events[1], { form: 'x' })),
    'error form-missing TIEP_NHAN',
  ],
  [
    'an event that asks an unknown decision',
    events((e) => Object.assign(e.events[1], { decisions: [{ decision: 'x', as: 'x' }] })),
    'error decision-unknown TIEP_NHAN',
  ],
  // User tasks
  [
    'a native user task',
    model('<zeebe:assignment', '<zeebe:userTask /><zeebe:assignment'),
    'error native-user-task tiep_nhan',
  ],
  [
    'a task without extras',
    manifest((m) => Reflect.deleteProperty(m.elements, 'xu_ly')),
    'error task-without-form xu_ly',
  ],
  ['a task without groups', model('candidateGroups="VP/lanh-dao"', ''), 'error task-without-groups ket_thuc'],
  ['a task for an unknown group', model('VP/lanh-dao', 'X/y'), 'error group-unknown ket_thuc'],
  [
    'a task whose expression names an unknown group',
    model('"VP/lanh-dao"', `'=["X/y"]'`),
    'error group-unknown ket_thuc',
  ],
  // Models
  [
    'a plane of a process that is not there',
    model('bpmnElement="vi-du"', 'bpmnElement="x"'),
    'error model-unread mat_phang',
  ],
  [
    'a message that is not there',
    model('messageRef="thong_diep_bat_dau"', 'messageRef="x"'),
    'error model-unread bat_dau_thong_diep',
  ],
  [
    'what the broker would refuse',
    model(
      '<bpmn:messageEventDefinition id="bat_dau_thong_diep" messageRef="thong_diep_bat_dau" />',
      '<bpmn:conditionalEventDefinition id="d"><bpmn:condition xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="bpmn:tFormalExpression">=a</bpmn:condition></bpmn:conditionalEventDefinition>',
    ),
    'error broker-event-definition d',
  ],
  ['an id that is the platform’s', model(/den_xong/g, 'lp_xong'), 'error id-reserved lp_xong'],
  // Forms
  ['a form with another id', form((f) => Object.assign(f, { id: 'x' })), 'error form-id x'],
  [
    'a form component that cannot be checked',
    form((f) => f.components.push({ type: 'filepicker', key: 'task.f' })),
    'error form-component filepicker',
  ],
  [
    'a form key of neither record nor task',
    form((f) => Object.assign(f.components[1], { key: 'x.y' })),
    'error form-key x.y',
  ],
  [
    'a form key that reaches into the language',
    form((f) => Object.assign(f.components[1], { key: 'task.__proto__.x' })),
    'error form-key task.__proto__.x',
  ],
  [
    'a form of a version that nobody knows',
    form((f) => Object.assign(f, { schemaVersion: 99 })),
    'error form-version null',
  ],
  ['a form field without a key', form((f) => Object.assign(f.components[1], { key: '' })), 'error form-key quyet_dinh'],
  [
    'a form pattern that is none',
    form((f) => Object.assign(f.components[2], { validate: { pattern: '(' } })),
    'error form-pattern record.roomCode',
  ],
  [
    'an id outside ASCII, which the broker would take but no modeler can read',
    model(/xu_ly/g, 'xử_lý'),
    'error id-letters null',
  ],
];
test.each(cases)('%s is found', async (_, changes, expected) => {
  expect(await codes(changes)).toContain(expected);
});

describe('a second model', () => {
  const second = (text: string): Changes => ({ 'hai.bpmn': text });
  const task = '<bpmn:task id="t">…</bpmn:task>';
  const message = '<bpmn:message id="m" name="cho" />';
  const key = (value: string) =>
    message.replace(
      ' />',
      `><bpmn:extensionElements><zeebe:subscription correlationKey="${value}" /></bpmn:extensionElements></bpmn:message>`,
    );
  const waits = (root: string) =>
    bpmn(around('wait', '<bpmn:receiveTask id="wait" messageRef="m">…</bpmn:receiveTask>'), root);
  const calls = (processId: string, called = '') =>
    bpmn(
      around(
        'call',
        `<bpmn:callActivity id="call"><bpmn:extensionElements><zeebe:calledElement processId="${processId}" /></bpmn:extensionElements>…</bpmn:callActivity>`,
      ) + called,
    );
  const called = (first: string) =>
    process(flow({ s2: '<bpmn:startEvent id="s2">…</bpmn:startEvent>', x: first }, 's2>x'), 'called');
  const written = (target: string) =>
    bpmn(
      around(
        't',
        `<bpmn:userTask id="t"><bpmn:extensionElements><zeebe:ioMapping><zeebe:output source="=a" target="${target}" /></zeebe:ioMapping></bpmn:extensionElements>…</bpmn:userTask>`,
      ),
    );
  const scripted = (expression: string) =>
    bpmn(
      around(
        't',
        `<bpmn:scriptTask id="t"><bpmn:extensionElements><zeebe:script expression="${expression}" resultVariable="quantity" /></bpmn:extensionElements>…</bpmn:scriptTask>`,
      ),
    );

  const found: [string, Changes, string][] = [
    ['a process id twice', second(bpmn(around('t', task).replace('id="main"', 'id="vi-du"'))), 'error id-twice vi-du'],
    [
      'a process id that ends like a version',
      second(bpmn(around('t', task).replace('"main"', '"a__v1_0_0"'))),
      'error id-refused a__v1_0_0',
    ],
    ['a wait without a key', second(waits(message)), 'warning message-without-subscription wait'],
    ['a wait that no event ends', second(waits(message)), 'warning message-without-event wait'],
    [
      'a clock message with a shared key',
      second(waits(key('=caseId').replace('cho', 'clock.amber'))),
      'error clock-message-key wait',
    ],
    [
      'one message that starts two processes',
      second(
        bpmn(
          process(
            flow(
              {
                s: '<bpmn:startEvent id="s"><bpmn:messageEventDefinition id="d" messageRef="m" />…</bpmn:startEvent>',
                t: task,
              },
              's>t',
            ),
          ),
          message.replace('cho', 'bat-dau'),
        ),
      ),
      'error start-message-twice s',
    ],
    ['a call of an unknown process', second(calls('x')), 'error called-process-unknown call'],
    ['a call by a computed name', second(calls('=which')), 'error call-not-prefixable call'],
    ['a call of a process that starts by itself', second(calls('vi-du')), 'error process-called-and-starting call'],
    [
      'a called process that does not begin with a wait',
      second(calls('called', called('<bpmn:task id="x">…</bpmn:task>'))),
      'warning called-process-without-wait call',
    ],
    [
      'a decision that is not there',
      second(
        bpmn(
          around(
            'd',
            '<bpmn:businessRuleTask id="d"><bpmn:extensionElements><zeebe:calledDecision decisionId="x" resultVariable="quantity" /></bpmn:extensionElements>…</bpmn:businessRuleTask>',
          ),
        ),
      ),
      'error decision-unknown d',
    ],
    ['a variable that is not listed', second(written('secret.name')), 'warning variable-not-listed t'],
    [
      'a boundary timer',
      second(
        bpmn(
          process(
            flow(
              {
                s: '<bpmn:startEvent id="s">…</bpmn:startEvent>',
                t: userTask('t'),
                b: '<bpmn:boundaryEvent id="b" attachedToRef="t">…<bpmn:timerEventDefinition id="td"><bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>',
                e: '<bpmn:endEvent id="e">…</bpmn:endEvent>',
              },
              's>t t>e b>e',
            ),
          ),
        ),
      ),
      'warning boundary-timer b',
    ],
    ...['uuid()', 'is empty(a)', 'trim(a)', 'from json(a)', 'to json(a)', 'my_trim(a)'].map(
      (text): [string, Changes, string] => [
        `the function ${text}`,
        second(scripted(`=${text}`)),
        'error feel-forbidden t',
      ],
    ),
    [
      'a table whose column has no id',
      {
        'a.dmn': dmn(
          decision('ket_qua', '1').replace(
            /<literalExpression.*<\/literalExpression>/,
            '<decisionTable id="t"><input><inputExpression id="e"><text>a</text></inputExpression></input><output id="o" name="o" /></decisionTable>',
          ),
        ),
      },
      'error decision-column-id ket_qua',
    ],
    [
      'a decision with a dash',
      { 'a.dmn': dmn(decision('ket-qua', '1')).replace('ket_qua', 'ket-qua') },
      'error decision-id-dash ket-qua',
    ],
    [
      'a decision that requires nothing that is there',
      { 'a.dmn': dmn(decision('ket_qua', 'x', 'x')) },
      'error decision-reference-unknown ket_qua',
    ],
    [
      'a decision that the engine cannot read',
      { 'a.dmn': dmn(decision('ket_qua', '1 +')) },
      'error broker-feel-syntax ket_qua_text',
    ],
    [
      'a decision that does not fit its schema',
      { 'a.dmn': dmn(decision('ket_qua', '1')).replace('<text>', '<text odd="1">') },
      'error broker-xml-attribute ket_qua_text',
    ],
    [
      'decisions in a circle',
      { 'a.dmn': dmn(decision('a', 'b', 'b') + decision('b', 'a', 'a')) },
      'error broker-dmn-circle a',
    ],
    [
      'a forbidden function in a decision',
      { 'a.dmn': dmn(decision('ket_qua', 'uuid()')) },
      'error feel-forbidden ket_qua_text',
    ],
  ];
  test.each(found)('%s is found', async (_, changes, expected) => {
    expect(await codes(changes)).toContain(expected);
  });

  const fine: [string, Changes, string][] = [
    ['a wait with a key of its own', second(waits(key('=string(random number())'))), 'message-without-subscription'],
    [
      'a call of a process that begins with a task',
      second(calls('called', called(userTask('x')))),
      'called-process-without-wait',
    ],
    ['a listed variable', second(written('quantity')), 'variable-not-listed'],
    ['a forbidden name inside a text', second(scripted('=&quot;uuid()&quot;')), 'feel-forbidden'],
    [
      'a function that the expression brings along',
      second(scripted('={f: function(x) x, y: f(1)}.y')),
      'feel-forbidden',
    ],
  ];
  test.each(fine)('%s is not found', async (_, changes, code) => {
    expect((await findings(changes)).map((one) => one.code)).not.toContain(code);
  });
});

test('errors come first, and every finding speaks both languages and names its file', async () => {
  const all = await findings({
    ...manifest((m) => Object.assign(m.clockRules[0], { pause: [{ event: 'TIEP_NHAN' }] })),
    'xu-ly.form': null,
  });
  expect(all.map((one) => one.severity)).toEqual(['error', 'warning']);
  for (const one of all) expect([one.vi, one.en, one.file].every((text) => text.length > 0)).toBe(true);
});
