// The task list over HTTP: whose tasks, narrowed, grouped, searched; several at once; a person's own views.
import { randomUUID } from 'node:crypto';
import { Client as Database } from 'pg';
import { ApiClient } from '../../support/api-client.mjs';
import { as, type Client, openTask, runningApp, startExample } from '../../support/running-app';
import { email, PASSWORD, seedOffices } from '../../support/synthetic-offices.mjs';

const OFFICER = 'van-phong@tam-thanh.example';
const HEAD = 'lanh-dao-van-phong@tam-thanh.example';
const LEADER = 'chu-tich@tam-thanh.example';
const OTHERS = 'dieu-tra-vien@tam-thanh.example';
interface Row {
  id: string;
  version: number;
  title: string;
  caseTitle: string;
  access: string;
  group: string | null;
  groupSize: number;
  assignee: { id: string; name: string } | null;
  remindedAt: string | null;
}
interface Result {
  id: string;
  ok: boolean;
  error?: { code: string; vi: string; detail?: { takenBy?: string } };
}
const list = async (client: Client, query: string) =>
  (await client.get(`/procedures/tasks?pageSize=100&${query}`)) as {
    items: Row[];
    total: number;
    counts: Record<string, number>;
  };
const rowOf = async (client: Client, query: string, id: string) =>
  // The newest stand first: others may have filled the page.
  (await list(client, `sort=opened&${query}`)).items.find((row) => row.id === id);

let officer: Client;
let head: Client;
let leader: Client;
let mine: { caseId: string; taskId: string };

beforeAll(async () => {
  [officer, head, leader] = await Promise.all([as(OFFICER), as(HEAD), as(LEADER)]);
  mine = await startExample(officer, 'Phòng Đống Đa');
});

describe('whose tasks', () => {
  it('shows a waiting task to its group, all of the unit to its head, a line of it to the leader above, and nobody else', async () => {
    expect((await rowOf(officer, 'view=unit', mine.taskId))?.access).toBe('full');
    expect(await rowOf(officer, 'view=mine', mine.taskId)).toBeUndefined();
    expect((await rowOf(head, 'view=all', mine.taskId))?.access).toBe('full');
    expect((await rowOf(leader, 'view=supervised', mine.taskId))?.access).toBe('summary');
    expect(await rowOf(leader, 'view=all', mine.taskId)).toBeUndefined();
    expect((await leader.call('GET', `/procedures/tasks/${mine.taskId}`)).status).toBe(403);
    for (const view of ['mine', 'unit', 'all', 'supervised'])
      expect(await rowOf(await as(OTHERS), `view=${view}`, mine.taskId)).toBeUndefined();
    expect(await rowOf(await as('van-phong@bach-dang.example'), 'view=all', mine.taskId)).toBeUndefined();
  });

  it('counts each view, whatever is searched for', async () => {
    const { counts, total } = await list(officer, 'view=unit');
    const found = await list(officer, 'view=unit&q=khong-co-tu-nay');
    expect(found.total).toBe(0);
    expect(found.counts).toEqual(counts);
    expect(counts.unit).toBe(total);
  });
});

describe('finding', () => {
  it('finds words with and without diacritics, in any order, and takes no pattern from what is typed', async () => {
    const { bookNo } = (await officer.get(`/procedures/cases/${mine.caseId}`)).case;
    for (const q of [bookNo, 'Tiếp nhận', 'tiep nhan', 'NHAN tiep'])
      expect(await rowOf(officer, `view=unit&q=${encodeURIComponent(q)}`, mine.taskId)).toBeDefined();
    for (const q of ['%', '_', '100%', "';--", '\\', '%00'])
      expect((await officer.call('GET', `/procedures/tasks?view=unit&q=${encodeURIComponent(q)}`)).status).toBe(200);
    expect((await list(officer, `view=unit&q=${encodeURIComponent('%')}`)).total).toBe(0);
  });

  it('never finds by what a record says of people or in its own words', async () => {
    expect((await list(officer, `view=unit&q=${encodeURIComponent('Kiểm thử')}`)).total).toBe(0);
  });

  it('narrows by kind, unit, state, holder, band of the clock and facet, and says what there is to narrow by', async () => {
    const { item: _none, ...options } = await officer.get('/procedures/task-filters?view=unit');
    const facet = options.facets.find((one: { path: string }) => one.path === 'record.quantity');
    expect(facet.values.map(({ value }: { value: string }) => value)).toContain('record.quantity=4');
    const kind = options.kinds.find((one: { value: string }) => one.value === 'tiep_nhan');
    const narrowed = await list(officer, 'view=unit&kind=tiep_nhan');
    expect([narrowed.total, kind.title.vi]).toEqual([kind.count, narrowed.items[0].title]);
    for (const query of [
      'unit=VP',
      'assignee=none',
      'facet=record.quantity%3D4',
      'facet=record.quantity%3D4&kind=tiep_nhan',
    ])
      expect(await rowOf(officer, `view=unit&${query}`, mine.taskId)).toBeDefined();
    for (const query of [
      'unit=CAP',
      'state=KHONG_CO',
      `assignee=${randomUUID()}`,
      'facet=record.quantity%3D999',
      'clock=overdue',
    ])
      expect(await rowOf(officer, `view=unit&${query}`, mine.taskId)).toBeUndefined();
  });

  it('puts each row under its group and says how many each has', async () => {
    for (const group of ['clock', 'kind', 'unit', 'case']) {
      const { items, total } = await list(officer, `view=unit&group=${group}`);
      const keys = items.map((row) => row.group);
      // Rows of a group stand together.
      expect(keys.filter((key, at) => key !== keys[at - 1])).toHaveLength(new Set(keys).size);
      const sizes = new Map(items.map((row) => [row.group, row.groupSize]));
      // What lies on another page has no row here to tell its group.
      if (total <= 100) expect([...sizes.values()].reduce((sum, size) => sum + size, 0)).toBe(total);
      // Of the whole list, not of the page.
      const { items: first } = await officer.get(`/procedures/tasks?pageSize=1&view=unit&group=${group}`);
      expect(first[0].groupSize).toBe(sizes.get(first[0].group));
    }
  });

  it('shows a list for an address that nobody understands', async () => {
    const query =
      'view=%00&clock=never&group=x&sort=y&page=-1&pageSize=1e9&assignee=nobody&facet=a&facet=b%3D1&unit=%00';
    expect((await officer.call('GET', `/procedures/tasks?${query}`)).status).toBe(200);
    const page = await officer.get('/procedures/tasks?view=unit&page=99999999999999999999&pageSize=100');
    expect(Array.isArray(page.items)).toBe(true);
  });
});

describe('several at once', () => {
  it('claims each by itself and tells of each what became of it', async () => {
    const one = await startExample(officer);
    const row = (await rowOf(officer, 'view=unit', one.taskId)) as Row;
    const unknown = randomUUID();
    const { results } = await officer.post('/procedures/tasks/claim', {
      tasks: [{ id: unknown, version: 1 }, { id: 'nonsense', version: 1 }, row],
    });
    expect(results.map((result: Result) => [result.id, result.ok, result.error?.code])).toEqual([
      [unknown, false, 'NOT_FOUND'],
      ['nonsense', false, 'NOT_FOUND'],
      [row.id, true, undefined],
    ]);
    const other = await (await as(OTHERS)).post('/procedures/tasks/claim', { tasks: [row] });
    expect(other.results[0].error.code).toBe('NOT_A_CANDIDATE');
  });

  it('refuses a choice that is none', async () => {
    const many = Array.from({ length: 101 }, () => ({ id: randomUUID(), version: 1 }));
    for (const tasks of [undefined, [], 'all', [null], many, [many[0], many[0]]])
      expect((await officer.call('POST', '/procedures/tasks/claim', { tasks })).status).toBe(400);
  });

  it('lets the head give a task to a member of its group, tells that person, and lets nobody else', async () => {
    const { taskId } = await startExample(officer, 'Giao việc');
    const row = (await rowOf(head, 'view=all', taskId)) as Row;
    const { items } = await head.get(`/procedures/task-assignees?tasks=${taskId}`);
    const me = await officer.get('/procedures/me');
    expect(items.map(({ id }: { id: string }) => id)).toContain(me.person.id);
    expect((await officer.get(`/procedures/task-assignees?tasks=${taskId}`)).items).toEqual([]);

    const asOfficer = await officer.post('/procedures/tasks/assign', { tasks: [row], personId: me.person.id });
    expect(asOfficer.results[0].error.code).toBe('NOT_THE_HEAD');
    const outsider = (await (await as(OTHERS)).get('/procedures/me')).person.id;
    const toOutsider = await head.post('/procedures/tasks/assign', { tasks: [row], personId: outsider });
    expect(toOutsider.results[0].error.code).toBe('PERSON_CANNOT_TAKE_TASK');
    const foreign = (await (await as('van-phong@bach-dang.example')).get('/procedures/me')).person.id;
    for (const personId of [foreign, randomUUID(), null])
      expect((await head.call('POST', '/procedures/tasks/assign', { tasks: [row], personId })).status).toBe(400);

    const given = await head.post('/procedures/tasks/assign', { tasks: [row], personId: me.person.id });
    expect(given.results).toEqual([{ id: taskId, ok: true, version: row.version + 1 }]);
    expect((await rowOf(officer, 'view=mine', taskId))?.assignee?.id).toBe(me.person.id);
    const stale = await head.post('/procedures/tasks/assign', { tasks: [row], personId: items[0].id });
    if (items[0].id !== me.person.id) expect(stale.results[0].error.code).toBe('TASK_CHANGED');
  });

  it('lets the head and the leader above remind, once an hour a task', async () => {
    const { taskId } = await startExample(officer, 'Đôn đốc');
    const tasks = [{ id: taskId }];
    expect((await officer.post('/procedures/tasks/remind', { tasks })).results[0].error.code).toBe('NOT_THE_HEAD');
    expect((await leader.post('/procedures/tasks/remind', { tasks })).results[0].ok).toBe(true);
    expect((await head.post('/procedures/tasks/remind', { tasks })).results[0].error.code).toBe('REMINDED_ALREADY');
    expect((await rowOf(officer, 'view=unit', taskId))?.remindedAt).not.toBeNull();
    const { id } = await openTask(officer, (await officer.get(`/procedures/tasks/${taskId}`)).task.caseId);
    expect(id).toBe(taskId);
  });
});

describe('fifty people who claim the same fifty tasks', () => {
  it('gives each task one owner, loses none, and tells everybody else who has it', async () => {
    const db = new Database({ connectionString: runningApp().databaseUrl });
    await db.connect();
    const prefix = `dua-${randomUUID().slice(0, 8)}`;
    // Every second case is of unit A, whose fifty people compete.
    await seedOffices(db, { prefix, tenants: 1, people: 200, openTasks: 400, claimed: false });
    const people: Client[] = await Promise.all(
      Array.from(
        { length: 50 },
        (_, n) => ApiClient.signIn(runningApp().baseUrl, email(prefix, n * 4), PASSWORD) as Promise<Client>,
      ),
    );
    const { items } = await people[0].get('/procedures/tasks?view=unit&pageSize=50');
    expect(items).toHaveLength(50);

    const answers: Result[][] = await Promise.all(
      people.map(async (person) => (await person.post('/procedures/tasks/claim', { tasks: items })).results),
    );
    const owners = await db.query('select id, assignee, version from procedures.tasks where id = any($1)', [
      items.map(({ id }: Row) => id),
    ]);
    await db.end();
    for (const { id, assignee, version } of owners.rows) {
      const told = answers.map((results) => results.find((result) => result.id === id) as Result);
      const won = told.filter((result) => result.ok);
      expect([won.length, version]).toEqual([1, 2]);
      expect(assignee).not.toBeNull();
      for (const lost of told.filter((result) => !result.ok)) {
        expect(lost.error?.code).toBe('TASK_ALREADY_CLAIMED');
        expect(lost.error?.detail?.takenBy).toMatch(/^Người Thử \d+$/);
        expect(lost.error?.vi).toContain(lost.error?.detail?.takenBy);
      }
    }
  });
});

describe("a person's own views", () => {
  it('keeps what stands in the address under a name, one of them first, and shows them to nobody else', async () => {
    const name = `Gấp ${randomUUID().slice(0, 6)}`;
    const saved = await officer.post('/procedures/task-views', {
      name,
      query: 'view=unit&clock=overdue&open=x&page=3',
      isDefault: true,
    });
    const view = saved.items.find((one: { name: string }) => one.name === name);
    expect(view).toMatchObject({ query: 'view=unit&clock=overdue', isDefault: true });
    const again = await officer.post('/procedures/task-views', { name, query: 'view=mine' });
    expect(again.items.filter((one: { name: string }) => one.name === name)).toEqual([
      { ...view, query: 'view=mine', isDefault: false },
    ]);
    expect((await head.get('/procedures/task-views')).items.some((one: { id: string }) => one.id === view.id)).toBe(
      false,
    );
    expect((await head.call('DELETE', `/procedures/task-views/${view.id}`)).status).toBe(404);
    expect((await officer.call('DELETE', `/procedures/task-views/${view.id}`)).status).toBe(200);
    for (const body of [{}, { name: ' ' }, { name: 'x'.repeat(61) }, { name: 'y', query: `q=${'z'.repeat(2000)}` }])
      expect((await officer.call('POST', '/procedures/task-views', body)).status).toBe(400);
  });
});
