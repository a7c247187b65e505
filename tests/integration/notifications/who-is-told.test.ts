// Who is told what, and why: by name, group, unit and head; along the escalation table of the tenant; and which event tells
// the source of a case where it stands.
import { randomUUID } from 'node:crypto';
import { publicEvent } from '../../../src/plugins/procedures/server/src/corrections/public-event';
import { notify } from '../../../src/plugins/procedures/server/src/notices/notify';
import { DEFAULT_SETTINGS } from '../../../src/plugins/procedures/server/src/notices/tenant-settings';
import { escalateLater } from '../../../src/plugins/procedures/server/src/scheduler/escalate-later';
import { tickClocks } from '../../../src/plugins/procedures/server/src/scheduler/tick-clocks';
import { later, type Office, openOffice, TENANT } from './office';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, 60_000);
afterAll(() => office?.stop(), 30_000);

const why = { vi: 'Bạn được nhắc đến', en: 'You are mentioned' };
const tell = (given: Partial<Parameters<typeof notify>[1]>) =>
  office.knex.transaction((trx) =>
    notify(trx, { tenantId: TENANT, kind: 'MENTION', to: [], why, now: office.clock.now(), ...given }),
  );
const look = async () => {
  await tickClocks(office.platform);
  await escalateLater(office.platform);
};

describe('a notice', () => {
  it('reaches a person by name, a group, a unit and its head, each once, with the position that it came by', async () => {
    const caseId = await office.aCase();
    const { people } = office;
    const told = await tell({ caseId, to: [{ unitHead: 'DESK' }, { group: 'DESK/duty' }, { unit: 'DESK' }] });
    expect(new Set(told)).toEqual(new Set([people.head, people.second, people.clerk]));
    expect(told).toHaveLength(3);
    const rows = await office.knex('procedures.notice_recipients').whereIn('person_id', told).select();
    expect(rows.find((row) => row.person_id === people.head).because.vi).toBe(
      'Bạn nhận vì là Trưởng phòng, Phòng Một cửa',
    );
    expect(await tell({ caseId, to: { personId: people.field } })).toEqual([people.field]);
  });

  it('is not sent to whoever did it, nor to a person of another tenant', async () => {
    const { people } = office;
    expect(await tell({ to: { unit: 'DESK' }, by: people.clerk })).not.toContain(people.clerk);
    expect(await tell({ tenantId: 'south', to: { personId: people.clerk } })).toEqual([]);
    expect(await tell({ tenantId: 'south', to: { unit: 'DESK' } })).toEqual([]);
  });

  it('of a restricted case reaches nobody who may not know of it, not even by name', async () => {
    const caseId = await office.aCase({ restricted: true, participating_units: ['FIELD'] });
    const { people } = office;
    expect(await tell({ caseId, to: [{ personId: people.clerk }, { unit: 'DESK' }, { unitHead: 'BOARD' }] })).toEqual(
      [],
    );
    expect(await tell({ caseId, to: { unit: 'FIELD' } })).toEqual([people.field]);
  });
});

describe('the escalation of a term', () => {
  const decide = (change: object) =>
    office
      .knex('procedures.notification_settings')
      .insert({ tenant_id: TENANT, settings: JSON.stringify(change), version: 1, changed_at: office.clock.now() })
      .onConflict('tenant_id')
      .merge();

  it('goes from the unit to its head to the head above, each stage told once', async () => {
    const caseId = await office.aCase();
    await office.aClock(caseId);
    const start = office.clock.now();
    const seen: string[][] = [];
    for (const minutes of [61, 121, 122, 121 + 24 * 60, 122 + 24 * 60]) {
      office.clock.moveTo(later(start, minutes));
      await look();
      seen.push((await office.told(caseId)).sort());
    }
    expect(seen[0]).toEqual(['CLOCK_AMBER clerk', 'CLOCK_AMBER head', 'CLOCK_AMBER second']);
    expect(seen[1]).toHaveLength(6);
    expect(seen[2]).toEqual(seen[1]);
    expect(seen[3]?.filter((line) => !seen[2]?.includes(line))).toEqual(['CLOCK_ESCALATED chair']);
    expect(seen[4]).toEqual(seen[3]);
  });

  it('of a restricted case stays with those who lead the unit itself', async () => {
    const caseId = await office.aCase({ restricted: true, participating_units: ['DESK'] });
    await office.aClock(caseId, { stage: 'DUE', due_at: later(office.clock.now(), -25 * 60) });
    await look();
    expect(await office.told(caseId)).toEqual(['CLOCK_ESCALATED head']);
  });

  it('follows the table that the administrator has written, with its delays', async () => {
    await decide({
      ...DEFAULT_SETTINGS,
      escalateAfterMinutes: 60,
      escalation: [
        { stage: 'DUE', afterMinutes: 0, to: 'UNIT_HEAD' },
        { stage: 'ESCALATED', afterMinutes: 30, to: 'HEAD_ABOVE' },
      ],
    });
    const caseId = await office.aCase();
    const stopped = await office.aCase();
    await office.aClock(caseId);
    const other = await office.aClock(stopped);
    const start = office.clock.now();
    office.clock.moveTo(later(start, 121));
    await look();
    expect(await office.told(caseId)).toEqual(['CLOCK_DUE head']);
    office.clock.moveTo(later(start, 120 + 61));
    await look();
    expect(await office.told(caseId)).toEqual(['CLOCK_DUE head']);
    await office.knex('procedures.clocks').where({ id: other }).update({ state: 'MISSED' });
    office.clock.moveTo(later(start, 120 + 60 + 31));
    await look();
    await look();
    expect(await office.told(caseId)).toEqual(['CLOCK_DUE head', 'CLOCK_ESCALATED chair']);
    expect(await office.told(stopped)).toEqual(['CLOCK_DUE head']);
  });
});

describe('what the source of a case is told', () => {
  it('is its latest public event; a correction stands in the place of what it corrects, however late it was written', async () => {
    const { knex, people } = office;
    const caseId = await office.aCase();
    let seq = 0;
    const event = async (public_status: string | null) => {
      const id = randomUUID();
      seq += 1;
      const at = office.clock.now();
      const row = {
        id,
        case_id: caseId,
        seq,
        code: 'E',
        business_at: at,
        entered_at: at,
        state_after: 'S',
        public_status,
      };
      await knex('procedures.business_events').insert(row);
      return id;
    };
    const correct = async (event_id: string, new_event_id: string | null, state = 'IN_FORCE') => {
      const at = office.clock.now();
      const decided = state === 'ASKED' ? {} : { decided_by: people.head, decided_at: at };
      const row = { id: randomUUID(), tenant_id: TENANT, case_id: caseId, event_id, new_event_id, state, ...decided };
      const asked = { reason: 'r', business_at: at, task: '{}', asked_by: people.clerk, asked_at: at };
      await knex('procedures.event_corrections').insert({ ...row, ...asked });
    };
    const told = () => publicEvent(knex, caseId);
    expect(await told()).toBeNull();
    const sent = await event('SENT');
    await event(null);
    expect(await told()).toBe(sent);
    const again = await event('SENT');
    await correct(sent, again);
    expect(await told()).toBe(again);
    const result = await event('RESULT');
    expect(await told()).toBe(result);
    const third = await event('SENT');
    await correct(again, third);
    expect(await told()).toBe(result);
    const right = await event('RESULT');
    await correct(result, right);
    expect(await told()).toBe(right);
    await correct(right, null, 'ASKED');
    expect(await told()).toBe(right);
  });
});
