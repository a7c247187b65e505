// What the unit tests hold our rules to, held to a real broker: packages of two tenants deploy side by side, and the
// verdict of our rules is the broker's.
import path from 'node:path';
import type { DeployedResource, Engine } from '../../../src/plugins/procedures/server/src/engine/engine';
import { plainIds } from '../../../src/plugins/procedures/server/src/packages/plain-ids';
import { readPackage, readPackageFolder } from '../../../src/plugins/procedures/server/src/packages/read-package';
import { rewritePackage } from '../../../src/plugins/procedures/server/src/packages/rewrite-package';
import { around, bpmn, process as bpmnProcess, decision, dmn, flow, userTask } from '../../unit/packages/bpmn-text';
import { BROKER_FIXTURES } from '../../unit/packages/broker-fixtures';
import { exampleFiles } from '../../unit/packages/example-package';
import { type LiveBroker, liveBroker } from './live-broker';

let broker: LiveBroker;
let engine: Engine;

beforeAll(async () => {
  broker = await liveBroker();
  engine = broker.engine;
}, 180_000);

afterAll(() => broker.stop(), 60_000);

async function deploy(files: { name: string; content: Buffer }[]): Promise<DeployedResource[]> {
  const answer = await engine.deployResources(files);
  if (answer.status !== 'accepted') throw new Error(`Expected the deployment to be accepted, but: ${answer.message}`);
  return answer.resources;
}
const idsOf = (resources: DeployedResource[], kind: string) =>
  resources.filter((one) => one.kind === kind).map((one) => one.id);

describe.each(['vi-du', 'nguon-tin'])('the package %s', (name) => {
  const folder = path.join(__dirname, '../../../bpmn', name);

  test('is accepted for two tenants, and what the broker knows is what the map says', async () => {
    const pkg = await readPackageFolder(folder);
    for (const tenantId of ['tam-thanh', 'bach-dang']) {
      const rewritten = await rewritePackage(pkg, { tenantId });
      const resources = await deploy(rewritten.resources);
      const expected = rewritten.ids.filter((id) => ['process', 'decision', 'drg'].includes(id.kind));
      expect(resources.map((one) => `${one.kind} ${one.id}`).sort()).toEqual(
        expected.map((id) => `${id.kind} ${id.deployedId}`).sort(),
      );
      const ids = plainIds(rewritten.ids);
      for (const one of resources) expect(ids.toPlain(one.kind as 'process', one.id)).not.toBeNull();
    }
  }, 60_000);

  test('deployed again unchanged makes no new version', async () => {
    const { resources } = await rewritePackage(await readPackageFolder(folder), { tenantId: 'tam-thanh' });
    const versions = async () => (await deploy(resources)).map((one) => `${one.id} ${one.version}`);
    expect(await versions()).toEqual(await versions());
  }, 60_000);
});

test('a called process and decisions of two versions live side by side', async () => {
  const called = bpmn(
    around(
      'call',
      '<bpmn:callActivity id="call"><bpmn:extensionElements><zeebe:calledElement processId="called" /></bpmn:extensionElements>…</bpmn:callActivity>',
    ) +
      bpmnProcess(flow({ s2: '<bpmn:startEvent id="s2">…</bpmn:startEvent>', t2: userTask('t2') }, 's2>t2'), 'called'),
  );
  const files = (version: string) =>
    exampleFiles({
      'goi.bpmn': called,
      'a.dmn': dmn(decision('nen', version === '1.0.0' ? '1' : '10') + decision('ket_qua', 'nen + 1', 'nen')),
      'manifest.json': (text) => text.replace('"1.0.0"', `"${version}"`),
    });
  for (const version of ['1.0.0', '1.1.0']) {
    const rewritten = await rewritePackage(await readPackage(files(version)), { tenantId: 'hai-ban' });
    const resources = await deploy(rewritten.resources);
    const suffix = `__v${version.replaceAll('.', '_')}`;
    expect(idsOf(resources, 'process').sort()).toEqual([
      `hai_ban__vi_du__called${suffix}`,
      `hai_ban__vi_du__main${suffix}`,
      'hai_ban__vi_du__vi-du',
    ]);
    expect(idsOf(resources, 'decision')).toHaveLength(2);
  }
  // The decision that another needs is found under its plain name, and each version keeps its own.
  const ask = (version: string) => engine.evaluateDecision(`hai_ban__vi_du__ket_qua__${version}`, {});
  expect(await ask('v1_0_0')).toMatchObject({ status: 'accepted', output: 2 });
  expect(await ask('v1_1_0')).toMatchObject({ status: 'accepted', output: 11 });
}, 60_000);

test('a start message starts one case of its own tenant', async () => {
  for (const tenantId of ['mot', 'hai']) {
    await deploy((await rewritePackage(await readPackage(exampleFiles()), { tenantId })).resources);
  }
  const answer = await engine.publishMessage({
    name: 'mot__vi_du__bat-dau',
    correlationKey: 'case-1',
    messageId: 'case-1',
    timeToLiveMs: 60_000,
    variables: { caseId: 'case-1' },
  });
  expect(answer.status).toBe('accepted');
}, 60_000);

test.each(BROKER_FIXTURES)(
  'the broker’s verdict on $name is what our rules say',
  async ({ xml, accepted }) => {
    const answer = await engine.deployResources([{ name: 'fixture.bpmn', content: Buffer.from(xml) }]);
    expect(answer.status).toBe(accepted ? 'accepted' : 'rejected');
  },
  30_000,
);
