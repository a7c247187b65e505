// People over HTTP: accounts and positions in other hands than work, absences, acting for another with its trace, and
// hand-over. Everybody here is made by the test, in a unit of the second tenant.
import { randomUUID } from 'node:crypto';
import { ApiClient } from '../../support/api-client.mjs';
import { as, type Client, openTask, runningApp, startExample } from '../../support/running-app';

const TENANT = 'bach-dang';
let admin: Client;
let head: Client;
let headId: string;
let adminId: string;

interface Made {
  id: string;
  email: string;
  client: Client;
}

beforeAll(async () => {
  [admin, head] = await Promise.all([as(`quan-tri@${TENANT}.example`), as(`lanh-dao-van-phong@${TENANT}.example`)]);
  headId = (await head.get('/procedures/me')).person.id;
  adminId = (await admin.get('/procedures/me')).person.id;
});

const position = (roles: string[], more = {}) => ({
  unit: 'VP',
  title: 'Chuyên viên',
  roles,
  isHead: false,
  from: '2026-01-01T00:00:00+07:00',
  reason: 'Quyết định phân công',
  ...more,
});

async function make(name: string, roles: string[] | null, role = 'staff'): Promise<Made> {
  const email = `${randomUUID()}@${TENANT}.example`;
  const made = await admin.post('/procedures/people', {
    fullName: name,
    email,
    role,
    method: 'PASSWORD',
    reason: 'Thử',
  });
  if (roles) await admin.post(`/procedures/people/${made.id}/positions`, position(roles));
  const client = (await ApiClient.signIn(runningApp().baseUrl, email, made.password)) as unknown as Client;
  return { id: made.id, email, client };
}

/** From yesterday to tomorrow. */
const now = Date.now();
const period = { from: new Date(now - 86_400_000).toISOString(), to: new Date(now + 86_400_000).toISOString() };

async function headPosition(): Promise<string> {
  const { people } = await head.get('/procedures/people');
  const row = people.find((person: { id: string }) => person.id === headId);
  return row.positions.find((one: { isHead: boolean }) => one.isHead).id;
}

const appointment = async (deputyId: string, more = {}) => ({
  positionId: await headPosition(),
  deputyId,
  form: 'KT',
  legalBasis: 'Quy chế làm việc, Điều 5',
  documentNo: '12/QĐ-VP',
  ...period,
  ...more,
});

const claim = async (client: Client, taskId: string) => {
  const seen = await client.call('GET', `/procedures/tasks/${taskId}`);
  return client.call('POST', `/procedures/tasks/${taskId}/claim`, { version: seen.body.task?.version });
};

/** A case whose open task is the head's. */
async function upToHead(officer: Client): Promise<{ caseId: string; taskId: string }> {
  const { caseId, taskId } = await startExample(officer);
  const steps: [string, object][] = [
    [taskId, { record: { quantity: 4 } }],
    ['', { task: { decision: 'DONG_Y' }, record: { roomCode: 'P1' } }],
  ];
  for (const [known, values] of steps) {
    const id = known || (await openTask(officer, caseId, 'xu_ly')).id;
    const { body } = await claim(officer, id);
    await officer.post(`/procedures/tasks/${id}/complete?wait=10000`, { version: body.task.version, values });
  }
  return { caseId, taskId: (await openTask(head, caseId, 'ket_thuc')).id };
}

describe('accounts and positions', () => {
  it('give a new person work with the position, and a password only once', async () => {
    const person = await make('Người Mẫu Nhận Việc', null);
    expect((await person.client.call('GET', '/procedures/tasks')).status).toBe(403);
    await admin.post(`/procedures/people/${person.id}/positions`, position(['can-bo']));
    expect((await person.client.get('/procedures/me')).groups).toEqual(['VP/can-bo']);
    const detail = await admin.get(`/procedures/people/${person.id}`);
    expect(detail.history.map((change: { change: string }) => change.change)).toEqual(['position.give', 'person.add']);
    expect(JSON.stringify(detail)).not.toContain('assword');
  });

  it('invite by a link of Strapi, and refuse an address that has an account', async () => {
    const body = {
      fullName: 'Khách',
      email: `${randomUUID()}@m.example`,
      role: 'staff',
      method: 'INVITATION',
      reason: 'x',
    };
    const invited = await admin.post('/procedures/people', body);
    expect(invited).toMatchObject({ password: null, invitationPath: expect.stringContaining('registrationToken=') });
    expect((await admin.call('POST', '/procedures/people', body)).body.error.code).toBe('EMAIL_TAKEN');
  });

  it('give an administrator no way to content', async () => {
    const give = (id: string) => admin.call('POST', `/procedures/people/${id}/positions`, position(['can-bo']));
    expect((await give(adminId)).body.error.code).toBe('NOT_FOR_ONESELF');
    const auditor = await make('Kiểm Tra Mẫu', null, 'auditor');
    expect((await give(auditor.id)).body.error.code).toBe('OFFICE_WITHOUT_POSITION');
    const own = await admin.call('POST', `/procedures/people/${adminId}/deactivate`, { reason: 'x' });
    expect(own.body.error.code).toBe('NOT_FOR_ONESELF');
    const appointed = await admin.call('POST', '/procedures/acting', await appointment(adminId));
    expect(appointed.status).toBe(403);
  });

  it('refuse a second head, roles that no package has there, and people of another tenant', async () => {
    const person = await make('Người Mẫu Hai Trưởng', null);
    const give = (body: object) => admin.call('POST', `/procedures/people/${person.id}/positions`, body);
    expect((await give(position(['lanh-dao'], { isHead: true }))).body.error.code).toBe('UNIT_HAS_HEAD');
    expect((await give(position(['no-such-role']))).body.error.detail.problems[0].path).toBe('roles');
    const other = await as('quan-tri@tam-thanh.example');
    expect((await other.call('GET', `/procedures/people/${person.id}`)).status).toBe(404);
  });

  it('end at once with the account, and give open tasks to whom they were handed', async () => {
    const [leaver, follower] = [await make('Người Nghỉ', ['can-bo']), await make('Người Thay', ['can-bo'])];
    const { taskId } = await startExample(leaver.client);
    expect((await claim(leaver.client, taskId)).status).toBe(200);
    const answer = await admin.post(`/procedures/people/${leaver.id}/deactivate`, { reason: 'x', handTo: follower.id });
    expect(answer).toEqual({ moved: 1, returned: 0 });
    expect((await leaver.client.call('GET', '/procedures/tasks')).status).toBe(401);
    const { task } = await follower.client.get(`/procedures/tasks/${taskId}`);
    expect(task.assignee.id).toBe(follower.id);
  });
});

describe('units', () => {
  it('are changed with a reason, closed when empty, and keep their history', async () => {
    const code = `U${Date.now()}`;
    const { id } = await admin.post('/procedures/units', { code, name: 'Tổ mẫu', parent: 'VP', reason: 'x' });
    const edit = { name: 'Tổ mẫu hai', parent: code, reason: 'đổi tên' };
    expect((await admin.call('PUT', `/procedures/units/${id}`, edit)).body.error.code).toBe('UNIT_PARENT_REFUSED');
    expect((await admin.call('PUT', `/procedures/units/${id}`, { ...edit, parent: 'VP' })).status).toBe(200);
    await admin.post(`/procedures/units/${id}/close`, { from: period.from, reason: 'giải thể' });
    const person = await make('Người Đến Muộn', null);
    const late = await admin.call('POST', `/procedures/people/${person.id}/positions`, position([], { unit: code }));
    expect(late.body.error.code).toBe('UNIT_CLOSED');
    const { units } = await admin.get('/procedures/people');
    expect(units.find((unit: { id: string }) => unit.id === id)).toMatchObject({ name: 'Tổ mẫu hai' });
    const [vp] = units.filter((unit: { code: string }) => unit.code === 'VP');
    expect((await head.call('PUT', `/procedures/units/${vp.id}`, { name: 'x', reason: 'x' })).status).toBe(403);
  });
});

describe('acting for another', () => {
  it("gives the head's work for the time, and every act says for whom", async () => {
    const [officer, deputy] = [await make('Chuyên Viên Mẫu', ['can-bo']), await make('Người Làm Thay', ['can-bo'])];
    const { caseId, taskId } = await upToHead(officer.client);
    expect((await claim(deputy.client, taskId)).status).toBe(403);

    await head.post('/procedures/acting', await appointment(deputy.id));
    const claimed = await claim(deputy.client, taskId);
    expect(claimed.status).toBe(200);
    const done = await deputy.client.post(`/procedures/tasks/${taskId}/complete?wait=10000`, {
      version: claimed.body.task.version,
      values: { task: { confirmed: true } },
    });
    expect(done.state).toBe('CONFIRMED');

    const { events, tasks } = await officer.client.get(`/procedures/cases/${caseId}`);
    const note = { holder: { id: headId }, signature: ['KT. CHÁNH VĂN PHÒNG', 'CHUYÊN VIÊN'], documentNo: '12/QĐ-VP' };
    expect(events.at(-1)).toMatchObject({ code: 'KET_THUC', person: { id: deputy.id }, actingFor: note });
    expect(events.at(-2).actingFor).toBeNull();
    expect(tasks.at(-1)).toMatchObject({ completedBy: { id: deputy.id }, actingFor: note });
    const auditor = await as(`kiem-tra@${TENANT}.example`);
    const { items } = await auditor.get('/procedures/audit?pageSize=50');
    const traced = items.filter(
      (entry: { detail: { actingForPerson?: string } }) => entry.detail.actingForPerson === headId,
    );
    expect(traced.map((entry: { action: string }) => entry.action)).toEqual(
      expect.arrayContaining(['task.claim', 'task.complete']),
    );
  });

  it('ends when it is revoked, and what was claimed goes back', async () => {
    const [officer, deputy] = [await make('Chuyên Viên Hai', ['can-bo']), await make('Người Thôi Thay', ['can-bo'])];
    const { taskId } = await upToHead(officer.client);
    const { id } = await head.post('/procedures/acting', await appointment(deputy.id));
    expect((await claim(deputy.client, taskId)).status).toBe(200);
    const revoke = (client: Client, body: object) => client.call('POST', `/procedures/acting/${id}/revoke`, body);
    expect((await revoke(officer.client, { reason: 'x' })).status).toBe(403);
    expect((await revoke(head, {})).status).toBe(422);
    expect((await revoke(head, { reason: 'đã về' })).body.returned).toBe(1);
    expect((await deputy.client.call('GET', `/procedures/tasks/${taskId}`)).status).toBe(403);
    expect((await head.get(`/procedures/tasks/${taskId}`)).task.assignee).toBeNull();
  });

  it('is appointed by the head alone, for another of the unit, within the position', async () => {
    const deputy = await make('Người Được Chọn', ['can-bo']);
    const appoint = async (client: Client, deputyId: string, more = {}) =>
      (await client.call('POST', '/procedures/acting', await appointment(deputyId, more))).body;
    expect((await appoint(deputy.client, deputy.id)).error.code).toBe('NOT_THE_HEAD');
    expect((await appoint(head, headId)).error.code).toBe('NOT_FOR_ONESELF');
    const outsider = (await (await as(`can-bo@${TENANT}.example`)).get('/procedures/me')).person.id;
    expect((await appoint(head, outsider)).error.code).toBe('DEPUTY_OF_OTHER_UNIT');
    const foreign = (await (await as('van-phong@tam-thanh.example')).get('/procedures/me')).person.id;
    expect((await appoint(head, foreign)).error.code).toBe('NOT_FOUND');
    expect((await appoint(head, deputy.id, { groups: ['VP/other'] })).error.code).toBe('SCOPE_BEYOND_POSITION');
    expect((await appoint(head, deputy.id, { legalBasis: '' })).error.detail.problems[0].path).toBe('legalBasis');
  });

  it('is not passed on by whoever acts', async () => {
    const [deputy, third] = [await make('Người Thay Một', ['can-bo']), await make('Người Thay Hai', ['can-bo'])];
    const { id } = await head.post('/procedures/acting', await appointment(deputy.id));
    const chained = await deputy.client.call('POST', '/procedures/acting', await appointment(third.id));
    expect(chained.body.error.code).toBe('NOT_THE_HEAD');
    await head.post(`/procedures/acting/${id}/revoke`, { reason: 'xong' });
  });
});

describe('absence and hand-over', () => {
  it('shows who is away, and why only to those concerned', async () => {
    const [away, colleague] = [await make('Người Vắng', ['can-bo']), await make('Đồng Nghiệp', ['can-bo'])];
    const body = { kind: 'OM', ...period };
    expect((await colleague.client.call('POST', `/procedures/people/${away.id}/absences`, body)).status).toBe(403);
    await away.client.post(`/procedures/people/${away.id}/absences`, body);
    const again = await head.call('POST', `/procedures/people/${away.id}/absences`, body);
    expect(again.body.error.code).toBe('ABSENCE_OVERLAPS');
    const seenBy = async (client: Client) =>
      (await client.get('/procedures/people')).people.find((one: { id: string }) => one.id === away.id).absence;
    expect((await seenBy(head)).kind).toBe('Nghỉ ốm, thai sản');
    expect((await seenBy(colleague.client)).kind).toBeNull();
  });

  it('gives the open tasks of one to colleagues who may do them, and to nobody else', async () => {
    const [from, one, two] = [
      await make('Người Bàn Giao', ['can-bo']),
      await make('Người Nhận Một', ['can-bo']),
      await make('Người Nhận Hai', ['can-bo']),
    ];
    for (let count = 0; count < 3; count += 1) {
      const { taskId } = await startExample(from.client);
      expect((await claim(from.client, taskId)).status).toBe(200);
    }
    const path = `/procedures/people/${from.id}`;
    expect((await one.client.call('GET', `${path}/tasks`)).status).toBe(403);
    const { items } = await head.get(`${path}/tasks`);
    expect(items).toHaveLength(3);
    expect(items[0].receivers.map((person: { id: string }) => person.id)).toEqual(
      expect.arrayContaining([one.id, two.id]),
    );
    const { id: taskId, version } = items[0];
    const toHead = { reason: 'x', items: [{ taskId, version, to: headId }] };
    expect((await head.call('POST', `${path}/hand-over`, toHead)).body.error.code).toBe('RECEIVER_REFUSED');
    const chosen = { reason: 'nghỉ phép', items: [{ taskId, version, to: one.id }] };
    expect(await head.post(`${path}/hand-over`, chosen)).toEqual({ moved: 1, left: 0 });
    const spread = { reason: 'nghỉ phép', spreadTo: [one.id, two.id] };
    expect(await head.post(`${path}/hand-over`, spread)).toEqual({ moved: 2, left: 0 });
    const counts = async (person: Made) => (await person.client.get('/procedures/tasks?view=mine')).counts.mine;
    expect([await counts(one), await counts(two)].sort()).toEqual([1, 2]);
    expect((await head.get(path)).history[0]).toMatchObject({ change: 'person.handOver', reason: 'nghỉ phép' });
  });
});
