// tests/integration/notifications/ owns what people are told, on a real PostgreSQL, a real SMTP server and a clock that is
// moved by hand. This file is the office in which it happens: two units beneath a board, and cases.
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { Platform } from '../../../src/plugins/procedures/server/src/runtime/platform';
import { ManualClock } from '../../../src/plugins/procedures/server/src/time/clock';
import { startDatabase, type TestDatabase } from '../audit/database';

export const TENANT = 'north';
const PEOPLE = {
  clerk: { unit: 'DESK', title: 'Cán bộ', roles: ['clerk'], head: false },
  second: { unit: 'DESK', title: 'Cán bộ', roles: ['clerk', 'duty'], head: false },
  head: { unit: 'DESK', title: 'Trưởng phòng', roles: ['head'], head: true },
  field: { unit: 'FIELD', title: 'Cán bộ', roles: ['clerk'], head: false },
  chair: { unit: 'BOARD', title: 'Chủ tịch', roles: ['head', 'oversight'], head: true },
};
export type PersonName = keyof typeof PEOPLE;

export interface Office {
  knex: Knex;
  clock: ManualClock;
  platform: Platform;
  people: Record<PersonName, string>;
  /** `given`: of the case's row; `record`: of its document. */
  aCase(given?: Record<string, unknown>, record?: Record<string, unknown>): Promise<string>;
  aClock(caseId: string, given?: Record<string, unknown>): Promise<string>;
  /** Who was told, of which kind, in the order of telling. */
  told(caseId: string): Promise<string[]>;
  log: string[];
  stop(): Promise<void>;
}

/** 08:00 in the office. */
export const MORNING = new Date('2026-11-23T01:00:00Z');
export const later = (from: Date, minutes: number) => new Date(from.getTime() + minutes * 60_000);

export async function openOffice(): Promise<Office> {
  const database: TestDatabase = await startDatabase();
  const { knex } = database;
  const clock = new ManualClock(MORNING);
  await knex('procedures.tenants').insert([
    { id: TENANT, name: 'Bắc', time_zone: 'Asia/Ho_Chi_Minh', created_at: MORNING },
    { id: 'south', name: 'Nam', time_zone: 'Asia/Ho_Chi_Minh', created_at: MORNING },
  ]);
  await knex('procedures.units').insert(
    [
      ['BOARD', 'Lãnh đạo', null],
      ['DESK', 'Phòng Một cửa', 'BOARD'],
      ['FIELD', 'Phòng Hiện trường', 'BOARD'],
    ].map(([code, name, parent]) => ({ id: randomUUID(), tenant_id: TENANT, code, name, parent_code: parent })),
  );
  await knex.raw(`create table admin_users (
    id integer primary key, email text, prefered_language text, is_active boolean not null default true, blocked boolean not null default false)`);
  const people = {} as Record<PersonName, string>;
  for (const [index, [name, position]] of Object.entries(PEOPLE).entries()) {
    const id = randomUUID();
    people[name as PersonName] = id;
    await knex('admin_users').insert({
      id: index + 1,
      email: `${name}@north.example`,
      prefered_language: name === 'second' ? 'en' : 'vi',
    });
    await knex('procedures.people').insert({
      id,
      tenant_id: TENANT,
      admin_user_id: index + 1,
      full_name: `Người Mẫu ${index + 1}`,
    });
    await knex('procedures.positions').insert({
      id: randomUUID(),
      tenant_id: TENANT,
      person_id: id,
      unit_code: position.unit,
      title: position.title,
      roles: position.roles,
      is_head: position.head,
      valid_from: new Date('2026-01-01T00:00:00Z'),
    });
  }
  const log: string[] = [];
  const write = (message: string) => void log.push(message);
  const records = new Map<string, Record<string, unknown>>();
  const attributes = { summary: { type: 'text' }, identityProtection: { type: 'boolean' } };
  const personAttributes = { name: { type: 'string' }, sealed: { type: 'boolean' } };
  const strapi = {
    config: { get: () => 'key-of-this-test' },
    contentTypes: {
      'api::thing.thing': {
        attributes: { ...attributes, persons: { type: 'relation', target: 'api::person.person', mappedBy: 'thing' } },
      },
      'api::person.person': { attributes: personAttributes },
    },
    // A plain type is read by Strapi's query layer, not by its document service.
    documents: () => ({}),
    db: {
      query: () => ({
        findOne: async ({ where }: { where: { documentId: string } }) => records.get(where.documentId) ?? null,
      }),
      inTransaction: () => false,
      transaction: (work: (given: { trx: Knex.Transaction }) => Promise<unknown>) =>
        knex.transaction((trx) => work({ trx })),
    },
  };
  const platform = {
    knex,
    clock,
    strapi,
    library: { load: async () => ({ read: { manifest: { record: { people: 'persons' } } } }) },
    log: { info: write, warn: write, error: write },
  } as unknown as Platform;
  return {
    knex,
    clock,
    platform,
    people,
    log,
    async aCase(given = {}, record = {}) {
      const id = randomUUID();
      records.set(id, { documentId: id, summary: 'CONTENT-OF-THE-CASE', persons: [], ...record });
      await knex('procedures.cases').insert({
        id,
        tenant_id: TENANT,
        package_id: 'p',
        package_version: '1.0.0',
        record_type: 'api::thing.thing',
        record_document_id: id,
        state: 'OPEN',
        handling_unit: 'DESK',
        life: 'ACTIVE',
        received_at: clock.now(),
        created_at: clock.now(),
        updated_at: clock.now(),
        ...given,
      });
      return id;
    },
    async aClock(caseId, given = {}) {
      const id = randomUUID();
      await knex('procedures.clocks').insert({
        id,
        case_id: caseId,
        tenant_id: TENANT,
        package_id: 'p',
        rule_id: 'R02',
        rule_version: 1,
        rule: 'R02',
        owner: 'DESK',
        tracking: 'ENFORCED',
        unit: 'hours',
        length: 2,
        start_event: 'START',
        anchor: 'event',
        start_at: clock.now(),
        due_at: later(clock.now(), 120),
        due_day: '2026-11-23',
        nominal_day: '2026-11-23',
        amber_at: later(clock.now(), 60),
        derivation: JSON.stringify({ vi: '', en: '' }),
        calendar_revision: 1,
        state: 'RUNNING',
        created_at: clock.now(),
        ...given,
      });
      return id;
    },
    async told(caseId) {
      const rows: { topic: string; person_id: string }[] = await knex('procedures.notices as notice')
        .join('procedures.notice_recipients as to', 'to.notice_id', 'notice.id')
        .where('notice.case_id', caseId)
        .orderBy('notice.created_at')
        .select('notice.topic', 'to.person_id');
      const nameOf = (id: string) => Object.entries(people).find(([, person]) => person === id)?.[0];
      return rows.map((row) => `${row.topic} ${nameOf(row.person_id)}`);
    },
    stop: () => database.stop(),
  };
}
