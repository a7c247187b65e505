import type { Knex } from 'knex';
import { entryHash } from '../../../src/plugins/procedures/server/src/audit/audit-entry';
import { lookMs, recordRead } from '../../../src/plugins/procedures/server/src/audit/record-read';
import { verifyAudit } from '../../../src/plugins/procedures/server/src/audit/verify-audit';
import { type AuditInput, writeAudit } from '../../../src/plugins/procedures/server/src/audit/write-audit';
import type { Platform } from '../../../src/plugins/procedures/server/src/runtime/platform';
import type { Actor } from '../../../src/plugins/procedures/server/src/tenants/actor';
import { startDatabase, type TestDatabase } from './database';

const PERSON = '00000000-0000-4000-8000-000000000001';
let database: TestDatabase;
let knex: Knex;

beforeAll(async () => {
  database = await startDatabase();
  knex = database.knex;
}, 60_000);
afterAll(async () => {
  await database?.stop();
}, 30_000);

const entry = (given: Partial<AuditInput> = {}): AuditInput => ({
  tenantId: 'north',
  at: new Date('2026-11-22T08:00:00.123Z'),
  actor: { personId: PERSON, adminUserId: 7 },
  action: 'case.read',
  subjectType: 'case',
  subjectId: 'a-case',
  detail: { fields: ['summary', 'persons[].name'], version: 2 },
  ...given,
});
const write = (given: Partial<AuditInput> = {}) => knex.transaction((trx) => writeAudit(trx, entry(given)));

/** As somebody who owns the database could: past the trigger. */
const tamper = (work: (trx: Knex.Transaction) => Promise<unknown>) =>
  knex.transaction(async (trx) => {
    await trx.raw('alter table procedures.audit_entries disable trigger audit_entries_append_only');
    await work(trx);
    await trx.raw('alter table procedures.audit_entries enable trigger audit_entries_append_only');
  });
const entries = (tenant_id: string) => knex('procedures.audit_entries').where({ tenant_id });

describe('the audit chain', () => {
  it('is whole for a tenant without entries', async () => {
    expect(await verifyAudit(knex, 'empty')).toMatchObject({ ok: true, entries: 0 });
  });

  it('keeps one unbroken chain a tenant under concurrent writers', async () => {
    const writers = Array.from({ length: 60 }, (_, n) =>
      write({
        tenantId: n % 3 === 0 ? 'busy-b' : 'busy-a',
        subjectId: `case-${n}`,
        actor: n % 2 ? entry().actor : null,
      }),
    );
    const written = await Promise.all(writers);
    expect(new Set(written.map((each) => each.hash)).size).toBe(60);
    expect(await verifyAudit(knex, 'busy-a')).toMatchObject({ ok: true, entries: 40, lastSeq: '40' });
    expect(await verifyAudit(knex, 'busy-b')).toMatchObject({ ok: true, entries: 20, lastSeq: '20' });
  });

  it('leaves no gap when the transaction it belongs to is rolled back', async () => {
    await write({ tenantId: 'rolled' });
    const failing = knex.transaction(async (trx) => {
      await writeAudit(trx, entry({ tenantId: 'rolled' }));
      throw new Error('the act itself failed');
    });
    await expect(failing).rejects.toThrow('the act itself failed');
    await write({ tenantId: 'rolled' });
    expect(await verifyAudit(knex, 'rolled')).toMatchObject({ ok: true, entries: 2 });
  });

  it('refuses to be updated or deleted', async () => {
    await write({ tenantId: 'fixed' });
    await expect(entries('fixed').update({ action: 'x' })).rejects.toThrow('append-only, but UPDATE');
    await expect(entries('fixed').delete()).rejects.toThrow('append-only, but DELETE');
    expect(await verifyAudit(knex, 'fixed')).toMatchObject({ ok: true, entries: 1 });
  });

  it.each([
    ['action', 'task.complete'],
    ['person_id', null],
    ['at', '2026-11-22T08:00:00.124Z'],
    ['detail', JSON.stringify({ fields: ['summary'], version: 2 })],
  ])('finds a changed %s at its entry', async (column, value) => {
    const tenantId = `changed-${column.replace('_', '-')}`;
    for (let n = 0; n < 4; n += 1) await write({ tenantId });
    await tamper((trx) =>
      trx('procedures.audit_entries')
        .where({ tenant_id: tenantId, seq: 3 })
        .update({ [column]: value }),
    );
    expect(await verifyAudit(knex, tenantId)).toEqual({ ok: false, brokenSeq: '3', reason: 'ENTRY_CHANGED' });
  });

  it('finds an entry that was taken out', async () => {
    for (let n = 0; n < 4; n += 1) await write({ tenantId: 'cut' });
    await tamper((trx) => trx('procedures.audit_entries').where({ tenant_id: 'cut', seq: 2 }).delete());
    expect(await verifyAudit(knex, 'cut')).toEqual({ ok: false, brokenSeq: '2', reason: 'SEQ_MISSING' });
  });

  it('finds an entry that was changed and sealed again, at the one after it', async () => {
    for (let n = 0; n < 3; n += 1) await write({ tenantId: 'resealed' });
    const [changed] = await entries('resealed').where({ seq: 2 });
    const { detail, subjectType, subjectId } = entry();
    const entry_hash = entryHash(changed.previous_hash, {
      ...{ tenantId: 'resealed', seq: '2', at: '2026-11-22T08:00:00.123000Z', action: 'case.start' },
      ...{ personId: PERSON, adminUserId: 7, subjectType, subjectId, detail },
    });
    await tamper((trx) =>
      trx('procedures.audit_entries')
        .where({ tenant_id: 'resealed', seq: 2 })
        .update({ action: 'case.start', entry_hash }),
    );
    expect(await verifyAudit(knex, 'resealed')).toEqual({ ok: false, brokenSeq: '3', reason: 'LINK_BROKEN' });
  });

  it('walks a chain that is longer than one batch', async () => {
    await knex.transaction(async (trx) => {
      for (let n = 0; n < 1001; n += 1) await writeAudit(trx, entry({ tenantId: 'long' }));
    });
    expect(await verifyAudit(knex, 'long')).toMatchObject({ ok: true, entries: 1001, lastSeq: '1001' });
  }, 30_000);

  it('takes the id of an element in letters of any language', async () => {
    await write({ tenantId: 'letters', detail: { from: 'Kiểm_tra_hồ_sơ', to: 'Đóng_dấu'.normalize('NFD') } });
    expect(await verifyAudit(knex, 'letters')).toMatchObject({ ok: true, entries: 1 });
  });

  it('takes codes and names of fields, never what people wrote or a telephone number', async () => {
    for (const detail of [{ note: 'Ông Mẫu đã gọi' }, { phone: '0900000001' }, { fields: ['summary', 'two words'] }]) {
      await expect(write({ tenantId: 'clean', detail })).rejects.toMatchObject({ code: 'AUDIT_DETAIL_NOT_A_CODE' });
    }
    expect(await entries('clean')).toHaveLength(0);
  });
});

describe('a look at a case', () => {
  const START = new Date('2026-11-22T08:00:00Z');
  const OTHER = '00000000-0000-4000-8000-000000000002';
  const minutes = (n: number) => new Date(START.getTime() + n * 60_000);
  const who = (given: Partial<Actor> = {}) =>
    ({ tenantId: 'looks', personId: PERSON, adminUserId: 7, ...given }) as unknown as Actor;
  const times = async (subject_id: string, action = 'case.read') =>
    (await entries('looks').where({ subject_id, action }).orderBy('seq').select('at')).map(({ at }) => at.getTime());
  const read = (id: string, at: number, actor = who(), part?: string) => {
    const clock = { now: () => minutes(at) };
    return recordRead({ knex, clock } as unknown as Platform, actor, 'case', id, part);
  };

  it('is recorded once however often an open page reads again, and again after the window', async () => {
    for (const at of [0, 0.2, 5, 9.99, 10, 10.1, 19, 20.5, 300]) await read('a', at);
    expect(await times('a')).toEqual([0, 10, 20.5, 300].map((at) => minutes(at).getTime()));
  });

  it('of another person, of another account, at another case or at another part of it is another look', async () => {
    await read('b', 0);
    await read('b', 1, who({ personId: OTHER }));
    await read('b', 1, who({ adminUserId: 8 }));
    await read('c', 1);
    await read('b', 1, who(), 'questions');
    expect([await times('b'), await times('c'), await times('b', 'questions.read')].map((one) => one.length)).toEqual([
      3, 1, 1,
    ]);
  });

  it('in another tenant hides none here', async () => {
    await read('d', 0, who({ tenantId: 'looks-elsewhere' }));
    await read('d', 1);
    expect(await times('d')).toHaveLength(1);
  });

  it('by a program or from outside the panel is recorded each time', async () => {
    for (const at of [0, 1, 2]) await read('e', at, who({ adminUserId: null }));
    expect(await times('e')).toHaveLength(3);
  });

  it('that lies ahead of the clock hides none', async () => {
    await read('f', 60);
    await read('f', 1);
    expect(await times('f')).toHaveLength(2);
  });

  it('leaves the chain whole, and costs the index alone', async () => {
    expect(await verifyAudit(knex, 'looks')).toMatchObject({ ok: true });
    await knex.raw('set enable_seqscan = off');
    const { rows } = await knex.raw(
      `explain select 1 from procedures.audit_entries where tenant_id = 'looks' and subject_id = 'a' and subject_type = 'case'
       and person_id = '${PERSON}' and action = 'case.read' and action like '%.read' and admin_user_id = 7 and at > now() and at <= now() limit 1`,
    );
    await knex.raw('set enable_seqscan = on');
    expect(JSON.stringify(rows)).toContain('audit_looks');
  });

  it('lasts ten minutes unless the operator says otherwise, never more than an hour', () => {
    expect(lookMs({})).toBe(600_000);
    expect(lookMs({ PROCEDURES_LOOK_MINUTES: '3' })).toBe(180_000);
    expect(lookMs({ PROCEDURES_LOOK_MINUTES: '0' })).toBe(0);
    for (const wrong of ['', ' ', 'x', '-1', '61', '1e9'])
      expect(lookMs({ PROCEDURES_LOOK_MINUTES: wrong })).toBe(600_000);
  });
});
