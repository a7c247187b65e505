// The engine room over HTTP on the real stack: instances and their tokens, what an operator may do by hand, and heat.
import { Pool } from 'pg';
import { publishVersion, restorePackage } from '../../support/publish-version';
import { as, type Client, openTask, runningApp, startExample, until } from '../../support/running-app';

let officer: Client;
let administrator: Client;
let pool: Pool;
let caseId: string;
const at = (path = '') => `/procedures/operations/instances/${caseId}${path}`;

beforeAll(async () => {
  officer = await as('van-phong@tam-thanh.example');
  administrator = await as('quan-tri@tam-thanh.example');
  pool = new Pool({ connectionString: runningApp().databaseUrl, max: 2 });
  caseId = (await startExample(officer, 'Họp tổ')).caseId;
});
afterAll(() => pool.end());

/** As soon as the slower exporter has brought its elements. */
const standing = (element: string) =>
  until(async () => {
    const detail = await administrator.get(at());
    const token = detail.tokens.find((one: { elementId: string }) => one.elementId === element);
    return token ? { ...detail, token } : null;
  }, `a token at ${element}`);

describe('the list of instances', () => {
  it('is narrowed by package, version, step, state, incident and age, and tells nothing of content', async () => {
    const detail = await standing('tiep_nhan');
    const of = async (query: string) => {
      const { items } = await administrator.get(`/procedures/operations/instances?${query}`);
      return items.some((one: { caseId: string }) => one.caseId === caseId);
    };
    const base = 'package=vi-du&page=1';
    const inList = async (more: string) => {
      for (let page = 1; page < 9; page += 1) if (await of(`package=vi-du${more}&page=${page}`)) return true;
      return false;
    };
    expect(await inList('')).toBe(true);
    expect(await inList(`&version=${detail.packageVersion}&element=tiep_nhan`)).toBe(true);
    expect(await of(`${base}&element=ket_thuc_khac`)).toBe(false);
    expect(await of(`${base}&version=0.0.1`)).toBe(false);
    expect(await of(`${base}&state=COMPLETED`)).toBe(false);
    expect(await of(`${base}&incident=true`)).toBe(false);
    expect(await of(`${base}&age=30`)).toBe(false);
    const all = await administrator.get('/procedures/operations/instances?page=abc&state=x&age=-1');
    expect(all.total).toBeGreaterThan(0);
    expect(JSON.stringify(all)).not.toContain('Họp tổ');
  });

  it('counts restricted cases and shows none', async () => {
    await pool.query('update procedures.cases set restricted = true where id = $1', [caseId]);
    try {
      const { items, restricted } = await administrator.get('/procedures/operations/instances?package=vi-du');
      expect(restricted).toBeGreaterThan(0);
      expect(items.some((one: { caseId: string }) => one.caseId === caseId)).toBe(false);
      expect((await administrator.call('GET', at())).status).toBe(404);
      const body = { name: 'quantity', value: 1, reason: 'x' };
      expect((await administrator.call('POST', at('/variables'), body)).status).toBe(404);
    } finally {
      await pool.query('update procedures.cases set restricted = false where id = $1', [caseId]);
    }
  });

  it('is nobody else’s: staff are refused, another tenant finds nothing', async () => {
    expect((await officer.call('GET', '/procedures/operations/instances')).status).toBe(403);
    expect((await (await as('quan-tri@bach-dang.example')).call('GET', at())).status).toBe(404);
    expect((await administrator.call('GET', '/procedures/operations/instances/none')).status).toBe(404);
  });
});

describe('one instance', () => {
  it('shows its token on the drawing, and of its variables what the manifest lists', async () => {
    const detail = await standing('tiep_nhan');
    expect(detail.position.active).toContain('tiep_nhan');
    expect(detail.modelUrl).toContain('vi-du.bpmn');
    expect(detail.token.id).toMatch(/^[0-9a-f]{24}$/);
    expect(detail.variables.length).toBeGreaterThan(0);
    expect(JSON.stringify(detail)).not.toMatch(/Họp tổ|2251799813/);
  });

  it('has a variable mended: only a listed one, of its type, with a reason', async () => {
    const { variables } = await standing('tiep_nhan');
    const number = variables.find((one: { type: string }) => one.type === 'number');
    const fix = (body: object) => administrator.call('POST', at('/variables'), body);
    expect((await fix({ name: number.name, value: 9 })).body.error.code).toBe('REASON_NEEDED');
    expect((await fix({ name: 'actionId', value: 'x', reason: 'r' })).body.error.code).toBe('VARIABLE_NOT_LISTED');
    expect((await fix({ name: number.name, value: 'chín', reason: 'r' })).body.error.code).toBe(
      'VARIABLE_VALUE_REFUSED',
    );
    expect((await fix({ name: number.name, value: 9, reason: 'nhập nhầm' })).status).toBe(200);
    await until(async () => {
      const after = await administrator.get(at());
      return after.variables.find((one: { name: string }) => one.name === number.name).value === 9 ? true : null;
    }, 'the new value');
  });

  it('has its token moved: tried first, then done, and the task follows', async () => {
    const { token } = await standing('tiep_nhan');
    const move = (path: string, body: object) => administrator.call('POST', at(path), body);
    const preview = await move('/tokens/preview', { token: token.id, to: 'xu_ly' });
    expect(preview.body).toMatchObject({ possible: true, reasons: [] });
    expect(preview.body.effects.map((one: { vi: string }) => one.vi).join(' ')).toMatch(/bị hủy.*được mở mới/);
    expect((await move('/tokens', { token: token.id, to: 'xu_ly' })).body.error.code).toBe('REASON_NEEDED');
    expect((await move('/tokens', { token: token.id, to: 'bat_dau', reason: 'r' })).body.error.code).toBe(
      'TARGET_UNKNOWN',
    );
    expect((await move('/tokens', { token: 'khac', to: 'xu_ly', reason: 'r' })).body.error.code).toBe('TOKEN_UNKNOWN');
    expect((await move('/tokens', { token: token.id, to: 'xu_ly', reason: 'đứng sai chỗ' })).status).toBe(200);
    await openTask(officer, caseId, 'xu_ly');
    const { tasks } = await officer.get(`/procedures/cases/${caseId}`);
    expect(tasks.find((one: { elementId: string }) => one.elementId === 'tiep_nhan').state).toBe('CANCELLED');
    await standing('xu_ly');
    const { items } = await (await as('kiem-tra@tam-thanh.example')).get('/procedures/audit?pageSize=50');
    const actions = items.map((one: { action: string }) => one.action);
    expect(actions).toEqual(expect.arrayContaining(['instance.moveToken', 'instance.fixVariable']));
  });

  it('is cancelled by two people: who asks does not decide, and only who leads the unit or manages does', async () => {
    const ask = () => administrator.call('POST', at('/cancellations'), { reason: 'nhập trùng' });
    const asked = await ask();
    expect(asked.status).toBe(201);
    expect((await ask()).body.error.code).toBe('CANCEL_PENDING');
    const path = `/procedures/cancellations/${asked.body.id}`;
    const decide = (client: Client, what = 'approve') => client.call('POST', `${path}/${what}`, { reason: 'đồng ý' });
    expect((await decide(administrator)).body.error.code).toBe('OWN_PROPOSAL');
    expect((await decide(officer)).body.error.code).toBe('NOT_AN_APPROVER');
    expect((await officer.call('GET', path)).status).toBe(403);
    expect((await decide(await as('quan-tri@bach-dang.example'))).status).toBe(404);
    const head = await as('lanh-dao-van-phong@tam-thanh.example');
    expect(await head.get(path)).toMatchObject({ mayDecide: true, reason: 'nhập trùng' });
    expect((await decide(head)).body).toEqual({ state: 'APPROVED' });
    expect((await decide(head)).body.error.code).toBe('CANCEL_DECIDED');
    await until(async () => {
      const { rows } = await pool.query('select life from procedures.cases where id = $1', [caseId]);
      return rows[0].life === 'CANCELLED' ? true : null;
    }, 'the case to be cancelled');
    const { rows } = await pool.query(
      `select count(*)::int as n from procedures.clocks where case_id = $1 and state in ('RUNNING', 'PAUSED')`,
      [caseId],
    );
    expect(rows[0].n).toBe(0);
    expect((await ask()).body.error.code).toBe('NO_RUNNING_PROCESS');
  });

  it('is left running when the second person refuses', async () => {
    const other = (await startExample(officer, 'khác')).caseId;
    const { id } = await administrator.post(`/procedures/operations/instances/${other}/cancellations`, { reason: 'x' });
    const head = await as('lanh-dao-van-phong@tam-thanh.example');
    expect(await head.post(`/procedures/cancellations/${id}/refuse`, { reason: 'chưa cần' })).toEqual({
      state: 'REFUSED',
    });
    expect((await openTask(officer, other)).elementId).toBe('tiep_nhan');
  });
});

describe('heat', () => {
  it('counts what ended in the period and says what is late; a period that cannot be is refused', async () => {
    const { id, version } = await openTask(officer, (await startExample(officer, 'nhiệt')).caseId);
    const { task } = await officer.post(`/procedures/tasks/${id}/claim`, { version });
    const values = { record: { quantity: 4 }, task: { note: 'ghi' } };
    await officer.post(`/procedures/tasks/${id}/complete?wait=10000`, { version: task.version, values });
    const heat = await until(async () => {
      const view = await administrator.get('/procedures/operations/heat?package=vi-du');
      return view.elements.some(
        (one: { elementId: string; count: number }) => one.elementId === 'tiep_nhan' && one.count > 0,
      )
        ? view
        : null;
    }, 'heat at the first step');
    const first = heat.elements.find((one: { elementId: string }) => one.elementId === 'tiep_nhan');
    expect(first.medianMinutes).toBeGreaterThanOrEqual(0);
    expect(first.slowMinutes).toBeGreaterThanOrEqual(first.medianMinutes);
    const past = await administrator.get('/procedures/operations/heat?package=vi-du&from=2020-01-01&to=2020-02-01');
    expect(past.elements).toEqual([]);
    const refused = (query: string) => administrator.call('GET', `/procedures/operations/heat?package=vi-du&${query}`);
    expect((await refused('from=2026-02-01&to=2026-01-01')).body.error.code).toBe('PERIOD_REFUSED');
    expect((await refused('from=x')).body.error.code).toBe('PERIOD_REFUSED');
    expect((await administrator.call('GET', '/procedures/operations/heat?package=none')).status).toBeGreaterThanOrEqual(
      400,
    );
  });

  it('says of a version only what was late in it', async () => {
    const staff = await as('van-phong@bach-dang.example');
    const operator = await as('quan-tri@bach-dang.example');
    const { id, version } = await openTask(staff, (await startExample(staff, 'trễ')).caseId);
    const { task } = await staff.post(`/procedures/tasks/${id}/claim`, { version });
    const values = { record: { quantity: 4 }, task: { note: 'ghi' } };
    await staff.post(`/procedures/tasks/${id}/complete?wait=10000`, { version: task.version, values });
    await pool.query(`update procedures.tasks set due_at = completed_at - interval '1 hour' where id = $1`, [id]);
    const late = async (of: string) => {
      const { elements } = await operator.get(`/procedures/operations/heat?package=vi-du&version=${of}`);
      const step = elements.find((one: { elementId: string }) => one.elementId === 'tiep_nhan');
      return step ? [step.count, step.overdue] : null;
    };
    const { items } = await operator.get('/procedures/packages');
    const before = items.find((one: { id: string }) => one.id === 'vi-du').version;
    // The end of the step comes with the engine's record, the task is there already.
    const [, overdue] = await until(async () => {
      const now = await late(before);
      return now && now[1] > 0 && now[0] >= now[1] ? now : null;
    }, 'the late step of the version in force, and that it ended');
    // Another drawing: one that the engine has already is no other to it.
    const next = await publishVersion('bach-dang', 'vi-du', {
      'vi-du.bpmn': (xml) => xml.replace('name="Yêu cầu đã xong"', 'name="Đã xong hẳn"'),
    });
    try {
      expect(await late(next)).toBeNull();
      expect((await late(before))?.[1]).toBe(overdue);
    } finally {
      await restorePackage('bach-dang', 'vi-du');
    }
  });

  it('reads ends by an index, whatever the history', async () => {
    const { rows } = await pool.query(
      `select indexdef from pg_indexes where schemaname = 'procedures' and indexname = 'element_instances_ended'`,
    );
    expect(rows[0].indexdef).toContain('ended_at');
  });
});
