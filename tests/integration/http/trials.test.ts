// Trying a draft over HTTP on the running stack: its scenarios are run, a case is tried by hand, and what a proposal with
// failing scenarios needs. Nothing real is touched.
import pg from 'pg';
import functions from '../../../src/plugins/procedures/shared/feel-functions.json';
import { restorePackage } from '../../support/publish-version';
import { as, type Client, runningApp, startExample, until } from '../../support/running-app';
import { SMALL } from '../../unit/decisions/small-table';

jest.setTimeout(420_000);

const MONDAY = '2026-11-02T08:00:00+07:00';
const REQUEST = { title: 'Họp giao ban', quantity: 12, requestedAt: '2026-11-06T08:00:00+07:00' };
let administrator: Client;
let other: Client;
let draft: string;

beforeAll(async () => {
  administrator = await as('quan-tri@bach-dang.example');
  other = await as('quan-tri@tam-thanh.example');
  await restorePackage('bach-dang', 'vi-du');
  draft = (await administrator.post('/procedures/packages/vi-du/drafts', {})).id;
});
afterAll(async () => {
  await administrator.call('PUT', '/procedures/trial-policy', { failing: 'REASON', reason: 'Trả lại như cũ' });
  await administrator.call('DELETE', `/procedures/drafts/${draft}`);
});

const trials = () => administrator.get(`/procedures/drafts/${draft}/trials`);
const save = async (path: string, value: unknown) => {
  const known = await administrator.call('GET', `/procedures/drafts/${draft}/file?path=${path}`);
  const body = { path, revision: known.body.revision ?? 0, text: JSON.stringify(value) };
  return administrator.call('PUT', `/procedures/drafts/${draft}/file`, body);
};
const runAll = async (files?: string[]) => {
  const started = await administrator.call('POST', `/procedures/drafts/${draft}/trials/runs`, files ? { files } : {});
  expect(started.status).toBe(202);
  const limit = Date.now() + 240_000;
  for (;;) {
    const { run, ...rest } = await trials();
    if (run.state === 'DONE' || run.state === 'FAILED') return { run, ...rest };
    if (Date.now() > limit) throw new Error(`Expected the run to end, but it is ${run.state}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
};
const propose = (more = {}) =>
  administrator.call('POST', `/procedures/drafts/${draft}/publications`, {
    version: '9.9.9',
    note: 'Thử đề nghị',
    ...more,
  });
const realWork = async () => {
  const clerk = await as('van-phong@bach-dang.example');
  return (
    (await clerk.get('/procedures/cases?pageSize=1')).pagination?.total ?? (await clerk.get('/procedures/cases')).total
  );
};
const failing = {
  title: { vi: 'Sai', en: 'Wrong' },
  steps: [{ event: 'BAT_DAU', at: MONDAY, data: REQUEST, expect: { state: 'KET_THUC' } }],
};

test('another tenant, staff and auditors do not try it', async () => {
  const path = `/procedures/drafts/${draft}/trials`;
  expect((await other.call('GET', path)).status).toBe(404);
  expect((await other.call('POST', `${path}/runs`, {})).status).toBe(404);
  expect((await other.call('POST', `/procedures/drafts/${draft}/recordings`, {})).status).toBe(404);
  expect((await (await as('van-phong@bach-dang.example')).call('GET', path)).status).toBe(403);
  expect((await (await as('kiem-tra@bach-dang.example')).call('GET', path)).status).toBe(403);
});

test('before anything is tried, the page knows the scenarios and what their forms offer', async () => {
  const view = await trials();
  expect(view.scenarios).toMatchObject([{ file: 'scenarios/xep-duoc-phong.json', steps: 4, last: null }]);
  expect(view.coverage).toBeNull();
  expect(view.choices.starts[0].form.components.length).toBeGreaterThan(0);
  expect(view.choices.tasks.map((one: { element: string }) => one.element)).toEqual(['tiep_nhan', 'xu_ly', 'ket_thuc']);
  expect(view.open).toMatchObject({ count: 0 });
});

const expressions = () => `/procedures/drafts/${draft}/expressions`;
const tried = (expression: string, variables: object = {}, element = 'xu_ly') =>
  askedOfEngine(`${expressions()}/try`, { expression, element, variables });
/** Asked again while the engine for trials is being started, as the page does. */
const askedOfEngine = async (path: string, question: object) => {
  const limit = Date.now() + 240_000;
  for (;;) {
    const answer = await administrator.call('POST', path, question);
    if (answer.status !== 202 || Date.now() > limit) return answer;
    expect(answer.body).toEqual({ state: 'STARTING' });
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
};

test('who may not change procedures neither sees names and samples nor tries an expression', async () => {
  const paths = [`${expressions()}/variables?element=xu_ly`, `${expressions()}/samples`];
  const staff = await as('van-phong@bach-dang.example');
  for (const path of paths) {
    expect((await other.call('GET', path)).status).toBe(404);
    expect((await staff.call('GET', path)).status).toBe(403);
  }
  const body = { expression: '1', element: 'xu_ly' };
  expect((await other.call('POST', `${expressions()}/try`, body)).status).toBe(404);
  expect((await staff.call('POST', `${expressions()}/try`, body)).status).toBe(403);
});

test('the names that exist at a step are known, with where they come from; at a step that is none, there are none', async () => {
  const { variables } = await administrator.get(`${expressions()}/variables?element=xu_ly&moment=enter`);
  const names = variables.map(({ name }: { name: string }) => name);
  expect(names).toEqual(expect.arrayContaining(['caseId', 'quantity']));
  expect(variables.find(({ name }: { name: string }) => name === 'quantity')).toMatchObject({
    type: 'number',
    origin: 'FORM',
    steps: expect.arrayContaining([{ id: 'bat_dau', title: 'Có yêu cầu' }]),
    unset: false,
  });
  expect(await administrator.get(`${expressions()}/variables?element=khong_co`)).toEqual({ variables: [] });
});

test('what is no expression is told with the place, without any engine', async () => {
  const unfinished = await tried('= 1 +');
  expect([unfinished.status, unfinished.body.state]).toEqual([200, 'UNREADABLE']);
  const wrong = (await tried('quantity === 3')).body;
  expect(wrong).toMatchObject({ state: 'UNREADABLE', said: null });
  expect(wrong.at).toBeGreaterThan('quantity '.length);
  expect(wrong.problem.vi).toContain(`từ ký tự ${wrong.at}`);
  for (const body of [{}, { expression: '' }, { expression: 'a', variables: [] }, { expression: 'a'.repeat(20_001) }]) {
    const refused = await administrator.call('POST', `${expressions()}/try`, body);
    expect([refused.status, refused.body.error.code]).toEqual([422, 'EXPRESSION_REFUSED']);
  }
});

test('the engine itself evaluates, over the values that are given', async () => {
  const { body, status } = await tried('=quantity * 2', { quantity: 6 });
  expect([status, body]).toEqual([
    200,
    expect.objectContaining({ state: 'DONE', value: 12, type: 'number', warnings: [] }),
  ]);
  for (const [expression, value, type] of [
    ['"Đơn vị " + unit', 'Đơn vị <A> & "B"', 'string'],
    ['quantity > 5 // bình luận', true, 'boolean'],
    ['for one in list\nreturn one + 1', [2, 3], 'list'],
    ['{a: quantity}', { a: 6 }, 'context'],
    ['null', null, 'null'],
    ['date("2026-11-22") + duration("P1D")', '2026-11-23', 'string'],
  ] as const) {
    const answer = await tried(expression, { quantity: 6, unit: '<A> & "B"', list: [1, 2] });
    expect(answer.body).toMatchObject({ state: 'DONE', value, type, warnings: [] });
  }
});

test('why a value is null is told in words, with the name that was meant', async () => {
  const codes = (answer: { body: { warnings: { code: string }[] } }) => answer.body.warnings.map(({ code }) => code);
  const missing = await tried('quantty', { quantity: 6 });
  expect(missing.body).toMatchObject({ state: 'DONE', value: null, type: 'null' });
  expect(codes(missing)).toEqual(['NO_VARIABLE_FOUND']);
  expect(missing.body.warnings[0].vi).toBe('Không có biến quantty ở bước này. Có phải quantity?');
  const lacking = await tried('quantity', {});
  expect(lacking.body.warnings[0].vi).toContain('Mẫu này không có giá trị cho biến quantity.');
  expect(codes(await tried('quantity > "5"', { quantity: 6 }))).toContain('NOT_COMPARABLE');
  expect(codes(await tried('trim("a")'))).toContain('NO_FUNCTION_FOUND');
  expect(codes(await tried('{a: 1}.b'))).toContain('NO_CONTEXT_ENTRY_FOUND');
});

test('where the engine breaks off, a case would stand still, and it is told so', async () => {
  const { body } = await tried('assert(quantity, quantity > 10)', { quantity: 6 });
  expect(body.state).toBe('FAILED');
  expect(body.problem.vi).toContain('hồ sơ thật sẽ dừng lại ở đây');
  expect(body.warnings.map(({ code }: { code: string }) => code)).toEqual(['ASSERT_FAILURE']);
});

test('every function that the editor offers gives what its example says', async () => {
  const steady = functions.filter(({ name }) => !['now', 'today', 'random number', 'cycle'].includes(name));
  const sample = { kind: 'A', originUnit: 'A', handlingUnit: 'B' };
  const { body } = await tried(`[\n${steady.map(({ example }) => example).join(',\n')}\n]`, sample);
  expect(body.state).toBe('DONE');
  const plain = (text: string) => {
    try {
      return JSON.parse(text.replace(/([{,] ?)(\w+):/g, '$1"$2":'));
    } catch {
      return text;
    }
  };
  expect(steady.map(({ name }, at) => [name, body.value[at]])).toEqual(
    steady.map(({ name, gives }) => [name, plain(gives)]),
  );
});

test('a running case is a sample: its variables where it stands; of restricted and foreign ones nobody learns', async () => {
  const clerk = await as('van-phong@bach-dang.example');
  const { caseId } = await startExample(clerk, 'Mẫu để thử');
  const { bookNo } = await clerk.get(`/procedures/cases/${caseId}`).then((one) => one.case ?? one);
  // The full log of the engine comes a moment after its tasks.
  const first = await until(async () => {
    const path = `${expressions()}/samples?element=tiep_nhan&search=${encodeURIComponent(bookNo)}`;
    const { items } = await administrator.get(path);
    return items.find((one: { caseId: string; isHere: boolean }) => one.caseId === caseId && one.isHere) ?? null;
  }, 'the case to stand at its first step');
  expect(first).toMatchObject({ bookNo, steps: ['Tiếp nhận yêu cầu'] });
  const nobody = await administrator.get(`${expressions()}/samples?search=%25`);
  expect(nobody.items).toEqual([]);

  const here = await administrator.get(`${expressions()}/samples/${caseId}?element=tiep_nhan`);
  expect(here).toMatchObject({ caseId, bookNo, at: 'tiep_nhan', variables: { caseId, quantity: 4 } });
  expect(JSON.stringify(here)).not.toContain('Mẫu để thử');
  const elsewhere = await administrator.get(`${expressions()}/samples/${caseId}?element=xu_ly`);
  expect(elsewhere).toMatchObject({ at: null, variables: { quantity: 4 } });
  expect((await tried('quantity + 1', here.variables)).body).toMatchObject({ value: 5 });

  expect((await other.call('GET', `${expressions()}/samples/${caseId}`)).status).toBe(404);
  expect((await clerk.call('GET', `${expressions()}/samples/${caseId}`)).status).toBe(403);
  const theirs = (await other.post('/procedures/packages/vi-du/drafts', {})).id;
  expect((await other.call('GET', `/procedures/drafts/${theirs}/expressions/samples/${caseId}`)).status).toBe(404);
  await other.call('DELETE', `/procedures/drafts/${theirs}`);
  expect((await administrator.call('GET', `${expressions()}/samples/not-a-case`)).status).toBe(404);

  const db = new pg.Client({ connectionString: runningApp().databaseUrl });
  await db.connect();
  try {
    const read = await db.query(
      "select count(*)::int as n from procedures.audit_entries where action = 'variables.read' and subject_id = $1",
      [caseId],
    );
    // Read twice within some minutes is one look.
    expect(read.rows[0].n).toBe(1);
    await db.query("update procedures.cases set restricted = true, participating_units = '{VP}' where id = $1", [
      caseId,
    ]);
    expect((await administrator.call('GET', `${expressions()}/samples/${caseId}`)).status).toBe(404);
    const { items } = await administrator.get(`${expressions()}/samples?element=tiep_nhan`);
    expect(items.map((one: { caseId: string }) => one.caseId)).not.toContain(caseId);
    await db.query('update procedures.cases set restricted = false where id = $1', [caseId]);
  } finally {
    await db.end();
  }
});

const TABLE = 'xep-phong.dmn';
const decisions = () => `/procedures/drafts/${draft}/decisions`;
const saveTable = async (text: string) => {
  const { body } = await administrator.call('GET', `/procedures/drafts/${draft}/file?path=${TABLE}`);
  const known = { path: TABLE, revision: body.revision ?? 0 };
  expect((await administrator.call('PUT', `/procedures/drafts/${draft}/file`, { ...known, text })).status).toBe(200);
};
const decided = async (variables: object, decision = 'ket_qua') =>
  (await askedOfEngine(`${decisions()}/try`, { path: TABLE, decision, variables })).body;

test('who may not change procedures neither sees the names of a table nor tries it', async () => {
  const staff = await as('van-phong@bach-dang.example');
  const question = { path: TABLE, decision: 'ket_qua' };
  for (const [client, status] of [
    [other, 404],
    [staff, 403],
  ] as const) {
    expect((await client.call('GET', `${decisions()}/names?path=${TABLE}`)).status).toBe(status);
    expect((await client.call('POST', `${decisions()}/try`, question)).status).toBe(status);
  }
});

test('what is no question about a table of the draft is refused, without any engine', async () => {
  await saveTable(SMALL);
  const question = { path: TABLE, decision: 'ket_qua' };
  for (const body of [
    {},
    { ...question, path: 'vi-du.bpmn' },
    { ...question, decision: '' },
    { ...question, decision: 7 },
    { ...question, variables: [] },
    { ...question, variables: { long: 'x'.repeat(300_000) } },
  ])
    expect((await administrator.call('POST', `${decisions()}/try`, body)).status).toBe(422);
  for (const body of [
    { ...question, path: 'khong-co.dmn' },
    { ...question, decision: 'khong_co' },
  ]) {
    const { status, body: answer } = await administrator.call('POST', `${decisions()}/try`, body);
    expect([status, answer.error.code]).toEqual([404, 'DECISION_TRY_UNKNOWN']);
  }
});

test('a table that nobody asks has the names of every case, and the results that it needs', async () => {
  const { decisions: all } = await administrator.get(`${decisions()}/names?path=${TABLE}`);
  expect(all.map(({ id, callers }: { id: string; callers: unknown[] }) => [id, callers])).toEqual([
    ['muc', []],
    ['ket_qua', []],
  ]);
  expect(all[1].variables.map(({ name }: { name: string }) => name)).toEqual(['quantity']);
  expect(all[1].required.map(({ name }: { name: string }) => name)).toEqual(['muc']);
  expect(await administrator.get(`${decisions()}/names?path=khong-co.dmn`)).toEqual({ decisions: [] });
});

test('the engine decides: the rule that was taken, its results, and the tables that were needed', async () => {
  const done = await decided({ quantity: 12, unit: 'VP' });
  expect(done).toMatchObject({ state: 'DONE', milliseconds: expect.any(Number) });
  const [asked, needed] = done.decisions;
  expect(asked).toMatchObject({
    id: 'ket_qua',
    hitPolicy: 'FIRST',
    value: { phong: 'A', ai: 'trực' },
    type: 'context',
  });
  expect(asked.taken).toEqual([
    {
      rule: 1,
      outputs: [
        { title: 'phong', expression: '"A"', value: 'A', why: [] },
        { title: 'ai', expression: '"trực"', value: 'trực', why: [] },
      ],
    },
  ]);
  expect(asked.inputs.map(({ value }: { value: unknown }) => value)).toEqual(['lớn', 'VP']);
  expect(needed).toMatchObject({ id: 'muc', value: 'lớn', taken: [{ rule: 2 }] });
});

test('where no rule matches, each says which cell the engine held against it', async () => {
  const { state, decisions: all } = await decided({ quantity: 12, unit: 'KT' });
  expect([state, all[0].value, all[0].taken]).toEqual(['DONE', null, []]);
  expect(all[0].rules.map(({ rule, misses }: { rule: number; misses: unknown }) => [rule, misses])).toEqual([
    [1, [{ column: 1, id: 'mot_input_1', cell: '"VP"', hint: null }]],
    [2, [{ column: 0, id: 'hai_input_0', cell: '"nhỏ"', hint: null }]],
    // The words stand there without their quotation marks: the commonest slip of who has never written FEEL.
    [3, [{ column: 0, id: 'ba_input_0', cell: 'lớn', hint: 'QUOTES' }]],
  ]);
});

test('a null among columns and results says why, in words', async () => {
  const { decisions: all } = await decided({ quantity: 3 });
  const [{ why, value }] = all[0].taken[0].outputs.slice(1);
  expect([all[0].taken[0].rule, value]).toEqual([2, null]);
  expect(why.map(({ code }: { code: string }) => code)).toEqual(['NO_VARIABLE_FOUND']);
  expect(why[0].vi).toContain('unit');
  expect(all[0].inputs[1]).toMatchObject({ title: 'Nơi nhận', value: null, why: [{ code: 'NO_VARIABLE_FOUND' }] });
  // Given as empty there is nothing to explain.
  const empty = await decided({ quantity: 3, unit: null });
  expect(empty.decisions[0].inputs[1].why).toEqual([]);
});

test('several rules where one is allowed: a case would stand still, and the rules are named', async () => {
  await saveTable(
    SMALL.replace('"ket_qua_bang" hitPolicy="FIRST"', '"ket_qua_bang" hitPolicy="UNIQUE"').replace(
      '"nhỏ"</text></inputEntry>',
      '-</text></inputEntry>',
    ),
  );
  const failed = await decided({ quantity: 12, unit: 'VP' });
  expect([failed.state, failed.failed]).toEqual(['FAILED', 'ket_qua']);
  expect(failed.problem.vi).toContain('các dòng 1, 2 cùng khớp');
  expect(failed.problem.vi).not.toContain('thu_');
});

test('a column without an id is told as what it is: the engine breaks off over it', async () => {
  await saveTable(SMALL.replace('<output id="ket_qua_ra_0"', '<output'));
  const failed = await decided({ quantity: 12, unit: 'VP' });
  expect(failed.state).toBe('FAILED');
  expect(failed.problem.vi).toContain('không có mã (id)');
});

test('a cell that the engine cannot read is told with its table, rule and column', async () => {
  await saveTable(SMALL.replace('&lt; 10', '&lt; &lt; 10'));
  const answer = await administrator.call('POST', `${decisions()}/try`, { path: TABLE, decision: 'ket_qua' });
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({
    state: 'UNREADABLE',
    problems: [{ decision: 'Mức phòng', rule: 1, column: 'Số người' }],
  });
  const { revision } = await administrator.get(`/procedures/drafts/${draft}/file?path=${TABLE}`);
  const gone = await administrator.call(
    'DELETE',
    `/procedures/drafts/${draft}/file?path=${TABLE}&revision=${revision}`,
  );
  expect(gone.status).toBeLessThan(300);
});

test('scenarios are run: what held, what did not and why, what was passed; no real case, number or notice comes of it', async () => {
  const before = await realWork();
  expect((await save('scenarios/sai.json', failing)).status).toBe(200);
  const { run, scenarios, coverage } = await runAll();
  expect([run.state, run.done]).toEqual(['DONE', 2]);
  const [good, bad] = ['scenarios/xep-duoc-phong.json', 'scenarios/sai.json'].map((file) =>
    scenarios.find((one: { file: string }) => one.file === file),
  );
  expect(good.last).toMatchObject({ ok: true, stale: false, ranBy: { name: expect.any(String) } });
  expect(good.last.result.days).toBe(4);
  expect(bad.last.ok).toBe(false);
  const [verdict] = bad.last.result.steps[0].verdicts.filter((one: { ok: boolean }) => !one.ok);
  expect(verdict.vi).toBe('Bước 1: cần trạng thái "Đã xong", nhưng là "Yêu cầu mới".');
  expect(verdict.why.vi).toBe('Hồ sơ đang ở "Tiếp nhận yêu cầu".');
  expect(coverage.elements).toEqual({ passed: 5, all: 5 });
  expect(await realWork()).toBe(before);
});

test('a proposal with a failing scenario needs a reason, or is refused when the ward says so', async () => {
  const asked = await propose();
  expect([asked.status, asked.body.error.code]).toEqual([422, 'TRIALS_NEED_REASON']);
  expect(asked.body.error.vi).toContain('"Sai"');
  const strict = await administrator.call('PUT', '/procedures/trial-policy', { failing: 'REFUSE', reason: 'An toàn' });
  expect([strict.status, strict.body]).toEqual([200, { failing: 'REFUSE' }]);
  expect((await propose({ trialsReason: 'Biết rồi' })).body.error.code).toBe('TRIALS_MUST_HOLD');
  await administrator.call('PUT', '/procedures/trial-policy', { failing: 'REASON', reason: 'Chỉ cần lý do' });
  const made = await propose({ trialsReason: 'Kịch bản sai, sẽ sửa sau' });
  expect(made.status).toBe(201);
  const view = await administrator.get(`/procedures/publications/${made.body.id}`);
  expect(view.trials.reason).toBe('Kịch bản sai, sẽ sửa sau');
  expect(view.trials.scenarios.map((one: { state: string }) => one.state).sort()).toEqual(['FAILED', 'HELD']);
  await administrator.post(`/procedures/publications/${made.body.id}/withdraw`, { reason: 'Chỉ thử' });
});

test.each([[{}], [{ failing: 'NO', reason: 'x' }], [{ failing: 'REFUSE' }], [{ failing: 'REFUSE', reason: ' ' }]])(
  'a policy like %j is refused',
  async (body) => {
    expect((await administrator.call('PUT', '/procedures/trial-policy', body)).status).toBeGreaterThanOrEqual(400);
  },
);

test('a changed draft makes what was tried stale', async () => {
  expect((await save('scenarios/sai.json', { ...failing, title: { vi: 'Sai nữa', en: 'Wrong again' } })).status).toBe(
    200,
  );
  const { scenarios } = await trials();
  expect(scenarios.every((one: { last: { stale: boolean } }) => one.last.stale)).toBe(true);
});

test.each([
  ['was tried before the last change', async () => draft, 'STALE', 'chạy trước lần sửa cuối: '],
  [
    'was never tried',
    async () => (await administrator.post('/procedures/packages/vi-du/drafts', {})).id as string,
    'NOT_TRIED',
    'chưa chạy: ',
  ],
])('what %s asks for a reason, which the second person reads', async (_name, draftOf, state, words) => {
  const path = `/procedures/drafts/${await draftOf()}/publications`;
  const body = { version: '9.9.9', note: 'Thử đề nghị' };
  const asked = await administrator.call('POST', path, body);
  expect([asked.status, asked.body.error.code]).toEqual([422, 'TRIALS_NEED_REASON']);
  expect(asked.body.error.vi).toContain(words);
  expect(asked.body.error.detail.problems[0].path).toBe('trialsReason');
  const made = await administrator.call('POST', path, { ...body, trialsReason: 'Chỉ sửa chữ' });
  expect(made.status).toBe(201);
  const second = await as('lanh-dao@bach-dang.example');
  const { trials: shown } = await second.get(`/procedures/publications/${made.body.id}`);
  expect(shown.reason).toBe('Chỉ sửa chữ');
  expect(shown.scenarios.map((one: { state: string }) => one.state)).toContain(state);
  await administrator.post(`/procedures/publications/${made.body.id}/withdraw`, { reason: 'Chỉ thử' });
});

test('a case is tried by hand: real forms, time that passes, refusals as staff would get them', async () => {
  const { id } = await administrator.post(`/procedures/drafts/${draft}/recordings`, { at: MONDAY });
  const act = (step: unknown, client = administrator) =>
    client.call('POST', `/procedures/recordings/${id}/steps`, { step });
  expect((await act({ event: 'BAT_DAU', data: REQUEST }, other)).status).toBe(404);
  const begun = await act({ event: 'BAT_DAU', values: { record: REQUEST } });
  expect(begun.status).toBe(200);
  expect(begun.body.result).toMatchObject({ refused: null, state: 'MOI' });
  expect(begun.body.seen.bookNo).toMatch(/^1\//);
  const [task] = begun.body.choices.tasks;
  expect(task).toMatchObject({ element: 'tiep_nhan', candidates: ['VP/can-bo'] });
  expect(task.form.components.length).toBeGreaterThan(0);
  expect(task.values.record.title).toBe('Họp giao ban');
  const later = await act({ advance: { to: 'nextDue' } });
  expect(later.body.seen.clocks[0].stage).toBe('DUE');
  expect((await act({ complete: 'ket_thuc' })).body.result.refused.code).toBe('TRIAL_TASK_NOT_OPEN');
  for (const step of [null, {}, { event: 'A', complete: 'b' }, { advance: { by: 'ba ngày' } }, 'x'])
    expect((await act(step)).status).toBe(422);
  const done = await act({ complete: 'tiep_nhan', values: { task: { note: 'Đủ thông tin' } } });
  expect(done.body.result.tasks).toEqual(['xu_ly']);
  expect((await trials()).open.count).toBe(1);
  expect((await other.call('DELETE', `/procedures/recordings/${id}`)).status).toBe(404);
  expect((await administrator.call('DELETE', `/procedures/recordings/${id}`)).status).toBe(200);
  expect((await act({ advance: { by: 'P1D' } })).body.error.code).toBe('TRIAL_UNKNOWN');
});

test('two people try at once, each at an own time; there is a limit, and it says so', async () => {
  const open = async (client: Client, id: string, at: string) =>
    client.call('POST', `/procedures/drafts/${id}/recordings`, { at });
  const theirs = (await other.post('/procedures/packages/vi-du/drafts', {})).id;
  const [mine, yours] = [
    await open(administrator, draft, MONDAY),
    await open(other, theirs, '2027-05-03T08:00:00+07:00'),
  ];
  const step = (client: Client, id: string, one: unknown) =>
    client.post(`/procedures/recordings/${id}/steps`, { step: one });
  const first = await step(administrator, mine.body.id, { event: 'BAT_DAU', data: REQUEST });
  const second = await step(other, yours.body.id, {
    event: 'BAT_DAU',
    data: { ...REQUEST, requestedAt: '2027-05-07T08:00:00+07:00' },
  });
  expect([first.seen.at.slice(0, 4), second.seen.at.slice(0, 4)]).toEqual(['2026', '2027']);
  await step(other, yours.body.id, { advance: { by: 'P30D' } });
  const still = await step(administrator, mine.body.id, { complete: 'tiep_nhan', values: { task: { note: 'x' } } });
  expect(still.seen.clocks[0].stage).toBe('NEUTRAL');
  const { max } = (await trials()).open;
  const more: string[] = [];
  for (let n = 2; n < max; n += 1) more.push((await open(administrator, draft, MONDAY)).body.id);
  const refused = await open(administrator, draft, MONDAY);
  expect([refused.status, refused.body.error.code]).toEqual([429, 'TRIALS_TOO_MANY']);
  for (const id of [mine.body.id, ...more]) await administrator.call('DELETE', `/procedures/recordings/${id}`);
  await other.call('DELETE', `/procedures/recordings/${yours.body.id}`);
  await other.call('DELETE', `/procedures/drafts/${theirs}`);
  await until(async () => ((await trials()).open.count === 0 ? true : null), 'every trial by hand to be over');
});

test('what cannot be tried says why: no such scenario, files that make no package', async () => {
  const none = await administrator.call('POST', `/procedures/drafts/${draft}/trials/runs`, {
    files: ['scenarios/la.json'],
  });
  expect([none.status, none.body.error.code]).toEqual([422, 'TRIAL_NO_SCENARIO']);
  expect((await save('events.json', { events: 7 })).status).toBe(200);
  expect((await trials()).choices).toBeNull();
  const broken = await administrator.call('POST', `/procedures/drafts/${draft}/trials/runs`, {});
  expect(broken.body.error.code).toBe('PACKAGE_SCHEMA');
  expect((await administrator.call('POST', `/procedures/drafts/${draft}/recordings`, { at: MONDAY })).status).toBe(400);
  expect((await administrator.call('POST', `/procedures/drafts/${draft}/recordings`, { at: 'hôm qua' })).status).toBe(
    422,
  );
});
