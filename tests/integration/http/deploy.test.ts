// `npm run procedures -- deploy` and `export --server` against the running server, as a ward's continuous integration would:
// with a token and its scopes, by a proposal that a second person decides on. What is tried first: deploy-trials.test.ts.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { approvedToken } from '../../support/api-token';
import { procedures, renamedExample, written } from '../../support/procedures-command';
import { restorePackage } from '../../support/publish-version';
import { as, runningApp } from '../../support/running-app';

jest.setTimeout(300_000);

const folder = mkdtempSync(path.join(tmpdir(), 'procedures-deploy-'));
const tokens: Record<string, string> = {};

/** The example under another name, without scenarios: nothing that the server has to try. */
const changedPackage = (title: string): string => written(folder, renamedExample(title));

beforeAll(async () => {
  await restorePackage('bach-dang', 'vi-du');
  tokens.both = await approvedToken(['packages.read', 'packages.propose']);
  tokens.read = await approvedToken(['packages.read']);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a package in force is taken from the server, and what is not different is not proposed', async () => {
  const zip = path.join(folder, 'vi-du.zip');
  const taken = await procedures(['export', 'vi-du', zip, '--server', runningApp().baseUrl], tokens.read);
  expect([taken.code, JSON.parse(taken.out)]).toMatchObject([0, { id: 'vi-du', file: zip }]);
  const none = await procedures(['deploy', zip, '--note', 'Như cũ', '--json'], tokens.both);
  expect([none.code, JSON.parse(none.out)]).toMatchObject([0, { proposed: false, changes: 0, tenant: 'bach-dang' }]);
});

test('a changed package is proposed once, and never approved by whoever asked for the token', async () => {
  const source = changedPackage('Mượn phòng, bản của phường');
  const args = ['deploy', source, '--note', 'Đổi tên', '--tenant', 'bach-dang', '--json'];
  const made = await procedures(args, tokens.both);
  expect(made.code).toBe(0);
  const answer = JSON.parse(made.out);
  expect(answer).toMatchObject({ proposed: true, tenant: 'bach-dang', version: '7.0.0' });
  expect(answer.address).toContain(answer.publicationId);
  const again = await procedures(args, tokens.both);
  expect(JSON.parse(again.out).publicationId).toBe(answer.publicationId);
  const address = `/procedures/publications/${answer.publicationId}`;
  const administrator = await as('quan-tri@bach-dang.example');
  const view = await administrator.get(address);
  expect(view.publication).toMatchObject({ state: 'PROPOSED', proposedBy: { name: 'Máy của phường' } });
  expect(view.permissions.decide).toBe(false);
  const own = await administrator.call('POST', `${address}/approve`, { reason: 'Tự duyệt' });
  expect(own.status).toBe(403);
  const head = await as('lanh-dao-van-phong@bach-dang.example');
  expect((await head.get(address)).permissions.decide).toBe(true);
  expect((await head.post(`${address}/refuse`, { reason: 'Chỉ thử' })).state).toBe('REFUSED');
});

test('a package that says what it was made from is not proposed over another version', async () => {
  const source = changedPackage('Làm từ bản khác');
  const args = (base: string) => ['deploy', source, '--note', 'Từ bản khác', '--based-on', base, '--json'];
  const refused = await procedures(args('0.0.1'), tokens.both);
  expect([refused.code, JSON.parse(refused.out).code]).toEqual([1, 'DRAFT_BEHIND']);
  const administrator = await as('quan-tri@bach-dang.example');
  const { items } = await administrator.get('/procedures/packages');
  const { version } = items.find((one: { id: string }) => one.id === 'vi-du');
  const made = JSON.parse((await procedures(args(version), tokens.both)).out);
  expect(made).toMatchObject({ proposed: true, inForce: version });
  const head = await as('lanh-dao-van-phong@bach-dang.example');
  await head.post(`/procedures/publications/${made.publicationId}/refuse`, { reason: 'Chỉ thử' });
});

test('what the server refuses is told with its code and ends with 1', async () => {
  const source = changedPackage('Thử');
  const old = await procedures(['deploy', source, '--version', '0.0.1', '--note', 'Lùi', '--json'], tokens.both);
  expect(old.code).toBe(1);
  expect(JSON.parse(old.out)).toMatchObject({ proposed: false, vi: expect.any(String) });
  const unscoped = await procedures(['deploy', source, '--note', 'Không quyền', '--json'], tokens.read);
  expect([unscoped.code, JSON.parse(unscoped.out).code]).toEqual([1, 'SCOPE_MISSING']);
  const wrong = await procedures(['deploy', source, '--note', 'x'], 'prc_sai');
  expect(wrong.code).toBe(1);
});

test('wrong use ends with 2, a server that is not there with 3', async () => {
  const source = changedPackage('Thử');
  for (const args of [
    ['deploy', source],
    ['deploy', '--note', 'x'],
    ['deploy', source, '--note', 'x', '--tenant', 'tam-thanh'],
    ['deploy', path.join(folder, 'khong-co'), '--note', 'x'],
  ])
    expect([args.length, (await procedures(args, tokens.both)).code]).toEqual([args.length, 2]);
  expect((await procedures(['deploy', source, '--note', 'x'], null)).code).toBe(2);
  const away = await procedures(['deploy', source, '--note', 'x'], tokens.both, 'http://127.0.0.1:9');
  expect(away.code).toBe(3);
  expect(away.told).toContain('127.0.0.1:9');
});

test('files that make no package are refused, and leave no draft', async () => {
  const post = (body: unknown, key: string) =>
    fetch(`${runningApp().baseUrl}/api/procedures/v1/packages/vi-du/proposals`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${tokens.both}`,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const administrator = await as('quan-tri@bach-dang.example');
  const drafts = async () =>
    (await administrator.get('/procedures/packages')).items.find((one: { id: string }) => one.id === 'vi-du').drafts
      .length;
  const before = await drafts();
  const bodies: [unknown, number][] = [
    [{ version: '8.0.0', note: 'x', files: { 'manifest.json': 'e30=' } }, 422],
    [{ version: '8.0.0', note: 'x', files: { '../manifest.json': 'e30=' } }, 422],
    [{ version: '8.0.0', note: 'x', files: {} }, 422],
    [{ version: 'tám', note: 'x', files: {} }, 400],
    [{ note: 'x' }, 400],
    ['{', 400],
  ];
  for (const [index, [body, status]] of bodies.entries())
    expect([index, (await post(body, `khoa-thu-${index}-${Date.now()}`)).status]).toEqual([index, status]);
  expect(await drafts()).toBe(before);
});
