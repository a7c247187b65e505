// What nobody should send and somebody does, to a server with a real database: refused in words, and nothing is lost. Files
// are in attachments.test.ts, notes and forms in task-page.test.ts, fifty people at once in task-list.test.ts.
import { randomUUID } from 'node:crypto';
import { Client as Database } from 'pg';
import { as, type Client, runningApp, startExample } from '../../support/running-app';
import { docx, pdf } from '../../support/sample-files';

let officer: Client;
let database: Database;
let caseId: string;
let taskId: string;

beforeAll(async () => {
  officer = await as('van-phong@tam-thanh.example');
  ({ caseId, taskId } = await startExample(officer));
  database = new Database({ connectionString: runningApp().databaseUrl });
  await database.connect();
});
afterAll(() => database.end());

/** A body as it goes over the wire, whatever it is. */
async function raw(method: string, path: string, body: string | Buffer, headers: Record<string, string> = {}) {
  const { token } = officer as unknown as { token: string };
  const answer = await fetch(`${runningApp().baseUrl}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    body,
  });
  const { error } = await answer.json();
  return { status: answer.status, code: error?.code, error };
}

const start = (record: Record<string, unknown>, more: Record<string, unknown> = {}) =>
  officer.call('POST', '/procedures/cases?wait=10000', {
    packageId: 'vi-du',
    event: 'BAT_DAU',
    values: { record: { title: 'Họp', quantity: 2, requestedAt: '2030-01-02T09:00:00+07:00', ...record } },
    clientId: randomUUID(),
    ...more,
  });
const count = async (table: string) => (await database.query(`select count(*)::int as n from ${table}`)).rows[0].n;

describe('text that a database does not keep', () => {
  const BROKEN = ['a\u0000b', 'nửa biểu tượng \ud83d'];

  it.each(BROKEN)(
    '%j is refused by every route that writes, in both languages, and nothing is written',
    async (text) => {
      const before = [
        await count('procedures.cases'),
        await count('procedures.notes'),
        await count('procedures.task_drafts'),
      ];
      const answers = [
        await start({ title: text }),
        await officer.call('POST', `/procedures/cases/${caseId}/notes`, { text, visibility: 'INTERNAL' }),
        await officer.call('PUT', `/procedures/tasks/${taskId}/draft`, { values: { task: { note: text } } }),
        await officer.call('POST', `/procedures/tasks/${taskId}/release`, { version: 1, reason: text }),
        await officer.call('POST', '/procedures/task-views', { name: text, query: 'view=unit' }),
        await officer.call('POST', `/procedures/cases/${caseId}/events`, { code: text, values: {} }),
        await officer.call('POST', '/procedures/tasks/claim', { tasks: [{ id: text, version: 1 }] }),
        await officer.call('POST', '/admin/login', { email: text, password: text }),
      ];
      for (const { status, body } of answers) {
        expect([status, body.error.code]).toEqual([400, 'TEXT_UNSTORABLE']);
        expect(body.error.vi).toContain('chưa ghi gì');
        expect(body.error.en).toContain('nothing was recorded');
      }
      expect(answers[0].body.error.detail.problems[0].path).toBe('record.title');
      expect([
        await count('procedures.cases'),
        await count('procedures.notes'),
        await count('procedures.task_drafts'),
      ]).toEqual(before);
    },
  );

  it('in an address names nothing, and in a filter is left out', async () => {
    for (const path of ['/procedures/cases/%00', '/api/procedures/receipts/%00', '/procedures/tasks/a%00b'])
      expect((await officer.call('GET', path)).body.error.code).toBe('TEXT_UNSTORABLE');
    for (const path of ['/procedures/cases?q=%00&unit=a%00&state=%00', '/procedures/tasks?view=unit&q=%00'])
      expect((await officer.call('GET', path)).status).toBe(200);
  });
});

describe('a body that is none', () => {
  it('is 1 MB of nested lists', async () => {
    const levels = 500_000;
    const nest = '['.repeat(levels) + ']'.repeat(levels);
    for (const [method, path, body] of [
      ['POST', '/procedures/cases', nest],
      ['POST', '/procedures/cases', `{"values":${nest}}`],
      ['PUT', `/procedures/tasks/${taskId}/draft`, `{"values":{"task":{"note":${nest}}}}`],
      ['POST', '/procedures/tasks/claim', `{"tasks":${nest}}`],
    ]) {
      expect(await raw(method, path, body)).toMatchObject({ status: 400, code: 'BODY_TOO_DEEP' });
    }
  });

  it('is no JSON, a broken one, a packed one that does not unpack, or more than 1 MB', async () => {
    for (const body of ['{"text":', 'xin chào', '7', '{"__proto__":{"a":1}}'])
      expect(await raw('POST', '/procedures/cases', body)).toMatchObject({ status: 400, code: 'BODY_UNREADABLE' });
    const packed = await raw('POST', '/procedures/cases', Buffer.from('not packed'), { 'content-encoding': 'gzip' });
    expect(packed).toMatchObject({ status: 400, code: 'BODY_UNREADABLE' });
    const large = await raw('POST', '/procedures/cases', JSON.stringify({ note: 'x'.repeat(1_100_000) }));
    expect(large).toMatchObject({ status: 413, code: 'BODY_TOO_LARGE' });
    expect(large.error.vi).toContain('tệp đính kèm');
  });
});

describe('a day of the year 0026', () => {
  it('is refused where it would be written, and narrows a list to nothing that breaks', async () => {
    expect((await start({ requestedAt: '0026-01-02T09:00:00+07:00' })).status).toBe(422);
    const late = await start({}, { at: '0026-01-02T09:00:00+07:00', lateReason: 'Nhập bù' });
    expect([late.status, late.body.error.code]).toEqual([400, 'TIME_UNREADABLE']);
    const days = ['0026-01-01..0026-12-31', '0026-02-30..', '..0026-01-01', '99999-01-01..'];
    for (const range of days) {
      for (const name of ['opened', 'due', 'done'])
        expect((await officer.call('GET', `/procedures/tasks?view=unit&${name}=${range}`)).status).toBe(200);
    }
    for (const day of ['0026-01-01', '-000026-01-01', '275760-09-13T00:00:00.001Z', 'never', '']) {
      const query = `receivedFrom=${day}&until=${day}&owner=VP&clock=overdue`;
      expect((await officer.call('GET', `/procedures/cases?${query}`)).status).toBe(200);
    }
  });
});

describe('a page that nobody has', () => {
  it('is answered with a list, never with a fault', async () => {
    for (const page of ['1e30', '-1', 'Infinity', '0.5', 'x', '9'.repeat(40), '[]']) {
      for (const list of ['cases', 'tasks', 'notifications', 'mentions'])
        expect([
          page,
          list,
          (await officer.call('GET', `/procedures/${list}?page=${page}&pageSize=${page}`)).status,
        ]).toEqual([page, list, 200]);
    }
  });
});

describe('fields of another kind', () => {
  it('are each named, and unknown ones are too', async () => {
    const refused = await start({ title: ['Họp'], quantity: 'hai', requestedAt: 7, stray: '<b>', toString: 'x' });
    expect(refused.status).toBe(422);
    const paths = refused.body.error.detail.problems.map((problem: { path: string }) => problem.path);
    for (const field of ['title', 'quantity', 'requestedAt', 'stray', 'toString'])
      expect(paths).toContain(`record.${field}`);
    for (const problem of refused.body.error.detail.problems) expect(problem.vi).not.toBe(problem.en);
  });

  it('markup in a summary and an emoji name come back letter by letter', async () => {
    const title = '👩‍✈️ Đỗ Thị Mẫu 😀 <img src=x onerror=alert(1)>';
    const detail = '<h1>Tóm tắt</h1> & "ngoặc" \'đơn\' </textarea><script>alert(1)</script>';
    const { body } = await start({ title, detail });
    const read = await officer.get(`/procedures/cases/${body.caseId}`);
    expect(read.case.title).toBe(title);
    expect(JSON.stringify(read.record)).toContain(JSON.stringify(detail).slice(1, -1));
  });
});

describe('a file', () => {
  it('that unpacks to far more than it is, or is of another kind, is refused at once, and none of it is kept', async () => {
    const bomb = docx({ 'word/media/a.xml': Buffer.alloc(200 * 1024 * 1024), 'word/media/b.bin': Buffer.alloc(1024) });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    const kept = await count('procedures.attachments');
    // Its directory tells what it would become; nothing of it is unpacked.
    const answer = await officer.upload(`/procedures/attachments?caseId=${caseId}`, 'bom.docx', bomb);
    expect([answer.status, answer.body.error.code]).toEqual([422, 'FILE_UNPACKS_TOO_FAR']);
    expect(answer.body.error.vi).toContain('PDF');
    expect(await count('procedures.attachments')).toBe(kept);
    for (const [name, bytes] of [
      ['chạy.exe', Buffer.from('MZ')],
      ['ảnh.png', pdf],
      ['đơn.docx', pdf],
    ] as const) {
      const refused = await officer.upload(`/procedures/attachments?caseId=${caseId}`, name, bytes);
      expect([name, refused.status]).toEqual([name, 415]);
      expect(refused.body.error.vi).not.toBe(refused.body.error.en);
    }
  });
});
