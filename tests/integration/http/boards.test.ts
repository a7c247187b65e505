// The boards over HTTP: who sees whose figures, every figure against its list, what is stuck and why, one click to remind,
// reminders that need an answer, and the counters against a recount.
import { randomUUID } from 'node:crypto';
import { Client as Database } from 'pg';
import type { Board, BoardPlots, Figure, ReminderList } from '../../../src/plugins/procedures/shared/boards-contract';
import { ApiClient } from '../../support/api-client.mjs';
import { as, type Client, openTask, runningApp, startExample } from '../../support/running-app';
import { email, PASSWORD, seedHistory, seedOffices } from '../../support/synthetic-offices.mjs';

const OFFICER = 'van-phong@tam-thanh.example';
const HEAD = 'lanh-dao-van-phong@tam-thanh.example';
const LEADER = 'chu-tich@tam-thanh.example';
const STANDING = 'lanh-dao@tam-thanh.example';
const PREFIX = 'ban';

let db: Database;
let leader: Client;
let head: Client;
let standing: Client;
const board = (client: Client): Promise<Board> => client.get('/procedures/board');
const plots = (client: Client, query = ''): Promise<BoardPlots> => client.get(`/procedures/board/plots${query}`);
const reminders = (client: Client): Promise<ReminderList> => client.get('/procedures/reminders');
const unitOf = async (client: Client, unit: string) => (await board(client)).units.find((one) => one.unit === unit);
const totalOf = async (client: Client, { list }: Figure) => (await client.get(`/procedures/${list}`)).total as number;

/** Every figure that stands anywhere in an answer. */
function figuresIn(value: unknown): Figure[] {
  if (Array.isArray(value)) return value.flatMap(figuresIn);
  if (typeof value !== 'object' || value === null) return [];
  const one = value as Partial<Figure>;
  if (typeof one.list === 'string' && typeof one.value === 'number') return [one as Figure];
  return Object.values(value).flatMap(figuresIn);
}

async function disagreeing(client: Client, answer: unknown): Promise<string[]> {
  const wrong: string[] = [];
  for (const figure of figuresIn(answer)) {
    const total = await totalOf(client, figure);
    if (total !== figure.value) wrong.push(`${figure.list}: figure ${figure.value}, list ${total}`);
  }
  return wrong;
}

beforeAll(async () => {
  db = new Database({ connectionString: runningApp().databaseUrl });
  await db.connect();
  [leader, head, standing] = await Promise.all([as(LEADER), as(HEAD), as(STANDING)]);
  const size = { prefix: PREFIX, tenants: 2, people: 60, openTasks: 400 };
  await seedOffices(db, size);
  await seedHistory(db, { ...size, closedTasks: 600 });
});
afterAll(async () => {
  await db.end();
});

describe('whose figures', () => {
  it('are those of every unit beneath for the leader above, of all units for the standing one, of the own for a head', async () => {
    const codes = async (client: Client) => (await board(client)).units.map(({ unit }) => unit).sort();
    expect(await codes(leader)).toEqual(['CAP', 'KTHT', 'UBND', 'VHXH', 'VP']);
    expect(await codes(head)).toEqual(['VP']);
    const all = await codes(standing);
    expect(all).toEqual(expect.arrayContaining(['CAP', 'MTTQ', 'UBND', 'VP']));
    // Bodies outside have no work here.
    expect(all).not.toEqual(expect.arrayContaining(['VKS']));
  });

  it('are refused to whoever leads, oversees and follows nobody, and to whoever sees no content', async () => {
    for (const email of [OFFICER, 'quan-tri@tam-thanh.example', 'kiem-tra@tam-thanh.example']) {
      const answer = await (await as(email)).call('GET', '/procedures/board');
      expect([email, answer.status]).toEqual([email, 403]);
    }
    expect((await (await as(OFFICER)).call('GET', '/procedures/board')).body.error.code).toBe('NO_BOARD');
    expect((await (await as(OFFICER)).get('/procedures/me')).pages).not.toContain('boards');
    expect((await leader.get('/procedures/me')).pages).toContain('boards');
  });

  it('name the head of each unit', async () => {
    expect((await unitOf(leader, 'CAP'))?.head).toMatchObject({ title: 'Trưởng Công an phường' });
  });

  it('never leave the tenant, neither in plots of a unit of that name', async () => {
    const before = await unitOf(await as('chu-tich@bach-dang.example'), 'VP');
    await startExample(await as(OFFICER), 'Bàn điều hành');
    expect((await unitOf(await as('chu-tich@bach-dang.example'), 'VP'))?.open.value).toBe(before?.open.value);
    expect((await head.call('GET', '/procedures/board/plots?unit=CAP')).status).toBe(404);
    expect((await head.call('GET', '/procedures/board/plots?unit=KHONG-CO')).status).toBe(404);
  });
});

describe('every figure', () => {
  it.each([
    ['the leader above', () => leader],
    ['a head', () => head],
    ['the standing unit', () => standing],
  ])('of %s equals the list that it opens', async (_name, client) => {
    await startExample(await as(OFFICER), 'Con số');
    expect(await disagreeing(client(), await board(client()))).toEqual([]);
    expect(await disagreeing(client(), await plots(client()))).toEqual([]);
  });

  it('of a busy office equals its list, for its leader and for a head, at any period', async () => {
    // Seat 4 of a tenant oversees from above, seat 0 leads unit A.
    const above = (await ApiClient.signIn(runningApp().baseUrl, email(PREFIX, 8), PASSWORD)) as Client;
    const ofA = (await ApiClient.signIn(runningApp().baseUrl, email(PREFIX, 0), PASSWORD)) as Client;
    for (const client of [above, ofA]) {
      const shown = await board(client);
      expect(shown.units.reduce((sum, { open }) => sum + open.value, 0)).toBeGreaterThan(40);
      expect(shown.stuck.total.value).toBeGreaterThan(10);
      expect(await disagreeing(client, shown)).toEqual([]);
      const whole = await plots(client, '?weeks=13');
      expect(whole.flow.reduce((sum, { done }) => sum + done.value, 0)).toBeGreaterThan(40);
      expect(await disagreeing(client, whole)).toEqual([]);
      expect(await disagreeing(client, await plots(client, '?weeks=4&unit=A'))).toEqual([]);
    }
    const shown = await board(above);
    for (const row of shown.units)
      expect(row.open.value).toBe(row.ok.value + row.amber.value + row.overdue.value + row.none.value);
  });
});

describe('work of a restricted case', () => {
  it('counts for the units that take part, and for nobody above, open and done', async () => {
    const { caseId, taskId } = await startExample(await as(OFFICER), 'Hạn chế');
    const [before, done] = [await unitOf(leader, 'VP'), await plots(leader)];
    const own = await unitOf(head, 'VP');
    await db.query("update procedures.cases set restricted = true, participating_units = '{VP}' where id = $1", [
      caseId,
    ]);
    expect((await unitOf(leader, 'VP'))?.open.value).toBe((before?.open.value ?? 0) - 1);
    expect((await unitOf(leader, 'VP'))?.cases.value).toBe((before?.cases.value ?? 0) - 1);
    expect((await unitOf(head, 'VP'))?.open.value).toBe(own?.open.value);
    const inNow = (answer: BoardPlots) => answer.flow.at(-1)?.opened.value ?? 0;
    expect(inNow(await plots(leader))).toBe(inNow(done) - 1);
    expect((await standing.call('POST', '/procedures/reminders', { taskId, reason: 'Gấp' })).status).toBe(404);
    for (const client of [leader, head, standing]) expect(await disagreeing(client, await board(client))).toEqual([]);
    await db.query('update procedures.cases set restricted = false where id = $1', [caseId]);
    expect(inNow(await plots(leader))).toBe(inNow(done));
  });
});

describe('the counters of what was done', () => {
  const counters = async () =>
    (
      await db.query(
        `select tenant_id, unit, day::text, head_id, restricted, participating_units, opened, completed, with_term, on_time
         from procedures.task_days where (opened, completed) <> (0, 0) order by 1, 2, 3, 4 nulls first, 5, 6`,
      )
    ).rows;

  it('are the same as a recount, after work was opened, claimed, done, hidden and shown', async () => {
    const officer = await as(OFFICER);
    const { caseId, taskId } = await startExample(officer, 'Đếm lại');
    const { task } = await officer.get(`/procedures/tasks/${taskId}`);
    const claimed = await officer.post(`/procedures/tasks/${taskId}/claim`, { version: task.version });
    const before = (await unitOf(head, 'VP'))?.records[0]?.onTime[0]?.done.value ?? 0;
    await officer.post(`/procedures/tasks/${taskId}/complete?wait=10000`, {
      version: claimed.task.version,
      values: { record: { quantity: 4 } },
    });
    expect((await unitOf(head, 'VP'))?.records[0]?.onTime[0]?.done.value).toBe(before + 1);
    await db.query("update procedures.cases set restricted = true, participating_units = '{VP}' where id = $1", [
      caseId,
    ]);
    const kept = await counters();
    await db.query('select procedures.rebuild_task_days()');
    expect(await counters()).toEqual(kept);
    await db.query('delete from procedures.task_days');
    await db.query("select procedures.rebuild_task_days('tam-thanh')");
    expect(await counters()).toEqual(kept.filter(({ tenant_id }) => tenant_id === 'tam-thanh'));
    await db.query('select procedures.rebuild_task_days()');
  });

  it('keep the name of who led the unit when it was done, whoever leads it now', async () => {
    const tenant = `${PREFIX}-1`;
    const seat = email(PREFIX, 9);
    const above = (await ApiClient.signIn(runningApp().baseUrl, seat, PASSWORD)) as Client;
    const before = (await unitOf(above, 'B'))?.records;
    expect(before).toHaveLength(1);
    await db.query(
      "update procedures.positions set valid_to = now() where tenant_id = $1 and unit_code = 'B' and is_head",
      [tenant],
    );
    const { rows } = await db.query(
      `insert into procedures.positions (id, tenant_id, person_id, unit_code, title, roles, is_head, valid_from)
       select $2, tenant_id, person_id, 'B', 'Trưởng mới', '{can-bo}', true, now() from procedures.positions
       where tenant_id = $1 and unit_code = 'B' and not is_head limit 1 returning person_id`,
      [tenant, randomUUID()],
    );
    const after = (await unitOf(above, 'B'))?.records;
    expect(after?.[0]?.head?.id).toBe(rows[0].person_id);
    expect(after?.[0]?.onTime.map(({ done }) => done.value)).toEqual([0, 0]);
    expect(after?.[1]).toMatchObject({ head: before?.[0]?.head, isNow: false });
    expect(after?.[1]?.onTime.map(({ done }) => done.value)).toEqual(before?.[0]?.onTime.map(({ done }) => done.value));
    expect(await disagreeing(above, await board(above))).toEqual([]);
  });
});

describe('what is stuck', () => {
  const findings = async (taskId: string) =>
    (await board(leader)).stuck.items.find(({ task }) => task.id === taskId)?.findings.map(({ reason }) => reason);

  it('is found by rules, with since when and whom to call, and one click reminds', async () => {
    const { caseId, taskId } = await startExample(await as(OFFICER), 'Bị tắc');
    expect(await findings(taskId)).toBeUndefined();
    await db.query("update procedures.tasks set opened_at = opened_at - interval '400 days' where id = $1", [taskId]);
    expect(await findings(taskId)).toEqual(['UNCLAIMED']);
    const found = (await board(leader)).stuck.items.find(({ task }) => task.id === taskId);
    expect(found).toMatchObject({ givenUnit: 'VP', call: { isHolder: false, title: 'Chánh Văn phòng' } });

    for (const to of ['VHXH', 'VP', 'VHXH', 'VP'])
      await db.query('update procedures.cases set handling_unit = $2, updated_at = now() where id = $1', [caseId, to]);
    expect(await findings(taskId)).toEqual(expect.arrayContaining(['UNCLAIMED', 'BOUNCED']));
    await db.query(
      `insert into procedures.unit_questions (id, tenant_id, case_id, from_unit, to_unit, asked_by, asked_at, question, term_unit, term_length, due_at)
       select $2, 'tam-thanh', $1, 'VP', 'VHXH', id, now(), 'Câu hỏi', 'calendarDays', 3, now() + interval '3 days'
       from procedures.people where tenant_id = 'tam-thanh' limit 1`,
      [caseId, randomUUID()],
    );
    expect(await findings(taskId)).toEqual(expect.arrayContaining(['ASKED']));

    const { task } = await (await as(OFFICER)).get(`/procedures/tasks/${taskId}`);
    await (await as(OFFICER)).post(`/procedures/tasks/${taskId}/claim`, { version: task.version });
    await db.query(
      `insert into procedures.absences (id, tenant_id, person_id, kind, valid_from, valid_to, created_at)
       select $2, tenant_id, assignee, 'PHEP', now() - interval '1 day', now() + interval '1 day', now() from procedures.tasks where id = $1`,
      [taskId, randomUUID()],
    );
    expect(await findings(taskId)).toEqual(expect.arrayContaining(['ABSENT', 'BOUNCED', 'ASKED']));
    expect(await disagreeing(leader, await board(leader))).toEqual([]);

    const remind = () => standing.post('/procedures/tasks/remind', { tasks: [{ id: taskId, version: 1 }] });
    expect((await remind()).results).toMatchObject([{ ok: true }]);
    expect((await remind()).results).toMatchObject([{ ok: false, error: { code: 'REMINDED_ALREADY' } }]);
    const kept = (await board(leader)).stuck.items.find((one) => one.task.id === taskId);
    expect(Date.parse(kept?.task.remindedAt ?? '')).toBeGreaterThan(Date.now() - 60_000);
    await db.query('delete from procedures.absences where kind = $1', ['PHEP']);
  });

  it('is measured by what the administrator has decided, within limits', async () => {
    const admin = await as('quan-tri@tam-thanh.example');
    const before = await admin.get('/procedures/board/settings');
    expect(before).toEqual({ unclaimedHours: 24, returns: 2, answerDays: 3 });
    const { taskId } = await startExample(await as(OFFICER), 'Ngưỡng');
    await db.query("update procedures.tasks set opened_at = opened_at - interval '500 days' where id = $1", [taskId]);
    expect(await findings(taskId)).toEqual(['UNCLAIMED']);
    await db.query("update procedures.tasks set opened_at = now() - interval '100 hours' where id = $1", [taskId]);
    const put = (body: object) => admin.call('PUT', '/procedures/board/settings', body);
    expect((await put({ unclaimedHours: 0, returns: 2, answerDays: 3 })).status).toBe(422);
    expect((await put({ unclaimedHours: 101, returns: 2, answerDays: 5 })).status).toBe(200);
    expect((await leader.get(`/procedures/tasks?view=board&stuck=UNCLAIMED&pageSize=100`)).items).not.toEqual(
      expect.arrayContaining([expect.objectContaining({ id: taskId })]),
    );
    expect((await reminders(leader)).answerDays).toBe(5);
    expect((await (await as(HEAD)).call('PUT', '/procedures/board/settings', before)).status).toBe(403);
    expect((await put(before)).status).toBe(200);
  });
});

describe('lists of closed work', () => {
  it('are for boards only: any other view shows open tasks whatever is asked', async () => {
    const officer = await as(OFFICER);
    const { total } = await officer.get('/procedures/tasks?view=unit');
    expect((await officer.get('/procedures/tasks?view=unit&status=done')).total).toBe(total);
    expect((await officer.get('/procedures/tasks?view=board&status=any')).total).toBe(0);
    for (const query of [
      'opened=2026-13-45..',
      'done=x',
      'due=..',
      'stuck=NO',
      'head=1',
      'opened=2026-02-30..2026-03-01',
    ])
      expect((await leader.call('GET', `/procedures/tasks?view=board&status=done&${query}`)).status).toBe(200);
  });

  it('give a line of what the reader may not open', async () => {
    const { taskId } = await startExample(await as(OFFICER), 'Chỉ một dòng');
    const row = async (client: Client) =>
      (await client.get('/procedures/tasks?view=board&given=VP&pageSize=100&sort=opened')).items.find(
        (one: { id: string }) => one.id === taskId,
      );
    expect((await row(leader)).access).toBe('summary');
    expect((await row(head)).access).toBe('full');
    expect((await leader.call('GET', `/procedures/tasks/${taskId}`)).status).toBe(403);
  });
});

describe('a reminder that needs an answer', () => {
  const late = (id: string) =>
    db.query("update procedures.reminders set answer_due_at = now() - interval '1 minute' where id = $1", [id]);
  const one = async (client: Client, id: string) => (await reminders(client)).items.find((row) => row.id === id);

  it('is numbered, reaches the head of the unit, and its answer whoever sent it', async () => {
    const first = await standing.post('/procedures/reminders', { unit: 'VP', reason: 'Chưa có báo cáo tuần', days: 2 });
    const second = await standing.post('/procedures/reminders', { unit: 'VHXH', reason: 'Chưa có báo cáo tuần' });
    const [n, m] = [first, second].map(({ number }) => Number(number.split('/')[0]));
    expect(m).toBe((n ?? 0) + 1);
    const notices = await head.get('/procedures/notifications');
    expect(notices.items.map(({ why }: { why: { vi: string } }) => why.vi).join()).toContain(`số ${first.number}`);
    expect(await one(head, first.id)).toMatchObject({ state: 'WAITING', mayAnswer: true, mayRepeat: false, round: 1 });
    expect(await one(head, second.id)).toBeUndefined();
    expect(await one(leader, first.id)).toMatchObject({ mayAnswer: false });
    expect(await one(await as('lanh-dao@bach-dang.example'), first.id)).toBeUndefined();

    expect((await leader.call('POST', `/procedures/reminders/${first.id}/answer`, { answer: 'x' })).status).toBe(403);
    expect((await head.call('POST', `/procedures/reminders/${first.id}/answer`, { answer: ' ' })).status).toBe(422);
    await head.post(`/procedures/reminders/${first.id}/answer`, { answer: 'Đã gửi sáng nay' });
    expect((await head.call('POST', `/procedures/reminders/${first.id}/answer`, { answer: 'y' })).status).toBe(409);
    expect(await one(standing, first.id)).toMatchObject({ state: 'ANSWERED', answer: { text: 'Đã gửi sáng nay' } });
    const told = await standing.get('/procedures/notifications');
    expect(told.items.map(({ why }: { why: { vi: string } }) => why.vi)).toContain(
      `Đã có trả lời văn bản đôn đốc số ${first.number}`,
    );
    const { rows } = await db.query(
      "select action from procedures.audit_entries where subject_id = $1 and subject_type = 'reminder' order by seq",
      [first.id],
    );
    expect(rows.map(({ action }) => action)).toEqual(['reminder.send', 'reminder.answer']);
  });

  it('is sent by leaders above and the standing unit only, never to the own unit, with a reason and a term', async () => {
    const send = async (client: Client, body: object) =>
      (await client.call('POST', '/procedures/reminders', body)).status;
    expect(await send(head, { unit: 'VHXH', reason: 'x' })).toBe(403);
    expect(await send(await as(OFFICER), { unit: 'VHXH', reason: 'x' })).toBe(403);
    expect(await send(standing, { unit: 'CAP', reason: 'x' })).toBe(403);
    expect(await send(standing, { unit: 'KHONG-CO', reason: 'x' })).toBe(403);
    expect(await send(leader, { unit: 'MTTQ', reason: 'x' })).toBe(403);
    for (const body of [
      {},
      { unit: 'VP' },
      { unit: 'VP', reason: ' ' },
      { unit: 'VP', reason: 'x'.repeat(1001) },
      { unit: 'VP', reason: 'x', days: 0 },
      { unit: 'VP', reason: 'x', days: '3' },
      { unit: 'VP', taskId: randomUUID(), reason: 'x' },
    ])
      expect([body, await send(standing, body)]).toEqual([body, 422]);
    expect(await send(standing, { taskId: randomUUID(), reason: 'x' })).toBe(404);
    expect(await send(standing, { repeats: randomUUID(), reason: 'x' })).toBe(404);
  });

  it('goes to the board of the leader above when a second one stays without an answer', async () => {
    const { taskId } = await startExample(await as(OFFICER), 'Đôn đốc');
    const first = await standing.post('/procedures/reminders', { taskId, reason: 'Quá hạn xử lý' });
    expect(await one(standing, first.id)).toMatchObject({ to: { unit: 'VP' }, about: { bookNo: expect.any(String) } });
    const repeat = (id: string) => standing.call('POST', '/procedures/reminders', { repeats: id, reason: 'Lần hai' });
    expect((await repeat(first.id)).body.error.code).toBe('REMINDER_STILL_RUNS');
    await late(first.id);
    expect(await one(standing, first.id)).toMatchObject({ state: 'LATE', mayRepeat: true });
    expect((await board(leader)).unanswered).toEqual([]);
    const second = (await repeat(first.id)).body;
    expect((await repeat(first.id)).body.error.code).toBe('REMINDED_ALREADY');
    expect(await one(standing, second.id)).toMatchObject({ round: 2, repeats: first.number, to: { unit: 'VP' } });
    await late(second.id);
    expect((await board(leader)).unanswered.map(({ id }) => id)).toEqual([second.id]);
    const row = (await board(leader)).unanswered[0];
    expect(row).toMatchObject({ reason: 'Lần hai', state: 'LATE', mayAnswer: false });
    await head.post(`/procedures/reminders/${second.id}/answer`, { answer: 'Đã xong' });
    expect((await board(leader)).unanswered).toEqual([]);
  });
});

describe('the case list behind a figure', () => {
  it('narrows to a unit, to what is open and to what waits for somebody outside', async () => {
    const { caseId } = await startExample(await as(OFFICER), 'Hồ sơ');
    const has = async (query: string) =>
      (await standing.get(`/procedures/cases?pageSize=100&${query}`)).items.some(
        ({ id }: { id: string }) => id === caseId,
      );
    expect(await has('unit=VP&life=open')).toBe(true);
    expect(await has('unit=CAP&life=open')).toBe(false);
    expect(await has('unit=VP&life=waiting')).toBe(false);
    await openTask(await as(OFFICER), caseId);
  });
});
