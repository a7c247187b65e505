// The spine on a real broker and a real database, over HTTP: start, claim, complete, and every way in which it is refused.

import { randomUUID } from 'node:crypto';
import { draftStamps } from '../../support/draft-stamps';
import { anybody, as, type Client, openTask, startExample, until } from '../../support/running-app';

const OFFICER = 'van-phong@tam-thanh.example';
const HEAD = 'lanh-dao-van-phong@tam-thanh.example';
let officer: Client;

beforeAll(async () => {
  officer = await as(OFFICER);
});

const claimed = async (client: Client, taskId: string): Promise<number> => {
  const { task } = await client.get(`/procedures/tasks/${taskId}`);
  const answer = await client.call('POST', `/procedures/tasks/${taskId}/claim`, { version: task.version });
  expect(answer.status).toBe(200);
  return answer.body.task.version;
};

describe('a case on its way', () => {
  it('goes from start to end through three tasks, with a clock that starts and stops', async () => {
    const { caseId, taskId } = await startExample(officer);
    const first = await officer.call('POST', `/procedures/tasks/${taskId}/complete?wait=10000`, {
      version: await claimed(officer, taskId),
      values: { record: { quantity: 4 } },
    });
    expect([first.status, first.body.state]).toEqual([202, 'CONFIRMED']);

    const second = await openTask(officer, caseId, 'xu_ly');
    const done = await officer.call('POST', `/procedures/tasks/${second.id}/complete?wait=10000`, {
      version: await claimed(officer, second.id),
      values: { task: { decision: 'DONG_Y' }, record: { roomCode: 'P1' } },
    });
    expect(done.body.state).toBe('CONFIRMED');
    const before = await officer.get(`/procedures/cases/${caseId}`);
    expect(before.clocks.map((clock: { rule: string; state: string }) => [clock.rule, clock.state])).toEqual([
      ['XU_LY_3N', 'MET'],
    ]);

    const head = await as(HEAD);
    const third = await openTask(officer, caseId, 'ket_thuc').catch(() => null);
    const last = third ?? (await openTask(head, caseId, 'ket_thuc'));
    const end = await head.call('POST', `/procedures/tasks/${last.id}/complete?wait=10000`, {
      version: await claimed(head, last.id),
      values: { task: { confirmed: true } },
    });
    expect(end.body.state).toBe('CONFIRMED');
    const after = await officer.get(`/procedures/cases/${caseId}`);
    expect(after.events.map((event: { code: string }) => event.code)).toEqual([
      'BAT_DAU',
      'TIEP_NHAN',
      'XU_LY',
      'KET_THUC',
    ]);
  });

  it('is started once however often the same entry is sent', async () => {
    const body = {
      packageId: 'vi-du',
      event: 'BAT_DAU',
      values: { record: { title: 'Một lần thôi', quantity: 2, requestedAt: '2030-01-02T09:00:00+07:00' } },
      clientId: randomUUID(),
    };
    const answers = await Promise.all([1, 2, 3].map(() => officer.post('/procedures/cases?wait=10000', body)));
    const again = await officer.post('/procedures/cases?wait=10000', body);
    expect(new Set([...answers, again].map((answer) => answer.caseId)).size).toBe(1);
    expect(again.bookNo).toMatch(/^\d+\/\d{4}$/);
    const { events } = await officer.get(`/procedures/cases/${again.caseId}`);
    expect(events).toHaveLength(1);
  });

  it('gives numbers of the book without a gap', async () => {
    const numbers: number[] = [];
    for (let count = 0; count < 3; count += 1) {
      const { caseId } = await startExample(officer, `Số ${count}`);
      const { case: row } = await officer.get(`/procedures/cases/${caseId}`);
      numbers.push(Number(row.bookNo.split('/')[0]));
    }
    expect(numbers.map((number) => number - (numbers[0] ?? 0))).toEqual([0, 1, 2]);
  });
});

describe('what is refused, and loses nothing', () => {
  it('refuses a form with missing and unknown fields, and names them in two languages', async () => {
    const answer = await officer.call('POST', '/procedures/cases', {
      packageId: 'vi-du',
      event: 'BAT_DAU',
      values: { record: { title: 'x', stray: 1 } },
      clientId: randomUUID(),
    });
    expect(answer.status).toBe(422);
    const paths = answer.body.error.detail.problems.map((problem: { path: string }) => problem.path);
    expect(paths).toEqual(expect.arrayContaining(['record.title', 'record.quantity', 'record.stray']));
    expect(answer.body.error.vi).not.toBe(answer.body.error.en);
  });

  it('refuses a second completion of the same task', async () => {
    const { taskId } = await startExample(officer);
    const version = await claimed(officer, taskId);
    const answers = await Promise.all(
      [1, 2, 3].map((quantity) =>
        officer.call('POST', `/procedures/tasks/${taskId}/complete?wait=10000`, {
          version,
          values: { record: { quantity } },
        }),
      ),
    );
    expect(answers.filter((answer) => answer.status === 202)).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === 409)).toHaveLength(2);
  });

  it('lets one of many who claim at once win, and tells the others who', async () => {
    const { taskId } = await startExample(officer);
    const people = await Promise.all([as(OFFICER), as('lanh-dao-van-phong@tam-thanh.example')]);
    const { task } = await officer.get(`/procedures/tasks/${taskId}`);
    const answers = await Promise.all(
      people.map((person) => person.call('POST', `/procedures/tasks/${taskId}/claim`, { version: task.version })),
    );
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
  });

  it('refuses a form that was opened before the task changed', async () => {
    const { taskId } = await startExample(officer);
    const version = await claimed(officer, taskId);
    const answer = await officer.call('POST', `/procedures/tasks/${taskId}/complete`, {
      version: version - 1,
      values: { record: { quantity: 4 } },
    });
    expect([answer.status, answer.body.error.code]).toEqual([409, 'TASK_CHANGED']);
  });

  it('keeps a draft and gives it back', async () => {
    const { taskId } = await startExample(officer);
    await claimed(officer, taskId);
    const saved = await officer.call('PUT', `/procedures/tasks/${taskId}/draft`, {
      values: { task: { note: 'đang viết dở 😀 <b>x</b>' } },
      at: '2026-11-02T08:00:00+07:00',
      lateReason: 'Mất điện',
      stamp: draftStamps()(),
    });
    expect(saved.status).toBe(200);
    const detail = await officer.get(`/procedures/tasks/${taskId}`);
    expect(detail.draft).toMatchObject({ at: '2026-11-02T01:00:00.000Z', lateReason: 'Mất điện' });
    expect(detail.draft.values).toEqual({ task: { note: 'đang viết dở 😀 <b>x</b>' } });
  });

  it('lets no older words of a draft stand over newer ones, of one page or of two', async () => {
    const { taskId } = await startExample(officer);
    await claimed(officer, taskId);
    const keep = (note: string, stamp: object) =>
      officer.call('PUT', `/procedures/tasks/${taskId}/draft`, { values: { task: { note } }, stamp });
    const draftNow = async () => (await officer.get(`/procedures/tasks/${taskId}`)).draft;
    const page = draftStamps();
    const slow = page();
    const newer = await keep('mới', page());
    const late = await keep('cũ, đến muộn', slow);
    expect([late.status, late.body.savedAt]).toEqual([200, newer.body.savedAt]);
    expect((await draftNow()).values.task.note).toBe('mới');
    const tab = draftStamps();
    const blind = await keep('thẻ thứ hai', tab());
    expect([blind.status, blind.body.error.code]).toEqual([409, 'DRAFT_NEWER']);
    expect(blind.body.error.detail.newerAt).toBe(newer.body.savedAt);
    expect((await draftNow()).values.task.note).toBe('mới');
    expect((await keep('thẻ thứ hai', tab(newer.body.savedAt))).status).toBe(200);
    expect((await keep('thẻ đầu', page(newer.body.savedAt))).body.error.code).toBe('DRAFT_NEWER');
    expect((await draftNow()).values.task.note).toBe('thẻ thứ hai');
    for (const wrong of [
      undefined,
      7,
      { page: 'x', count: 1, seen: null },
      { ...tab(), count: 0 },
      { ...tab(), seen: 'x' },
    ])
      expect((await keep('x', wrong as object)).body.error.code).toBe('DRAFT_STAMP_NEEDED');
    // Many at once: the last one of the page stands, in whatever order they come.
    await keep('giành lại', page((await draftNow()).savedAt));
    const stamps = Array.from({ length: 12 }, () => page());
    await Promise.all(stamps.map((stamp) => keep(`lần ${stamp.count}`, stamp)));
    expect((await draftNow()).values.task.note).toBe(`lần ${stamps.at(-1)?.count}`);
  });

  it('refuses a time ahead, and a late one without a reason', async () => {
    const { taskId } = await startExample(officer);
    const version = await claimed(officer, taskId);
    const send = (extra: object) =>
      officer.call('POST', `/procedures/tasks/${taskId}/complete`, {
        version,
        values: { record: { quantity: 4 } },
        ...extra,
      });
    expect((await send({ at: '2999-01-01T00:00:00Z' })).body.error.code).toBe('TIME_AHEAD');
    expect((await send({ at: '0026-01-01T00:00:00Z' })).body.error.code).toBe('TIME_UNREADABLE');
    expect((await send({ at: '2026-01-01T00:00:00Z' })).body.error.code).toBe('LATE_ENTRY_NEEDS_REASON');
  });

  it('shows nobody of another tenant that the case exists', async () => {
    const { caseId, taskId } = await startExample(officer);
    const stranger = await as('van-phong@bach-dang.example');
    expect((await stranger.call('GET', `/procedures/cases/${caseId}`)).status).toBe(404);
    expect((await stranger.call('GET', `/procedures/tasks/${taskId}`)).status).toBe(404);
    expect((await stranger.call('POST', `/procedures/tasks/${taskId}/claim`, { version: 1 })).status).toBe(404);
  });

  it('lets no administrator and no auditor see content', async () => {
    const { caseId } = await startExample(officer);
    for (const email of ['quan-tri@tam-thanh.example', 'kiem-tra@tam-thanh.example']) {
      expect((await (await as(email)).call('GET', `/procedures/cases/${caseId}`)).status).toBe(403);
    }
  });

  it('tells the citizen state, date and unit only, and an unknown code nothing', async () => {
    const { receiptCode } = await startExample(officer, 'Nội dung kín');
    const told = await until(async () => {
      const answer = await anybody().call('GET', `/api/procedures/receipts/${receiptCode}`);
      return answer.status === 200 ? answer : null;
    }, 'the receipt to be known');
    expect(Object.keys(told.body).sort()).toEqual(['date', 'status', 'text', 'unit']);
    expect(JSON.stringify(told.body)).not.toContain('Nội dung kín');
    expect((await anybody().call('GET', '/api/procedures/receipts/2222-2222-2222')).status).toBe(404);
  });
});
