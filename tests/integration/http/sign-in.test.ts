// Who counts as signed in at the panel's own routes: the gate asks it of the database at every request, so each of these
// changes holds from the next request on.
import { Client as Database } from 'pg';
import { ApiClient } from '../../support/api-client.mjs';
import { type Client, runningApp } from '../../support/running-app';

const ADMINISTRATOR = 'quan-tri@bach-dang.example';
const PAGE = '/procedures/me';
const db = new Database({ connectionString: runningApp().databaseUrl });

beforeAll(() => db.connect());
afterAll(() => db.end());

/** A session of its own, so that ending it ends nobody else's. */
async function signIn(): Promise<{ client: Client; sessionId: string }> {
  const { baseUrl, passwords } = runningApp();
  const client = await ApiClient.signIn(baseUrl, ADMINISTRATOR, passwords[ADMINISTRATOR] ?? '');
  const payload = JSON.parse(Buffer.from(String(client.token).split('.')[1] ?? '', 'base64url').toString());
  return { client: client as unknown as Client, sessionId: payload.sessionId };
}

const problemOf = async (client: Client, address: string) => {
  const { status, body } = await client.call('GET', address);
  return [status, body?.error?.code];
};

describe('whoever calls the panel', () => {
  it('is let in with a token of a running session', async () => {
    expect(await problemOf((await signIn()).client, PAGE)).toEqual([200, undefined]);
  });

  it.each([
    ['no token', null],
    ['a word', 'abc'],
    ['a token that others signed', 'eyJhbGciOiJIUzI1NiJ9.eyJ1c2VySWQiOiIxIiwidHlwZSI6ImFjY2VzcyJ9.c2lnbmF0dXJl'],
  ])('is refused in both languages with %s', async (_what, token) => {
    const nobody = new ApiClient(runningApp().baseUrl, token, 'nobody') as unknown as Client;
    const { status, body } = await nobody.call('GET', PAGE);
    expect([status, body.error.code]).toEqual([401, 'NOT_SIGNED_IN']);
    expect([body.error.vi, body.error.en]).toEqual([expect.stringMatching(/\S/), expect.stringMatching(/\S/)]);
  });

  it('is refused once the session has ended, been taken away or belongs elsewhere', async () => {
    const changes = [
      "update strapi_sessions set expires_at = '2020-01-01' where session_id = $1",
      "update strapi_sessions set origin = 'users-permissions' where session_id = $1",
      'delete from strapi_sessions where session_id = $1',
    ];
    for (const change of changes) {
      const { client, sessionId } = await signIn();
      expect(await problemOf(client, PAGE)).toEqual([200, undefined]);
      await db.query(change, [sessionId]);
      expect(await problemOf(client, PAGE)).toEqual([401, 'NOT_SIGNED_IN']);
    }
  });

  it('is refused while the account is switched off', async () => {
    const { client } = await signIn();
    await db.query('update admin_users set is_active = false where email = $1', [ADMINISTRATOR]);
    try {
      expect(await problemOf(client, PAGE)).toEqual([401, 'NOT_SIGNED_IN']);
    } finally {
      await db.query('update admin_users set is_active = true where email = $1', [ADMINISTRATOR]);
    }
    expect(await problemOf(client, PAGE)).toEqual([200, undefined]);
  });

  it('is refused what a permission is missing for, or given under a condition that nobody can judge', async () => {
    const { client } = await signIn();
    const address = '/procedures/operations';
    expect(await problemOf(client, address)).toEqual([200, undefined]);
    const { rows } = await db.query(
      `select p.id, p.conditions from admin_permissions p
       join admin_permissions_role_lnk l on l.permission_id = p.id
       join admin_users_roles_lnk ul on ul.role_id = l.role_id
       join admin_users u on u.id = ul.user_id
       where u.email = $1 and p.action like 'plugin::procedures.operations%'`,
      [ADMINISTRATOR],
    );
    const ids = rows.map((row) => row.id);
    expect(ids.length).toBeGreaterThan(0);
    const set = (value: string) =>
      db.query('update admin_permissions set conditions = $2::jsonb where id = any($1)', [ids, value]);
    await set('["admin::is-creator"]');
    try {
      expect(await problemOf(client, address)).toEqual([403, 'PERMISSION_MISSING']);
    } finally {
      await set('[]');
    }
    expect(await problemOf(client, address)).toEqual([200, undefined]);
  });
});
