// Two people at one package: a draft that a newer version has overtaken undoes nothing without a word, and two at one draft
// are told of each other. And a version with a day of its own comes into force on that day.
import { randomUUID } from 'node:crypto';
import createKnex from 'knex';
import type { NewerVersion } from '../../../src/plugins/procedures/shared/packages-contract';
import { ApiClient } from '../../support/api-client.mjs';
import { publishVersion, restorePackage } from '../../support/publish-version';
import { as, type Client, runningApp, until } from '../../support/running-app';

const TENANT = 'bach-dang';
const AN_HOUR_MS = 3_600_000;
let administrator: Client;
let second: Client;

beforeAll(async () => {
  administrator = await as(`quan-tri@${TENANT}.example`);
  second = await as(`lanh-dao@${TENANT}.example`);
  await restorePackage(TENANT, 'vi-du');
});
afterAll(() => restorePackage(TENANT, 'vi-du'));

const inForce = async (): Promise<{ version: string }> =>
  (await administrator.get('/procedures/packages')).items.find((one: { id: string }) => one.id === 'vi-du');
const next = async () => {
  const [major, minor] = (await inForce()).version.split('.').map(Number);
  return `${major}.${minor + 1}.0`;
};
const open = async (): Promise<string> => (await administrator.post('/procedures/packages/vi-du/drafts', {})).id;
const propose = async (draft: string, more = {}) =>
  administrator.call('POST', `/procedures/drafts/${draft}/publications`, {
    version: await next(),
    note: 'Hai bản thảo',
    trialsReason: 'Chỉ thử',
    ...more,
  });
const approve = (id: string) => second.call('POST', `/procedures/publications/${id}/approve`, { reason: 'Đồng ý' });
const file = (draft: string, path: string) => administrator.get(`/procedures/drafts/${draft}/file?path=${path}`);
const change = async (draft: string, path: string, by: (text: string) => string) => {
  const { text, revision } = await file(draft, path);
  const saved = await administrator.call('PUT', `/procedures/drafts/${draft}/file`, { path, revision, text: by(text) });
  expect(saved.status).toBe(200);
};
const named = (name: string) => (text: string) =>
  text.replace(/(<bpmn:userTask id="xu_ly"[^>]* name=")[^"]*/, `$1${name}`);
const described = (vi: string) => (text: string) => {
  const manifest = JSON.parse(text);
  return JSON.stringify({ ...manifest, description: { ...manifest.description, vi } });
};

describe('a draft that a newer version has overtaken', () => {
  let draft: string;
  let newer: string;
  const newerOf = (): Promise<NewerVersion> => administrator.get(`/procedures/drafts/${draft}/newer`);
  const take = (body: object, client = administrator) => client.call('POST', `/procedures/drafts/${draft}/newer`, body);

  it('is not proposed, and says what came', async () => {
    draft = await open();
    await change(draft, 'vi-du.bpmn', named('Của bản thảo'));
    await change(draft, 'manifest.json', described('Mô tả của bản thảo'));
    newer = await publishVersion(TENANT, 'vi-du', {
      'vi-du.bpmn': named('Của bản mới'),
      'manifest.json': (text) => JSON.stringify({ ...JSON.parse(text), author: 'bản mới' }),
      'xu-ly.form': (text) => `${text}\n`,
    });
    const refused = await propose(draft);
    expect([refused.status, refused.body.error.code]).toEqual([409, 'DRAFT_BEHIND']);
    expect(refused.body.error.vi).toContain(newer);
    expect(refused.body.error.vi).toContain('xu-ly.form');
  });

  it('takes over what came, with a choice where both changed a file', async () => {
    const { version, files } = await newerOf();
    expect([version, files]).toEqual([
      newer,
      [
        { path: 'manifest.json', how: 'MERGED' },
        { path: 'vi-du.bpmn', how: 'BOTH' },
        { path: 'xu-ly.form', how: 'TAKEN' },
      ],
    ]);
    const undecided = await take({ version, choices: {} });
    expect([undecided.status, undecided.body.error.code]).toEqual([422, 'DRAFT_FILES_UNDECIDED']);
    expect(undecided.body.error.detail.problems[0].path).toBe('vi-du.bpmn');
    expect((await take({ version: '0.9.0', choices: {} })).body.error.code).toBe('DRAFT_NEWER_CHANGED');
    expect((await take({ version, choices: { 'vi-du.bpmn': 'MINE' } }, second)).status).toBe(403);
    const foreign = await as('quan-tri@tam-thanh.example');
    expect((await take({ version, choices: { 'vi-du.bpmn': 'MINE' } }, foreign)).status).toBe(404);
    expect((await take({ version, choices: { 'vi-du.bpmn': 'MINE' } })).status).toBe(200);
    expect((await newerOf()).files).toEqual([]);
    expect((await file(draft, 'vi-du.bpmn')).text).toContain('Của bản thảo');
    expect((await file(draft, 'xu-ly.form')).text.endsWith('\n\n')).toBe(true);
    expect(JSON.parse((await file(draft, 'manifest.json')).text)).toMatchObject({
      author: 'bản mới',
      description: { vi: 'Mô tả của bản thảo' },
    });
  });

  it('is then proposed over that version, and comes into force', async () => {
    const proposed = await propose(draft);
    expect(proposed.status).toBe(201);
    const { publication } = await second.get(`/procedures/publications/${proposed.body.id}`);
    expect(publication.baseVersion).toBe(newer);
    expect((await approve(proposed.body.id)).body.state).toBe('IN_FORCE');
  });
});

test('a version with a day of its own is not in force before it, and is from then on', async () => {
  const draft = await open();
  await change(draft, 'manifest.json', described('Từ ngày đã định'));
  const before = (await inForce()).version;
  const version = await next();
  const effectiveAt = new Date(Date.now() + AN_HOUR_MS).toISOString();
  const { body } = await propose(draft, { effectiveAt });
  expect((await approve(body.id)).body.state).toBe('APPROVED');
  expect((await inForce()).version).toBe(before);
  const knex = createKnex({ client: 'pg', connection: runningApp().databaseUrl });
  await knex('procedures.publications')
    .where({ id: body.id })
    .update({ effective_at: knex.raw('now()') });
  await knex.destroy();
  const read = async () => (await second.get(`/procedures/publications/${body.id}`)).publication;
  await until(async () => ((await read()).state === 'IN_FORCE' ? true : null), 'the version to come into force');
  expect((await inForce()).version).toBe(version);
  expect((await administrator.call('GET', `/procedures/drafts/${draft}`)).status).toBe(404);
});

test('what was read over one version is not approved over another that came meanwhile', async () => {
  const draft = await open();
  await change(draft, 'manifest.json', described('Duyệt khi đã có bản khác'));
  const { body } = await propose(draft);
  const { version, versions } = (await inForce()) as unknown as { version: string; versions: { version: string }[] };
  const other = versions.find((one) => one.version !== version)?.version;
  const knex = createKnex({ client: 'pg', connection: runningApp().databaseUrl });
  // As an update of the software brings one into force, without a proposal.
  const put = async (now: string) => {
    const all = knex('procedures.packages').where({ tenant_id: TENANT, package_id: 'vi-du' });
    await all.clone().update({ active: false });
    await all.clone().where({ version: now }).update({ active: true });
  };
  try {
    const seen = async () => (await second.get(`/procedures/publications/${body.id}`)).overtakenBy;
    expect(await seen()).toBeNull();
    await put(other as string);
    expect(await seen()).toBe(other);
    const refused = await approve(body.id);
    expect([refused.status, refused.body.error.code]).toEqual([409, 'PUBLICATION_OVERTAKEN']);
    expect(refused.body.error.vi).toContain(other);
  } finally {
    await put(version);
    await knex.destroy();
  }
  expect((await approve(body.id)).body.state).toBe('IN_FORCE');
});

test('two people at one draft are told of each other, and neither overwrites the other', async () => {
  const email = `${randomUUID()}@${TENANT}.example`;
  const made = await administrator.post('/procedures/people', {
    fullName: 'Quản trị Thứ Hai',
    email,
    role: 'administrator',
    method: 'PASSWORD',
    reason: 'Thử',
  });
  const colleague = (await ApiClient.signIn(runningApp().baseUrl, email, made.password)) as unknown as Client;
  const me = (await administrator.get('/procedures/me')).person;
  const draft = await open();
  const path = `/procedures/drafts/${draft}/file`;
  const save = (client: Client, revision: number, text: string) =>
    client.call('PUT', path, { path: 'xu-ly.form', revision, text });
  const { text, revision } = await file(draft, 'xu-ly.form');
  expect((await save(colleague, revision, `${text}\n`)).status).toBe(200);
  const late = await save(administrator, revision, `${text}\n\n`);
  expect([late.status, late.body.error.code, late.body.error.detail.takenBy]).toEqual([
    409,
    'DRAFT_FILE_CHANGED',
    'Quản trị Thứ Hai',
  ]);
  expect(late.body.error.vi).toContain('Quản trị Thứ Hai');
  expect((await file(draft, 'xu-ly.form')).text).toBe(`${text}\n`);
  expect((await save(administrator, revision + 1, `${text}\n\n`)).status).toBe(200);
  const back = await save(colleague, revision + 1, text);
  expect(back.body.error.detail.takenBy).toBe(me.fullName);
  const seen = await colleague.get(`/procedures/drafts/${draft}`);
  expect(seen.files.find((one: { path: string }) => one.path === 'xu-ly.form').changedBy.name).toBe(me.fullName);
});
