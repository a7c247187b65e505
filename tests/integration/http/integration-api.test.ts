// Another program at the door: asked for by an administrator, let in by the head, bound to its scopes, its unit and its
// tenant; what it sends twice happens once; what it gets is as the document says and names nobody.
import { randomUUID } from 'node:crypto';
import http from 'node:http';
import { Pool } from 'pg';
import { problemsOf } from '../../../src/plugins/procedures/server/src/integration/check-request';
import { as, runningApp } from '../../support/running-app';

const SCOPES = [
  'vocabulary.read',
  'cases.read',
  'cases.start',
  'cases.event',
  'references.write',
  'reconciliation.read',
];
const system = `he-thong-${randomUUID().slice(0, 8)}`;
let token = '';
let tokenId = '';

const inAYear = () => new Date(Date.now() + 300 * 24 * 60 * 60 * 1000).toISOString();

async function call(method: string, path: string, { body, key, bearer = token }: Call = {}) {
  const response = await fetch(`${runningApp().baseUrl}/api/procedures${path}`, {
    method,
    headers: {
      ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(key ? { 'idempotency-key': key } : {}),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, body: await response.json().catch(() => null) };
}
interface Call {
  body?: unknown;
  key?: string;
  bearer?: string;
}

async function newToken(email: string, given: Record<string, unknown>) {
  const administrator = await as(email);
  return administrator.post('/procedures/api-tokens', {
    name: 'Hệ thống thử',
    unit: 'VP',
    groups: ['VP/can-bo'],
    scopes: SCOPES,
    expiresAt: inAYear(),
    ...given,
  });
}

const startBody = (title: string) => ({
  packageId: 'vi-du',
  event: 'BAT_DAU',
  values: { record: { title, detail: 'Kiểm thử', quantity: 4, requestedAt: '2030-01-02T09:00:00+07:00' } },
});

beforeAll(async () => {
  const made = await newToken('quan-tri@tam-thanh.example', {});
  token = made.secret;
  tokenId = made.token.id;
});

describe('a token', () => {
  it('opens nothing until the head of its unit has approved it, and nobody else can', async () => {
    expect((await call('GET', '/v1/vocabulary')).body.error.code).toBe('TOKEN_NOT_APPROVED');
    for (const email of ['quan-tri@tam-thanh.example', 'van-phong@tam-thanh.example', 'kiem-tra@tam-thanh.example']) {
      const answer = await (await as(email)).call('POST', `/procedures/api-tokens/${tokenId}/approve`, {});
      expect(answer.status).toBe(403);
    }
    const elsewhere = await as('lanh-dao-van-phong@bach-dang.example');
    expect((await elsewhere.call('POST', `/procedures/api-tokens/${tokenId}/approve`, {})).status).toBe(404);
    const head = await as('lanh-dao-van-phong@tam-thanh.example');
    expect((await head.post(`/procedures/api-tokens/${tokenId}/approve`, {})).state).toBe('ACTIVE');
    expect((await call('GET', '/v1/vocabulary')).status).toBe(200);
  });

  it('is refused in the same words when it is missing, wrong, over or revoked', async () => {
    const { secret, token: made } = await newToken('quan-tri@tam-thanh.example', {});
    await (await as('lanh-dao-van-phong@tam-thanh.example')).post(`/procedures/api-tokens/${made.id}/approve`, {});
    await (await as('quan-tri@tam-thanh.example')).post(`/procedures/api-tokens/${made.id}/revoke`, { reason: 'thử' });
    const wrong = `${token.slice(0, -4)}AAAA`;
    const answers = await Promise.all(['', wrong, secret].map((bearer) => call('GET', '/v1/cases', { bearer })));
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  });

  it('never opens a route of people, and a session of people never opens a route of programs', async () => {
    const response = await fetch(`${runningApp().baseUrl}/procedures/tasks`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(response.status).toBe(401);
  });

  it('is refused with every reason at once when it asks for what it cannot have', async () => {
    const answer = await (await as('quan-tri@tam-thanh.example')).call('POST', '/procedures/api-tokens', {
      name: 'x',
      unit: 'CA_TINH',
      groups: ['CAP/lanh-dao'],
      scopes: ['everything'],
      expiresAt: '2020-01-01T00:00:00Z',
    });
    expect(answer.status).toBe(400);
    const places = answer.body.error.detail.problems.map(({ path }: { path: string }) => path);
    expect(places.sort()).toEqual(['expiresAt', 'name', 'scopes', 'unit']);
  });

  it('keeps to its scopes', async () => {
    const { secret, token: made } = await newToken('quan-tri@tam-thanh.example', { scopes: ['vocabulary.read'] });
    await (await as('lanh-dao-van-phong@tam-thanh.example')).post(`/procedures/api-tokens/${made.id}/approve`, {});
    expect((await call('GET', '/v1/vocabulary', { bearer: secret })).status).toBe(200);
    const refused = await call('POST', '/v1/cases', {
      bearer: secret,
      body: startBody('Không được'),
      key: randomUUID(),
    });
    expect(refused.body.error).toMatchObject({ code: 'SCOPE_MISSING', detail: { scope: 'cases.start' } });
  });
});

describe('acts of a program', () => {
  it('start one case for one key, however often and however closely they come', async () => {
    const key = randomUUID();
    const body = { ...startBody('Nhập từ hệ thống khác'), externalReference: { system, reference: `TB-${key}` } };
    const together = await Promise.all([1, 2, 3].map(() => call('POST', '/v1/cases?wait=10000', { body, key })));
    const later = await call('POST', '/v1/cases?wait=10000', { body, key });
    expect(together.map(({ status }) => status)).toEqual([202, 202, 202]);
    expect(new Set([...together, later].map((one) => one.body.caseId)).size).toBe(1);
    expect(later.headers.get('idempotency-replayed')).toBe('true');
    expect(problemsOf('StartedCase', later.body)).toEqual([]);

    const found = await call('GET', `/v1/cases?system=${system}&reference=TB-${key}`);
    expect(found.body.items.map(({ id }: { id: string }) => id)).toEqual([later.body.caseId]);
    expect((await call('POST', '/v1/cases', { body: startBody('Khác'), key })).body.error.code).toBe(
      'IDEMPOTENCY_KEY_REUSED',
    );
  });

  it('are refused without a key, and a refused request leaves its key free for the mended one', async () => {
    expect((await call('POST', '/v1/cases', { body: startBody('x') })).body.error.code).toBe('IDEMPOTENCY_KEY_NEEDED');
    const key = randomUUID();
    const broken = { ...startBody('Thiếu'), values: { record: {} } };
    const refused = await call('POST', '/v1/cases', { body: broken, key });
    expect(refused.status).toBeGreaterThanOrEqual(400);
    expect(refused.status).toBeLessThan(500);
    expect((await call('POST', '/v1/cases?wait=10000', { body: startBody('Đã sửa'), key })).status).toBe(202);
  });

  it('are checked against the document before anything happens', async () => {
    const answer = await call('POST', '/v1/cases', { body: { ...startBody('x'), owner: 'me' }, key: randomUUID() });
    expect(answer.body.error).toMatchObject({ code: 'REQUEST_INVALID' });
    expect((await call('GET', '/v1/cases/not-a-uuid')).body.error.code).toBe('REQUEST_INVALID');
    expect((await call('GET', '/v1/cases?updatedSince=yesterday')).body.error.code).toBe('REQUEST_INVALID');
  });

  it('give one number of the other system to one case only, and keep the old one when it changes', async () => {
    const start = async () =>
      (await call('POST', '/v1/cases?wait=10000', { body: startBody('Mã ngoài'), key: randomUUID() })).body.caseId;
    const [one, other] = [await start(), await start()];
    const put = (caseId: string, reference: string) =>
      call('PUT', `/v1/cases/${caseId}/references/${system}`, { body: { reference } });
    expect((await put(one, 'R-1')).body).toEqual({ system, reference: 'R-1' });
    expect((await put(one, 'R-1')).status).toBe(200);
    expect((await put(other, 'R-1')).body.error.code).toBe('REFERENCE_TAKEN');
    expect((await put(one, 'R-2')).status).toBe(200);
    expect((await put(other, 'R-1')).status).toBe(200);
  });
});

describe('what a program reads', () => {
  it('is as the document says, and holds nothing of the record', async () => {
    const title = `Tên riêng ${randomUUID()}`;
    const started = await call('POST', '/v1/cases?wait=10000', { body: startBody(title), key: randomUUID() });
    const status = await call('GET', `/v1/cases/${started.body.caseId}`);
    expect(problemsOf('CaseStatus', status.body)).toEqual([]);
    expect(status.body.events.length).toBeGreaterThan(0);
    expect(JSON.stringify(status.body)).not.toContain(title);
    const vocabulary = await call('GET', '/v1/vocabulary');
    expect(problemsOf('Vocabulary', vocabulary.body)).toEqual([]);
  });

  it('comes page by page until nothing is left, each change of a case once', async () => {
    // The database counts finer than the programs that read it.
    const pool = new Pool({ connectionString: runningApp().databaseUrl, max: 1 });
    await pool.query(`update procedures.cases set updated_at = updated_at + interval '3 microseconds'`);
    await pool.end();
    const seen: string[] = [];
    let after = '';
    for (let page = 0; page < 500; page += 1) {
      const answer = await call('GET', `/v1/cases?limit=2${after}`);
      expect(problemsOf('CaseList', answer.body)).toEqual([]);
      // A case that something happens to meanwhile comes again, as it is then.
      seen.push(...answer.body.items.map((one: { id: string; updatedAt: string }) => `${one.id} ${one.updatedAt}`));
      if (answer.body.next === null) break;
      after = `&after=${answer.body.next}`;
    }
    expect(seen.length).toBeGreaterThan(3);
    expect(new Set(seen).size).toBe(seen.length);
    expect((await call('GET', '/v1/cases?after=bm90aGluZw')).status).toBe(400);
  });

  it('stays inside the tenant', async () => {
    const started = await call('POST', '/v1/cases?wait=10000', {
      body: startBody('Của phường này'),
      key: randomUUID(),
    });
    const made = await newToken('quan-tri@bach-dang.example', {});
    await (await as('lanh-dao-van-phong@bach-dang.example')).post(
      `/procedures/api-tokens/${made.token.id}/approve`,
      {},
    );
    const answer = await call('GET', `/v1/cases/${started.body.caseId}`, { bearer: made.secret });
    expect(answer.status).toBe(404);
  });

  it('can be laid beside the list of the other system', async () => {
    const reference = `DC-${randomUUID()}`;
    const body = { ...startBody('Đối chiếu'), externalReference: { system, reference } };
    await call('POST', '/v1/cases?wait=10000', { body, key: randomUUID() });
    const hour = 60 * 60 * 1000;
    const period = {
      system,
      from: new Date(Date.now() - hour).toISOString(),
      to: new Date(Date.now() + hour).toISOString(),
    };
    const ours = await call('GET', `/v1/reconciliation?${new URLSearchParams(period)}`);
    expect(problemsOf('ReconciliationList', ours.body)).toEqual([]);
    const rows = [{ reference }, { reference: 'KHONG-CO' }];
    const compared = await call('POST', '/v1/reconciliation/compare', { body: { ...period, rows } });
    expect(problemsOf('Comparison', compared.body)).toEqual([]);
    expect(compared.body.matched).toBe(1);
    expect(compared.body.onlyThere).toEqual([{ reference: 'KHONG-CO' }]);

    const person = await (await as('van-phong@tam-thanh.example')).get(
      `/procedures/reconciliation?${new URLSearchParams(period)}`,
    );
    expect(person.items.length).toBe(ours.body.items.length);
    const backwards = await call('GET', `/v1/reconciliation?${new URLSearchParams({ ...period, to: period.from })}`);
    expect(backwards.body.error.code).toBe('PERIOD_INVALID');
  });

  it('can be laid beside a list as long as is promised, by programs and people, and says the limit beyond it', async () => {
    const period = { system, from: '2026-01-01T00:00:00Z', to: '2026-01-02T00:00:00Z' };
    const long = (rows: number, filling = 'x') =>
      Array.from({ length: rows }, (_, index) => ({
        reference: `DC-${index}`,
        bookNo: `${index}/2026`,
        receivedAt: '2026-01-01',
        state: filling,
      }));
    const rows = long(20_000);
    expect(JSON.stringify(rows).length).toBeGreaterThan(1024 * 1024);
    const program = await call('POST', '/v1/reconciliation/compare', { body: { ...period, rows } });
    expect([program.status, program.body.onlyThere?.length]).toEqual([200, 20_000]);
    const person = await as('van-phong@tam-thanh.example');
    const shown = await person.post('/procedures/reconciliation/compare', { ...period, rows });
    expect(shown.onlyThere).toHaveLength(20_000);
    const tooMany = await call('POST', '/v1/reconciliation/compare', { body: { ...period, rows: long(20_001) } });
    expect([tooMany.status, tooMany.body.error.code]).toEqual([400, 'REQUEST_INVALID']);
    const body = { ...period, rows: long(20_000, 'x'.repeat(500)) };
    const tooLarge = await call('POST', '/v1/reconciliation/compare', { body });
    expect([tooLarge.status, tooLarge.body.error.code]).toEqual([413, 'LIST_TOO_LARGE']);
    expect(tooLarge.body.error.en).toContain('at most 20000 rows');
    const stranger = await call('POST', '/v1/reconciliation/compare', { bearer: 'none', body });
    expect(stranger.status).toBe(401);
  });
});

describe('guessing at tokens', () => {
  /** From an address of its own: nobody else's allowance is used up. */
  const guess = () =>
    new Promise<http.IncomingMessage>((resolve, reject) => {
      const options = { localAddress: '127.0.0.11', headers: { authorization: 'Bearer sai' } };
      const url = `${runningApp().baseUrl}/api/procedures/v1/vocabulary`;
      http.get(url, options, (answer) => resolve(answer.resume())).once('error', reject);
    });

  it('is slowed down, and told for how long', async () => {
    const answers = [];
    for (let tries = 0; tries < 30; tries += 1) answers.push(await guess());
    const refused = answers.filter((one) => one.statusCode === 429);
    expect(answers[0]?.statusCode).toBe(401);
    expect(new Set(answers.map((one) => one.statusCode))).toEqual(new Set([401, 429]));
    for (const one of refused) expect(Number(one.headers['retry-after'])).toBeGreaterThan(0);
  });
});

describe('the document', () => {
  it('is served to anybody', async () => {
    const answer = await call('GET', '/v1/openapi.json', { bearer: '' });
    expect(answer.status).toBe(200);
    expect(answer.body.openapi).toBe('3.1.0');
  });
});
