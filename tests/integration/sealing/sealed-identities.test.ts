// A protected person on a real stack: nothing anywhere says who it is, two people open it, and everything is on record.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Client as Database } from 'pg';
import type { IdentityContent, IdentityOverview } from '../../../src/plugins/procedures/shared/sealing-contract';
import {
  lockPrivateKey,
  newKeyPair,
  openContent,
  openSealedKey,
  sealingReady,
  sealKeyTo,
} from '../../../src/plugins/procedures/shared/sealing-crypto';
import { anybody, as, type Client, runningApp } from '../../support/running-app';

const WARD = 'bach-dang.example';
const officer = () => as(`truc-ban@${WARD}`);
const head = () => as(`lanh-dao@${WARD}`);
const deputy = () => as(`pho-lanh-dao@${WARD}`);
const REASON = 'Cần mời người báo tin đến làm việc theo quyết định phân công.';
const PASSPHRASE = 'một mật khẩu chỉ để kiểm thử';

const teller = {
  role: 'NGUOI_CUNG_CAP',
  name: 'Ngô Thị Kiểm Thử Kín',
  phone: '0900 123 987',
  address: 'Số 7 ngõ Giả Định, tổ 99',
  identityNo: '001099123987',
  howKnown: 'Đứng ở ban công nhà Giả Định nhìn sang',
};
/** As it was typed, as a search column could keep it, and the number without blanks. */
const TRACES = [
  'Kiểm Thử Kín',
  'kiem thu kin',
  '0900 123 987',
  '0900123987',
  'ngõ Giả Định',
  '001099123987',
  'nhà Giả Định',
];

let database: Database;
beforeAll(async () => {
  await sealingReady();
  database = new Database({ connectionString: runningApp().databaseUrl });
  await database.connect();
});
afterAll(() => database.end());

async function takeIn(given: Record<string, unknown> = {}, lateReason?: string) {
  const client = await officer();
  const record = {
    receivedByUnit: 'CAP',
    kind: 'TO_GIAC',
    channel: 'TRUC_TIEP',
    crimeType: 'MA_TUY',
    occurredPlace: 'Chợ mẫu',
    identityProtection: true,
    persons: [teller],
    summary: 'Có người bán hàng cấm ở chợ mẫu.',
    ...given,
  };
  const body = { packageId: 'nguon-tin', event: 'TIEP_NHAN', values: { record }, clientId: randomUUID() };
  return client.post('/procedures/cases?wait=10000', lateReason ? { ...body, lateReason } : body);
}

/** Every table and row that says one of the traces. */
async function whereTold(): Promise<string[]> {
  const { rows } = await database.query(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'procedures')`,
  );
  const found: string[] = [];
  for (const { name } of rows) {
    const told = await database.query(
      `select count(*)::int as rows from ${name} as t where lower(normalize(t::text, nfc)) like any ($1)`,
      [TRACES.map((trace) => `%${trace.normalize('NFC').toLowerCase()}%`)],
    );
    if (told.rows[0].rows > 0) found.push(`${name}: ${told.rows[0].rows}`);
  }
  return found;
}

interface Holder {
  client: Client;
  keyId: string;
  publicKey: string;
  privateKey: Uint8Array;
}
async function makeKey(client: Client): Promise<Holder> {
  const { publicKey, privateKey } = newKeyPair();
  const locked = lockPrivateKey(privateKey, PASSPHRASE);
  const { id } = await client.post('/procedures/custodian-keys', { publicKey, locked });
  return { client, keyId: id, publicKey, privateKey };
}
const overview = async (client: Client): Promise<IdentityOverview> => client.get('/procedures/identities');
const refusedCode = async (client: Client, method: string, path: string, body?: unknown) => {
  const answer = await client.call(method, `/procedures${path}`, body);
  return [answer.status, answer.body?.error?.code];
};

let first: { caseId: string; receiptCode: string };
let second: { caseId: string; receiptCode: string };
let holders: { head: Holder; deputy: Holder };
let identityId: string;

describe('before any custodian has a key', () => {
  it('a protected report is taken in all the same, masked, and counted as not yet sealed', async () => {
    first = await takeIn();
    expect(first.receiptCode).toMatch(/^.{4}-.{4}-.{4}$/);
    const detail = await (await officer()).get(`/procedures/cases/${first.caseId}`);
    expect(JSON.stringify(detail)).not.toMatch(/Kiểm Thử Kín|0900/);
    const of = await (await officer()).get(`/procedures/cases/${first.caseId}/identities`);
    expect(of).toMatchObject({ waiting: true, sealed: [] });
    for (const client of [await head(), await as(`quan-tri@${WARD}`)]) {
      expect((await overview(client)).unsealed?.cases.map((one) => one.caseId)).toContain(first.caseId);
    }
    expect((await overview(await officer())).unsealed).toBeNull();
  });
});

describe('when the custodians have keys', () => {
  it('what lay open is sealed with the first of them, down to the last table', async () => {
    holders = { head: await makeKey(await head()), deputy: await makeKey(await deputy()) };
    expect((await overview(await head())).unsealed?.count).toBe(0);
    expect(await whereTold()).toEqual([]);
    // Other tests may have taken in protected people too: whatever there is lacks for the later key alone.
    const { custodians } = await overview(await head());
    expect(custodians.find((one) => one.name.includes('Sáu'))?.missing).toBeGreaterThanOrEqual(1);
    expect(custodians.find((one) => one.name.includes('Năm'))?.missing).toBe(0);
  });

  it('nothing that is written about a new report says who told it, wherever it was typed', async () => {
    second = await takeIn({
      summary: `Bà ${teller.name}, điện thoại 0900123987, nói thấy việc này.`,
      documents: [{ name: `Đơn của ${teller.name}` }],
    });
    expect(await whereTold()).toEqual([]);
    const { record, persons } = await (await officer()).get(`/procedures/cases/${second.caseId}`);
    expect(persons).toMatchObject([{ sealed: true }]);
    expect(JSON.stringify(record)).toContain('Bà Người được bảo vệ 1, điện thoại Người được bảo vệ 1, nói');
    const { sealed, waiting } = await (await officer()).get(`/procedures/cases/${second.caseId}/identities`);
    expect(waiting).toBe(false);
    expect(sealed).toMatchObject([{ pseudonym: 'Người được bảo vệ 1', request: null }]);
    identityId = sealed[0].id;
  });

  it('the log says nothing of it either', () => {
    const { logFile } = runningApp();
    const log = readFileSync(logFile, 'utf8').normalize('NFC').toLowerCase();
    for (const trace of TRACES) expect(log).not.toContain(trace.normalize('NFC').toLowerCase());
  });

  it('the person follows the report by the receipt as before', async () => {
    for (const { receiptCode } of [first, second]) {
      const answer = await anybody().call('GET', `/api/procedures/receipts/${receiptCode}`);
      expect(answer.status).toBe(200);
      expect(JSON.stringify(answer.body)).not.toMatch(/bảo vệ|Kín/);
    }
  });

  it('a custodian who came later is given what an earlier one holds, and a key that is not in force is given nothing', async () => {
    const rows = await holders.head.client.get('/procedures/custodian-keys/to-reseal');
    const resealed = rows.flatMap((row: { identityId: string; sealedKey: string; targets: Holder[] }) => {
      const key = openSealedKey(row.sealedKey, holders.head.publicKey, holders.head.privateKey);
      return row.targets.map((target) => ({
        identityId: row.identityId,
        keyId: target.keyId,
        sealedKey: sealKeyTo(target.publicKey, key),
      }));
    });
    expect(resealed.map((one: { identityId: string }) => one.identityId)).toContain(
      (await (await officer()).get(`/procedures/cases/${first.caseId}/identities`)).sealed[0].id,
    );
    expect(await holders.head.client.post('/procedures/custodian-keys/reseal', { resealed })).toEqual({
      resealed: resealed.length,
    });
    const { custodians } = await overview(await head());
    expect(custodians.filter((one) => one.key).map((one) => one.missing)).toEqual([0, 0]);
    const stray = [{ ...resealed[0], keyId: randomUUID() }];
    expect(await refusedCode(holders.head.client, 'POST', '/custodian-keys/reseal', { resealed: stray })).toEqual([
      409,
      'KEY_NOT_IN_FORCE',
    ]);
  });
});

describe('opening', () => {
  const asker = newKeyPairLater();
  const requests = () => `/cases/${second.caseId}/identities/${identityId}/requests`;
  let requestId: string;

  it('is refused to whoever may not read the case, and to a request without a reason or a key', async () => {
    const body = { reason: REASON, publicKey: asker().publicKey };
    const codes = async (email: string) => refusedCode(await as(email), 'POST', requests(), body);
    expect(await codes(`quan-tri@${WARD}`)).toEqual([403, 'ROLE_NOT_ALLOWED']);
    expect(await codes(`kiem-tra@${WARD}`)).toEqual([403, 'ROLE_NOT_ALLOWED']);
    expect(await codes(`chu-tich@${WARD}`)).toEqual([403, 'UNIT_NOT_CONCERNED']);
    expect(await codes('truc-ban@tam-thanh.example')).toEqual([404, 'NOT_FOUND']);
    const client = await officer();
    expect(await refusedCode(client, 'POST', requests(), { ...body, reason: 'cần' })).toEqual([422, 'REASON_NEEDED']);
    expect(await refusedCode(client, 'POST', requests(), { ...body, publicKey: 'x' })).toEqual([
      422,
      'REQUEST_KEY_NEEDED',
    ]);
  });

  it('needs another person: neither the asker, nor a custodian who asks, nor an administrator approves', async () => {
    const asked = await holders.head.client.post(`/procedures${requests()}`, {
      reason: REASON,
      publicKey: asker().publicKey,
    });
    const path = `/identity-requests/${asked.id}`;
    expect(await refusedCode(holders.head.client, 'GET', `${path}/key`)).toEqual([403, 'DIFFERENT_PERSON_REQUIRED']);
    requestId = (
      await (await officer()).post(`/procedures${requests()}`, { reason: REASON, publicKey: asker().publicKey })
    ).id;
    const own = `/identity-requests/${requestId}`;
    const approve = async (client: Client) => refusedCode(client, 'POST', `${own}/approve`, { resealedKey: 'x' });
    expect(await approve(await officer())).toEqual([403, 'NOT_A_CUSTODIAN']);
    expect(await approve(await as(`quan-tri@${WARD}`))).toEqual([403, 'ROLE_NOT_ALLOWED']);
    expect(await approve(await as('lanh-dao@tam-thanh.example'))).toEqual([404, 'NOT_FOUND']);
    expect(await approve(await head())).toEqual([422, 'RESEALED_KEY_NEEDED']);
    expect(await refusedCode(await officer(), 'POST', `${own}/read`)).toEqual([409, 'IDENTITY_CLOSED']);
  });

  it('shows the asker what was typed, once a custodian has sealed it again to the asker, and nobody else', async () => {
    const path = `/procedures/identity-requests/${requestId}`;
    const given = await holders.deputy.client.get(`${path}/key`);
    const contentKey = openSealedKey(given.sealedKey, holders.deputy.publicKey, holders.deputy.privateKey);
    await holders.deputy.client.post(`${path}/approve`, { resealedKey: sealKeyTo(given.publicKey, contentKey) });
    const client = await officer();
    const read = await client.post(`${path}/read`, {});
    const key = openSealedKey(read.resealedKey, asker().publicKey, asker().privateKey);
    const content: IdentityContent = JSON.parse(openContent(read, read.about, key));
    const { role, ...identifying } = teller;
    expect(content.fields).toEqual(identifying);
    expect(Object.values(content.texts)).toContain(`Bà ${teller.name}, điện thoại 0900123987, nói thấy việc này.`);
    expect(read.labels.name.vi).not.toBe('');
    expect(await refusedCode(await as(`can-bo@${WARD}`), 'POST', `/identity-requests/${requestId}/read`)).toEqual([
      404,
      'NOT_FOUND',
    ]);
    expect(await refusedCode(await head(), 'POST', `/identity-requests/${requestId}/approve`, {})).toEqual([
      409,
      'REQUEST_NOT_PENDING',
    ]);
  });

  it('ends with its time', async () => {
    await database.query(
      `update procedures.identity_requests set ends_at = now() - interval '1 minute' where id = $1`,
      [requestId],
    );
    expect(await refusedCode(await officer(), 'POST', `/identity-requests/${requestId}/read`)).toEqual([
      409,
      'IDENTITY_CLOSED',
    ]);
  });

  it('is in the audit chain, which still verifies, and told to the custodians', async () => {
    const { rows } = await database.query(
      `select action from procedures.audit_entries where subject_id = $1 order by seq`,
      [identityId],
    );
    expect(rows.map((row) => row.action)).toEqual([
      'identity.request',
      'identity.request',
      'identity.keyGiven',
      'identity.approve',
      'identity.read',
    ]);
    expect(await (await as(`kiem-tra@${WARD}`)).get('/procedures/audit/verify')).toMatchObject({ ok: true });
    const told = await database.query(
      `select count(distinct person_id)::int as people from procedures.notices where case_id = $1 and topic = 'IDENTITY_REQUEST'`,
      [second.caseId],
    );
    expect(told.rows[0].people).toBe(4);
    const { notices } = await (await officer()).get(`/procedures/cases/${second.caseId}`);
    expect(JSON.stringify(notices)).not.toContain('niêm phong');
  });
});

describe('a key', () => {
  it('that is revoked is sealed to no more, holds nothing, and the last one cannot be revoked', async () => {
    const { head: one, deputy: other } = holders;
    expect(await refusedCode(await officer(), 'POST', `/custodian-keys/${one.keyId}/revoke`, {})).toEqual([
      403,
      'NOT_A_CUSTODIAN',
    ]);
    expect((await one.client.call('POST', `/procedures/custodian-keys/${other.keyId}/revoke`, {})).status).toBe(200);
    const { caseId } = await takeIn();
    const { rows } = await database.query(
      `select held.key_id from procedures.sealed_content_keys held
       join procedures.sealed_identities identity on identity.id = held.identity_id where identity.case_id = $1`,
      [caseId],
    );
    expect(rows).toEqual([{ key_id: one.keyId }]);
    const left = await database.query('select 1 from procedures.sealed_content_keys where key_id = $1', [other.keyId]);
    expect(left.rows).toEqual([]);
    const resealed = [{ identityId, keyId: other.keyId, sealedKey: sealKeyTo(other.publicKey, new Uint8Array(32)) }];
    expect(await refusedCode(one.client, 'POST', '/custodian-keys/reseal', { resealed })).toEqual([
      409,
      'KEY_NOT_IN_FORCE',
    ]);
    expect(await refusedCode(one.client, 'POST', `/custodian-keys/${one.keyId}/revoke`, {})).toEqual([409, 'LAST_KEY']);
  });

  it('is replaced only with everything that it opened', async () => {
    const { head: one } = holders;
    const { publicKey, privateKey } = newKeyPair();
    const locked = lockPrivateKey(privateKey, PASSPHRASE);
    const body = (resealed: unknown[]) => ({ publicKey, locked, replaces: { keyId: one.keyId, resealed } });
    expect(await refusedCode(one.client, 'POST', '/custodian-keys', { publicKey, locked })).toEqual([
      409,
      'KEY_EXISTS',
    ]);
    expect(await refusedCode(one.client, 'POST', '/custodian-keys', body([]))).toEqual([
      409,
      'IDENTITIES_NOT_RESEALED',
    ]);
    const rows = await one.client.get('/procedures/custodian-keys/to-reseal?all=true');
    const resealed = rows.map((row: { identityId: string; sealedKey: string }) => ({
      identityId: row.identityId,
      sealedKey: sealKeyTo(publicKey, openSealedKey(row.sealedKey, one.publicKey, one.privateKey)),
    }));
    expect(resealed.length).toBeGreaterThan(1);
    expect((await one.client.call('POST', '/procedures/custodian-keys', body(resealed))).status).toBe(201);
    const { myKey } = await overview(await head());
    expect(myKey?.publicKey).toBe(publicKey);
  });

  it('is refused when it is locked with less than the page would lock it', async () => {
    const { publicKey, privateKey } = newKeyPair();
    const locked = { ...lockPrivateKey(privateKey, PASSPHRASE), memory: 8192 };
    expect(await refusedCode(await deputy(), 'POST', '/custodian-keys', { publicKey, locked })).toEqual([
      422,
      'KEY_REFUSED',
    ]);
  });
});

/** A pair that is made when libsodium is ready. */
function newKeyPairLater() {
  let pair: ReturnType<typeof newKeyPair> | null = null;
  return () => {
    pair ??= newKeyPair();
    return pair;
  };
}
