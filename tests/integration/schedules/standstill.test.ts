// Schedules on a real database, with business time moved by hand: long standstills, two servers at once, death half-way,
// a changed calendar. Nothing is opened or told twice, and nothing is left out.
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { openOccurrences } from '../../../src/plugins/procedures/server/src/schedules/open-occurrences';
import { recomputeOccurrences } from '../../../src/plugins/procedures/server/src/schedules/recompute-occurrences';
import { recordSending } from '../../../src/plugins/procedures/server/src/schedules/record-sending';
import { addScheduleVersion } from '../../../src/plugins/procedures/server/src/schedules/save-version';
import { tickOccurrences } from '../../../src/plugins/procedures/server/src/schedules/tick-occurrences';
import type { Actor } from '../../../src/plugins/procedures/server/src/tenants/actor';
import { seedTenant } from '../../../src/plugins/procedures/server/src/tenants/seed-tenant';
import { readSeeds } from '../../../src/plugins/procedures/server/src/tenants/tenant-seed';
import { ManualClock } from '../../../src/plugins/procedures/server/src/time/clock';
import type { ScheduleDefinition } from '../../../src/plugins/procedures/shared/schedules-contract';
import { startDatabase, type TestDatabase } from '../audit/database';

const TENANT = 'tam-thanh';
const at = (text: string) => new Date(`${text}+07:00`);
const clock = new ManualClock(at('2026-11-20T08:00:00'));
let database: TestDatabase;
let knex: Knex;
let platform: Parameters<typeof openOccurrences>[0];
let scheduleId: string;

beforeAll(async () => {
  database = await startDatabase();
  knex = database.knex;
  const db = {
    inTransaction: () => false,
    transaction: (work: (given: { trx: Knex.Transaction }) => Promise<unknown>) =>
      knex.transaction((trx) => work({ trx })),
  };
  platform = { strapi: { db } as unknown as Core.Strapi, knex, clock };
  const seeds = await readSeeds(path.resolve(__dirname, '../../../database/seeds'));
  for (const seed of seeds) await seedTenant(knex, seed, clock);
  scheduleId = (await knex('procedures.schedules').where({ tenant_id: TENANT, code: 'R28' }).first()).id;
}, 60_000);
afterAll(async () => {
  await database?.stop();
}, 30_000);

const periods = async (): Promise<string[]> => {
  const rows = await knex('procedures.schedule_occurrences')
    .where({ tenant_id: TENANT })
    .orderBy('period_to')
    .select(knex.raw("to_char(period_to, 'YYYY-MM-DD') as ends"));
  return rows.map((row: { ends: string }) => row.ends);
};
const told = async (stage: string): Promise<string[]> => {
  const rows = await knex('procedures.notices as n')
    .join('procedures.notice_recipients as r', 'r.notice_id', 'n.id')
    .join('procedures.people as p', 'p.id', 'r.person_id')
    .where({ 'n.tenant_id': TENANT, 'n.rule': 'R28', 'n.topic': `CLOCK_${stage}` })
    .select('n.recipient', 'p.full_name', knex.raw("n.text ->> 'vi' as vi"));
  return rows.map((row) => `${row.recipient} ${row.full_name}: ${row.vi}`).sort();
};
const clocks = () =>
  knex('procedures.schedule_clocks')
    .where({ tenant_id: TENANT })
    .orderBy('created_at')
    .select('*', knex.raw("to_char(due_day, 'YYYY-MM-DD') as due_day"));

describe('the schedule that the seed has switched on', () => {
  it('opens nothing before its period ends', async () => {
    expect(await openOccurrences(platform)).toBe(0);
    clock.moveTo(at('2026-12-31T23:59:00'));
    expect(await openOccurrences(platform)).toBe(0);
  });

  it('opens the year once, however many servers look and however often', async () => {
    clock.moveTo(at('2027-01-01T00:00:05'));
    const opened = await Promise.all([1, 2, 3].map(() => openOccurrences(platform)));
    expect(opened.reduce((sum, one) => sum + one, 0)).toBe(1);
    expect(await openOccurrences(platform)).toBe(0);
    expect(await periods()).toEqual(['2026-12-31']);
    const [only] = await clocks();
    expect(only.due_at).toEqual(at('2027-01-05T23:59:59.999'));
    const audited = await knex('procedures.audit_entries').where({ tenant_id: TENANT, action: 'schedule.open' });
    expect(audited.map((entry) => entry.detail)).toEqual([{ version: 1, opened: 1, periods: ['2026-12-31'] }]);
  });

  it('tells the unit and the head above when the due is near, the head when it is over, the head above a day later', async () => {
    clock.moveTo(at('2027-01-05T08:00:00'));
    expect(await tickOccurrences(platform)).toBe(1);
    const near = await told('AMBER');
    expect(near).toContain(
      'UBND Cán bộ Mẫu Chín (Tam Thanh): Báo cáo hằng năm của UBND phường gửi Công an tỉnh, Năm 2026: sắp đến hạn gửi',
    );
    expect(near.filter((one) => one.startsWith('CAP '))).toHaveLength(6);
    clock.moveTo(at('2027-01-06T00:00:00'));
    const reached = await Promise.all([tickOccurrences(platform), tickOccurrences(platform)]);
    expect(reached[0] + reached[1]).toBe(1);
    clock.moveTo(at('2027-01-07T00:00:00'));
    await tickOccurrences(platform);
    await tickOccurrences(platform);
    // The head as the head, the others as the unit; nobody twice.
    expect((await told('DUE')).map((one) => one.slice(0, 27))).toHaveLength(6);
    expect(await told('ESCALATED')).toEqual([
      expect.stringMatching(/^UBND Cán bộ Mẫu Chín \(Tam Thanh\): .*báo cấp trên$/),
    ]);
  });

  it('leaves nothing behind when the process dies half-way', async () => {
    const version = await knex('procedures.schedule_versions').where({ schedule_id: scheduleId }).first();
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
    clock.moveTo(at('2030-02-01T00:00:00'));
    await expect(openOccurrences(dying)).rejects.toThrow('killed');
    expect(await periods()).toEqual(['2026-12-31']);
    expect(
      (await knex('procedures.schedule_versions').where({ schedule_id: scheduleId }).first()).next_open_at,
    ).toEqual(version.next_open_at);
  });

  it('opens each of the years of a standstill once, and its stages one after the other', async () => {
    expect(await openOccurrences(platform)).toBe(3);
    expect(await openOccurrences(platform)).toBe(0);
    expect(await periods()).toEqual(['2026-12-31', '2027-12-31', '2028-12-31', '2029-12-31']);
    expect(await tickOccurrences(platform)).toBe(3);
    await tickOccurrences(platform);
    const stages = await knex('procedures.schedule_stages').where({ stage: 'ESCALATED' });
    expect(stages).toHaveLength(4);
    expect(await tickOccurrences(platform)).toBe(0);
  });
});

describe('what was sent', () => {
  const actor = { tenantId: TENANT, adminUserId: 1 } as Actor;
  const openOf = (to: string) =>
    knex('procedures.schedule_occurrences').where({ tenant_id: TENANT, period_to: to }).first();
  const send = async (to: string, when: string, lateReason: string | null = 'nhập bù theo công văn') => {
    const { id } = await openOf(to);
    const person = await knex('procedures.people').where({ tenant_id: TENANT }).first();
    const sending = {
      occurrenceId: id,
      recipient: 0,
      documentNo: '12/BC-UBND',
      at: at(when).toISOString(),
      lateReason,
    };
    await knex.transaction((trx) => recordSending(trx, { ...actor, personId: person.id }, sending, clock.now()));
    return (await knex('procedures.schedule_clocks').where({ occurrence_id: id }).first()).state;
  };

  it('at 05/01 23:59 is in time, at 06/01 00:00 late, whenever it is entered', async () => {
    expect(await send('2027-12-31', '2028-01-05T23:59:00')).toBe('MET');
    expect(await send('2028-12-31', '2029-01-06T00:00:00')).toBe('MISSED');
  });

  it('needs a reason when it is entered late, and is recorded once', async () => {
    await expect(send('2026-12-31', '2027-01-05T10:00:00', null)).rejects.toMatchObject({
      code: 'LATE_ENTRY_NEEDS_REASON',
    });
    expect(await send('2026-12-31', '2027-01-05T10:00:00')).toBe('MET');
    await expect(send('2026-12-31', '2027-01-05T10:00:00')).rejects.toMatchObject({
      code: 'SENT_ALREADY',
      status: 409,
    });
  });
});

describe('a schedule that changes', () => {
  const change = (version: number, definition: Partial<ScheduleDefinition>) =>
    knex.transaction((trx) =>
      addScheduleVersion(trx, {
        tenantId: TENANT,
        personId: null,
        scheduleId,
        version,
        definition,
        reason: 'theo công văn mới',
        now: clock.now(),
      }),
    );

  it('keeps what is open as it was, and opens from then on by the new version', async () => {
    await change(1, {
      due: { kind: 'WORKING_DAYS', days: 10 },
      rolling: 'NEXT_WORKING_DAY',
      recipients: [
        { unit: 'CA_TINH', name: 'Công an tỉnh Lạng Sơn' },
        { unit: null, name: 'Thường trực Đảng ủy phường' },
      ],
    });
    await expect(change(1, { legalBasis: 'x' })).rejects.toMatchObject({ code: 'SCHEDULE_CHANGED_MEANWHILE' });
    clock.moveTo(at('2031-01-02T00:00:00'));
    expect(await openOccurrences(platform)).toBe(1);
    const rows = await knex('procedures.schedule_occurrences').where({ tenant_id: TENANT }).orderBy('period_to');
    expect(rows.map((row) => row.version)).toEqual([1, 1, 1, 1, 2]);
    expect((await clocks()).at(-1)).toMatchObject({ due_day: '2031-01-14', state: 'RUNNING' });
  });

  it('is computed again, with its trace, when the calendar changes', async () => {
    await knex('procedures.calendar_days').insert({
      tenant_id: TENANT,
      day: '2031-01-10',
      kind: 'HOLIDAY',
      name: 'ngày nghỉ mẫu',
      status: 'DECIDED',
    });
    const reason = { vi: 'tính lại vì lịch thay đổi', en: 'computed again' };
    const recompute = () => knex.transaction((trx) => recomputeOccurrences(trx, TENANT, reason, clock.now()));
    expect(await recompute()).toBe(1);
    expect(await recompute()).toBe(0);
    const [replaced, now] = (await clocks()).slice(-2);
    expect(replaced).toMatchObject({ state: 'SUPERSEDED', due_day: '2031-01-14', superseded_reason: reason });
    expect(now).toMatchObject({ state: 'RUNNING', due_day: '2031-01-15' });
    expect(now.derivation.vi).toContain('Tính lại theo lịch');
    expect(replaced.superseded_by).toBe(now.id);
  });

  it('opens no more once it is switched off, but what it owed before', async () => {
    clock.moveTo(at('2032-06-01T00:00:00'));
    await change(2, { active: false });
    expect(await openOccurrences(platform)).toBe(1);
    clock.moveTo(at('2034-06-01T00:00:00'));
    expect(await openOccurrences(platform)).toBe(0);
    expect((await periods()).at(-1)).toBe('2031-12-31');
  });
});
