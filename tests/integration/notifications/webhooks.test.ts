// Calls to another system, over a real HTTP server on loopback: signed, once, again after a failure, and given up.
import { createHmac, randomUUID } from 'node:crypto';
import { type Notice, notify } from '../../../src/plugins/procedures/server/src/notices/notify';
import { planWebhooks } from '../../../src/plugins/procedures/server/src/webhooks/plan-webhooks';
import { newSecret, sealSecret } from '../../../src/plugins/procedures/server/src/webhooks/secret';
import { FAILURES_ALLOWED, sendWebhooks } from '../../../src/plugins/procedures/server/src/webhooks/send-webhooks';
import { type OtherSystem, type OutsideCall, otherSystem } from '../../support/other-system';
import { later, type Office, openOffice, TENANT } from './office';

let office: Office;
let system: OtherSystem;
let answer = 204;
const calls: OutsideCall[] = [];
const secret = newSecret();
const before = { ...process.env };

beforeAll(async () => {
  office = await openOffice();
  process.env.WEBHOOK_ALLOWED_HOSTS = '127.0.0.1';
  system = await otherSystem(calls, (_call, response) =>
    response.writeHead(answer, answer === 302 ? { location: 'http://127.0.0.1:1/' } : {}).end('whatever'),
  );
  const url = `${system.baseUrl}/in`;
  await office.knex('procedures.webhooks').insert({
    id: randomUUID(),
    tenant_id: TENANT,
    name: 'Thử',
    url,
    kinds: ['CLOCK_DUE', 'MENTION'],
    secret: sealSecret(secret, 'key-of-this-test'),
    created_at: office.clock.now(),
  });
}, 60_000);
afterAll(async () => {
  process.env = before;
  await system?.stop();
  await office?.stop();
}, 30_000);
beforeEach(() => {
  calls.length = 0;
  answer = 204;
});

const tell = (given: Partial<Notice>) =>
  office.knex.transaction((trx) =>
    notify(trx, {
      tenantId: TENANT,
      kind: 'MENTION',
      to: { unit: 'DESK' },
      why: { vi: 'Lý do', en: 'Reason' },
      now: office.clock.now(),
      ...given,
    }),
  );
const look = async () => {
  await planWebhooks(office.platform);
  await sendWebhooks(office.platform);
};
const last = () => office.knex('procedures.webhook_deliveries').orderBy('queued_at', 'desc').first();

it('is called once for a kind it asked for, with ids of ours and nothing else, signed over time and body', async () => {
  const caseId = await office.aCase({ book_no: '9/2026' });
  await tell({ caseId });
  await tell({ kind: 'DIRECTION', caseId });
  await tell({ tenantId: 'south', to: [] });
  await look();
  await look();
  expect(calls).toHaveLength(1);
  const { headers, body } = calls[0] as OutsideCall;
  expect(Object.keys(JSON.parse(body)).sort()).toEqual(
    ['at', 'caseId', 'clockId', 'id', 'kind', 'rule', 'taskId', 'tenantId', 'urgent', 'withheld'].sort(),
  );
  expect(JSON.parse(body)).toMatchObject({ kind: 'MENTION', caseId, withheld: false });
  expect(body).not.toMatch(/9\/2026|Lý do|CONTENT/);
  const signed = createHmac('sha256', secret).update(`${headers['x-procedures-timestamp']}.${body}`).digest('hex');
  expect(headers['x-procedures-signature']).toBe(`sha256=${signed}`);
  expect(await last()).toMatchObject({ state: 'SENT', response_code: 204 });
});

it('is not told which case a protected one is', async () => {
  const caseId = await office.aCase({}, { identityProtection: true });
  await tell({ kind: 'CLOCK_DUE', rule: 'R02', caseId });
  await look();
  expect(JSON.parse(calls[0]?.body ?? '{}')).toMatchObject({ withheld: true, caseId: null, rule: null });
  expect(calls[0]?.body).not.toContain(caseId);
});

it.each([500, 302])('that answers %i is called again later, the same delivery', async (code) => {
  answer = code;
  office.clock.moveTo(later(office.clock.now(), 1));
  await tell({});
  await look();
  await look();
  expect(calls).toHaveLength(1);
  expect(await last()).toMatchObject({ state: 'QUEUED', response_code: code });
  answer = 200;
  office.clock.moveTo(later(office.clock.now(), 1));
  await look();
  expect(calls).toHaveLength(2);
  expect(calls[1]?.headers['x-procedures-delivery']).toBe(calls[0]?.headers['x-procedures-delivery']);
  expect((await office.knex('procedures.webhooks').first('failures')).failures).toBe(0);
});

it('that fails again and again is switched off, and the administrators are told', async () => {
  answer = 503;
  await office.knex('admin_roles').insert({ id: 9, code: 'procedures-admin' });
  await office.knex('admin_users_roles_lnk').insert({ user_id: 5, role_id: 9 });
  for (let count = 0; count <= FAILURES_ALLOWED; count += 1) await tell({});
  await look();
  expect(calls).toHaveLength(FAILURES_ALLOWED);
  expect(await office.knex('procedures.webhooks').first()).toMatchObject({
    active: false,
    disabled_reason: 'HTTP 503',
  });
  expect(await office.knex('procedures.webhook_deliveries').where({ state: 'QUEUED' })).toEqual([]);
  const told = await office
    .knex('procedures.notice_recipients as copy')
    .join('procedures.notices as notice', 'notice.id', 'copy.notice_id')
    .where('notice.topic', 'SYSTEM')
    .pluck('copy.person_id');
  expect(told).toEqual([office.people.chair]);
});

it('is not called when its address leads inside, whatever was checked when it was entered', async () => {
  process.env.WEBHOOK_ALLOWED_HOSTS = '';
  await office.knex('procedures.webhooks').update({ active: true, failures: 0 });
  office.clock.moveTo(later(office.clock.now(), 1));
  await tell({});
  await look();
  expect(calls).toEqual([]);
  expect((await last()).last_answer).toContain('https');
});
