// Steps that nobody does by hand: what a package may have of them. A loose model is judged by the broker's rules alone.
import { checkFiles } from '../../../src/plugins/procedures/server/src/packages/check-package';
import { checkFile } from '../../../src/plugins/procedures/server/src/packages/loose/check-file';
import { around, bpmn } from './bpmn-text';
import { exampleFiles } from './example-package';

const service = (type: string, headers: Record<string, string> = {}, element = 'serviceTask') =>
  bpmn(
    around(
      's',
      `<bpmn:${element} id="s"><bpmn:extensionElements><zeebe:taskDefinition type="${type}" /><zeebe:taskHeaders>${Object.entries(
        headers,
      )
        .map(([key, value]) => `<zeebe:header key="${key}" value="${value.replaceAll('"', '&quot;')}" />`)
        .join('')}</zeebe:taskHeaders></bpmn:extensionElements>…</bpmn:${element}>`,
    ),
  );
const found = async (model: string) =>
  (await checkFiles(exampleFiles({ 'hai.bpmn': model })))
    .filter((one) => one.element === 's')
    .map((one) => `${one.severity} ${one.code}`);

it.each(['mail.send', '=type', 'procedures.other'])('the job type %s has no worker and is refused', async (type) => {
  expect(await found(service(type))).toEqual(['error job-without-worker']);
});

it('so is a send task or a script task that is a job', async () => {
  expect(await found(service('x', {}, 'sendTask'))).toEqual(['error job-without-worker']);
  expect(await found(service('x', {}, 'scriptTask'))).toEqual(['error job-without-worker']);
});

it('says in both languages where and what to do', async () => {
  const [problem] = await checkFiles(exampleFiles({ 'hai.bpmn': service('mail.send') })).then((all) =>
    all.filter((one) => one.code === 'job-without-worker'),
  );
  expect(problem).toMatchObject({ file: 'hai.bpmn', element: 's' });
  expect(problem?.vi).toMatch(/"mail.send".*khối/);
  expect(problem?.en).toContain('procedures.http');
});

it('a loose model of somebody else gets the broker’s verdict, not ours', async () => {
  const answer = await checkFile('theirs.bpmn', Buffer.from(service('mail.send')));
  expect(JSON.stringify(answer)).not.toContain('job-without-worker');
});

const NOTIFY = { to: 'VP/can-bo', text: 'Có {quantity} người' };
const HTTP = { connection: 'a', method: 'GET', path: '/x/{quantity}' };

it.each([
  ['a notice', 'procedures.notify', NOTIFY, []],
  ['a notice to a unit', 'procedures.notify', { ...NOTIFY, to: 'unit:VP,head:VP' }, []],
  ['a notice to a group by expression', 'procedures.notify', { ...NOTIFY, to: '=[handlingUnit + "/can-bo"]' }, []],
  ['a notice to nobody', 'procedures.notify', { text: 'x' }, ['error service-task-to']],
  ['a notice without words', 'procedures.notify', { to: 'VP/can-bo' }, ['error service-task-text']],
  ['a notice that is a letter', 'procedures.notify', { ...NOTIFY, text: 'x'.repeat(301) }, ['error service-task-text']],
  ['a notice to an unknown group', 'procedures.notify', { ...NOTIFY, to: 'X/y' }, ['error group-unknown']],
  [
    'a notice to an unknown group by expression',
    'procedures.notify',
    { ...NOTIFY, to: '=["X/y"]' },
    ['error group-unknown'],
  ],
  ['a notice with a name in it', 'procedures.notify', { ...NOTIFY, text: '{name}' }, ['error service-task-variable']],
  ['a call', 'procedures.http', HTTP, []],
  ['a call by another verb', 'procedures.http', { ...HTTP, method: 'TRACE' }, ['error service-task-method']],
  ['a call of no connection', 'procedures.http', { ...HTTP, connection: '' }, ['error service-task-connection']],
  ['a call with a body of its own', 'procedures.http', { ...HTTP, body: '{"a":1}' }, ['error service-task-body']],
  [
    'a question with a body',
    'procedures.http',
    { ...HTTP, body: '[{"field":"a","variable":"quantity"}]' },
    ['error service-task-body'],
  ],
  [
    'a call that sends what is no variable',
    'procedures.http',
    { ...HTTP, method: 'POST', body: '[{"field":"a","variable":"reporterName"}]' },
    ['error service-task-variable'],
  ],
  [
    'a result of the wrong type',
    'procedures.http',
    { ...HTTP, result: '[{"name":"quantity","type":"string","path":"a"}]' },
    ['error service-task-result'],
  ],
  [
    'a result from a way that is none',
    'procedures.http',
    { ...HTTP, result: '[{"name":"quantity","type":"number","path":"$..a[*]"}]' },
    ['error service-task-result'],
  ],
  [
    'one variable for two results',
    'procedures.http',
    {
      ...HTTP,
      result: '[{"name":"quantity","type":"number","path":"a"},{"name":"quantity","type":"number","path":"b"}]',
    },
    ['error service-task-result'],
  ],
  ['results that are no list', 'procedures.http', { ...HTTP, result: 'null' }, ['error service-task-result']],
])('%s', async (_what, type, headers, expected) => {
  expect(await found(service(type, headers as Record<string, string>))).toEqual(expected);
});
