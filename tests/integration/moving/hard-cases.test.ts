// Moves that only a real broker can show: a branch that waits at a join, a called process, a version in which a case cannot
// stand, and an engine whose data was lost.
import { randomUUID } from 'node:crypto';
import { knex } from 'knex';
import { Pool } from 'pg';
import { deployInForce } from '../../../src/plugins/procedures/server/src/publishing/deploy-in-force';
import { PackageLibrary } from '../../../src/plugins/procedures/server/src/publishing/package-library';
import type { Platform } from '../../../src/plugins/procedures/server/src/runtime/platform';
import { untilMovable, untilMoved, untilStand } from '../../support/dry-run';
import { publishVersion, restorePackage } from '../../support/publish-version';
import { as, type Client, openTask, runningApp, startExample, until } from '../../support/running-app';

const TENANT = 'bach-dang';
const MOVES = '/procedures/packages/vi-du/moves';
let officer: Client;
let administrator: Client;
let pool: Pool;
let original: string;

beforeAll(async () => {
  officer = await as(`van-phong@${TENANT}.example`);
  administrator = await as(`quan-tri@${TENANT}.example`);
  pool = new Pool({ connectionString: runningApp().databaseUrl, max: 2 });
  await restorePackage(TENANT, 'vi-du');
});
afterAll(async () => {
  await restorePackage(TENANT, 'vi-du');
  await pool.end();
});

const VALUES: Record<string, object> = {
  tiep_nhan: { record: { quantity: 4 }, task: { note: 'ghi' } },
  xu_ly: { record: { roomCode: 'P1' }, task: { decision: 'DONG_Y' } },
  goi_viec: { record: { quantity: 4 }, task: { note: 'ghi' } },
};
const complete = async (caseId: string, element: string) => {
  const task = await openTask(officer, caseId, element);
  const { task: claimed } = await officer.post(`/procedures/tasks/${task.id}/claim`, { version: task.version });
  const body = { version: claimed.version, values: VALUES[element] };
  const answer = await officer.call('POST', `/procedures/tasks/${task.id}/complete?wait=10000`, body);
  expect([element, answer.body.state]).toEqual([element, 'CONFIRMED']);
};
const openElements = async (caseId: string) => {
  const { rows } = await pool.query(
    `select element_id from procedures.tasks where case_id = $1 and state = 'OPEN' order by element_id`,
    [caseId],
  );
  return rows.map((row) => row.element_id);
};
const becomes = (caseId: string, elements: string[]) =>
  until(async () => ((await openElements(caseId)).join() === elements.join() ? true : null), `tasks ${elements}`);
const moved = async (caseIds: string[]) => {
  await untilMovable(administrator, MOVES, caseIds);
  const { id } = await administrator.post(MOVES, { caseIds, reason: 'thử' });
  return untilMoved(administrator, MOVES, id);
};
/** Another name of the end, so that there is another version. */
const renamed = (name: string) =>
  publishVersion(TENANT, 'vi-du', {
    'vi-du.bpmn': (xml) => xml.replace(/(<bpmn:endEvent id="xong" name=")[^"]*/, `$1${name}`),
  });

const parallel = (xml: string) => {
  original ??= xml;
  const flows = (text: string, id: string, source: string, target: string) =>
    text.replace(
      new RegExp(`<bpmn:sequenceFlow id="${id}"[^>]*/>`),
      `<bpmn:sequenceFlow id="${id}" sourceRef="${source}" targetRef="${target}" />`,
    );
  let text = original.replace(/\s*<bpmn:(incoming|outgoing)>[^<]*<\/bpmn:(incoming|outgoing)>/g, '');
  text = flows(text, 'den_tiep_nhan', 'bat_dau', 're');
  text = flows(text, 'den_xu_ly', 're', 'xu_ly');
  text = flows(text, 'den_ket_thuc', 'gop', 'ket_thuc');
  return text.replace(
    '<bpmn:endEvent',
    `<bpmn:parallelGateway id="re" /><bpmn:parallelGateway id="gop" /><bpmn:sequenceFlow id="re_tn" sourceRef="re" targetRef="tiep_nhan" /><bpmn:sequenceFlow id="tn_gop" sourceRef="tiep_nhan" targetRef="gop" /><bpmn:sequenceFlow id="xl_gop" sourceRef="xu_ly" targetRef="gop" /><bpmn:endEvent`,
  );
};

it('a branch that has arrived at a join still has arrived in the new version', async () => {
  await publishVersion(TENANT, 'vi-du', { 'vi-du.bpmn': parallel });
  const { caseId } = await startExample(officer, 'hai nhánh');
  await becomes(caseId, ['tiep_nhan', 'xu_ly']);
  await complete(caseId, 'tiep_nhan');
  const other = (await startExample(officer, 'nhánh kia')).caseId;
  await becomes(other, ['tiep_nhan', 'xu_ly']);
  await complete(other, 'xu_ly');
  await renamed('Xong hai nhánh');
  await untilStand(administrator, MOVES, { [caseId]: ['lp_tn_gop', 'xu_ly'] });
  expect((await moved([caseId, other])).counts).toMatchObject({ MOVED: 2 });
  expect(await openElements(caseId)).toEqual(['xu_ly']);
  await complete(caseId, 'xu_ly');
  await becomes(caseId, ['ket_thuc']);
  await complete(other, 'tiep_nhan');
  await becomes(other, ['ket_thuc']);
});

it('a case in a called process is moved while it is at its first wait, with the task that it has', async () => {
  const called = (xml: string) =>
    (original ?? xml)
      .replace('sourceRef="tiep_nhan" targetRef="xu_ly"', 'sourceRef="tiep_nhan" targetRef="goi"')
      .replace('<bpmn:incoming>den_xu_ly</bpmn:incoming>', '<bpmn:incoming>tu_goi</bpmn:incoming>')
      .replace(
        '<bpmn:endEvent',
        '<bpmn:callActivity id="goi" name="Gọi quy trình con"><bpmn:extensionElements><zeebe:calledElement processId="con" propagateAllChildVariables="false" /></bpmn:extensionElements><bpmn:incoming>den_xu_ly</bpmn:incoming><bpmn:outgoing>tu_goi</bpmn:outgoing></bpmn:callActivity><bpmn:sequenceFlow id="tu_goi" sourceRef="goi" targetRef="xu_ly" /><bpmn:endEvent',
      )
      .replace(
        '</bpmn:process>',
        '</bpmn:process><bpmn:process id="con" name="Quy trình con" isExecutable="true"><bpmn:startEvent id="con_bd"><bpmn:outgoing>con_1</bpmn:outgoing></bpmn:startEvent><bpmn:sequenceFlow id="con_1" sourceRef="con_bd" targetRef="goi_viec" /><bpmn:userTask id="goi_viec" name="Việc của quy trình con"><bpmn:extensionElements><zeebe:assignmentDefinition candidateGroups="VP/can-bo" /><zeebe:properties><zeebe:property name="form" value="tiep-nhan" /></zeebe:properties></bpmn:extensionElements><bpmn:incoming>con_1</bpmn:incoming><bpmn:outgoing>con_2</bpmn:outgoing></bpmn:userTask><bpmn:sequenceFlow id="con_2" sourceRef="goi_viec" targetRef="con_kt" /><bpmn:endEvent id="con_kt"><bpmn:incoming>con_2</bpmn:incoming></bpmn:endEvent></bpmn:process>',
      );
  await publishVersion(TENANT, 'vi-du', { 'vi-du.bpmn': called });
  const { caseId } = await startExample(officer, 'gọi');
  await complete(caseId, 'tiep_nhan');
  await becomes(caseId, ['goi_viec']);
  const task = (await openTask(officer, caseId, 'goi_viec')).id;
  await renamed('Xong quy trình con');
  expect((await moved([caseId])).counts).toMatchObject({ MOVED: 1 });
  expect((await openTask(officer, caseId, 'goi_viec')).id).toBe(task);
  await complete(caseId, 'goi_viec');
  await becomes(caseId, ['xu_ly']);
});

it('what a step holds for itself is put back as it was, not computed anew', async () => {
  await publishVersion(TENANT, 'vi-du', {
    'vi-du.bpmn': (xml) =>
      (original ?? xml).replace(
        /(<bpmn:userTask id="xu_ly"[^>]*>\s*<bpmn:extensionElements>)/,
        '$1<zeebe:ioMapping><zeebe:input source="=quantity" target="soNguoi" /></zeebe:ioMapping>',
      ),
  });
  const { caseId } = await startExample(officer, 'riêng');
  await complete(caseId, 'tiep_nhan');
  await becomes(caseId, ['xu_ly']);
  const held = () =>
    until(async () => {
      const { rows } = await pool.query(
        `select v.value from procedures.variables v
           join procedures.element_instances e on e.engine_id = v.engine_id and e.element_instance_key = v.scope_key
           join procedures.case_instances i on i.engine_id = e.engine_id and i.process_instance_key = e.process_instance_key
          where i.case_id = $1 and e.element_id = 'xu_ly' and e.ended_at is null and v.name = 'soNguoi'`,
        [caseId],
      );
      return rows.length > 0 ? rows.map((row) => row.value) : null;
    }, 'the step to hold its value');
  expect(await held()).toEqual(['4']);
  const changed = { name: 'quantity', value: 99, reason: 'thử' };
  await administrator.post(`/procedures/operations/instances/${caseId}/variables`, changed);
  await renamed('Xong riêng');
  expect((await moved([caseId])).counts).toMatchObject({ MOVED: 1 });
  await until(async () => ((await held()).join() === '4' ? true : null), 'the value that the step held');
});

it('a case that cannot stand in the new version is put back where it was, and goes on there', async () => {
  await publishVersion(TENANT, 'vi-du', { 'vi-du.bpmn': (xml) => original ?? xml });
  const { caseId, taskId } = await startExample(officer, 'trả về');
  const before = await pool.query('select package_version from procedures.cases where id = $1', [caseId]);
  // The engine cannot say who may do it: an incident as soon as the step begins.
  await publishVersion(TENANT, 'vi-du', {
    'vi-du.bpmn': (xml) => xml.replace('candidateGroups="VP/can-bo"', 'candidateGroups="=[quantity]"'),
  });
  const batch = await moved([caseId]);
  expect([batch.counts, batch.moves[0].words]).toMatchObject([{ MOVED: 0, RETURNED: 1 }, {}]);
  expect(batch.moves[0].words.vi).toContain('không đứng đúng chỗ');
  const after = await pool.query('select package_version from procedures.cases where id = $1', [caseId]);
  expect(after.rows).toEqual(before.rows);
  expect((await openTask(officer, caseId, 'tiep_nhan')).id).toBe(taskId);
  await complete(caseId, 'tiep_nhan');
  await becomes(caseId, ['xu_ly']);
}, 120_000);

it('an engine whose data was lost is given what is in force for each tenant, not what the application comes with', async () => {
  const version = await publishVersion(TENANT, 'vi-du', { 'vi-du.bpmn': (xml) => original ?? xml });
  const connection = knex({ client: 'pg', connection: runningApp().databaseUrl, pool: { min: 0, max: 2 } });
  const engineId = randomUUID();
  const names: string[] = [];
  try {
    const deployed = await deployInForce({
      knex: connection,
      engineId,
      clock: { now: () => new Date() },
      library: new PackageLibrary(connection),
      allowVariables: () => undefined,
      log: { info: () => undefined, warn: () => undefined, error: (message: string) => names.push(message) },
      engine: {
        deployResources: async (files: { name: string; content: Buffer }[]) => {
          const ids = files.flatMap((file) =>
            [...file.content.toString().matchAll(/<bpmn:process id="([^"]+)"/g)].map((match) => match[1]),
          );
          return {
            status: 'accepted',
            resources: ids.map((id) => ({ kind: 'process', id, key: '1', version: 7, resourceName: '' })),
          };
        },
      },
    } as unknown as Platform);
    expect(deployed).toContain(`${TENANT} vi-du ${version}`);
    expect(deployed).not.toContain(`${TENANT} vi-du 1.0.0`);
    const { rows } = await pool.query(
      `select version, engine_version from procedures.deployed_ids where engine_id = $1 and tenant_id = $2 and package_id = 'vi-du' and plain_id = 'vi-du' and kind = 'process'`,
      [engineId, TENANT],
    );
    expect(rows).toEqual([{ version, engine_version: 7 }]);
    expect(names).toEqual([]);
  } finally {
    await pool.query('delete from procedures.deployed_ids where engine_id = $1', [engineId]);
    await connection.destroy();
  }
});
