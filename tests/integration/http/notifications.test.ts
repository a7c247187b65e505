// Notices over HTTP: whose they are, how a person and an administrator set them, and webhooks.
import { randomUUID } from 'node:crypto';
import knex from 'knex';
import { as, type Client, runningApp, startExample } from '../../support/running-app';

const OFFICER = 'van-phong@tam-thanh.example';
let officer: Client;
let administrator: Client;
const database = knex({ client: 'pg', connection: runningApp().databaseUrl, pool: { min: 0, max: 1 } });
afterAll(() => database.destroy());

/** As a writer of the platform would: the application's own code runs in another process. */
async function tell(caseId: string | null): Promise<string> {
  const id = randomUUID();
  const person = await database('procedures.people as person')
    .join('admin_users as account', 'account.id', 'person.admin_user_id')
    .where('account.email', OFFICER)
    .first('person.id', 'person.tenant_id');
  const of = { tenant_id: person.tenant_id, created_at: new Date() };
  await database('procedures.notices').insert({
    ...of,
    id,
    case_id: caseId,
    kind: 'MENTION',
    topic: 'MENTION',
    recipient: 'PERSON',
    text: JSON.stringify({ vi: 'Bạn được nhắc đến', en: 'You are mentioned' }),
    link: caseId && `/cases/${caseId}`,
  });
  await database('procedures.notice_recipients').insert({ ...of, notice_id: id, person_id: person.id });
  return id;
}

beforeAll(async () => {
  officer = await as(OFFICER);
  administrator = await as('quan-tri@tam-thanh.example');
});

describe("a person's notices", () => {
  it('say why and about which case, are counted until they are read, and are nobody else’s', async () => {
    const { caseId } = await startExample(officer);
    const id = await tell(caseId);
    const { items, unread } = await officer.get('/procedures/notifications?kind=MENTION');
    expect(items[0]).toMatchObject({ id, readAt: null, link: `/cases/${caseId}`, case: { id: caseId, seen: true } });
    expect(items[0].case.title).toBeTruthy();
    for (const other of ['can-bo@tam-thanh.example', 'van-phong@bach-dang.example']) {
      const client = await as(other);
      expect((await client.call('POST', `/procedures/notifications/${id}/read`)).status).toBe(404);
      expect((await client.get('/procedures/notifications')).items.map((one: { id: string }) => one.id)).not.toContain(
        id,
      );
    }
    expect(await officer.post(`/procedures/notifications/${id}/read`, {})).toEqual({ unread: unread - 1 });
    await officer.post('/procedures/notifications/read', {});
    expect(await officer.get('/procedures/notifications/unread')).toEqual({ unread: 0 });
  });

  it('show nothing of a case that the reader may no longer see', async () => {
    const { caseId } = await startExample(officer);
    const id = await tell(caseId);
    await database('procedures.cases')
      .where({ id: caseId })
      .update({ restricted: true, participating_units: ['X'] });
    const { items } = await officer.get('/procedures/notifications');
    const notice = items.find((one: { id: string }) => one.id === id);
    expect(notice).toMatchObject({ link: null, case: { id: null, bookNo: null, title: null, seen: false } });
    expect(JSON.stringify(notice)).not.toContain(caseId);
  });
});

describe('settings', () => {
  it("are a person's own, and a wrong one changes nothing", async () => {
    const chosen = { quiet: { from: '20:00', to: '07:00' }, digestTimes: ['08:00'], mail: { MENTION: 'NEVER' } };
    expect((await officer.call('PUT', '/procedures/notifications/settings', chosen)).status).toBe(200);
    const wrong = await officer.call('PUT', '/procedures/notifications/settings', { ...chosen, digestTimes: ['8h'] });
    expect([wrong.status, wrong.body.error.detail.problems[0].path]).toEqual([422, 'digestTimes']);
    const { preferences, mail } = await officer.get('/procedures/notifications/settings');
    expect(preferences).toEqual(chosen);
    expect(mail).toMatchObject({ on: false, missing: expect.arrayContaining(['SMTP_URL']) });
  });

  it('of the tenant are saved over the version that was read, and kept in the audit chain', async () => {
    const path = '/procedures/notifications/administration';
    const { settings, version } = await administrator.get(path);
    const body = { version, settings: { ...settings, digestTimes: ['07:30'] } };
    expect((await administrator.call('PUT', path, body)).body).toMatchObject({ version: version + 1 });
    expect((await administrator.call('PUT', path, body)).status).toBe(409);
    const other = await (await as('quan-tri@bach-dang.example')).get(path);
    expect(other.settings.digestTimes).toEqual(['07:00']);
    const { items } = await (await as('kiem-tra@tam-thanh.example')).get('/procedures/audit?pageSize=20');
    expect(items.map((one: { action: string }) => one.action)).toContain('notification.settings');
  });
});

describe('a webhook', () => {
  const body = { name: 'Kho lưu trữ', url: 'https://8.8.8.8/in', kinds: ['CLOCK_DUE'] };

  it('shows its secret once, and is unknown to another tenant', async () => {
    const made = await administrator.post('/procedures/webhooks', body);
    expect(made.secret).toMatch(/^whsec_/);
    const list = await administrator.get('/procedures/webhooks');
    expect(JSON.stringify(list)).not.toContain(made.secret);
    const [kept] = await database('procedures.webhooks').where({ id: made.id });
    expect(kept.secret).not.toContain(made.secret);
    const other = await as('quan-tri@bach-dang.example');
    for (const [method, path] of [
      ['PUT', ''],
      ['DELETE', ''],
      ['POST', '/test'],
      ['GET', '/deliveries'],
    ] as const) {
      const answer = await other.call(
        method,
        `/procedures/webhooks/${made.id}${path}`,
        method === 'PUT' ? body : undefined,
      );
      expect(answer.status).toBe(404);
    }
    expect((await administrator.call('DELETE', `/procedures/webhooks/${made.id}`)).status).toBe(200);
    expect((await administrator.get('/procedures/webhooks')).items).toEqual([]);
  });

  it.each(['http://8.8.8.8/', 'https://127.0.0.1/', 'https://localhost:5432/', 'https://169.254.169.254/latest'])(
    'to %s is refused',
    async (url) => {
      const answer = await administrator.call('POST', '/procedures/webhooks', { ...body, url });
      expect([answer.status, answer.body.error.code]).toEqual([422, 'WEBHOOK_ADDRESS_REFUSED']);
    },
  );
});
