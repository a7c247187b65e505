// The steps that the platform does itself, on a real PostgreSQL and a real HTTP server: what is sent, once or again under
// the same key, what is taken from the answer, and what never leaves. The engine is a note of what it was told.
import { randomUUID } from 'node:crypto';
import type http from 'node:http';
import { keptHeaders } from '../../../src/plugins/procedures/server/src/connections/connection-headers';
import type { Platform } from '../../../src/plugins/procedures/server/src/runtime/platform';
import { outside } from '../../../src/plugins/procedures/server/src/service-tasks/call-outside';
import { ServiceWorker } from '../../../src/plugins/procedures/server/src/service-tasks/service-worker';
import type { ResultField } from '../../../src/plugins/procedures/shared/service-tasks-contract';
import { type OtherSystem, type OutsideCall, otherSystem } from '../../support/other-system';
import { type Office, openOffice, TENANT } from '../notifications/office';

type Reply = (call: OutsideCall, response: http.ServerResponse) => void;

const SECRET = 'Bearer khoa-bi-mat-cua-kiem-thu';
const ENGINE = '00000000-0000-4000-8000-00000000000e';
const RESULT: ResultField[] = [{ name: 'phong', type: 'string', path: 'data.room' }];
const before = { ...process.env };
const calls: OutsideCall[] = [];
const told: string[] = [];
let office: Office;
let platform: Platform;
let system: OtherSystem;
let address: string;
let reply: Reply;
let job = 0;
/** What the engine answers to being told. */
let engineAnswer: { status: string; code?: string; message?: string } = { status: 'accepted' };

const MANIFEST = {
  id: 'p',
  record: { people: 'persons' },
  parameters: [],
  variables: [
    { name: 'kind', type: 'string', from: '=record.summary' },
    { name: 'unit', type: 'string', from: '=case.handlingUnit' },
    { name: 'phong', type: 'string', from: '=facts.phong' },
  ],
};

beforeAll(async () => {
  office = await openOffice();
  process.env.WEBHOOK_ALLOWED_HOSTS = '127.0.0.1';
  system = await otherSystem(calls, (call, response) => reply(call, response));
  address = `${system.baseUrl}/api`;
  const tell = (what: string) => async (key: string, more: unknown) => {
    told.push(`${what} ${key} ${JSON.stringify(more)}`);
    return engineAnswer;
  };
  platform = {
    ...office.platform,
    library: { load: async () => ({ read: { manifest: MANIFEST, forms: new Map() } }) },
    engine: {
      completeJob: tell('complete'),
      failJob: (key: string, retries: number, message: string) => tell('fail')(key, [retries, message]),
    },
    outside: { ...outside, delays: [0, 0] },
    serviceTasks: { wake: () => undefined },
  } as unknown as Platform;
}, 60_000);
afterAll(async () => {
  process.env = before;
  await system?.stop();
  await office?.stop();
}, 30_000);
beforeEach(async () => {
  calls.length = 0;
  told.length = 0;
  office.log.length = 0;
  engineAnswer = { status: 'accepted' };
  reply = json(200, { data: { room: 'A1' }, other: 'x' });
  await office.knex('procedures.service_jobs').delete();
  await office.knex('procedures.connections').delete();
});

const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Reply =>
  (_call, response) =>
    void response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));

const inTurn =
  (...replies: Reply[]): Reply =>
  (call, response) =>
    (replies[Math.min(calls.length, replies.length) - 1] as Reply)(call, response);

async function connection(given: Record<string, unknown> = {}): Promise<void> {
  const now = office.clock.now();
  const headers = keptHeaders(platform, [{ name: 'Authorization', value: SECRET, secret: true }], []);
  await office.knex('procedures.connections').insert({
    tenant_id: TENANT,
    id: 'phong-hop',
    name: 'Phòng họp',
    base_url: address,
    methods: ['GET', 'POST'],
    headers: JSON.stringify(headers),
    sends: ['unit', 'phong'],
    timeout_seconds: 20,
    repeatable: true,
    sensitive: false,
    created_at: now,
    changed_at: now,
    ...given,
  });
}

const HTTP = {
  connection: 'phong-hop',
  method: 'POST',
  path: '/tim/{unit}',
  body: '[{"field":"donVi","variable":"unit"}]',
  result: JSON.stringify(RESULT),
};

async function step(type: string, headers: Record<string, string>, caseId: string, given = {}): Promise<string> {
  const id = randomUUID();
  job += 1;
  await office.knex('procedures.service_jobs').insert({
    id,
    tenant_id: TENANT,
    case_id: caseId,
    engine_id: ENGINE,
    job_key: job,
    element_id: 'hoi_phong',
    type,
    headers: JSON.stringify(headers),
    state: 'QUEUED',
    next_attempt_at: office.knex.raw("now() - interval '1 second'"),
    created_at: office.clock.now(),
    ...given,
  });
  return id;
}
const httpStep = async (headers: Record<string, string> = {}, given = {}) =>
  step('procedures.http', { ...HTTP, ...headers }, await office.aCase(), given);
const run = () => new ServiceWorker(platform).runDue();
const rowOf = (id: string) => office.knex('procedures.service_jobs').where({ id }).first();
const due = (id: string) =>
  office
    .knex('procedures.service_jobs')
    .where({ id })
    .update({ next_attempt_at: office.knex.raw("now() - interval '1 second'") });
const problemOf = async (id: string) => (await rowOf(id)).problem;

describe('an HTTP step', () => {
  it('sends declared variables under its key, keeps the declared result with the case, and tells the engine', async () => {
    await connection();
    const id = await httpStep();
    await run();
    expect(calls).toEqual([
      expect.objectContaining({ method: 'POST', url: '/api/tim/DESK', body: '{"donVi":"DESK"}' }),
    ]);
    expect(calls[0]?.headers).toMatchObject({ authorization: SECRET, 'idempotency-key': id });
    expect(told).toEqual([`complete ${job} {"phong":"A1"}`]);
    const row = await rowOf(id);
    expect(row).toMatchObject({ state: 'ANSWERED', answer_status: 200, sending: false, attempts: 1 });
    const { facts } = await office.knex('procedures.cases').where({ id: row.case_id }).first('facts');
    expect(facts).toEqual({ phong: 'A1' });
  });

  it('tries again under the same key after a fault of the other side', async () => {
    await connection();
    reply = inTurn(json(500, 'x'), json(429, 'x'), json(200, { data: { room: 'B2' } }));
    const id = await httpStep();
    await run();
    expect(calls.map((one) => one.headers['idempotency-key'])).toEqual([id, id, id]);
    expect(told).toEqual([`complete ${job} {"phong":"B2"}`]);
  });

  it('gives up with a code when it fails again and again, and the engine makes an incident of it', async () => {
    await connection();
    reply = json(503, 'x');
    const id = await httpStep();
    await run();
    expect(calls).toHaveLength(3);
    expect(told).toEqual([`fail ${job} [0,"HTTP_SERVER_ERROR"]`]);
    expect(await rowOf(id)).toMatchObject({ state: 'FAILING', answer_status: 503 });
  });

  it.each([
    ['a refusal', json(403, 'x'), 'HTTP_REFUSED'],
    ['a way to elsewhere', json(302, '', { location: 'http://169.254.169.254/' }), 'HTTP_REDIRECTED'],
    ['a huge body', json(200, 'x'.repeat(300 * 1024)), 'HTTP_ANSWER_TOO_LARGE'],
    ['what is no JSON', json(200, '<html>'), 'HTTP_ANSWER_NOT_JSON'],
    ['what lacks the result', json(200, { data: {} }), 'HTTP_RESULT_UNFIT'],
    ['a result of another type', json(200, { data: { room: 7 } }), 'HTTP_RESULT_UNFIT'],
  ] as const)('stops at once at %s', async (_what, answer, problem) => {
    await connection();
    reply = answer;
    const id = await httpStep();
    await run();
    expect(calls).toHaveLength(1);
    expect(await problemOf(id)).toBe(problem);
    expect(told).toEqual([`fail ${job} [0,"${problem}"]`]);
  });

  it('waits only as long as the connection says, and asks again', async () => {
    await connection({ timeout_seconds: 2 });
    reply = inTurn(() => undefined, json(200, { data: { room: 'C3' } }));
    const id = await httpStep();
    await run();
    expect(calls.map((one) => one.headers['idempotency-key'])).toEqual([id, id]);
    expect(told).toEqual([`complete ${job} {"phong":"C3"}`]);
  });

  it('is not sent again by itself to a system that does not know repeated calls, once it may have arrived', async () => {
    await connection({ repeatable: false, timeout_seconds: 1 });
    reply = () => undefined;
    const slow = await httpStep();
    await run();
    await office.knex('procedures.connections').update({ timeout_seconds: 20 });
    reply = (_call, response) => response.destroy();
    const broken = await httpStep();
    await run();
    reply = json(500, 'x');
    const failed = await httpStep();
    await run();
    expect(calls).toHaveLength(3);
    for (const id of [slow, broken, failed]) expect(await problemOf(id)).toBe('HTTP_UNCLEAR');
    reply = inTurn(json(500, 'x'), json(200, { data: { room: 'D4' } }));
    calls.length = 0;
    await httpStep({ method: 'GET', body: '' });
    await run();
    expect(calls).toHaveLength(2);
  });

  it.each([
    ['an unknown connection', { connection: 'khac' }, {}, 'CONNECTION_UNKNOWN'],
    ['one that is switched off', {}, { active: false }, 'CONNECTION_UNKNOWN'],
    ['one that was removed', {}, { removed_at: new Date() }, 'CONNECTION_UNKNOWN'],
    ['a method that it does not allow', {}, { methods: ['GET'] }, 'HTTP_METHOD_NOT_ALLOWED'],
    ['a variable that may not leave', {}, { sends: [] }, 'HTTP_FIELD_NOT_ALLOWED'],
    ['headers that cannot be read', { method: 'TRACE' }, {}, 'STEP_UNREADABLE'],
    ['a path that lacks its part', { path: '/{phong}' }, {}, 'HTTP_PATH_UNFIT'],
    ['a host that leads inside', {}, { base_url: 'https://10.1.2.3/x' }, 'HTTP_ADDRESS_REFUSED'],
    ['a host inside, by name', {}, { base_url: 'http://localhost:1/x' }, 'HTTP_ADDRESS_REFUSED'],
  ])('sends nothing for %s', async (_what, headers, given, problem) => {
    await connection(given);
    const id = await httpStep(headers as Record<string, string>);
    await run();
    expect(calls).toEqual([]);
    expect(await problemOf(id)).toBe(problem);
  });

  it('tells nothing of a restricted or a protected case, unless the connection is for these', async () => {
    await connection();
    const restricted = await step('procedures.http', HTTP, await office.aCase({ restricted: true }));
    const shielded = await step('procedures.http', HTTP, await office.aCase({}, { identityProtection: true }));
    await run();
    expect(calls).toEqual([]);
    for (const id of [restricted, shielded]) expect(await problemOf(id)).toBe('HTTP_SENSITIVE_CASE');
    await office.knex('procedures.connections').update({ sensitive: true });
    await step('procedures.http', HTTP, await office.aCase({ restricted: true }));
    await run();
    expect(calls).toHaveLength(1);
  });

  it('never says a secret, a content or an answer in the log', async () => {
    await connection();
    reply = inTurn(json(500, 'CÂU TRẢ LỜI MẬT'), json(403, 'CÂU TRẢ LỜI MẬT'));
    await httpStep();
    await run();
    expect(office.log.join('\n')).toContain('HTTP_REFUSED');
    expect(office.log.join('\n')).not.toMatch(/khoa-bi-mat|CONTENT-OF|MẬT|donVi/);
    const [{ headers }] = await office.knex('procedures.connections').select('headers');
    expect(JSON.stringify(headers)).not.toContain('khoa-bi-mat');
  });
});

describe('a death in the middle', () => {
  it('before the answer was written: the next one sends under the same key', async () => {
    await connection();
    let arrived: (response: http.ServerResponse) => void = () => undefined;
    const held = new Promise<http.ServerResponse>((resolve) => {
      arrived = resolve;
    });
    reply = inTurn((_call, response) => arrived(response), json(200, { data: { room: 'E5' } }));
    const id = await httpStep();
    const dying = run();
    const slow = await held;
    // Written before anything left: whoever comes next knows that something may have been sent.
    expect(await rowOf(id)).toMatchObject({ state: 'QUEUED', sending: true, attempts: 1 });
    expect(await run()).toBe(0);
    await due(id);
    await run();
    expect(calls.map((one) => one.headers['idempotency-key'])).toEqual([id, id]);
    expect(told).toEqual([`complete ${job} {"phong":"E5"}`]);
    json(200, { data: { room: 'Z9' } })(calls[0] as OutsideCall, slow);
    await dying;
    // The one that came back from the dead changes nothing of what is settled.
    expect((await rowOf(id)).results).toEqual({ phong: 'E5' });
  });

  it('before the answer was written, at a system that does not know repeated calls: a person decides', async () => {
    await connection({ repeatable: false });
    const id = await httpStep({}, { sending: true, attempts: 1 });
    await run();
    expect(calls).toEqual([]);
    expect(await problemOf(id)).toBe('HTTP_UNCLEAR');
  });

  it('after the answer was written: only the engine is told, as often as it takes', async () => {
    await connection();
    engineAnswer = { status: 'unclear', message: 'UNAVAILABLE' };
    const id = await httpStep();
    await run();
    engineAnswer = { status: 'accepted' };
    await due(id);
    await run();
    expect(calls).toHaveLength(1);
    expect(told).toEqual([`complete ${job} {"phong":"A1"}`, `complete ${job} {"phong":"A1"}`]);
  });

  it('while others look: each step is done by one', async () => {
    await connection();
    for (let count = 0; count < 6; count += 1) await httpStep();
    await Promise.all([run(), run(), run()]);
    expect(new Set(calls.map((one) => one.headers['idempotency-key'])).size).toBe(6);
    expect(calls).toHaveLength(6);
  });
});

describe('a notice of a procedure', () => {
  const NOTIFY = { to: 'DESK/head', text: 'Đã sang bước mới ở đơn vị {unit}' };
  const notices = (caseId: string) => office.knex('procedures.notices').where({ case_id: caseId });

  it('is told once to whoever holds the position, in words with facts of the case', async () => {
    const caseId = await office.aCase();
    const id = await step('procedures.notify', NOTIFY, caseId);
    await run();
    await due(id);
    await run();
    expect(await office.told(caseId)).toEqual(['STEP head']);
    const [notice] = await notices(caseId);
    expect(notice).toMatchObject({
      text: { vi: 'Đã sang bước mới ở đơn vị DESK' },
      urgent: false,
      recipient: 'DESK/head',
    });
    expect(told).toEqual([`complete ${job} {}`, `complete ${job} {}`]);
  });

  it('reaches a unit, its head, and a group by expression; urgent where it says so', async () => {
    const caseId = await office.aCase();
    await step('procedures.notify', { ...NOTIFY, to: 'unit:FIELD, head:BOARD', urgent: 'true' }, caseId);
    await step('procedures.notify', { ...NOTIFY, to: '=[unit + "/duty"]' }, caseId);
    await run();
    expect((await office.told(caseId)).sort()).toEqual(['STEP chair', 'STEP field', 'STEP second']);
    expect((await notices(caseId)).map((one) => one.urgent).sort()).toEqual([false, true, true]);
  });

  it('of a restricted case reaches only units that take part, and names nothing of it', async () => {
    const caseId = await office.aCase({ restricted: true, participating_units: ['DESK'] });
    await step('procedures.notify', { ...NOTIFY, to: 'unit:FIELD,DESK/head' }, caseId);
    await run();
    expect(await office.told(caseId)).toEqual(['STEP head']);
    for (const one of await notices(caseId)) expect(one.text.vi).toBe('Đã sang bước mới ở đơn vị (không nêu)');
  });

  it('with nobody to tell stops, instead of telling nobody', async () => {
    const caseId = await office.aCase();
    const id = await step('procedures.notify', { ...NOTIFY, to: '=[]' }, caseId);
    await run();
    expect(await problemOf(id)).toBe('NOTIFY_NOBODY');
    expect(await notices(caseId)).toEqual([]);
  });
});
