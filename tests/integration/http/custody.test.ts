// The chain of custody and the audit entries of a case, over HTTP on the real stack.
import { Client as Database } from 'pg';
import { startByApi } from '../../browser/support/a-report';
import { as, type Client, runningApp, until } from '../../support/running-app';

const WARD = 'bach-dang';
const person = (name: string, ward = WARD) => as(`${name}@${ward}.example`);
const codeOf = ({ status, body }: { status: number; body: { error?: { code: string } } }) => [status, body.error?.code];

let officer: Client;
let colleague: Client;
let caseId: string;
let table: string;
let row: string;
let people: { id: string; name: string }[];
const read = (client: Client = officer) => client.get(`/procedures/cases/${caseId}/custody`);
const chain = async () => (await read()).items.find((item: { id: string }) => item.id === row);
const add = (body: object, client: Client = officer) =>
  client.call('POST', `/procedures/cases/${caseId}/custody`, { table, row, ...body });
const confirm = (id: string, client: Client) => client.call('POST', `/procedures/custody-entries/${id}/confirm`, {});
const gaps = async () => (await chain()).gaps.map(({ code }: { code: string }) => code);
const idOf = async (client: Client) => (await client.get('/procedures/me')).person.id;

beforeAll(async () => {
  [officer, colleague] = await Promise.all([person('can-bo'), person('can-bo-2')]);
  ({ caseId } = await startByApi(WARD, 'BD-D21'));
  const first = await until(async () => {
    const custody = await read();
    return custody.items.length > 0 ? custody : null;
  }, 'the evidence of the report to be recorded');
  ({ table, id: row } = first.items[0]);
  people = first.people;
});

const taken = { giver: 'Người nộp', taker: 'Cán bộ tiếp nhận', takerUnit: 'CAP', place: 'Tủ vật chứng số 1' };
const whole = { quantity: '01', condition: 'Nguyên vẹn', sealNo: 'NP-01', sealIntact: true };

describe('the chain of custody', () => {
  let handedOver: string;

  it('begins red, and with a taking that names everything', async () => {
    const custody = await read();
    expect(custody.title.vi).toBe('Chuỗi bảo quản vật chứng');
    expect(await gaps()).toEqual(['NO_CHAIN']);
    const incomplete = await add({ kind: 'TAKEN', at: '2026-05-01T08:00:00+07:00', content: { giver: 'Người nộp' } });
    expect(codeOf(incomplete)).toEqual([422, 'CUSTODY_INCOMPLETE']);
    expect(incomplete.body.error.detail.problems.map(({ path }: { path: string }) => path)).toEqual(
      expect.arrayContaining(['taker', 'place', 'condition']),
    );
    // Evidence is not cut off silently.
    const long = { ...taken, ...whole, condition: 'x'.repeat(301) };
    const tooLong = await add({ kind: 'TAKEN', at: '2026-05-01T08:00:00+07:00', content: long });
    expect(codeOf(tooLong)).toEqual([422, 'CUSTODY_TEXT_TOO_LONG']);
    expect(tooLong.body.error.detail.problems).toEqual([expect.objectContaining({ path: 'condition' })]);
    const content = { ...taken, ...whole, takerPersonId: await idOf(officer) };
    const both = await Promise.all([1, 2].map(() => add({ kind: 'TAKEN', at: '2026-05-01T08:00:00+07:00', content })));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await gaps()).toEqual([]);
  });

  it('is open until the taker, and nobody else, confirms with a sign-in of his own', async () => {
    const [giverPersonId, takerPersonId] = [await idOf(officer), await idOf(colleague)];
    const content = {
      ...taken,
      ...whole,
      giver: 'Cán bộ',
      giverPersonId,
      taker: 'Cán bộ hai',
      takerPersonId,
      documentNo: '155',
    };
    const made = await add({ kind: 'HANDED_OVER', at: '2026-05-02T08:00:00+07:00', content });
    expect(made.status).toBe(201);
    handedOver = made.body.id;
    expect(await gaps()).toEqual(['NOT_CONFIRMED']);
    expect(codeOf(await confirm(handedOver, officer))).toEqual([403, 'NOT_THE_TAKER']);
    expect((await confirm(handedOver, await person('can-bo', 'tam-thanh'))).status).toBe(404);
    const both = await Promise.all([confirm(handedOver, colleague), confirm(handedOver, colleague)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await gaps()).toEqual([]);
  });

  it('is corrected by an entry with a reason; what was wrong stays readable', async () => {
    const content = {
      ...taken,
      ...whole,
      giver: 'Cán bộ',
      giverPersonId: await idOf(officer),
      taker: 'Cán bộ hai',
      takerPersonId: await idOf(colleague),
      quantity: '02',
    };
    const wrong = { kind: 'CORRECTED', refersTo: handedOver, at: '2026-05-02T08:00:00+07:00', content };
    expect(codeOf(await add({ ...wrong, reason: 'x' }))).toEqual([422, 'REASON_NEEDED']);
    expect((await add({ ...wrong, reason: 'Đếm lại có mặt hai bên' })).status).toBe(201);
    const { entries } = await chain();
    expect(entries.map(({ kind }: { kind: string }) => kind)).toEqual(['TAKEN', 'HANDED_OVER', 'CORRECTED']);
    expect(entries[1]).toMatchObject({ id: handedOver, correctedBy: entries[2].id });
    expect((await gaps()).sort()).toEqual(['NOT_CONFIRMED', 'QUANTITY_CHANGED']);
    expect(codeOf(await add({ ...wrong, reason: 'Sửa lần nữa cho chắc' }))).toEqual([
      409,
      'CUSTODY_ENTRY_NOT_STANDING',
    ]);
  });

  it('refuses what is not of the case, a stranger as taker, a time ahead, and whoever may not read it', async () => {
    const content = { ...taken, ...whole };
    const right = { kind: 'HANDED_OVER', at: '2026-05-03T08:00:00+07:00', content };
    expect((await add({ ...right, row: 'none' })).status).toBe(404);
    expect((await add({ ...right, table: 'persons' })).status).toBe(404);
    expect(codeOf(await add({ ...right, kind: 'GONE' }))).toEqual([422, 'CUSTODY_KIND_UNKNOWN']);
    expect(codeOf(await add({ ...right, at: '2036-01-01T00:00:00+07:00' }))[1]).toBe('TIME_AHEAD');
    const stranger = await idOf(await person('to-dan-pho'));
    expect(people.some(({ id }) => id === stranger)).toBe(false);
    const toStranger = { ...content, takerPersonId: stranger };
    expect(codeOf(await add({ ...right, content: toStranger }))).toEqual([422, 'CUSTODY_PERSON_UNKNOWN']);
    for (const [name, ward, status] of [
      ['chu-tich', WARD, 403],
      ['quan-tri', WARD, 403],
      ['can-bo', 'tam-thanh', 404],
    ] as const) {
      const client = await person(name, ward);
      expect((await client.call('GET', `/procedures/cases/${caseId}/custody`)).status).toBe(status);
      expect((await add(right, client)).status).toBe(status);
    }
  });

  it('cannot be changed, not even in the database', async () => {
    const database = new Database({ connectionString: runningApp().databaseUrl });
    await database.connect();
    try {
      for (const statement of [
        "update procedures.custody_entries set reason = 'x'",
        'delete from procedures.custody_entries',
      ])
        await expect(database.query(statement)).rejects.toThrow('append-only');
    } finally {
      await database.end();
    }
  });
});

describe('the audit entries of a case', () => {
  const audit = (client: Client, query = '') => client.call('GET', `/procedures/cases/${caseId}/audit${query}`);

  it('tell the head and the auditor who read and changed it, and that the chain is whole', async () => {
    for (const name of ['lanh-dao', 'kiem-tra']) {
      const client = await person(name);
      const { status, body } = await audit(client);
      expect(status).toBe(200);
      const actions = body.items.map(({ action }: { action: string }) => action);
      expect(actions).toEqual(
        expect.arrayContaining(['custody.taken', 'custody.corrected', 'caseAudit.read', 'case.read']),
      );
      // An event is told by its title.
      const started = body.items.find(({ action }: { action: string }) => action === 'event.TIEP_NHAN');
      expect(started.title.vi).toMatch(/^Tiếp nhận/);
      expect(body.items.find(({ action }: { action: string }) => action === 'case.read').title).toBeNull();
      const reads = (await audit(client, '?filter=read')).body.items;
      expect(new Set(reads.map(({ kind }: { kind: string }) => kind))).toEqual(new Set(['read']));
      const check = await client.get(`/procedures/cases/${caseId}/audit/check`);
      expect(check).toMatchObject({ ok: true, brokenSeq: null });
    }
  });

  it('is for nobody else', async () => {
    for (const [name, ward, status] of [
      ['can-bo', WARD, 403],
      ['chu-tich', WARD, 403],
      ['quan-tri', WARD, 403],
      ['lanh-dao', 'tam-thanh', 404],
      ['kiem-tra', 'tam-thanh', 404],
    ] as const)
      expect((await audit(await person(name, ward))).status).toBe(status);
  });
});
