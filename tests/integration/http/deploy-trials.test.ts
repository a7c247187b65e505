// What a program brings is tried by the server before it is proposed, by `npm run procedures -- deploy` and by the calls that it
// makes: a real server, a real trial host, a real broker.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client as Database } from 'pg';
import { problemsOf } from '../../../src/plugins/procedures/server/src/integration/check-request';
import { approvedToken } from '../../support/api-token';
import { interruptedServer } from '../../support/interrupted-server';
import { procedures, renamedExample, written } from '../../support/procedures-command';
import { restorePackage } from '../../support/publish-version';
import { as, type Client, runningApp, until } from '../../support/running-app';

jest.setTimeout(420_000);

const folder = mkdtempSync(path.join(tmpdir(), 'procedures-deploy-trials-'));
const SCOPES = ['packages.read', 'packages.propose'];
const holds = JSON.parse(
  readFileSync(path.resolve(__dirname, '../../../bpmn/vi-du/scenarios/xep-duoc-phong.json'), 'utf8'),
);
const fails = {
  title: { vi: 'Sai', en: 'Wrong' },
  steps: [{ ...holds.steps[0], expect: { state: 'KET_THUC' } }],
};
let token: string;
let administrator: Client;
let head: Client;

beforeAll(async () => {
  administrator = await as('quan-tri@bach-dang.example');
  head = await as('lanh-dao-van-phong@bach-dang.example');
  await restorePackage('bach-dang', 'vi-du');
  token = await approvedToken(SCOPES);
});
afterAll(async () => {
  await policy('REASON');
  rmSync(folder, { recursive: true, force: true });
});

const policy = async (failing: 'REASON' | 'REFUSE') =>
  administrator.call('PUT', '/procedures/trial-policy', { failing, reason: 'Thử' });
const drafts = async (): Promise<string[]> =>
  (await administrator.get('/procedures/packages')).items
    .find((one: { id: string }) => one.id === 'vi-du')
    .drafts.map((one: { id: string }) => one.id);
const refuse = (publicationId: string) =>
  head.post(`/procedures/publications/${publicationId}/refuse`, { reason: 'Chỉ thử' });
const deploy = (source: string, ...more: string[]) =>
  procedures(['deploy', source, '--note', 'Đổi tên', ...more], token);
const proposed = async (publicationId: string) => administrator.get(`/procedures/publications/${publicationId}`);

const call = async (method: string, address: string, body?: unknown, { key = randomUUID(), bearer = token } = {}) => {
  const answer = await fetch(`${runningApp().baseUrl}/api/procedures/v1/packages/vi-du${address}`, {
    method,
    headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json', 'idempotency-key': key },
    body: method === 'GET' ? undefined : JSON.stringify(body ?? {}),
  });
  return { status: answer.status, body: await answer.json() };
};
const sent = (files: ReadonlyMap<string, Buffer>) => ({
  files: Object.fromEntries([...files].map(([name, content]) => [name, content.toString('base64')])),
});
const bring = (title: string, options = {}) =>
  call('POST', '/drafts', sent(renamedExample(title, { 'dat.json': holds })), options);
const codeOf = ({ status, body }: { status: number; body: { error?: { code: string } } }) => [status, body.error?.code];

test('where every scenario must hold, a package whose scenarios hold is tried, and proposed once', async () => {
  await policy('REFUSE');
  const source = written(folder, renamedExample('Được chạy thử', { 'dat.json': holds }));
  const before = await drafts();
  const tooShort = await deploy(source, '--trials-wait', '0', '--json');
  expect([tooShort.code, tooShort.out]).toEqual([3, '']);
  expect(tooShort.told).toContain('0/1 …');
  expect(tooShort.told).toContain('chạy lại đúng lệnh này');
  const made = await deploy(source, '--json');
  expect([made.code, made.told.includes('1/1 …')]).toEqual([0, true]);
  const answer = JSON.parse(made.out);
  expect(answer).toMatchObject({ proposed: true, version: '7.0.0', tenant: 'bach-dang' });
  expect(answer.scenarios).toEqual([{ file: 'scenarios/dat.json', title: holds.title, state: 'HELD', reasons: [] }]);
  const again = await deploy(source, '--json');
  expect(JSON.parse(again.out)).toEqual(answer);
  // All three went on with one draft.
  expect((await drafts()).filter((id) => !before.includes(id))).toEqual([answer.draftId]);
  const { trials, publication } = await proposed(answer.publicationId);
  expect(publication).toMatchObject({ state: 'PROPOSED', proposedBy: { name: 'Máy của phường' } });
  expect([trials.reason, trials.scenarios.map((one: { state: string }) => one.state)]).toEqual([null, ['HELD']]);
  await refuse(answer.publicationId);
});

test('where every scenario must hold, one that fails is named with the reason, and no draft is left', async () => {
  await policy('REFUSE');
  const source = written(folder, renamedExample('Không đạt', { 'sai.json': fails }));
  const before = await drafts();
  const refused = await deploy(source, '--trials-reason', 'Biết rồi', '--json');
  expect(refused.code).toBe(1);
  const { scenarios, ...answer } = JSON.parse(refused.out);
  expect(answer).toMatchObject({ proposed: false, code: 'TRIALS_MUST_HOLD' });
  expect(scenarios).toMatchObject([{ file: 'scenarios/sai.json', title: fails.title, state: 'FAILED' }]);
  expect(scenarios[0].reasons[0].vi).toBe(
    'Bước 1: cần trạng thái "Đã xong", nhưng là "Yêu cầu mới". Hồ sơ đang ở "Tiếp nhận yêu cầu".',
  );
  expect(scenarios[0].reasons[0].en).toMatch(/^Step 1: /);
  const untried = await deploy(source, '--no-trials', '--trials-reason', 'Biết rồi');
  expect([untried.code, untried.told.includes('0/1')]).toEqual([1, false]);
  expect(untried.out).toContain('--no-trials');
  expect(await drafts()).toEqual(before);
});

test('where a reason is enough, one that fails needs it, and the second person reads both', async () => {
  await policy('REASON');
  const source = written(folder, renamedExample('Có lý do', { 'dat.json': holds, 'sai.json': fails }));
  const before = await drafts();
  const asked = await deploy(source);
  expect(asked.code).toBe(1);
  expect(asked.out).toContain('✗ Sai / Wrong (scenarios/sai.json)');
  expect(asked.out).toContain('Bước 1: cần trạng thái "Đã xong"');
  expect(asked.out).not.toContain('dat.json');
  expect(asked.out).toContain('--trials-reason');
  expect(await drafts()).toEqual(before);
  const interrupted = await interruptedServer(/\/trials$/);
  const args = ['deploy', source, '--note', 'Đổi tên', '--trials-reason', 'Kịch bản sai', '--json'];
  const made = JSON.parse((await procedures(args, token, interrupted.address)).out);
  interrupted.end();
  expect([...interrupted.broken]).toEqual(['GET', 'POST']);
  expect(made.proposed).toBe(true);
  const { trials } = await proposed(made.publicationId);
  expect(trials.reason).toBe('Kịch bản sai');
  expect(trials.scenarios.map((one: { state: string }) => one.state)).toEqual(['HELD', 'FAILED']);
  await refuse(made.publicationId);
});

test('as today, a package is proposed untried with a reason', async () => {
  const source = written(folder, renamedExample('Không chạy thử', { 'sai.json': fails }));
  const asked = await deploy(source, '--no-trials', '--json');
  expect([asked.code, JSON.parse(asked.out).code]).toEqual([1, 'TRIALS_NEED_REASON']);
  const made = JSON.parse((await deploy(source, '--no-trials', '--trials-reason', 'Chỉ sửa chữ', '--json')).out);
  expect(made).toMatchObject({ proposed: true });
  expect(made).not.toHaveProperty('scenarios');
  await refuse(made.publicationId);
  for (const wait of ['-1', 'lâu', ''])
    expect([wait, (await deploy(source, '--trials-wait', wait)).code]).toEqual([wait, 2]);
});

test('the calls answer as the document says, wait for the run, and take the draft once', async () => {
  // Several, so that the run still goes on while it is asked about.
  const several = { 'dat-1.json': holds, 'dat-2.json': holds, 'dat-3.json': holds };
  const brought = await call('POST', '/drafts', sent(renamedExample('Từng bước', several)));
  expect([brought.status, problemsOf('BroughtDraft', brought.body)]).toEqual([202, []]);
  const trials = `/drafts/${brought.body.draftId}/trials`;
  const untried = await call('GET', trials);
  expect([untried.status, problemsOf('DraftTrials', untried.body), untried.body.run]).toEqual([200, [], null]);
  const states = ({ scenarios }: { scenarios: { state: string }[] }) => scenarios.map(({ state }) => state);
  expect(states(untried.body)).toEqual(['NOT_TRIED', 'NOT_TRIED', 'NOT_TRIED']);
  const started = await call('POST', trials);
  expect([started.status, problemsOf('TrialRun', started.body)]).toEqual([202, []]);
  expect(started.body).toMatchObject({ done: 0, total: 3 });
  expect((await call('POST', trials)).body.id).toBe(started.body.id);
  const proposal = { version: '7.1.0', note: 'Từng bước', draftId: brought.body.draftId };
  expect(codeOf(await call('POST', '/proposals', proposal))).toEqual([409, 'TRIALS_GO_ON']);
  const limit = Date.now() + 240_000;
  let seen = (await call('GET', trials)).body;
  while (seen.run.state !== 'DONE' && seen.run.state !== 'FAILED' && Date.now() < limit) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    seen = (await call('GET', trials)).body;
  }
  expect(problemsOf('DraftTrials', seen)).toEqual([]);
  expect(seen.run).toMatchObject({ state: 'DONE', done: 3, total: 3 });
  expect(states(seen)).toEqual(['HELD', 'HELD', 'HELD']);
  for (const body of [
    { ...proposal, draftId: undefined },
    { ...proposal, files: {} },
    { ...proposal, basedOn: '1.0.0' },
  ])
    expect(codeOf(await call('POST', '/proposals', body))).toEqual([400, 'REQUEST_INVALID']);
  const made = await call('POST', '/proposals', proposal);
  expect([made.status, problemsOf('ProposedPackage', made.body)]).toEqual([202, []]);
  // Proposed already: a second proposal is refused, and the first keeps its draft.
  const second = await call('POST', '/proposals', { ...proposal, version: '7.2.0' });
  expect(codeOf(second)).toEqual([409, 'PUBLICATION_PENDING']);
  expect((await call('GET', trials)).status).toBe(200);
  await refuse(made.body.publicationId);
});

test('while a proposal waits nothing is brought to be tried, and what was brought before is kept', async () => {
  const brought = (await bring('Đưa vào trước')).body.draftId;
  const waiting = (
    await call('POST', '/proposals', { ...sent(renamedExample('Đang chờ')), version: '7.5.0', note: 'x' })
  ).body;
  const before = await drafts();
  expect(codeOf(await bring('Đưa vào sau'))).toEqual([409, 'PUBLICATION_PENDING']);
  const proposal = { version: '7.6.0', note: 'x', trialsReason: 'x', draftId: brought };
  expect(codeOf(await call('POST', '/proposals', proposal))).toEqual([409, 'PUBLICATION_PENDING']);
  expect(await drafts()).toEqual(before);
  await refuse(waiting.publicationId);
  // What the proposal says of itself is refused: the draft is proposed with other words.
  const past = { ...proposal, effectiveAt: '2020-01-01T00:00:00+07:00' };
  for (const body of [{ ...proposal, version: '0.0.1' }, past])
    expect(codeOf(await call('POST', '/proposals', body))).toEqual([422, 'PUBLICATION_REFUSED']);
  const made = await call('POST', '/proposals', proposal);
  expect([made.status, made.body.draftId]).toEqual([202, brought]);
  await refuse(made.body.publicationId);
  for (const id of [brought, waiting.draftId]) await administrator.call('DELETE', `/procedures/drafts/${id}`);
});

/** What comes of `calls` that all find the draft held by somebody who then does `change`. */
async function whileHeld<T>(draftId: string, change: string, calls: (() => Promise<T>)[]): Promise<T[]> {
  const database = new Database({ connectionString: runningApp().databaseUrl });
  await database.connect();
  try {
    await database.query('begin');
    await database.query('select from procedures.drafts where id = $1 for update', [draftId]);
    const answers = Promise.all(calls.map((one) => one()));
    const held = `select count(*)::int as n from pg_locks where not granted and locktype in ('transactionid', 'tuple')`;
    await until(
      async () => ((await database.query(held)).rows[0].n >= calls.length ? true : null),
      'calls that wait for the draft',
    );
    await database.query(change, [draftId]);
    await database.query('commit');
    return await answers;
  } finally {
    await database.end();
  }
}

test('a person who saves while a program proposes keeps the draft, whether the proposal is accepted or not', async () => {
  const draftId = (await bring('Có người sửa')).body.draftId;
  const person = (await administrator.post('/procedures/packages/vi-du/drafts', {})).id;
  const proposal = { version: '7.7.0', note: 'x', draftId };
  const toThePerson = `update procedures.drafts set changed_by = (
    select created_by from procedures.drafts where id = '${person}') where id = $1`;
  const answers = await whileHeld(draftId, toThePerson, [
    () => call('POST', '/proposals', { ...proposal, trialsReason: 'x' }),
    () => call('POST', '/proposals', proposal),
  ]);
  expect(answers.map(codeOf)).toEqual([
    [404, 'DRAFT_UNKNOWN'],
    [422, 'TRIALS_NEED_REASON'],
  ]);
  expect(await drafts()).toEqual(expect.arrayContaining([draftId, person]));
  for (const id of [draftId, person]) await administrator.call('DELETE', `/procedures/drafts/${id}`);
});

test('of two proposals that are refused at once both say why, and one closes the draft', async () => {
  const draftId = (await bring('Hai lần')).body.draftId;
  const propose = () => call('POST', '/proposals', { version: '7.8.0', note: 'x', draftId });
  const answers = await whileHeld(draftId, 'select $1::uuid', [propose, propose]);
  expect(answers.map(codeOf)).toEqual([
    [422, 'TRIALS_NEED_REASON'],
    [422, 'TRIALS_NEED_REASON'],
  ]);
  expect(await drafts()).not.toContain(draftId);
});

test('the same call brings one draft, however closely it comes, and a new one when that has ended', async () => {
  const key = randomUUID();
  const together = await Promise.all([1, 2, 3].map(() => bring('Ba lần', { key })));
  expect(together.map(({ status }) => status)).toEqual([202, 202, 202]);
  const [draftId, ...others] = new Set(together.map(({ body }) => body.draftId));
  expect(others).toEqual([]);
  expect(codeOf(await bring('Khác', { key }))).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
  await administrator.call('DELETE', `/procedures/drafts/${draftId}`);
  expect(codeOf(await call('GET', `/drafts/${draftId}/trials`))).toEqual([404, 'DRAFT_UNKNOWN']);
  const anew = await bring('Ba lần', { key });
  expect([anew.status, anew.body.draftId === draftId]).toEqual([202, false]);
  expect((await bring('Ba lần', { key })).body).toEqual(anew.body);
  await administrator.call('DELETE', `/procedures/drafts/${anew.body.draftId}`);
});

const unknownTo = async (draftId: string, options = {}) => {
  for (const [method, address, body] of [
    ['GET', `/drafts/${draftId}/trials`, undefined],
    ['POST', `/drafts/${draftId}/trials`, {}],
    ['POST', '/proposals', { version: '7.3.0', note: 'x', trialsReason: 'x', draftId }],
  ] as const)
    expect(codeOf(await call(method, address, body, options))).toEqual([404, 'DRAFT_UNKNOWN']);
};

test("another tenant's draft, another program's and a person's are unknown, and stay as they are", async () => {
  const mine = (await bring('Của tôi')).body.draftId;
  await unknownTo(mine, { bearer: await approvedToken(SCOPES, 'tam-thanh') });
  await unknownTo(mine, { bearer: await approvedToken(SCOPES) });
  const person = (await administrator.post('/procedures/packages/vi-du/drafts', {})).id;
  await unknownTo(person);
  expect(await drafts()).toEqual(expect.arrayContaining([mine, person]));
  // Once a person has gone on with it, it is the person's.
  const known = await administrator.get(`/procedures/drafts/${mine}/file?path=events.json`);
  const saved = await administrator.call('PUT', `/procedures/drafts/${mine}/file`, {
    path: 'events.json',
    revision: known.revision,
    text: `${known.text}\n`,
  });
  expect(saved.status).toBe(200);
  await unknownTo(mine);
  for (const id of [mine, person]) await administrator.call('DELETE', `/procedures/drafts/${id}`);
});

test('what could not be proposed anyway is not brought, and leaves no draft', async () => {
  const before = await drafts();
  const good = sent(renamedExample('Tốt'));
  const renamed = renamedExample('Mã khác');
  renamed.set(
    'manifest.json',
    Buffer.from(renamed.get('manifest.json')?.toString().replace('"vi-du"', '"khac"') ?? ''),
  );
  for (const [body, status, code] of [
    [{}, 400, 'REQUEST_INVALID'],
    [{ files: {} }, 422, 'PACKAGE_FILES_REFUSED'],
    [{ files: { '../manifest.json': 'e30=' } }, 422, 'PACKAGE_FILES_REFUSED'],
    [{ files: { 'manifest.json': 'e30=' } }, 422, 'PACKAGE_HAS_ERRORS'],
    [sent(renamed), 422, 'PACKAGE_HAS_ERRORS'],
    [{ ...good, basedOn: '0.0.1' }, 409, 'DRAFT_BEHIND'],
  ] as const)
    expect(codeOf(await call('POST', '/drafts', body))).toEqual([status, code]);
  const reader = await approvedToken(['packages.read']);
  expect(codeOf(await call('POST', '/drafts', good, { bearer: reader }))).toEqual([403, 'SCOPE_MISSING']);
  expect(codeOf(await call('GET', '/drafts/khong-phai-uuid/trials'))).toEqual([400, 'REQUEST_INVALID']);
  const none = await call('POST', '/drafts', good);
  expect(codeOf(await call('POST', `/drafts/${none.body.draftId}/trials`))).toEqual([422, 'TRIAL_NO_SCENARIO']);
  const refused = await call('POST', '/proposals', { version: '0.0.1', note: 'Lùi', draftId: none.body.draftId });
  expect(codeOf(refused)).toEqual([422, 'PUBLICATION_REFUSED']);
  await administrator.call('DELETE', `/procedures/drafts/${none.body.draftId}`);
  expect(await drafts()).toEqual(before);
});

test('a draft that a program has left is closed two days later; one that was proposed or is a person’s is not', async () => {
  const left = (await bring('Bỏ dở')).body.draftId;
  const person = (await administrator.post('/procedures/packages/vi-du/drafts', {})).id;
  const body = { ...sent(renamedExample('Đã đề nghị')), version: '7.4.0', note: 'x' };
  const made = (await call('POST', '/proposals', body)).body;
  const database = new Database({ connectionString: runningApp().databaseUrl });
  await database.connect();
  try {
    await database.query(
      `update procedures.drafts set changed_at = changed_at - interval '49 hours' where id = any($1)`,
      [[left, person, made.draftId]],
    );
  } finally {
    await database.end();
  }
  await until(async () => ((await drafts()).includes(left) ? null : true), 'the draft that was left to be closed');
  expect(await drafts()).toEqual(expect.arrayContaining([person, made.draftId]));
  await refuse(made.publicationId);
  for (const id of [person, made.draftId]) await administrator.call('DELETE', `/procedures/drafts/${id}`);
});
