// Drafts and publishing over HTTP on the running stack: an administrator draws a step, a second person approves, staff do it.
import { as, type Client, openTask, startExample } from '../../support/running-app';

let administrator: Client;
let draft: string;
const DRAFT_FILE = () => `/procedures/drafts/${draft}/file`;

beforeAll(async () => {
  administrator = await as('quan-tri@tam-thanh.example');
  draft = (await administrator.post('/procedures/packages/vi-du/drafts', {})).id;
});

const file = (path: string) => administrator.get(`${DRAFT_FILE()}?path=${path}`);
const save = (client: Client, path: string, revision: number, text: string) =>
  client.call('PUT', DRAFT_FILE(), { path, revision, text });
const check = () => administrator.get(`/procedures/drafts/${draft}/check`);
const propose = (version: string, more = {}) =>
  administrator.call('POST', `/procedures/drafts/${draft}/publications`, {
    version,
    note: 'Thêm bước rà soát',
    ...more,
  });

/** The model of the example with a user task drawn between "Xếp phòng" and "Xác nhận kết thúc". */
const withNewTask = (xml: string, extras: string) =>
  xml
    .replace('sourceRef="xu_ly" targetRef="ket_thuc"', 'sourceRef="xu_ly" targetRef="Activity_moi"')
    .replace('<bpmn:incoming>den_ket_thuc</bpmn:incoming>', '<bpmn:incoming>Flow_moi</bpmn:incoming>')
    .replace(
      '<bpmn:endEvent',
      `<bpmn:userTask id="Activity_moi" name="Rà soát lần hai"><bpmn:extensionElements>${extras}</bpmn:extensionElements><bpmn:incoming>den_ket_thuc</bpmn:incoming><bpmn:outgoing>Flow_moi</bpmn:outgoing></bpmn:userTask><bpmn:sequenceFlow id="Flow_moi" sourceRef="Activity_moi" targetRef="ket_thuc" /><bpmn:endEvent`,
    );
const COMPLETE =
  '<zeebe:assignmentDefinition candidateGroups="VP/can-bo" /><zeebe:properties><zeebe:property name="form" value="tiep-nhan" /></zeebe:properties>';

describe('a draft', () => {
  it('is nobody else’s: staff are refused, another tenant learns nothing', async () => {
    expect((await (await as('can-bo@tam-thanh.example')).call('GET', `/procedures/drafts/${draft}`)).status).toBe(403);
    expect((await (await as('quan-tri@bach-dang.example')).call('GET', `/procedures/drafts/${draft}`)).status).toBe(
      404,
    );
  });

  it('keeps broken XML, says where it is broken, and is not published', async () => {
    const { text, revision } = await file('vi-du.bpmn');
    expect((await save(administrator, 'vi-du.bpmn', revision, text.slice(0, 900))).status).toBe(200);
    expect((await file('vi-du.bpmn')).text).toBe(text.slice(0, 900));
    expect((await check()).problems[0]).toMatchObject({ severity: 'error', file: 'vi-du.bpmn' });
    expect((await propose('1.1.0')).body.error.code).toBe('PACKAGE_HAS_ERRORS');
    expect((await save(administrator, 'vi-du.bpmn', revision + 1, text)).status).toBe(200);
    expect((await check()).errors).toBe(0);
  });

  it('refuses a save from an older revision with who was faster, and lets it be kept as a copy', async () => {
    const { text, revision } = await file('tiep-nhan.form');
    expect((await save(administrator, 'tiep-nhan.form', revision, `${text}\n`)).status).toBe(200);
    const late = await save(administrator, 'tiep-nhan.form', revision, `${text}\n\n`);
    expect(late.status).toBe(409);
    expect(late.body.error).toMatchObject({ code: 'DRAFT_FILE_CHANGED', detail: { revision: revision + 1 } });
    expect(late.body.error.detail.takenBy).not.toBe('');
    const copy = { path: 'tiep-nhan-cua-toi.form', revision: 0, text, isCopy: true };
    expect((await administrator.call('PUT', DRAFT_FILE(), copy)).status).toBe(200);
    expect(JSON.parse((await file('tiep-nhan-cua-toi.form')).text).id).toBe('tiep-nhan-cua-toi');
    expect((await check()).errors).toBe(0);
  });

  it('takes a file out again, from its newest revision and on the record, but never what makes it a package', async () => {
    const remove = (path: string, revision: number, client = administrator) =>
      client.call('DELETE', `${DRAFT_FILE()}?path=${path}&revision=${revision}`);
    const made = await save(administrator, 'thua.form', 0, '{}');
    expect((await remove('thua.form', 7)).body.error.code).toBe('DRAFT_FILE_CHANGED');
    expect((await remove('thua.form', 1, await as('can-bo@tam-thanh.example'))).status).toBe(403);
    expect((await remove('thua.form', 1, await as('quan-tri@bach-dang.example'))).status).toBe(404);
    expect((await remove('thua.form', made.body.revision)).status).toBe(200);
    expect((await administrator.call('GET', `${DRAFT_FILE()}?path=thua.form`)).status).toBe(404);
    expect((await remove('thua.form', 1)).body.error.code).toBe('DRAFT_FILE_UNKNOWN');
    for (const path of ['manifest.json', 'events.json', 'vi-du.bpmn']) {
      const { revision } = await file(path);
      expect([path, (await remove(path, revision)).body.error.code]).toEqual([path, 'DRAFT_FILE_NEEDED']);
    }
    // It goes on counting, so that what was removed is not written over.
    expect((await save(administrator, 'thua.form', 0, '{"id":"thua"}')).body.revision).toBe(2);
    expect((await remove('thua.form', 2)).status).toBe(200);
    const { items } = await (await as('kiem-tra@tam-thanh.example')).get('/procedures/audit?pageSize=50');
    const kept = items.filter((one: { action: string }) => one.action === 'draft.removeFile');
    expect(kept.map((one: { subjectId: string }) => one.subjectId)).toEqual([draft, draft]);
  });

  it('takes a file of 5 MB and refuses a larger one in words', async () => {
    const bytes = 5 * 1024 * 1024;
    const kept = await save(administrator, 'lon.json', 0, '"'.repeat(bytes));
    expect(kept.status).toBe(200);
    for (const text of ['a'.repeat(bytes + 1), 'a'.repeat(12 * 1024 * 1024)]) {
      const refused = await save(administrator, 'lon.json', 1, text);
      expect([refused.status, refused.body.error.code]).toEqual([413, 'DRAFT_FILE_TOO_LARGE']);
      expect(refused.body.error.vi).toContain('5 MB');
    }
    expect((await administrator.call('DELETE', `${DRAFT_FILE()}?path=lon.json&revision=1`)).status).toBe(200);
  });

  it.each([['../manifest.json'], ['/etc/x.json'], ['a.exe'], ['documents/a.docx'], ['']])(
    'refuses a file called %j',
    async (path) => {
      expect((await save(administrator, path, 0, 'x')).status).toBe(422);
    },
  );

  it('is refused, with the article, when it drops a step that the law keeps or its guardrail', async () => {
    const { text, revision } = await file('manifest.json');
    const manifest = JSON.parse(text);
    const without = JSON.stringify({ ...manifest, guardrails: [] });
    expect((await save(administrator, 'manifest.json', revision, without)).status).toBe(200);
    const dropped = (await check()).problems.filter((one: { code: string }) => one.code === 'guardrail-dropped');
    expect(dropped.map((one: { element: string }) => one.element)).toEqual(['ket_thuc', 'MAX_PEOPLE']);
    expect(dropped[0].vi).toContain('House rule: the head of office confirms the end.');
    const refused = await propose('1.1.0');
    expect([refused.status, refused.body.error.code]).toEqual([422, 'PACKAGE_HAS_ERRORS']);
    expect((await save(administrator, 'manifest.json', revision + 1, text)).status).toBe(200);
  });
});

describe('a step that was drawn', () => {
  let publication: string;

  it('needs a group and a form, and the check says so at the step', async () => {
    const { text, revision } = await file('vi-du.bpmn');
    await save(administrator, 'vi-du.bpmn', revision, withNewTask(text, ''));
    const found = (await check()).problems.filter((one: { element: string }) => one.element === 'Activity_moi');
    expect(found.map((one: { code: string }) => one.code)).toEqual(
      expect.arrayContaining(['task-without-form', 'task-without-groups']),
    );
    expect((await save(administrator, 'vi-du.bpmn', revision + 1, withNewTask(text, COMPLETE))).status).toBe(200);
    expect((await check()).errors).toBe(0);
  });

  it('is proposed by one person, and not approved by the same', async () => {
    expect((await propose('1.0.0')).body.error.detail.problems[0].path).toBe('version');
    expect((await propose('1.1.0', { effectiveAt: '2020-01-01T00:00:00Z' })).status).toBe(422);
    const answer = await propose('1.1.0');
    expect(answer.status).toBe(201);
    publication = answer.body.id;
    expect((await propose('1.2.0')).body.error.code).toBe('PUBLICATION_PENDING');
    const own = await administrator.call('POST', `/procedures/publications/${publication}/approve`, { reason: 'tôi' });
    expect([own.status, own.body.error.code]).toEqual([403, 'OWN_PROPOSAL']);
    const clerk = await as('can-bo@tam-thanh.example');
    const other = await clerk.call('POST', `/procedures/publications/${publication}/approve`, { reason: 'tôi' });
    expect([other.status, other.body.error.code]).toEqual([403, 'NOT_AN_APPROVER']);
    const stranger = await as('lanh-dao@bach-dang.example');
    const path = `/procedures/publications/${publication}/approve`;
    expect((await stranger.call('POST', path, { reason: 'x' })).status).toBe(404);
  });

  it('is shown to the second person in words, comes into force by approval, and staff complete it', async () => {
    const head = await as('lanh-dao@tam-thanh.example');
    const seen = await head.get(`/procedures/publications/${publication}`);
    expect(seen.permissions).toEqual({ decide: true, withdraw: false });
    expect(seen.changes.map((one: { vi: string }) => one.vi)).toContain(
      'Phần tử “Rà soát lần hai” (Activity_moi) được thêm.',
    );
    const before = await startExample(await as('van-phong@tam-thanh.example'), 'Trước');
    const path = `/procedures/publications/${publication}/approve`;
    expect((await head.call('POST', path, { reason: ' ' })).status).toBe(400);
    expect(await head.post(path, { reason: 'Đồng ý' })).toEqual({ state: 'IN_FORCE' });
    expect((await head.call('POST', path, { reason: 'lại' })).body.error.code).toBe('PUBLICATION_DECIDED');

    const staff = await as('van-phong@tam-thanh.example');
    const { caseId } = await startExample(staff, 'Sau');
    const act = async (element: string, values: object) => {
      const task = await openTask(staff, caseId, element);
      await staff.post(`/procedures/tasks/${task.id}/claim`, { version: task.version });
      const { task: claimed } = await staff.get(`/procedures/tasks/${task.id}`);
      const body = { version: claimed.version, values };
      return staff.post(`/procedures/tasks/${task.id}/complete?wait=10000`, body);
    };
    await act('tiep_nhan', { record: { quantity: 4 }, task: { note: 'ghi' } });
    await act('xu_ly', { record: { roomCode: 'P1' }, task: { decision: 'DONG_Y' } });
    expect((await act('Activity_moi', { record: { quantity: 4 }, task: { note: 'đã soát' } })).state).toBe('CONFIRMED');
    const pinned = await (await as('van-phong@tam-thanh.example')).get(`/procedures/cases/${before.caseId}`);
    expect(pinned.tasks.some((one: { elementId: string }) => one.elementId === 'tiep_nhan')).toBe(true);
  });

  it('goes back to the earlier content as a new version, and its history says who decided', async () => {
    const answer = await administrator.call('POST', '/procedures/packages/vi-du/1.0.0/rollback', {
      version: '1.2.0',
      note: 'Trở lại',
    });
    expect(answer.status).toBe(201);
    const head = await as('lanh-dao@tam-thanh.example');
    const path = `/procedures/publications/${answer.body.id}/approve`;
    expect(await head.post(path, { reason: 'Đồng ý' })).toEqual({ state: 'IN_FORCE' });
    const { items } = await administrator.get('/procedures/packages');
    const example = items.find((one: { id: string }) => one.id === 'vi-du');
    expect(example.version).toBe('1.2.0');
    const history = example.versions.map((one: { version: string; inForce: boolean }) => [one.version, one.inForce]);
    expect(history).toEqual([
      ['1.2.0', true],
      ['1.1.0', false],
      ['1.0.0', false],
    ]);
    expect(example.versions[0]).toMatchObject({ note: 'Trở lại', decidedBy: expect.any(String) });
  });
});
