import path from 'node:path';
import { readModel, writeModel } from '../../../src/plugins/procedures/server/src/packages/model-xml';
import {
  type ReadPackage,
  readPackage,
  readPackageFolder,
} from '../../../src/plugins/procedures/server/src/packages/read-package';
import { rewritePackage } from '../../../src/plugins/procedures/server/src/packages/rewrite-package';
import { unrewritePackage } from '../../../src/plugins/procedures/server/src/packages/unrewrite-package';
import { around, bpmn, decision, dmn, end, flow, process, start, userTask } from './bpmn-text';
import { exampleFiles } from './example-package';

const withModels = (models: Record<string, string>) => readPackage(exampleFiles({ 'vi-du.bpmn': null, ...models }));
const rewritten = async (models: Record<string, string>, tenantId = 'tam-thanh') =>
  rewritePackage(await withModels(models), { tenantId });
const textOf = async (models: Record<string, string>, name: string) => {
  const { resources } = await rewritten(models);
  return resources.find((resource) => resource.name.endsWith(name))?.content.toString() ?? '';
};

/** What the stored models are when they are only read and written. */
async function canonical(pkg: ReadPackage): Promise<Record<string, string>> {
  const models: Record<string, string> = {};
  for (const file of pkg.files) {
    if (file.kind !== 'bpmn' && file.kind !== 'dmn') continue;
    models[file.path] = (await writeModel(await readModel(file.kind, file.path, file.content))).toString();
  }
  return models;
}
async function thereAndBack(pkg: ReadPackage): Promise<Record<string, string>> {
  const deployed = await rewritePackage(pkg, { tenantId: 'tam-thanh' });
  // As it is kept: through JSON.
  const kept = { ...deployed, ...JSON.parse(JSON.stringify({ ids: deployed.ids, changes: deployed.changes })) };
  return Object.fromEntries([...(await unrewritePackage(kept))].map(([name, content]) => [name, content.toString()]));
}

const joined = process(
  flow(
    {
      start,
      fork: '<bpmn:parallelGateway id="fork">…</bpmn:parallelGateway>',
      a: userTask(
        'a',
        '<zeebe:userTask /><zeebe:assignmentDefinition candidateGroups="VP/can-bo" /><zeebe:formDefinition formId="f" />',
      ),
      b: userTask('b'),
      join: '<bpmn:parallelGateway id="join">…</bpmn:parallelGateway>',
      end,
    },
    'start>fork fork>a fork>b fork>join a>join b>join join>end',
  ),
);
const drawing = `<bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="main">
<bpmndi:BPMNEdge id="a_join_di" bpmnElement="a_join"><di:waypoint x="0" y="0" /><di:waypoint x="100" y="0" /><di:waypoint x="100" y="50" /></bpmndi:BPMNEdge>
</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>`;
const waiting = bpmn(
  around('wait', '<bpmn:receiveTask id="wait" messageRef="m">…</bpmn:receiveTask>'),
  '<bpmn:message id="m" name="clock.amber" />',
);
const calling = (processId: string) =>
  bpmn(
    around(
      'call',
      `<bpmn:callActivity id="call"><bpmn:extensionElements><zeebe:calledElement processId="${processId}" /></bpmn:extensionElements>…</bpmn:callActivity>`,
    ) + process(flow({ s2: '<bpmn:startEvent id="s2">…</bpmn:startEvent>', t2: userTask('t2') }, 's2>t2'), 'called'),
  );

describe('rewriting and undoing it gives the stored models back', () => {
  const models: [string, Record<string, string>][] = [
    ['a parallel join with a drawing', { 'a.bpmn': bpmn(joined, drawing) }],
    ['a message without a subscription', { 'a.bpmn': waiting }],
    [
      'a message with an empty key',
      {
        'a.bpmn': waiting.replace(
          'name="clock.amber" />',
          'name="clock.amber"><bpmn:extensionElements><zeebe:subscription /></bpmn:extensionElements></bpmn:message>',
        ),
      },
    ],
    ['a called process', { 'a.bpmn': calling('called') }],
    ['a called process by expression', { 'a.bpmn': calling('=&quot;called&quot;') }],
    ['decisions that need each other', { 'a.dmn': dmn(decision('nen', '1') + decision('ket_qua', 'nen + 1', 'nen')) }],
    [
      'a required decision with a nameless variable',
      {
        'a.dmn': dmn(
          decision('nen', '1', undefined, '<variable id="v" typeRef="number" />') + decision('ket_qua', 'nen', 'nen'),
        ),
      },
    ],
    [
      'a collaboration',
      {
        'a.bpmn': bpmn(
          `<bpmn:collaboration id="c"><bpmn:participant id="p" processRef="main" /></bpmn:collaboration>${around('a', userTask('a'))}`,
        ),
      },
    ],
  ];
  test.each(models)('%s', async (_, files) => {
    const pkg = await withModels(files);
    expect(await thereAndBack(pkg)).toEqual(await canonical(pkg));
  });
  test.each(['vi-du', 'nguon-tin', 'tham-tra'])('the package %s', async (name) => {
    const pkg = await readPackageFolder(path.join(__dirname, '../../../bpmn', name));
    expect(await thereAndBack(pkg)).toEqual(await canonical(pkg));
  });
});

describe('ids', () => {
  test('a process that starts by itself has no version, a called one has', async () => {
    const files = { 'a.bpmn': exampleFiles().get('vi-du.bpmn')?.toString() ?? '', 'b.bpmn': calling('called') };
    const { ids } = await rewritten(files);
    expect(ids.filter((id) => id.kind === 'process').map((id) => id.deployedId)).toEqual([
      'tam_thanh__vi_du__vi-du',
      'tam_thanh__vi_du__main__v1_0_0',
      'tam_thanh__vi_du__called__v1_0_0',
    ]);
  });
  test('two tenants share no id and no resource name', async () => {
    const models = { 'a.bpmn': waiting, 'a.dmn': dmn(decision('ket_qua', '1')) };
    const [one, two] = [await rewritten(models, 'tam-thanh'), await rewritten(models, 'bach-dang')];
    const names = [one, two].flatMap(({ ids, resources }) => [
      ...ids.map((id) => `${id.kind} ${id.deployedId}`),
      ...resources.map((file) => file.name),
    ]);
    expect(new Set(names).size).toBe(names.length);
  });
  test('references follow the process', async () => {
    const text = await textOf(
      {
        'a.bpmn': bpmn(
          `<bpmn:collaboration id="c"><bpmn:participant id="p" processRef="main" /></bpmn:collaboration>${around('a', userTask('a'))}`,
          drawing.replace('a_join"', 'start_a"').replace('bpmnElement="a_join', 'bpmnElement="start_a'),
        ),
      },
      'a.bpmn',
    );
    expect(text).toContain('processRef="tam_thanh__vi_du__main__v1_0_0"');
    expect(text).toContain('bpmnElement="tam_thanh__vi_du__main__v1_0_0"');
  });
  test('a called process follows, as a name and as an expression', async () => {
    expect(await textOf({ 'a.bpmn': calling('called') }, 'a.bpmn')).toContain(
      'processId="tam_thanh__vi_du__called__v1_0_0"',
    );
    expect(await textOf({ 'a.bpmn': calling('=&quot;called&quot;') }, 'a.bpmn')).toContain(
      'tam_thanh__vi_du__called__v1_0_0&#34;',
    );
  });
  test('a called process that is computed is refused', async () => {
    await expect(rewritten({ 'a.bpmn': calling('=which') })).rejects.toMatchObject({
      code: 'PACKAGE_EXPRESSION_NOT_PREFIXABLE',
    });
  });
  test('a called process that the package lacks is refused', async () => {
    await expect(rewritten({ 'a.bpmn': calling('other') })).rejects.toMatchObject({
      code: 'PACKAGE_REFERENCE_UNKNOWN',
    });
  });
  test('a process that starts by itself may not be called', async () => {
    const message = '<bpmn:messageEventDefinition id="d" messageRef="m" />';
    const both = calling('called')
      .replace('<bpmn:startEvent id="s2">', `<bpmn:startEvent id="s2">${message}`)
      .replace('</bpmn:definitions>', '<bpmn:message id="m" name="m" /></bpmn:definitions>');
    await expect(rewritten({ 'a.bpmn': both })).rejects.toMatchObject({ code: 'PACKAGE_PROCESS_CALLED_AND_STARTING' });
  });
  test('a process may not get the id that its definitions have', async () => {
    const taken = bpmn(
      around('a', userTask('a')),
      '',
      'id="tam_thanh__vi_du__main__v1_0_0" targetNamespace="urn:test"',
    );
    await expect(rewritten({ 'a.bpmn': taken })).rejects.toMatchObject({ code: 'PACKAGE_ID_TAKEN' });
  });
  test('a model with a reference that leads nowhere is refused', async () => {
    await expect(rewritten({ 'a.bpmn': waiting.replace('messageRef="m"', 'messageRef="x"') })).rejects.toMatchObject({
      code: 'PACKAGE_MODEL_UNREAD_PARTS',
    });
  });
});

describe('what the broker sees', () => {
  test('neither a form nor a native user task', async () => {
    const text = await textOf({ 'a.bpmn': bpmn(joined) }, 'a.bpmn');
    expect(text).not.toMatch(/formDefinition|zeebe:userTask/);
    expect(text).toContain('candidateGroups="VP/can-bo"');
  });
  test('a key of its own for every wait that had none, under the tenant’s message name', async () => {
    const text = await textOf({ 'a.bpmn': waiting }, 'a.bpmn');
    expect(text).toContain('name="tam_thanh__vi_du__clock.amber"');
    expect(text).toContain('correlationKey="=string(random number())"');
  });
  test('a key that is there stays', async () => {
    const keyed = waiting.replace(
      'name="clock.amber" />',
      'name="m"><bpmn:extensionElements><zeebe:subscription correlationKey="=caseId" /></bpmn:extensionElements></bpmn:message>',
    );
    expect(await textOf({ 'a.bpmn': keyed }, 'a.bpmn')).toContain('correlationKey="=caseId"');
  });
  test('a start message gets no key', async () => {
    const { resources } = await rewritePackage(await readPackage(exampleFiles()), { tenantId: 'tam-thanh' });
    expect(resources[0].content.toString()).not.toContain('subscription');
  });
  test('a landing pad on every flow into a parallel join, and on no other', async () => {
    const text = await textOf({ 'a.bpmn': bpmn(joined, drawing) }, 'a.bpmn');
    const pads = [...text.matchAll(/intermediateThrowEvent id="([^"]+)"/g)].map(([, id]) => id);
    expect(pads).toEqual(['lp_fork_join', 'lp_a_join', 'lp_b_join']);
    expect(text).toContain('<bpmn:sequenceFlow id="lp_a_join_flow" sourceRef="lp_a_join" targetRef="join" />');
    expect(text).toContain('id="lp_a_join_di"');
  });
  test('a required decision keeps the name that the others know it by', async () => {
    const text = await textOf({ 'a.dmn': dmn(decision('nen', '1') + decision('ket_qua', 'nen + 1', 'nen')) }, 'a.dmn');
    expect(text).toContain('<variable name="nen" />');
    expect(text).toContain('href="#tam_thanh__vi_du__nen__v1_0_0"');
    expect(text).toContain('dmnElementRef="tam_thanh__vi_du__ket_qua__v1_0_0"');
    expect(text).toContain('<text>nen + 1</text>');
  });
  test('no form is deployed', async () => {
    const { resources } = await rewritePackage(await readPackage(exampleFiles()), { tenantId: 'tam-thanh' });
    expect(resources.map((file) => file.name)).toEqual(['tam_thanh__vi_du__vi-du.bpmn']);
  });
});

test('the package that was read is not changed', async () => {
  const pkg = await withModels({ 'a.bpmn': bpmn(joined) });
  await rewritePackage(pkg, { tenantId: 'tam-thanh' });
  const model = pkg.models.get('a.bpmn');
  expect(model && (await writeModel(model)).toString()).toBe((await canonical(pkg))['a.bpmn']);
});
