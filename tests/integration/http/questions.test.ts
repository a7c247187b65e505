// Asking another unit over HTTP on the real stack: what crosses, who sees what, how it ends, and who is refused.

import { randomUUID } from 'node:crypto';
import { Client as Database } from 'pg';
import { draftStamps } from '../../support/draft-stamps';
import { anybody, as, type Client, runningApp, startExample, until } from '../../support/running-app';
import { pdf } from '../../support/sample-files';

let asker: Client;
let asked: Client;
let bystander: Client;
let database: Database;
let caseId: string;
let taskId: string;

beforeAll(async () => {
  asker = await as('van-phong@tam-thanh.example');
  asked = await as('van-hoa@tam-thanh.example');
  bystander = await as('ha-tang@tam-thanh.example');
  ({ caseId, taskId } = await startExample(asker));
  database = new Database({ connectionString: runningApp().databaseUrl });
  await database.connect();
});
afterAll(() => database.end());

const unitOf = async (client: Client): Promise<string> => (await client.get('/procedures/me')).units[0].code;
const ask = async (more: Record<string, unknown> = {}, who = asker) =>
  who.call('POST', `/procedures/cases/${caseId}/questions`, {
    toUnit: await unitOf(asked),
    question: 'Đề nghị cung cấp danh sách hộ kinh doanh.',
    taskId,
    ...more,
  });
const act = (who: Client, id: string, what: string, body: unknown = {}) =>
  who.call('POST', `/procedures/questions/${id}/${what}`, body);
const waiting = async (who: Client, id: string) =>
  (await who.get('/procedures/questions')).items.find((line: { id: string }) => line.id === id);

describe('a question', () => {
  it('lets only what was chosen cross: words, files, number and title; never the case', async () => {
    const upload = async (name: string, more = '') =>
      (await asker.upload(`/procedures/attachments?caseId=${caseId}${more}`, name, pdf)).body.id;
    const chosen = await upload('chọn.pdf');
    const kept = await upload('giữ lại.pdf');
    const sent = await ask({ attachments: [chosen] });
    expect(sent.status).toBe(201);
    expect(sent.body).toMatchObject({ state: 'OPEN', seenAt: null, clock: { state: 'RUNNING', stage: 'NEUTRAL' } });
    expect(await waiting(asked, sent.body.id)).toMatchObject({ waitsFor: 'ANSWER' });

    const seen = await asked.get(`/procedures/questions/${sent.body.id}`);
    expect(seen).toMatchObject({ case: { id: null }, question: 'Đề nghị cung cấp danh sách hộ kinh doanh.' });
    expect(seen.shown.map((file: { id: string }) => file.id)).toEqual([chosen]);
    expect(seen.permissions).toMatchObject({ answer: true, withdraw: false, decide: false });
    expect((await asked.download(`/procedures/attachments/${chosen}/content`)).status).toBe(200);
    expect((await asked.download(`/procedures/attachments/${kept}/content`)).status).toBe(403);
    expect((await asked.call('GET', `/procedures/cases/${caseId}`)).status).toBe(403);
    // Both sides see when it was seen, and by whom.
    const list = await asker.get(`/procedures/cases/${caseId}/questions`);
    expect(list.items[0]).toMatchObject({ id: sent.body.id, seenBy: { name: expect.any(String) } });
    expect(list.units.map((unit: { code: string }) => unit.code)).not.toContain(await unitOf(asker));
  });

  it('keeps what is typed as the answer, with its files, for its author alone and until it is sent', async () => {
    const { body: question } = await ask();
    const path = `/procedures/questions/${question.id}`;
    const clientId = randomUUID();
    const stamp = draftStamps();
    const keep = (client: Client, more: object = {}) =>
      client.call('PUT', `${path}/draft`, { text: 'Có 12 hộ, chưa kể', clientId, stamp: stamp(), ...more });
    expect((await asked.get(path)).draft).toBeNull();
    expect((await keep(asked, { stamp: undefined })).body.error.code).toBe('DRAFT_STAMP_NEEDED');
    // Files first, without a word.
    expect((await keep(asked, { text: '' })).status).toBe(200);
    await asked.upload(`/procedures/attachments?clientId=${clientId}`, 'danh sách.pdf', pdf);
    const { savedAt } = (await keep(asked)).body;
    expect((await asked.get(path)).draft).toEqual({ text: 'Có 12 hộ, chưa kể', clientId, savedAt });
    const files = () => asked.get(`/procedures/attachments?clientId=${clientId}`);
    expect((await files()).items).toMatchObject([{ fileName: 'danh sách.pdf' }]);
    // A second tab that has not seen these words does not write over them, until its author says so.
    const tab = draftStamps();
    const blind = await keep(asked, { text: 'Có 13 hộ', stamp: tab() });
    expect([blind.status, blind.body.error.code]).toEqual([409, 'DRAFT_NEWER']);
    expect(blind.body.error.detail).toEqual({ newerAt: savedAt });
    expect((await asked.get(path)).draft.text).toBe('Có 12 hộ, chưa kể');
    const chosen = await keep(asked, { text: 'Có 13 hộ', stamp: tab(savedAt) });
    expect(chosen.status).toBe(200);
    expect((await keep(asked)).body.error.code).toBe('DRAFT_NEWER');
    expect((await keep(asked, { stamp: stamp(chosen.body.savedAt) })).status).toBe(200);
    expect((await asker.get(path)).draft).toBeNull();
    expect((await keep(asker)).status).toBe(403);
    expect((await keep(await as('van-hoa@bach-dang.example'))).status).toBe(404);
    for (const wrong of [{ text: 7 }, { text: 'x'.repeat(5_001) }, { clientId: 'x' }])
      expect((await keep(asked, wrong)).body.error.code).toBe('DRAFT_REFUSED');

    const answered = await act(asked, question.id, 'answer', { answer: 'Có 12 hộ.', clientId });
    expect(answered.body).toMatchObject({ draft: null, answerFiles: [{ fileName: 'danh sách.pdf' }] });
    expect((await keep(asked)).body.error.code).toBe('QUESTION_CLOSED');
    expect((await asked.get(path)).draft).toBeNull();
  });

  it('keeps it when the question ends first, until its author puts it away', async () => {
    const { body: question } = await ask();
    const path = `/procedures/questions/${question.id}`;
    const clientId = randomUUID();
    await asked.call('PUT', `${path}/draft`, { text: 'Có hai hộ', clientId, stamp: draftStamps()() });
    await asked.upload(`/procedures/attachments?clientId=${clientId}`, 'danh sách.pdf', pdf);
    await act(asker, question.id, 'withdraw', { reason: 'Đã có số liệu' });
    expect((await asked.get(path)).draft.text).toBe('Có hai hộ');
    expect((await asker.call('DELETE', `${path}/draft`)).status).toBe(200);
    expect((await asked.get(path)).draft.text).toBe('Có hai hộ');
    expect((await asked.call('DELETE', `${path}/draft`)).status).toBe(200);
    expect((await asked.get(path)).draft).toBeNull();
    expect((await asked.get(`/procedures/attachments?clientId=${clientId}`)).items).toEqual([]);
  });

  it('is taken by one, answered with words and files, and both sides and the timeline show it', async () => {
    const { body: question } = await ask();
    expect((await act(asked, question.id, 'claim')).body).toMatchObject({ assignee: { name: expect.any(String) } });
    const clientId = randomUUID();
    await asked.upload(`/procedures/attachments?clientId=${clientId}`, 'danh sách.pdf', pdf);
    const answered = await act(asked, question.id, 'answer', { answer: 'Có 12 hộ.', clientId });
    expect(answered.status).toBe(200);
    expect(answered.body).toMatchObject({ state: 'ANSWERED', isLate: false, clock: { state: 'MET' } });
    const forAsker = (await asker.get(`/procedures/cases/${caseId}/questions`)).items[0];
    expect(forAsker).toMatchObject({ answer: 'Có 12 hộ.', answerFiles: [{ fileName: 'danh sách.pdf' }] });
    const file = await asker.download(`/procedures/attachments/${forAsker.answerFiles[0].id}/content`);
    expect(file.status).toBe(200);
    const codes = (await asker.get(`/procedures/cases/${caseId}`)).events.map((one: { code: string }) => one.code);
    expect(codes).toEqual(expect.arrayContaining(['UNIT_ASKED', 'UNIT_ANSWERED']));
    expect((await act(asked, question.id, 'answer', { answer: 'Lần hai' })).body.error.code).toBe('QUESTION_CLOSED');
    const { rows } = await database.query(
      "select action from procedures.audit_entries where subject_type = 'question' and subject_id = $1 order by seq",
      [question.id],
    );
    expect(rows.map((row) => row.action)).toEqual(['question.ask', 'question.claim', 'question.answer']);
    const notices = await database.query('select topic, text, case_id from procedures.notices where link = $1', [
      `/tasks/questions/${question.id}`,
    ]);
    expect(notices.rows.length).toBeGreaterThanOrEqual(2);
    // E-mail is made of the notice: it holds nothing of the question and not even the case.
    expect(JSON.stringify(notices.rows)).not.toMatch(/12 hộ|danh sách hộ/);
    expect(notices.rows.every((row) => row.case_id === null)).toBe(true);
  });

  it('leaves a trace of whoever reads the questions of a case, and none where there is nothing to read', async () => {
    const reads = async (id: string) =>
      (
        await database.query(
          "select count(*)::int as n from procedures.audit_entries where subject_type = 'case' and subject_id = $1 and action = 'questions.read'",
          [id],
        )
      ).rows[0].n;
    await asker.get(`/procedures/cases/${caseId}/questions`);
    const before = await reads(caseId);
    expect(before).toBeGreaterThan(0);
    // An open page reads again by itself: that is the same look.
    await asker.get(`/procedures/cases/${caseId}/questions`);
    expect(await reads(caseId)).toBe(before);
    expect((await asked.call('GET', `/procedures/cases/${caseId}/questions`)).status).toBe(403);
    const fresh = await startExample(asker);
    expect((await asker.get(`/procedures/cases/${fresh.caseId}/questions`)).items).toEqual([]);
    expect([await reads(caseId), await reads(fresh.caseId)]).toEqual([before, 0]);
  });

  it('has a term of the office itself, which no law has to confirm', async () => {
    const { body: question } = await ask();
    expect(question.clock).toMatchObject({ confirmation: null, legalBasis: '' });
    const { clocks } = await asker.get(`/procedures/cases/${caseId}`);
    const byRule = (wanted: boolean) =>
      clocks.filter((one: { rule: string }) => (one.rule === 'Phối hợp') === wanted) as { confirmation: unknown }[];
    expect(byRule(true).every(({ confirmation }) => confirmation === null)).toBe(true);
    expect(byRule(false).every(({ confirmation }) => confirmation !== null)).toBe(true);
  });

  it('answered late is taken and shown late, after the head of the asked unit was told', async () => {
    const { body: question } = await ask({ termUnit: 'calendarDays', termLength: 1 });
    await database.query(
      `update procedures.clocks set start_at = now() - interval '9 days', amber_at = now() - interval '8 days',
       due_at = now() - interval '7 days' where id = $1`,
      [question.clock.id],
    );
    await database.query("update procedures.unit_questions set due_at = now() - interval '7 days' where id = $1", [
      question.id,
    ]);
    await until(async () => {
      const { rows } = await database.query('select topic from procedures.notices where clock_id = $1 and link = $2', [
        question.clock.id,
        `/tasks/questions/${question.id}`,
      ]);
      return rows.some((row) => row.topic === 'CLOCK_DUE') && rows.some((row) => row.topic === 'CLOCK_ESCALATED')
        ? rows
        : null;
    }, 'the notices of a question that is overdue and goes above');
    const answered = await act(asked, question.id, 'answer', { answer: 'Xin lỗi vì trễ.' });
    expect(answered.body).toMatchObject({ state: 'ANSWERED', isLate: true, clock: { state: 'MISSED' } });
  });

  it('gets more time only when the asker agrees; then the clock is another one', async () => {
    const { body: question } = await ask({ termUnit: 'calendarDays', termLength: 3 });
    expect((await act(asked, question.id, 'extensions', { days: 0, reason: 'x' })).body.error.code).toBe(
      'TERM_REFUSED',
    );
    expect((await act(asked, question.id, 'extensions', { days: 4, reason: ' ' })).body.error.code).toBe(
      'REASON_NEEDED',
    );
    expect((await act(asked, question.id, 'extensions', { days: 4, reason: 'Nhiều hồ sơ' })).status).toBe(200);
    expect((await act(asked, question.id, 'extensions', { days: 2, reason: 'Nữa' })).body.error.code).toBe(
      'EXTENSION_PENDING',
    );
    expect(await waiting(asker, question.id)).toMatchObject({ waitsFor: 'DECISION' });
    expect((await act(asked, question.id, 'extensions/decide', { agreed: true })).body.error.code).toBe(
      'NOT_THE_ASKER',
    );
    const agreed = await act(asker, question.id, 'extensions/decide', { agreed: true });
    expect(agreed.body.clock.id).not.toBe(question.clock.id);
    expect(Date.parse(agreed.body.clock.dueAt)).toBeGreaterThan(Date.parse(question.clock.dueAt));
    expect(agreed.body.extensions).toMatchObject([{ state: 'AGREED', days: 4 }]);
    await act(asked, question.id, 'extensions', { days: 5, reason: 'Thêm nữa' });
    const refused = await act(asker, question.id, 'extensions/decide', { agreed: false, reason: 'Cần gấp' });
    expect(refused.body.clock.id).toBe(agreed.body.clock.id);
    expect(refused.body.extensions.at(-1)).toMatchObject({ state: 'REFUSED', decisionReason: 'Cần gấp' });
  });

  it('is sent back by the asked unit or withdrawn by the asker, each with a reason', async () => {
    const first = (await ask()).body.id;
    expect((await act(asked, first, 'return', {})).body.error.code).toBe('REASON_NEEDED');
    expect((await act(asked, first, 'return', { reason: 'Không thuộc lĩnh vực' })).body).toMatchObject({
      state: 'RETURNED',
      closedReason: 'Không thuộc lĩnh vực',
    });
    const second = (await ask()).body.id;
    expect((await act(asked, second, 'withdraw', { reason: 'x' })).body.error.code).toBe('NOT_THE_ASKER');
    const withdrawn = await act(asker, second, 'withdraw', { reason: 'Đã có' });
    expect(withdrawn.body).toMatchObject({ state: 'WITHDRAWN', clock: { state: 'SUPERSEDED' } });
    expect(await waiting(asked, second)).toBeUndefined();
  });

  it('to a body outside is answered by the officer who received its paper, with the time at which it came', async () => {
    const { units } = await asker.get(`/procedures/cases/${caseId}/questions`);
    const outside = units.find((unit: { external: boolean }) => unit.external);
    const { body: question } = await ask({ toUnit: outside.code });
    expect(question).toMatchObject({ isExternal: true, clock: { tracking: 'EXTERNAL' } });
    const early = await act(asker, question.id, 'answer', { answer: 'Có', at: '0026-01-01T00:00:00+07:00' });
    expect(early.body.error.code).toBe('TIME_UNREADABLE');
    const old = { answer: 'Có', at: '2020-01-01T00:00:00+07:00' };
    const unexplained = await act(asker, question.id, 'answer', old);
    expect(unexplained.body.error.code).toBe('LATE_ENTRY_NEEDS_REASON');
    const before = await act(asker, question.id, 'answer', { ...old, lateReason: 'Công văn đến chậm' });
    expect(before.body.error.code).toBe('ANSWERED_BEFORE_ASKED');
    expect((await act(asker, question.id, 'answer', { answer: 'Công văn trả lời' })).body.state).toBe('ANSWERED');
  });
});

describe('a question is refused', () => {
  it('to other units, another tenant, administrators and whoever has not signed in', async () => {
    const { body: question } = await ask();
    for (const [email, status] of [
      ['ha-tang@tam-thanh.example', 403],
      ['van-phong@bach-dang.example', 404],
      ['quan-tri@tam-thanh.example', 403],
      ['kiem-tra@tam-thanh.example', 403],
    ] as const) {
      const other = await as(email);
      const answers = await Promise.all([
        other.call('GET', `/procedures/questions/${question.id}`),
        act(other, question.id, 'answer', { answer: 'x' }),
        act(other, question.id, 'withdraw', { reason: 'x' }),
        ask({}, other),
      ]);
      expect([email, answers.map((answer) => answer.status)]).toEqual([email, [status, status, status, status]]);
    }
    expect((await anybody().call('GET', `/procedures/questions/${question.id}`)).status).toBe(401);
    expect(await waiting(bystander, question.id)).toBeUndefined();
  });

  it('with a protected, a withdrawn or a foreign file, an unknown unit, an own unit, no words, too many words', async () => {
    const { body: secret } = await asker.upload(
      `/procedures/attachments?caseId=${caseId}&visibility=PROTECTED`,
      'đơn.pdf',
      pdf,
    );
    for (const attachments of [[secret.id], [randomUUID()], ['x'], Array.from({ length: 21 }, () => randomUUID())])
      expect((await ask({ attachments })).body.error.code).toBe('FILES_NOT_SHOWABLE');
    for (const toUnit of ['KHONG-CO', await unitOf(asker), null, {}])
      expect((await ask({ toUnit })).body.error.code).toBe('UNIT_NOT_ASKABLE');
    expect((await ask({ question: '  ' })).body.error.code).toBe('TEXT_NEEDED');
    expect((await ask({ question: 'ă'.repeat(5_001) })).status).toBe(413);
    for (const termLength of [0, -1, 91, 1.5, '5', 1e9])
      expect((await ask({ termLength })).body.error.code).toBe('TERM_REFUSED');
  });

  it('of a restricted case to every unit that takes no part in it', async () => {
    const { caseId: hidden } = await startExample(asker, 'Hạn chế');
    const open = await asker.call('POST', `/procedures/cases/${hidden}/questions`, {
      toUnit: await unitOf(asked),
      question: 'Trước khi hạn chế',
    });
    await database.query('update procedures.cases set restricted = true where id = $1', [hidden]);
    const refused = await asker.call('POST', `/procedures/cases/${hidden}/questions`, {
      toUnit: await unitOf(asked),
      question: 'Hỏi',
    });
    expect(refused.body.error.code).toBe('UNIT_NOT_ASKABLE');
    // What was asked before is no longer known to the unit either.
    expect((await asked.call('GET', `/procedures/questions/${open.body.id}`)).status).toBe(404);
    expect(await waiting(asked, open.body.id)).toBeUndefined();
  });
});

describe('the term of questions', () => {
  it('is data that an administrator keeps, version by version, and staff only read', async () => {
    const administrator = await as('quan-tri@tam-thanh.example');
    const term = await administrator.get('/procedures/question-term');
    const put = (who: Client, body: object) => who.call('PUT', '/procedures/question-term', body);
    const changed = { version: term.version, termUnit: 'calendarDays', termLength: 12, legalBasis: 'Quy chế phối hợp' };
    expect((await put(asker, changed)).status).toBe(403);
    expect((await put(administrator, { ...changed, termLength: 0 })).body.error.code).toBe('TERM_REFUSED');
    expect((await put(administrator, changed)).body).toMatchObject({ version: term.version + 1, termLength: 12 });
    expect((await put(administrator, changed)).body.error.code).toBe('TERM_CHANGED');
    const { body: question } = await ask();
    const days = (Date.parse(question.clock.dueAt) - Date.parse(question.askedAt)) / 86_400_000;
    expect(days).toBeGreaterThan(12);
    expect((await (await as('quan-tri@bach-dang.example')).get('/procedures/question-term')).termLength).not.toBe(12);
  });
});
