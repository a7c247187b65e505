// Steps that the platform does itself, and every building block, on the real stack: the connections over HTTP, a package in
// which all blocks are drawn, a real broker that runs it, and a real HTTP server that is asked.
import fs from 'node:fs';
import path from 'node:path';
import { Pool } from 'pg';
import type { Block } from '../../../src/plugins/procedures/shared/blocks-contract';
import { aCalledProcess, blockValues } from '../../support/block-values';
import { drawBlock } from '../../support/draw-block';
import { type OtherSystem, type OutsideCall, otherSystem } from '../../support/other-system';
import { publishVersion, restorePackage } from '../../support/publish-version';
import { as, type Client, openTask, runningApp, startExample, until } from '../../support/running-app';

const TENANT = 'bach-dang';
const MOVES = '/procedures/packages/vi-du/moves';
const SECRET = 'Bearer khoa-bi-mat-9f2c';
/** The one address inside that the served application may call (tests/support/serve.mjs). */
const HOST = '127.0.0.2';
const { blocks } = JSON.parse(fs.readFileSync(path.resolve('bpmn/nguon-tin/blocks.json'), 'utf8')) as {
  blocks: Block[];
};
const calls: OutsideCall[] = [];
let answer: { status: number; body: string } = { status: 200, body: '{"data":{"room":"P12"}}' };
let system: OtherSystem;
let baseUrl: string;
let administrator: Client;
let officer: Client;
let head: Client;
let pool: Pool;

beforeAll(async () => {
  system = await otherSystem(calls, (_call, response) => response.writeHead(answer.status).end(answer.body), HOST);
  baseUrl = `${system.baseUrl}/api`;
  administrator = await as(`quan-tri@${TENANT}.example`);
  officer = await as(`van-phong@${TENANT}.example`);
  head = await as(`lanh-dao-van-phong@${TENANT}.example`);
  pool = new Pool({ connectionString: runningApp().databaseUrl, max: 2 });
  await restorePackage(TENANT, 'vi-du');
}, 120_000);
afterAll(async () => {
  await restorePackage(TENANT, 'vi-du');
  await pool.end();
  await system.stop();
}, 120_000);

const body = (given: Record<string, unknown> = {}) => ({
  name: 'Phòng họp',
  baseUrl,
  methods: ['GET', 'POST'],
  headers: [{ name: 'Authorization', value: SECRET, secret: true }],
  sends: ['quantity'],
  timeoutSeconds: 5,
  repeatable: true,
  sensitive: false,
  ...given,
});
const audited = async () => {
  const { items } = await (await as(`kiem-tra@${TENANT}.example`)).get('/procedures/audit?pageSize=100');
  return items as { action: string; detail: Record<string, unknown> }[];
};

describe('the connections of a tenant', () => {
  it('are made by an administrator, and a secret is never shown again', async () => {
    const made = await administrator.post('/procedures/connections', body());
    expect(made).toMatchObject({
      id: 'phong-hop',
      headers: [{ name: 'Authorization', value: null }],
      usedBy: [],
      version: 1,
    });
    const list = await administrator.get('/procedures/connections');
    expect(list.items).toHaveLength(1);
    expect(list.variables).toContainEqual({ value: 'quantity', label: 'Số người' });
    const [kept] = (await pool.query('select headers::text from procedures.connections where tenant_id = $1', [TENANT]))
      .rows;
    for (const text of [JSON.stringify(made), JSON.stringify(list), JSON.stringify(await audited()), kept.headers])
      expect(text).not.toContain('9f2c');
    expect((await audited()).find((one) => one.action === 'connection.add')?.detail).toMatchObject({
      headers: ['Authorization'],
      sends: ['quantity'],
    });
  });

  it('are nobody else’s', async () => {
    const other = await as('quan-tri@tam-thanh.example');
    expect((await other.get('/procedures/connections')).items).toEqual([]);
    for (const [method, rest] of [
      ['PUT', ''],
      ['DELETE', ''],
      ['POST', '/test'],
    ] as const)
      expect((await other.call(method, `/procedures/connections/phong-hop${rest}`, body())).status).toBe(404);
    for (const client of [officer, head])
      expect((await client.call('GET', '/procedures/connections')).status).toBe(403);
  });

  it('are tried: does anybody answer, how fast, and as what', async () => {
    const tried = await administrator.post('/procedures/connections/phong-hop/test', {});
    expect(tried).toMatchObject({ ok: true, status: 200, words: { vi: 'Có trả lời (HTTP 200).' } });
    expect(calls.at(-1)).toMatchObject({ url: '/api/', headers: { authorization: SECRET }, body: '' });
    answer = { status: 401, body: '' };
    expect(await administrator.post('/procedures/connections/phong-hop/test', {})).toMatchObject({
      ok: false,
      status: 401,
    });
    answer = { status: 200, body: '{"data":{"room":"P12"}}' };
  });

  it('keep a secret that is left empty, and lose it to no other host', async () => {
    const kept = body({ name: 'Phòng họp', headers: [{ name: 'authorization', secret: true }], version: 1 });
    const change = (given: object) => administrator.call('PUT', '/procedures/connections/phong-hop', given);
    expect((await change(kept)).body).toMatchObject({ version: 2 });
    await administrator.post('/procedures/connections/phong-hop/test', {});
    expect(calls.at(-1)?.headers.authorization).toBe(SECRET);
    expect((await change(kept)).body.error.code).toBe('CONNECTION_CHANGED');
    const moved = await change({ ...kept, baseUrl: `http://${HOST}:1/thief`, version: 2 });
    expect(moved.status).toBe(422);
    expect(moved.body.error.detail.problems).toMatchObject([{ path: 'headers.0' }]);
  });

  it.each([
    ['no name', { name: ' ' }, 'name'],
    ['no address', { baseUrl: 'nowhere' }, 'baseUrl'],
    ['an address inside', { baseUrl: 'https://127.0.0.1/' }, 'baseUrl'],
    ['an address without https', { baseUrl: 'http://8.8.8.8/' }, 'baseUrl'],
    ['a name and a password in the address', { baseUrl: `http://a:b@${HOST}/` }, 'baseUrl'],
    ['a question in the address', { baseUrl: `http://${HOST}/?a=1` }, 'baseUrl'],
    ['no method', { methods: ['TRACE'] }, 'methods'],
    ['a header that is ours', { headers: [{ name: 'Idempotency-Key', value: 'x' }] }, 'headers.0'],
    ['a header that breaks the line', { headers: [{ name: 'X-A', value: 'a\r\nHost: b' }] }, 'headers.0'],
    ['a header without a value', { headers: [{ name: 'X-A', value: '' }] }, 'headers.0'],
    [
      'a header twice',
      {
        headers: [
          { name: 'X-A', value: '1' },
          { name: 'x-a', value: '2' },
        ],
      },
      'headers.1',
    ],
    ['a time without end', { timeoutSeconds: 900 }, 'timeoutSeconds'],
    ['what is no variable', { sends: ['record.name'] }, 'sends'],
  ])('are refused with %s', async (_what, given, at) => {
    const refused = await administrator.call('POST', '/procedures/connections', body(given));
    expect([refused.status, refused.body.error.code]).toEqual([422, 'CONNECTION_REFUSED']);
    expect(refused.body.error.detail.problems.map((one: { path: string }) => one.path)).toContain(at);
  });
});

/** All of them, one behind the other, between receiving and finding a room. */
async function withAllBlocks(xml: string): Promise<string> {
  let files = new Map([['vi-du.bpmn', Buffer.from(aCalledProcess(xml))]]);
  let after = 'tiep_nhan';
  for (const block of blocks) {
    const values = { ...blockValues(block), ...(block.id === 'phe-duyet' ? { group: 'VP/lanh-dao' } : {}) };
    // The example lets no way pass by its last step: what is done about a term that is over leads there.
    const isAttached = block.place === 'attached';
    const drawn = isAttached
      ? await drawBlock(files, 'vi-du.bpmn', withoutEnd(block), { after: 'giao_viec', values, into: 'ket_thuc' })
      : await drawBlock(files, 'vi-du.bpmn', block, { after, values });
    files = drawn.files;
    if (!isAttached) after = drawn.ids.at(-1) ?? after;
  }
  return files.get('vi-du.bpmn')?.toString('utf8') ?? '';
}

const withoutEnd = (block: Block): Block => ({
  ...block,
  elements: block.elements.filter((one) => one.type !== 'endEvent'),
});

const VALUES: Record<string, object> = {
  tiep_nhan: { record: { quantity: 4 } },
  con_viec: { record: { quantity: 4 } },
  ket_thuc: { task: { confirmed: true } },
};
const ROOM = { record: { roomCode: 'P1' }, task: { decision: 'DONG_Y' } };
async function complete(client: Client, caseId: string, element: string): Promise<void> {
  const task = await openTask(client, caseId, element);
  const { task: claimed } = await client.post(`/procedures/tasks/${task.id}/claim`, { version: task.version });
  const values = VALUES[element] ?? ROOM;
  const done = await client.call('POST', `/procedures/tasks/${task.id}/complete?wait=10000`, {
    version: claimed.version,
    values,
  });
  expect([element, done.body.state]).toEqual([element, 'CONFIRMED']);
}
/** The reply that the process waits for, as soon as it waits. */
const reply = (caseId: string) =>
  until(async () => {
    const body = { code: 'CHO_PHAN_HOI', values: ROOM };
    const entered = await officer.call('POST', `/procedures/cases/${caseId}/events?wait=10000`, body);
    return entered.status < 300 ? true : null;
  }, 'the wait for a reply');
const incidentOf = (caseId: string) =>
  until(async () => {
    const { incidents } = await administrator.get('/procedures/operations');
    return incidents.find((one: { caseId: string }) => one.caseId === caseId) ?? null;
  }, 'an incident of the case');

describe('every building block', () => {
  let caseId: string;

  it('is checked, deployed and in force, and the connection says who uses it', async () => {
    const drawn = await withAllBlocks(fs.readFileSync(path.resolve('bpmn/vi-du/vi-du.bpmn'), 'utf8'));
    await publishVersion(TENANT, 'vi-du', { 'vi-du.bpmn': () => drawn });
    const { items } = await administrator.get('/procedures/connections');
    expect(items[0].usedBy).toMatchObject([{ packageId: 'vi-du', inForce: true, steps: ['Gọi hệ thống khác'] }]);
    const refused = await administrator.call('DELETE', '/procedures/connections/phong-hop');
    expect([refused.status, refused.body.error.code]).toEqual([409, 'CONNECTION_IN_USE']);
    expect(refused.body.error.vi).toContain('Gọi hệ thống khác');
  }, 120_000);

  it('is run through by a case, the automatic ones by nobody', async () => {
    calls.length = 0;
    answer = { status: 403, body: '' };
    caseId = (await startExample(officer, 'mọi khối')).caseId;
    await complete(officer, caseId, 'tiep_nhan');
    await complete(officer, caseId, 'giao_viec');
    await complete(head, caseId, 'phe_duyet');
    await complete(officer, caseId, 'chuyen_ho_so');
    await complete(officer, caseId, 'thong_bao');
    await complete(officer, caseId, 'lap_bien_ban');
    await reply(caseId);
    await complete(officer, caseId, 'con_viec');
    const { items } = await officer.get('/procedures/notifications');
    expect(items.find((one: { kind: string }) => one.kind === 'STEP')).toMatchObject({
      why: { vi: 'Có yêu cầu cho 4 người' },
      case: { id: caseId },
    });
  }, 120_000);

  it('stops with an incident in plain words when the other system refuses, and goes on when it is retried', async () => {
    const incident = await incidentOf(caseId);
    expect(incident).toMatchObject({ elementId: 'goi_he_thong_khac', message: 'HTTP_REFUSED' });
    expect(incident.plain.vi).toMatch(/từ chối.*khóa truy cập.*thử lại/);
    expect(calls).toHaveLength(1);
    // Of a restricted case an operator learns that something stands still, and not whose it is.
    const restrict = (restricted: boolean) =>
      pool.query('update procedures.cases set restricted = $2 where id = $1', [caseId, restricted]);
    await restrict(true);
    const { incidents } = await administrator.get('/procedures/operations').finally(() => restrict(false));
    const hidden = incidents.find((one: { key: string }) => one.key === incident.key);
    expect(hidden).toMatchObject({ elementId: 'goi_he_thong_khac', caseId: null, bookNo: null });
    answer = { status: 200, body: '{"data":{"room":"P12"},"secretOfTheirs":"x"}' };
    expect((await administrator.call('POST', `/procedures/operations/incidents/${incident.key}/retry`)).status).toBe(
      200,
    );
    await openTask(officer, caseId, 'xu_ly');
    expect(calls).toHaveLength(2);
    expect(calls[1]).toMatchObject({
      url: '/api/tim',
      headers: { 'idempotency-key': calls[0]?.headers['idempotency-key'], authorization: SECRET },
      body: '{"people":4}',
    });
  }, 60_000);

  it('leaves what was found with the case, and later steps keep it', async () => {
    const found = async () =>
      (
        await pool.query(
          `select v.value from procedures.variables v
             join procedures.case_instances i on i.engine_id = v.engine_id and i.process_instance_key = v.process_instance_key
            where i.case_id = $1 and i.root and v.scope_key = v.process_instance_key and v.name = 'phong'`,
          [caseId],
        )
      ).rows.map((row) => row.value);
    await until(async () => ((await found()).includes('"P12"') ? true : null), 'the result in the process');
    await complete(officer, caseId, 'xu_ly');
    await openTask(head, caseId, 'ket_thuc');
    expect(await found()).toEqual(['"P12"']);
    const { rows } = await pool.query('select facts::text from procedures.cases where id = $1', [caseId]);
    expect(rows[0].facts).not.toContain('secretOfTheirs');
    const actions = (await audited()).filter((one) => one.action.startsWith('step.'));
    expect(actions.map((one) => one.action)).toEqual(expect.arrayContaining(['step.http', 'step.notify']));
    expect(JSON.stringify(actions)).not.toMatch(/9f2c|P12/);
  }, 60_000);

  it('says no secret and no answer in the log', () => {
    const log = fs.readFileSync(runningApp().logFile, 'utf8');
    expect(log).not.toMatch(/9f2c|secretOfTheirs/);
  });

  it('that has stopped goes along to another version, and is sent there under the key that it had', async () => {
    answer = { status: 403, body: '' };
    const other = (await startExample(officer, 'chuyển phiên bản')).caseId;
    const skip = async (element: string, client = officer) => complete(client, other, element);
    for (const element of ['tiep_nhan', 'giao_viec']) await skip(element);
    await skip('phe_duyet', head);
    for (const element of ['chuyen_ho_so', 'thong_bao', 'lap_bien_ban']) await skip(element);
    await reply(other);
    await skip('con_viec');
    await incidentOf(other);
    const key = calls.at(-1)?.headers['idempotency-key'];
    await publishVersion(TENANT, 'vi-du', { 'vi-du.bpmn': (xml) => xml.replace('value="/tim"', 'value="/tim-moi"') });
    await until(async () => {
      const { cases } = await administrator.post(`${MOVES}/preview`, {});
      return cases.find((one: { id: string }) => one.id === other)?.movable ? true : null;
    }, 'the dry run to say that the case can move');
    answer = { status: 200, body: '{"data":{"room":"P77"}}' };
    await administrator.post(MOVES, { caseIds: [other], reason: 'sửa đường dẫn' });
    await openTask(officer, other, 'xu_ly');
    expect(calls.at(-1)).toMatchObject({ url: '/api/tim-moi', headers: { 'idempotency-key': key } });
    expect(calls.filter((one) => one.headers['idempotency-key'] === key)).toHaveLength(2);
    const rows = await pool.query('select state from procedures.service_jobs where case_id = $1 order by created_at', [
      other,
    ]);
    expect(rows.rows.map((row) => row.state)).toEqual(['DONE', 'DONE']);
    await pool.query(`update procedures.cases set life = 'CANCELLED' where id = $1`, [other]);
  }, 120_000);

  it('of a draft says what its connection does not allow', async () => {
    const { id } = await administrator.post('/procedures/packages/vi-du/drafts', {});
    try {
      const { text, revision } = await administrator.get(`/procedures/drafts/${id}/file?path=vi-du.bpmn`);
      const change = (from: string, to: string) => text.replace(from, to);
      const problems = async (next: string, at: number) => {
        const saved = await administrator.call('PUT', `/procedures/drafts/${id}/file`, {
          path: 'vi-du.bpmn',
          revision: at,
          text: next,
        });
        const checked = await administrator.get(`/procedures/drafts/${id}/check`);
        return {
          revision: saved.body.revision,
          codes: checked.problems.map((one: { code: string; element: string }) => `${one.code} ${one.element}`),
        };
      };
      const gone = await problems(change('value="phong-hop"', 'value="khong-co"'), revision);
      expect(gone.codes).toContain('connection-unknown goi_he_thong_khac');
      const verb = await problems(change('key="method" value="POST"', 'key="method" value="PUT"'), gone.revision);
      expect(verb.codes).toContain('connection-method goi_he_thong_khac');
      const type = await problems(change('type="procedures.http"', 'type="mail.send"'), verb.revision);
      expect(type.codes).toContain('job-without-worker goi_he_thong_khac');
    } finally {
      await administrator.call('DELETE', `/procedures/drafts/${id}`);
    }
  });

  it('lets its connection be removed when nobody needs it, with its secret', async () => {
    await complete(head, caseId, 'ket_thuc');
    await restorePackage(TENANT, 'vi-du');
    // The end of a case is looked for every few seconds.
    await until(async () => {
      const removed = await administrator.call('DELETE', '/procedures/connections/phong-hop');
      return removed.status === 200 ? true : null;
    }, 'the connection to be removed');
    const { rows } = await pool.query(
      'select headers::text, removed_at from procedures.connections where tenant_id = $1',
      [TENANT],
    );
    expect(rows).toEqual([{ headers: '[]', removed_at: expect.any(Date) }]);
    expect((await administrator.post('/procedures/connections', body({ headers: [] }))).id).toBe('phong-hop-2');
    await administrator.call('DELETE', '/procedures/connections/phong-hop-2');
  }, 120_000);
});
