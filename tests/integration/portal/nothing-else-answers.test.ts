// What the outside reaches: the declared routes, and nothing of Strapi's own content API; not with a token of an account.
import http from 'node:http';
import { Client as Database } from 'pg';
import { routeTable } from '../../../src/plugins/procedures/server/src/policy/route-table';
import { runningApp } from '../../support/running-app';
import { Visitor } from '../../support/visitor';

let db: Database;
let token: string;

beforeAll(async () => {
  db = new Database({ connectionString: runningApp().databaseUrl });
  await db.connect();
  const { headers } = await new Visitor().signIn('uy-vien@bach-dang.example');
  token = /cong=([^;]+)/.exec(headers.get('set-cookie') ?? '')?.[1] ?? '';
});
afterAll(() => db.end());

/** `localAddress`: whoever comes without a token is slowed down by the address. */
const statusOf = (method: string, path: string, bearer: string | null, localAddress = '127.0.0.12') =>
  new Promise<number>((resolve, reject) => {
    const headers = {
      ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
      ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
    };
    const sent = http.request(`${runningApp().baseUrl}${path}`, { method, headers, localAddress }, (answer) => {
      answer.resume().once('end', () => resolve(answer.statusCode ?? 0));
    });
    sent.once('error', reject);
    sent.end(
      method === 'GET' ? undefined : JSON.stringify({ identifier: 'a@b.example', password: 'x', email: 'a@b.example' }),
    );
  });

describe('routes that come with the framework', () => {
  it.each([
    ['POST', '/api/auth/local'],
    ['POST', '/api/auth/local/register'],
    ['POST', '/api/auth/forgot-password'],
    ['POST', '/api/auth/reset-password'],
    ['POST', '/api/auth/change-password'],
    ['POST', '/api/auth/send-email-confirmation'],
    ['GET', '/api/auth/email-confirmation'],
    ['GET', '/api/connect/google'],
    ['GET', '/api/users'],
    ['GET', '/api/users/me'],
    ['POST', '/api/users'],
    ['GET', '/api/users-permissions/roles'],
    ['GET', '/api/users-permissions/permissions'],
    ['GET', '/api/upload/files'],
  ])('%s %s answers nobody, with or without a token', async (method, path) => {
    for (const bearer of [null, token]) expect([401, 403, 404, 405]).toContain(await statusOf(method, path, bearer));
  });

  it('serve no content type of the application to the outside', async () => {
    const { rows } = await db.query(
      "select collection_name, name from (values ('crime-sources', 1), ('source-people', 1), ('transfers', 1), ('decisions', 1), ('evidence-items', 1), ('sample-requests', 1)) as t (collection_name, name)",
    );
    for (const { collection_name: name } of rows)
      for (const bearer of [null, token])
        expect([401, 403, 404, 405]).toContain(await statusOf('GET', `/api/${name}`, bearer));
    const granted = await db.query(
      "select action from up_permissions where action like 'api::%' or action like 'plugin::procedures%' or action like 'plugin::upload%'",
    );
    expect(granted.rows).toEqual([]);
  });
});

describe('routes for the outside', () => {
  const outside = routeTable.filter((route) => route.audience !== 'admin');

  it.each(outside.map((route, at) => [`${route.method} ${route.path}`, route, `127.0.1.${at + 1}`] as const))(
    '%s answers as its declaration says',
    async (_name, route, address) => {
      const path = `/api/procedures${route.path.replace(/:\w+/g, 'none')}`;
      const status = await statusOf(route.method, path, null, address);
      expect(status).toBeLessThan(500);
      if (route.audience === 'integration') expect(status).toBe(401);
      if (route.audience === 'portal') expect(status).toBe(401);
      if (route.audience === 'public' && route.method === 'GET') expect([200, 404]).toContain(status);
    },
  );
});
