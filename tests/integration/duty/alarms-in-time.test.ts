// Alarms on a real database, with business time moved by hand: who is rung when, what a restart leaves, who is first.
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { acknowledgeAlarm, closeAlarm } from '../../../src/plugins/procedures/server/src/alarms/acknowledge';
import type { AlarmRecord } from '../../../src/plugins/procedures/server/src/alarms/alarm-rows';
import { ringingFor } from '../../../src/plugins/procedures/server/src/alarms/alarm-views';
import { raiseAlarms } from '../../../src/plugins/procedures/server/src/alarms/raise-alarms';
import { tickAlarms } from '../../../src/plugins/procedures/server/src/alarms/tick-alarms';
import type { AlarmDefinition, Manifest } from '../../../src/plugins/procedures/server/src/packages/types';
import type { Platform } from '../../../src/plugins/procedures/server/src/runtime/platform';
import type { BusinessEventRecord } from '../../../src/plugins/procedures/server/src/storage/rows';
import { loadActor } from '../../../src/plugins/procedures/server/src/tenants/load-actor';
import { seedTenant } from '../../../src/plugins/procedures/server/src/tenants/seed-tenant';
import { personId } from '../../../src/plugins/procedures/server/src/tenants/stable-id';
import { readSeeds } from '../../../src/plugins/procedures/server/src/tenants/tenant-seed';
import { ManualClock } from '../../../src/plugins/procedures/server/src/time/clock';
import { startDatabase, type TestDatabase } from '../audit/database';

const TENANT = 'tam-thanh';
const at = (text: string) => new Date(`${text}+07:00`);
const clock = new ManualClock(at('2026-11-20T08:00:00'));
let database: TestDatabase;
let knex: Knex;
let platform: Pick<Platform, 'strapi' | 'knex' | 'clock'>;

const committing = () => ({
  inTransaction: () => false,
  transaction: (work: (given: { trx: Knex.Transaction }) => Promise<unknown>) =>
    knex.transaction((trx) => work({ trx })),
});

beforeAll(async () => {
  database = await startDatabase();
  knex = database.knex;
  platform = { strapi: { db: committing() } as unknown as Core.Strapi, knex, clock };
  const seeds = await readSeeds(path.resolve(__dirname, '../../../database/seeds'));
  for (const seed of seeds) await seedTenant(knex, seed, clock);
  // Accounts are made by Strapi; here a number stands for each.
  await knex.raw(`update procedures.people set admin_user_id = numbered.n
    from (select id, row_number() over (order by id) as n from procedures.people) numbered where numbered.id = people.id`);
}, 60_000);
afterAll(async () => {
  await database?.stop();
}, 30_000);

const idOf = (who: string, tenant = TENANT) => personId(tenant, `${who}@${tenant}.example`);
const actorOf = async (who: string, tenant = TENANT) => {
  const { admin_user_id } = await knex('procedures.people')
    .where({ id: idOf(who, tenant) })
    .first('admin_user_id');
  const actor = await loadActor(knex, admin_user_id, clock.now());
  if (!actor) throw new Error(`Expected an actor for ${who}`);
  return actor;
};

const ALARM: AlarmDefinition = {
  id: 'urgent',
  events: ['RECEIVED'],
  when: '=record.urgent = true',
  title: { vi: 'Việc khẩn', en: 'Urgent' },
  group: '=case.handlingUnit + "/truc-ban"',
  maxAgeHours: 24,
  details: [
    { label: { vi: 'Việc', en: 'Matter' }, value: '=record.matter' },
    { label: { vi: 'Trống', en: 'Empty' }, value: '=record.nothing' },
  ],
  contacts: ['CHI_HUY_CAP', '=record.nothing', 'NOT_LISTED'],
  until: [{ event: 'DONE' }],
};

interface Given {
  unit?: string;
  restricted?: boolean;
  participating?: string[];
  urgent?: boolean;
  tenant?: string;
}

async function newCase({ unit = 'CAP', restricted = false, participating = ['CAP'], tenant = TENANT }: Given = {}) {
  const id = randomUUID();
  await knex('procedures.cases').insert({
    id,
    tenant_id: tenant,
    package_id: 'example',
    package_version: '1.0.0',
    record_type: 'api::example.example',
    record_document_id: id,
    state: 'NEW',
    handling_unit: unit,
    restricted,
    participating_units: participating,
    life: 'ACTIVE',
    received_at: clock.now(),
    created_at: clock.now(),
    updated_at: clock.now(),
  });
  return id;
}

async function happen(
  caseId: string,
  code: string,
  given: { urgent?: boolean; ago?: number; trx?: Knex.Transaction; once?: 'EVENT' } = {},
) {
  const current = await knex('procedures.cases').where({ id: caseId }).first();
  const work = async (trx: Knex.Transaction) => {
    const [{ n }] = await trx('procedures.business_events').where({ case_id: caseId }).count('* as n');
    const [event]: BusinessEventRecord[] = await trx('procedures.business_events')
      .insert({
        id: randomUUID(),
        case_id: caseId,
        seq: Number(n) + 1,
        code,
        business_at: new Date(clock.now().getTime() - (given.ago ?? 0)),
        entered_at: clock.now(),
        state_after: 'NEW',
      })
      .returning('*');
    await raiseAlarms({
      trx,
      manifest: { alarms: [{ ...ALARM, once: given.once }] } as Manifest,
      current,
      event,
      context: {
        record: { urgent: given.urgent ?? true, matter: 'Trộm cắp' },
        case: { handlingUnit: current.handling_unit },
        event: { code },
      },
      now: clock.now(),
    });
  };
  if (given.trx) await work(given.trx);
  else await knex.transaction(work);
}

const alarmsOf = (caseId: string): Promise<AlarmRecord[]> =>
  knex('procedures.alarms').where({ case_id: caseId }).orderBy('raised_at') as unknown as Promise<AlarmRecord[]>;
const rungOf = async (alarmId: string): Promise<string[]> => {
  const rows = await knex('procedures.alarm_rings').where({ alarm_id: alarmId });
  const names = [
    'truc-ban',
    'can-bo',
    'can-bo-2',
    'dieu-tra-vien',
    'pho-lanh-dao',
    'lanh-dao',
    'chu-tich',
    'can-bo-ubnd',
  ];
  return rows
    .map((row) => `${names.find((name) => idOf(name) === row.person_id) ?? row.person_id}:${row.level}`)
    .sort();
};
const toldOf = async (caseId: string): Promise<string[]> => {
  const rows = await knex('procedures.notices as n')
    .join('procedures.notice_recipients as r', 'r.notice_id', 'n.id')
    .where({ 'n.case_id': caseId, 'n.topic': 'ALARM' })
    .select('r.person_id', 'n.urgent');
  expect(rows.every((row) => row.urgent)).toBe(true);
  return rows.map((row) => row.person_id);
};
const refusal = async (work: Promise<unknown>): Promise<{ code: string; vi: string; status: number }> => {
  try {
    await work;
  } catch (error) {
    return error as { code: string; vi: string; status: number };
  }
  throw new Error('Expected a refusal, but it was done');
};

describe('raising', () => {
  it('rings, by the roster, only whoever of the group is on duty, says no more than the package wants said', async () => {
    const caseId = await newCase();
    await happen(caseId, 'RECEIVED');
    const [alarm] = await alarmsOf(caseId);
    expect(alarm).toMatchObject({
      state: 'RINGING',
      level: 0,
      unit_code: 'CAP',
      group_id: 'CAP/truc-ban',
      details: [{ label: { vi: 'Việc', en: 'Matter' }, value: 'Trộm cắp' }],
      contacts: ['CHI_HUY_CAP', 'NOT_LISTED'],
    });
    // can-bo is on duty too, but not of the group.
    expect(await rungOf(alarm.id)).toEqual(['truc-ban:0']);
    expect(await toldOf(caseId)).toEqual([idOf('truc-ban')]);
    const { alarms } = await ringingFor(platform as Platform, await actorOf('truc-ban'));
    const mine = alarms.find((one) => one.id === alarm.id);
    expect(mine).toMatchObject({ ringsForMe: true, mayAcknowledge: true, nextTo: 'SHIFT_DEPUTY' });
    expect(mine?.contacts).toEqual([{ title: 'Chỉ huy Công an phường (số mẫu)', phone: '0900 000 101' }]);
    expect((await ringingFor(platform as Platform, await actorOf('can-bo'))).alarms).toEqual([]);
    const audited = await knex('procedures.audit_entries').where({ subject_id: alarm.id }).pluck('action');
    expect(audited).toEqual(['alarm.raise']);
  });

  it('rings everybody of the group where there is no roster', async () => {
    const caseId = await newCase({ unit: 'UBND', participating: ['UBND'] });
    await happen(caseId, 'RECEIVED');
    expect(await rungOf((await alarmsOf(caseId))[0].id)).toEqual(['can-bo-ubnd:0']);
  });

  it('does not ring where its condition does not hold, for another event, or for what is entered a day late', async () => {
    const caseId = await newCase();
    await happen(caseId, 'RECEIVED', { urgent: false });
    await happen(caseId, 'OTHER');
    await happen(caseId, 'RECEIVED', { ago: 25 * 3_600_000 });
    expect(await alarmsOf(caseId)).toEqual([]);
  });

  it('rings once a case, however often it happens, or once an event where the package says so', async () => {
    const caseId = await newCase();
    for (let i = 0; i < 3; i += 1) await happen(caseId, 'RECEIVED');
    expect(await alarmsOf(caseId)).toHaveLength(1);
    expect(await toldOf(caseId)).toHaveLength(1);
    const other = await newCase();
    for (let i = 0; i < 2; i += 1) await happen(other, 'RECEIVED', { once: 'EVENT' });
    expect(await alarmsOf(other)).toHaveLength(2);
  });

  it('leaves nothing when the transaction of its event is rolled back, and rings once when that is repeated', async () => {
    const caseId = await newCase();
    const dying = knex.transaction(async (trx) => {
      await happen(caseId, 'RECEIVED', { trx });
      throw new Error('killed before the commit');
    });
    await expect(dying).rejects.toThrow('killed');
    expect(await alarmsOf(caseId)).toEqual([]);
    await happen(caseId, 'RECEIVED');
    expect(await alarmsOf(caseId)).toHaveLength(1);
  });

  it('goes at once to whoever leads where nobody keeps the desk', async () => {
    const caseId = await newCase({ unit: 'KTHT', participating: ['KTHT'] });
    await happen(caseId, 'RECEIVED');
    const [alarm] = await alarmsOf(caseId);
    expect(alarm).toMatchObject({ state: 'ESCALATED', level: 2 });
    expect(await rungOf(alarm.id)).toEqual([`${idOf('ha-tang')}:2`]);
  });
});

describe('a restricted case', () => {
  it('rings only for units that take part, also when it is passed on', async () => {
    const caseId = await newCase({ unit: 'UBND', restricted: true, participating: ['UBND'] });
    await happen(caseId, 'RECEIVED');
    const [alarm] = await alarmsOf(caseId);
    expect(await rungOf(alarm.id)).toEqual(['can-bo-ubnd:0']);
    expect((await refusal(acknowledgeAlarm(platform, await actorOf('truc-ban'), alarm.id))).code).toBe('NOT_FOUND');
    const outside = await newCase({ unit: 'CAP', restricted: true, participating: ['UBND'] });
    await happen(outside, 'RECEIVED');
    const [hidden] = await alarmsOf(outside);
    expect((await rungOf(hidden.id)).map((one) => one.split(':')[0])).toEqual(['chu-tich']);
    expect(
      (await ringingFor(platform as Platform, await actorOf('lanh-dao'))).alarms.map((one) => one.id),
    ).not.toContain(hidden.id);
  });
});

describe('time', () => {
  it('passes an alarm on to the deputy of the shift, the head and the head above, once each, across restarts', async () => {
    clock.moveTo(at('2026-11-20T09:00:00'));
    const caseId = await newCase();
    await happen(caseId, 'RECEIVED');
    const [{ id }] = await alarmsOf(caseId);
    clock.moveTo(at('2026-11-20T09:04:59'));
    await tickAlarms(platform);
    expect(await rungOf(id)).toEqual(['truc-ban:0']);
    clock.moveTo(at('2026-11-20T09:05:00'));
    // Three servers at once, and again after a restart: one step, one notice.
    await Promise.all([1, 2, 3].map(() => tickAlarms(platform)));
    await tickAlarms({ ...platform, strapi: { db: committing() } as unknown as Core.Strapi });
    expect(await rungOf(id)).toEqual(['pho-lanh-dao:1', 'truc-ban:0']);
    expect((await toldOf(caseId)).sort()).toEqual([idOf('truc-ban'), idOf('pho-lanh-dao')].sort());
    expect((await alarmsOf(caseId))[0]).toMatchObject({ state: 'ESCALATED', level: 1 });
    clock.moveTo(at('2026-11-20T09:10:00'));
    await tickAlarms(platform);
    expect(await rungOf(id)).toEqual(['lanh-dao:2', 'pho-lanh-dao:1', 'truc-ban:0']);
    clock.moveTo(at('2026-11-20T09:20:00'));
    await tickAlarms(platform);
    expect(await rungOf(id)).toEqual(['chu-tich:3', 'lanh-dao:2', 'pho-lanh-dao:1', 'truc-ban:0']);
    clock.moveTo(at('2026-11-20T10:20:00'));
    expect(await tickAlarms(platform)).toBe(0);
    const audited = await knex('procedures.audit_entries').where({ subject_id: id, action: 'alarm.escalate' });
    expect(audited.map((entry) => entry.detail)).toEqual([{ level: 1 }, { level: 2 }, { level: 3 }]);
    // Still heard by everybody it was passed to, until one of them answers.
    await acknowledgeAlarm(platform, await actorOf('pho-lanh-dao'), id);
    expect(
      (await ringingFor(platform as Platform, await actorOf('chu-tich'))).alarms.map((one) => one.id),
    ).not.toContain(id);
  });

  it('takes all steps that came due while the server stood still, and dies half-way without a trace', async () => {
    const caseId = await newCase();
    await happen(caseId, 'RECEIVED');
    const [{ id }] = await alarmsOf(caseId);
    clock.moveTo(at('2026-11-20T12:00:00'));
    const dying = {
      ...platform,
      strapi: {
        db: {
          inTransaction: () => false,
          transaction: (work: (given: { trx: Knex.Transaction }) => Promise<unknown>) =>
            knex.transaction(async (trx) => {
              await work({ trx });
              throw new Error('killed before the commit');
            }),
        },
      } as unknown as Core.Strapi,
    };
    await expect(tickAlarms(dying)).rejects.toThrow('killed');
    expect(await rungOf(id)).toEqual(['truc-ban:0']);
    await tickAlarms(platform);
    expect(await rungOf(id)).toEqual(['chu-tich:3', 'lanh-dao:2', 'pho-lanh-dao:1', 'truc-ban:0']);
    await acknowledgeAlarm(platform, await actorOf('lanh-dao'), id);
  });

  it('rings the people of a shift that begins while it rings', async () => {
    clock.moveTo(at('2026-11-20T18:58:00'));
    const caseId = await newCase();
    await happen(caseId, 'RECEIVED');
    const [{ id }] = await alarmsOf(caseId);
    clock.moveTo(at('2026-11-20T19:00:00'));
    await tickAlarms(platform);
    expect(await rungOf(id)).toEqual(['can-bo-2:0', 'truc-ban:0']);
    await acknowledgeAlarm(platform, await actorOf('can-bo-2'), id);
    clock.moveTo(at('2026-11-20T23:00:00'));
    expect(await tickAlarms(platform)).toBe(0);
    expect(await rungOf(id)).toHaveLength(2);
  });
});

describe('answers', () => {
  it('of two at once one is first, and the other is told who', async () => {
    clock.moveTo(at('2026-11-21T08:00:00'));
    const caseId = await newCase();
    await happen(caseId, 'RECEIVED');
    const [{ id }] = await alarmsOf(caseId);
    const both = await Promise.allSettled([
      acknowledgeAlarm(platform, await actorOf('truc-ban'), id),
      acknowledgeAlarm(platform, await actorOf('lanh-dao'), id),
    ]);
    expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    const lost = both.find((one) => one.status === 'rejected') as PromiseRejectedResult;
    const [alarm] = await alarmsOf(caseId);
    const first = await knex('procedures.people').where({ id: alarm.acknowledged_by }).first('full_name');
    expect(lost.reason).toMatchObject({
      code: 'ALARM_ACKNOWLEDGED',
      status: 409,
      detail: { takenBy: first.full_name },
    });
    expect(lost.reason.vi).toContain(first.full_name);
    const audited = await knex('procedures.audit_entries').where({ subject_id: id, action: 'alarm.acknowledge' });
    expect(audited.map((entry) => entry.person_id)).toEqual([alarm.acknowledged_by]);
  });

  it('is closed with a word of what was done, only after somebody has acknowledged it, and once', async () => {
    const caseId = await newCase();
    await happen(caseId, 'RECEIVED');
    const [{ id }] = await alarmsOf(caseId);
    const officer = await actorOf('truc-ban');
    expect((await refusal(closeAlarm(platform, officer, id, 'xong'))).code).toBe('ALARM_NOT_ACKNOWLEDGED');
    await acknowledgeAlarm(platform, officer, id);
    expect((await refusal(closeAlarm(platform, officer, id, '  '))).code).toBe('REASON_NEEDED');
    await closeAlarm(platform, officer, id, 'Đã cử tổ công tác');
    expect((await alarmsOf(caseId))[0]).toMatchObject({
      state: 'CLOSED',
      close_cause: 'PERSON',
      close_note: 'Đã cử tổ công tác',
    });
    expect((await refusal(closeAlarm(platform, officer, id, 'lần nữa'))).code).toBe('ALARM_CLOSED');
    expect((await refusal(acknowledgeAlarm(platform, officer, id))).code).toBe('ALARM_ACKNOWLEDGED');
  });

  it('closes by itself when what it asked for has been done, and with its case', async () => {
    const caseId = await newCase();
    await happen(caseId, 'RECEIVED');
    await happen(caseId, 'DONE');
    const [alarm] = await alarmsOf(caseId);
    expect(alarm).toMatchObject({ state: 'CLOSED', close_cause: 'EVENT' });
    expect((await refusal(acknowledgeAlarm(platform, await actorOf('truc-ban'), alarm.id))).code).toBe('ALARM_CLOSED');
    const ended = await newCase();
    await happen(ended, 'RECEIVED');
    await knex('procedures.cases').where({ id: ended }).update({ life: 'CANCELLED' });
    await tickAlarms(platform);
    expect((await alarmsOf(ended))[0]).toMatchObject({ state: 'CLOSED', close_cause: 'CASE_ENDED' });
  });

  it('is refused to whoever it does not ring for, and is not found by another tenant', async () => {
    const caseId = await newCase();
    await happen(caseId, 'RECEIVED');
    const [{ id }] = await alarmsOf(caseId);
    expect((await refusal(acknowledgeAlarm(platform, await actorOf('can-bo'), id))).code).toBe('NOT_RUNG');
    expect((await refusal(acknowledgeAlarm(platform, await actorOf('van-hoa'), id))).code).toBe('UNIT_NOT_CONCERNED');
    const stranger = await actorOf('truc-ban', 'bach-dang');
    expect(await refusal(acknowledgeAlarm(platform, stranger, id))).toMatchObject({ code: 'NOT_FOUND', status: 404 });
    expect((await refusal(acknowledgeAlarm(platform, stranger, 'not-an-id'))).code).toBe('NOT_FOUND');
    expect((await ringingFor(platform as Platform, stranger)).alarms).toEqual([]);
  });
});
