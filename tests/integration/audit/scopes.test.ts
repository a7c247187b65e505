// The policy says who sees what twice: as a function, and in SQL for lists. Every kind of case and person must agree.
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Knex } from 'knex';
import { tellApprovers } from '../../../src/plugins/procedures/server/src/notices/approval-notices';
import { boardTasks, boardUnits, isOnBoard } from '../../../src/plugins/procedures/server/src/policy/board-scope';
import { type CaseAccess, caseAccess } from '../../../src/plugins/procedures/server/src/policy/case-access';
import { scopeCases } from '../../../src/plugins/procedures/server/src/policy/case-scope';
import { decide } from '../../../src/plugins/procedures/server/src/policy/decide';
import { caseSubject, taskSubject } from '../../../src/plugins/procedures/server/src/policy/subjects';
import { scopeTasks } from '../../../src/plugins/procedures/server/src/policy/task-scope';
import type { Actor } from '../../../src/plugins/procedures/server/src/tenants/actor';
import { loadActor } from '../../../src/plugins/procedures/server/src/tenants/load-actor';
import { seedTenant } from '../../../src/plugins/procedures/server/src/tenants/seed-tenant';
import { readSeeds } from '../../../src/plugins/procedures/server/src/tenants/tenant-seed';
import { ManualClock } from '../../../src/plugins/procedures/server/src/time/clock';
import { startDatabase, type TestDatabase } from './database';

const now = new Date('2026-11-22T08:00:00Z');
const clock = new ManualClock(now);
let database: TestDatabase;
let knex: Knex;
const actors: Actor[] = [];
const accountOf = new Map<string, number>();

beforeAll(async () => {
  database = await startDatabase();
  knex = database.knex;
  const seeds = await readSeeds(path.resolve(__dirname, '../../../database/seeds'));
  for (const seed of seeds) await seedTenant(knex, seed, clock);
  const [role] = await knex('admin_roles')
    .insert([{ code: 'procedures-admin' }, { code: 'procedures-auditor' }])
    .returning('id');
  const people = await knex('procedures.people').orderBy(['tenant_id', 'full_name']).select('id', 'full_name');
  for (const [index, person] of people.entries()) {
    const account = index + 1;
    await knex('procedures.people').where({ id: person.id }).update({ admin_user_id: account });
    accountOf.set(person.full_name, account);
    const special = /^Quản trị/.test(person.full_name)
      ? role.id
      : /^Kiểm tra/.test(person.full_name)
        ? role.id + 1
        : null;
    if (special) await knex('admin_users_roles_lnk').insert({ user_id: account, role_id: special });
  }
  await appoint('Mẫu Một', null);
  await appoint('Mẫu Hai', ['p']);
  await appoint('Mẫu Ba', ['q']);
  for (const account of accountOf.values()) {
    const actor = await loadActor(knex, account, now);
    if (actor) actors.push(actor);
  }
  await insertCasesAndTasks();
}, 60_000);
afterAll(async () => {
  await database?.stop();
}, 30_000);

/** Somebody of the unit acts for its head on the day of the tests, in some packages or in all. */
async function appoint(deputy: string, packages: string[] | null): Promise<string> {
  const personOf = (name: string) =>
    knex('procedures.people')
      .where({ tenant_id: 'tam-thanh', full_name: `Cán bộ ${name} (Tam Thanh)` })
      .first('id');
  const [holder, other] = [await personOf('Mẫu Năm'), await personOf(deputy)];
  const position = await knex('procedures.positions').where({ person_id: holder.id }).first('id', 'unit_code', 'title');
  const id = randomUUID();
  await knex('procedures.acting_appointments').insert({
    id,
    tenant_id: 'tam-thanh',
    position_id: position.id,
    holder_id: holder.id,
    deputy_id: other.id,
    unit_code: position.unit_code,
    form: 'KT',
    prefix: 'KT.',
    holder_title: position.title,
    deputy_title: 'Cán bộ',
    legal_basis: 'Quy chế làm việc',
    document_no: '01/QĐ',
    scope_packages: packages,
    valid_from: new Date('2026-11-22T00:00:00Z'),
    valid_to: new Date('2026-11-23T00:00:00Z'),
    appointed_by: holder.id,
    created_at: now,
  });
  return id;
}

/** Every combination of handling and origin unit, parts taken, restriction and tenant, each with one task. */
async function insertCasesAndTasks(): Promise<void> {
  const base = { package_id: 'p', package_version: '1', record_type: 't', record_document_id: 'd', state: 'X' };
  const times = { received_at: now, created_at: now, updated_at: now };
  const assignees = ['tam-thanh', 'bach-dang'].map(
    (tenant) => actors.find((actor) => actor.tenantId === tenant)?.personId,
  );
  const cases = [];
  const tasks = [];
  for (const [tenantIndex, tenant_id] of ['tam-thanh', 'bach-dang'].entries())
    for (const handling_unit of ['CAP', 'VP', 'UBND'])
      for (const origin_unit of [null, 'CAP', 'VP', 'VHXH'])
        for (const participating_units of [[], ['CAP'], ['VP', 'VHXH'], ['UBND']])
          for (const restricted of [false, true]) {
            const id = randomUUID();
            cases.push({
              id,
              tenant_id,
              handling_unit,
              origin_unit,
              participating_units,
              restricted,
              ...base,
              ...times,
            });
            const n = tasks.length;
            tasks.push({
              id: randomUUID(),
              case_id: id,
              tenant_id,
              engine_id: randomUUID(),
              job_key: n,
              element_id: 'e',
              element_instance_key: n,
              process_id: 'p',
              title: 'T',
              candidate_groups: [[], ['CAP/can-bo'], ['VP/can-bo', 'CAP/truc-ban'], ['VHXH/lanh-dao']][n % 4],
              assignee: n % 5 === 0 ? assignees[tenantIndex] : null,
              state: 'OPEN',
              opened_at: now,
            });
          }
  await knex('procedures.cases').insert(cases);
  await knex('procedures.tasks').insert(tasks);
}

const reaches: Record<Exclude<CaseAccess, 'none'>, CaseAccess[]> = {
  status: ['status', 'summary', 'content'],
  summary: ['summary', 'content'],
  content: ['content'],
};

describe('rights told as a function and in SQL', () => {
  it.each(['status', 'summary', 'content'] as const)(
    'list the same cases at the level of %s for everybody',
    async (level) => {
      const rows = await knex('procedures.cases');
      let seen = 0;
      for (const actor of actors) {
        const listed: string[] = await scopeCases(knex('procedures.cases as cases'), actor, level).pluck('cases.id');
        const expected = rows
          .filter((row) => reaches[level].includes(caseAccess(actor, caseSubject(row))))
          .map((row) => row.id);
        expect([actor.fullName, listed.sort()]).toEqual([actor.fullName, expected.sort()]);
        seen += listed.length;
      }
      expect(seen).toBeGreaterThan(100);
    },
  );

  it('list the same tasks for everybody', async () => {
    const cases = new Map((await knex('procedures.cases')).map((row) => [row.id, row]));
    const tasks = await knex('procedures.tasks');
    let seen = 0;
    for (const actor of actors) {
      const query = knex('procedures.tasks as tasks').join('procedures.cases as cases', 'cases.id', 'tasks.case_id');
      const listed: string[] = await scopeTasks(query, actor).pluck('tasks.id');
      const expected = tasks
        .filter((task) => decide(actor, 'task.read', taskSubject(task, caseSubject(cases.get(task.case_id)))).allowed)
        .map((task) => task.id);
      expect([actor.fullName, listed.sort()]).toEqual([actor.fullName, expected.sort()]);
      seen += listed.length;
    }
    expect(seen).toBeGreaterThan(50);
  });

  it('count the same tasks on the board of everybody who has one', async () => {
    const cases = new Map((await knex('procedures.cases')).map((row) => [row.id, row]));
    const tasks = await knex('procedures.tasks');
    let seen = 0;
    for (const actor of actors) {
      const { sql, bindings } = boardTasks(actor);
      const listed: string[] = await knex('procedures.tasks as tasks').whereRaw(sql, bindings).pluck('id');
      const expected = tasks
        .filter((task) => isOnBoard(actor, taskSubject(task, caseSubject(cases.get(task.case_id)))))
        .map((task) => task.id);
      expect([actor.fullName, listed.sort()]).toEqual([actor.fullName, expected.sort()]);
      if (listed.length > 0) expect(boardUnits(actor)).not.toEqual([]);
      seen += listed.length;
    }
    expect(seen).toBeGreaterThan(100);
  });
});

describe('the figures of the list of cases', () => {
  const byState = (rows: { state: string; n: string }[]) =>
    rows
      .map(({ state, n }) => [state, Number(n)])
      .filter(([, n]) => n !== 0)
      .sort();
  const both = async () => {
    let seen = 0;
    for (const actor of actors) {
      const rows = (table: string) => scopeCases(knex(`${table} as cases`), actor, 'status');
      const counted = await rows('procedures.cases').select('state').count('* as n').groupBy('state');
      const kept = await rows('procedures.case_figures').select('state').sum('n as n').groupBy('state');
      expect([actor.fullName, byState(kept as never)]).toEqual([actor.fullName, byState(counted as never)]);
      seen += counted.length;
    }
    expect(seen).toBeGreaterThan(10);
  };
  const figures = async () => Number((await knex('procedures.case_figures').count('* as n'))[0].n);

  it('are what each person may count, also after cases have moved, were hidden and are gone', async () => {
    await both();
    const cases: { id: string }[] = await knex('procedures.cases').select('id').orderBy('id');
    await Promise.all(
      cases.slice(0, 40).map(({ id }, n) =>
        knex('procedures.cases')
          .where({ id })
          .update(n % 2 ? { state: 'Y' } : { restricted: true, handling_unit: 'VP', participating_units: ['CAP'] }),
      ),
    );
    const gone: string[] = cases.slice(40, 45).map(({ id }) => id);
    await knex('procedures.tasks').whereIn('case_id', gone).delete();
    await knex('procedures.cases').whereIn('id', gone).delete();
    await both();
  });

  it('stay as few as there are kinds of cases, however many cases come', async () => {
    await knex.raw("select procedures.fold_case_figures(id) from procedures.tenants where id = 'tam-thanh'");
    const kinds = await figures();
    await both();
    const [one] = await knex('procedures.cases').where({ tenant_id: 'tam-thanh' });
    const many = Array.from({ length: 1500 }, () => ({ ...one, id: randomUUID(), facts: '{}', public_text: null }));
    for (let at = 0; at < many.length; at += 300) await knex('procedures.cases').insert(many.slice(at, at + 300));
    expect(await figures()).toBeLessThan(kinds + 1100);
    await knex.raw("select procedures.fold_case_figures('tam-thanh')");
    expect(await figures()).toBeLessThanOrEqual(kinds + 1);
    await both();
    await knex('procedures.cases')
      .whereIn(
        'id',
        many.map(({ id }) => id),
      )
      .delete();
    await both();
  });

  it('let no writer wait for another, and fold what others have left open without losing it', async () => {
    const [one] = await knex('procedures.cases').where({ tenant_id: 'tam-thanh' });
    const fresh = () => ({ ...one, id: randomUUID(), facts: '{}', public_text: null });
    const first = await knex.transaction();
    await first('procedures.cases').insert(fresh());
    await knex('procedures.cases').insert(fresh());
    await knex.raw("select procedures.fold_case_figures('tam-thanh')");
    await first.commit();
    await both();
  });

  it('can be thrown away and made again', async () => {
    await knex('procedures.case_figures').delete();
    await knex.raw('select procedures.rebuild_case_figures()');
    await both();
  });
});

describe('an actor', () => {
  const find = (name: RegExp) => actors.find((actor) => actor.tenantId === 'tam-thanh' && name.test(actor.fullName));

  it('has the groups and units of the positions held, and what stands beneath a leader', () => {
    expect(find(/Mẫu Năm /)).toMatchObject({
      groups: ['CAP/custodian', 'CAP/lanh-dao', 'CAP/standing'],
      units: ['CAP'],
      headOf: ['CAP'],
      overseen: [],
      follows: ['DU', 'HDND', 'KTHT', 'MTTQ', 'UBND', 'VHXH', 'VP'],
    });
    expect(find(/Mẫu Chín /)).toMatchObject({ headOf: ['UBND'], overseen: ['CAP', 'KTHT', 'VHXH', 'VP'] });
    expect(find(/Mẫu Mười \(/)).toMatchObject({ headOf: [], overseen: ['CAP', 'KTHT', 'VHXH', 'VP'] });
    expect(find(/Quản trị/)).toMatchObject({ isAdministrator: true, isAuditor: false, units: [] });
    expect(find(/Kiểm tra/)).toMatchObject({ isAdministrator: false, isAuditor: true, units: [] });
  });

  it('holds a position only while it is valid', async () => {
    const account = accountOf.get('Cán bộ Mẫu Bốn (Tam Thanh)') ?? 0;
    const groupsAt = async (at: string) => (await loadActor(knex, account, new Date(at)))?.groups;
    expect(await groupsAt('2026-12-31T16:59:59Z')).toEqual(['CAP/can-bo']);
    expect(await groupsAt('2026-12-31T17:00:00Z')).toEqual(['CAP/can-bo', 'CAP/dieu-tra-vien']);
  });

  it('acts for another from the first to the last moment of the appointment, and not once it is revoked', async () => {
    const account = accountOf.get('Cán bộ Mẫu Một (Tam Thanh)') ?? 0;
    const at = async (instant: string) => loadActor(knex, account, new Date(instant));
    const acting = { groups: ['CAP/lanh-dao', 'CAP/standing', 'CAP/truc-ban'], headOf: ['CAP'] };
    const alone = { groups: ['CAP/truc-ban'], headOf: [], acting: [] };
    expect(await at('2026-11-21T23:59:59Z')).toMatchObject(alone);
    expect(await at('2026-11-22T00:00:00Z')).toMatchObject({
      ...acting,
      own: { groups: ['CAP/truc-ban'], headOf: [] },
    });
    expect(await at('2026-11-22T23:59:59Z')).toMatchObject(acting);
    expect(await at('2026-11-23T00:00:00Z')).toMatchObject(alone);

    const positions = () =>
      knex('procedures.positions').whereIn(
        'person_id',
        knex.select('id').from('procedures.people').where({ admin_user_id: account }),
      );
    await positions().update({ unit_code: 'VP' });
    expect((await at('2026-11-22T08:00:00Z'))?.acting).toEqual([]);
    await positions().update({ unit_code: 'CAP' });

    await knex('procedures.acting_appointments').where({ tenant_id: 'tam-thanh' }).update({ revoked_at: now });
    expect(await at('2026-11-22T08:00:00Z')).toMatchObject(alone);
  });

  it('who acts in some packages only keeps them apart from the groups held everywhere', () => {
    expect(find(/Mẫu Hai /)).toMatchObject({
      groups: ['CAP/can-bo'],
      headOf: [],
      acting: [{ groups: ['CAP/lanh-dao', 'CAP/standing'], packages: ['p'], leads: null }],
    });
  });

  it('is nobody without an active person of a tenant', async () => {
    expect(await loadActor(knex, 9999, now)).toBeNull();
    const account = accountOf.get('Cán bộ Mẫu Một (Tam Thanh)') ?? 0;
    await knex('procedures.people').where({ admin_user_id: account }).update({ active: false });
    expect(await loadActor(knex, account, now)).toBeNull();
  });
});

describe('a unit that nobody is head of', () => {
  const why = { vi: 'chờ bạn xét', en: 'waits for you' };
  const account = (name: string) => accountOf.get(`Cán bộ ${name} (Tam Thanh)`) ?? 0;
  const positionsOf = (name: string) =>
    knex('procedures.positions').whereIn(
      'person_id',
      knex
        .select('id')
        .from('procedures.people')
        .where({ admin_user_id: account(name) }),
    );
  /** Who is told of what waits for the head of the ward police of this case. */
  const told = async (caseId: string, by = randomUUID()) => {
    const subject = `merge:${randomUUID()}`;
    await knex.transaction((trx) =>
      tellApprovers(trx, { tenantId: 'tam-thanh', caseId, subject, link: '/x', now, by }, { unitHead: 'CAP' }, why),
    );
    const rows: { full_name: string; text: { vi: string }; case_id: string | null; link: string }[] = await knex(
      'procedures.notices as notice',
    )
      .join('procedures.notice_recipients as copy', 'copy.notice_id', 'notice.id')
      .join('procedures.people as person', 'person.id', 'copy.person_id')
      .where('notice.subject', subject)
      .select('person.full_name', 'notice.text', 'notice.case_id', 'notice.link');
    return rows;
  };
  let caseId: string;
  let hidden: string;
  beforeAll(async () => {
    const cases = await knex('procedures.cases').where({ tenant_id: 'tam-thanh', handling_unit: 'CAP' });
    caseId = cases.find((one) => !one.restricted).id;
    hidden = cases.find((one) => one.restricted && one.participating_units.length > 0).id;
  });

  it('is led by its deputy, who decides and is told; where there is a head, by the head alone', async () => {
    expect((await told(caseId)).map((one) => one.full_name)).toEqual(['Cán bộ Mẫu Năm (Tam Thanh)']);
    expect((await loadActor(knex, account('Mẫu Sáu'), now))?.headOf).toEqual([]);
    await positionsOf('Mẫu Năm').update({ valid_to: now });
    expect(await told(caseId)).toMatchObject([{ full_name: 'Cán bộ Mẫu Sáu (Tam Thanh)', case_id: caseId, text: why }]);
    const deputy = await loadActor(knex, account('Mẫu Sáu'), now);
    expect(deputy).toMatchObject({ headOf: ['CAP'], own: { headOf: ['CAP'] } });
    const current = await knex('procedures.cases').where({ id: caseId }).first();
    expect(decide(deputy as Actor, 'case.decideCorrection', caseSubject(current)).allowed).toBe(true);
    expect(decide(deputy as Actor, 'case.decideLink', caseSubject(current)).allowed).toBe(true);
    expect((await loadActor(knex, account('Mẫu Hai'), now))?.headOf).toEqual([]);
  });

  it('and has no deputy either: the administrators hear of the unit, and of no case', async () => {
    await positionsOf('Mẫu Sáu').update({ roles: ['lanh-dao'] });
    expect((await loadActor(knex, account('Mẫu Sáu'), now))?.headOf).toEqual([]);
    for (const one of [caseId, hidden]) {
      const [heard, ...more] = await told(one);
      expect(more).toEqual([]);
      expect(heard.full_name).toMatch(/^Quản trị/);
      expect(heard).toMatchObject({ case_id: null, link: '/people' });
      expect(heard.text.vi).toContain('Công an phường');
    }
    await positionsOf('Mẫu Năm').update({ valid_to: null });
    await positionsOf('Mẫu Sáu').update({ roles: ['lanh-dao', 'custodian', 'standing', 'deputy'] });
    expect((await told(caseId)).map((one) => one.full_name)).toEqual(['Cán bộ Mẫu Năm (Tam Thanh)']);
  });

  it('whose head has left the house is led by the deputy too', async () => {
    await knex('procedures.people')
      .where({ admin_user_id: account('Mẫu Năm') })
      .update({ active: false });
    expect((await loadActor(knex, account('Mẫu Sáu'), now))?.headOf).toEqual(['CAP']);
    expect((await told(caseId)).map((one) => one.full_name)).toEqual(['Cán bộ Mẫu Sáu (Tam Thanh)']);
    await knex('procedures.people')
      .where({ admin_user_id: account('Mẫu Năm') })
      .update({ active: true });
  });
});

describe('seeding a tenant', () => {
  it('twice adds nothing and takes back nothing that people changed', async () => {
    const [seed] = await readSeeds(path.resolve(__dirname, '../../../database/seeds'));
    if (!seed) throw new Error('Expected a seed, but there is none');
    const counts = () =>
      Promise.all(
        ['units', 'people', 'positions', 'calendar_days', 'parameters'].map((table) =>
          knex(`procedures.${table}`).count(),
        ),
      );
    await knex('procedures.calendar_days').where({ tenant_id: seed.tenant.id, day: '2026-11-24' }).delete();
    await knex('procedures.parameters')
      .where({ tenant_id: seed.tenant.id, name: 'R03_MINUTES' })
      .update({ value: '20' });
    const before = await counts();
    expect(await seedTenant(knex, seed, clock)).toEqual({ created: false });
    expect(await counts()).toEqual(before);
    const [kept] = await knex('procedures.parameters').where({ tenant_id: seed.tenant.id, name: 'R03_MINUTES' });
    expect(kept.value).toBe(20);
  });
});
