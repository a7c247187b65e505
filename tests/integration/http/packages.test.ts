// Drafts and publishing over HTTP on the running stack: an administrator draws a step, a second person approves, staff do it.
import createKnex, { type Knex } from 'knex';
import { readPackage, readPackageFolder } from '../../../src/plugins/procedures/server/src/packages/read-package';
import { bringPackage } from '../../../src/plugins/procedures/server/src/publishing/bring-package';
import type { Publisher } from '../../../src/plugins/procedures/server/src/publishing/publish-package';
import { systemClock } from '../../../src/plugins/procedures/server/src/time/clock';
import type { ChangedModel, PackageChange } from '../../../src/plugins/procedures/shared/packages-contract';
import { as, type Client, openTask, runningApp, startExample } from '../../support/running-app';

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
    trialsReason: 'Chưa kịp thử',
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
/** A second drawing of the package, of a process that nobody calls yet. */
const SECOND_DRAWING = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" id="phu_ve" targetNamespace="http://bpmn.io/schema/bpmn">
  <bpmn:process id="phu" isExecutable="true"><bpmn:startEvent id="phu_dau" /></bpmn:process>
  <bpmndi:BPMNDiagram id="phu_trang"><bpmndi:BPMNPlane id="phu_mat" bpmnElement="phu">
    <bpmndi:BPMNShape id="phu_dau_di" bpmnElement="phu_dau"><dc:Bounds x="100" y="100" width="36" height="36" /></bpmndi:BPMNShape>
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`;
const LONG = `Mô tả ${'rất dài '.repeat(40)}có đoạn cuối.`;
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
    expect((await save(administrator, 'phu.bpmn', 0, SECOND_DRAWING)).status).toBe(200);
    const manifest = await file('manifest.json');
    const described = JSON.parse(manifest.text);
    described.description.vi = LONG;
    await save(administrator, 'manifest.json', manifest.revision, JSON.stringify(described));
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
    expect(seen.permissions).toEqual({ decide: true, withdraw: false, move: false });
    expect(seen.changes.map((one: { vi: string }) => one.vi)).toContain(
      'Phần tử “Rà soát lần hai” (Activity_moi) được thêm.',
    );
    const description = seen.changes.flatMap((one: PackageChange) => one.properties);
    expect(description).toContainEqual({ name: 'value/vi', before: expect.any(String), after: LONG });
    expect(seen.models.map((one: ChangedModel) => [one.file, one.inForce === null, one.proposed === null])).toEqual([
      ['phu.bpmn', true, false],
      ['vi-du.bpmn', false, false],
    ]);
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

describe('a version that comes with the software', () => {
  let knex: Knex;
  beforeAll(() => {
    knex = createKnex({ client: 'pg', connection: runningApp().databaseUrl });
  });
  afterAll(() => knex.destroy());
  const bring = async (tenantId: string, version: string) => {
    const folder = await readPackageFolder('bpmn/vi-du');
    const files = new Map(folder.files.map((one) => [one.path, one.content]));
    const manifest = JSON.parse(files.get('manifest.json')?.toString() ?? '');
    files.set('manifest.json', Buffer.from(JSON.stringify({ ...manifest, version })));
    // An offer asks nothing of the engine: that none is given here proves it.
    const platform = { knex, clock: systemClock } as Publisher;
    return bringPackage(platform, tenantId, await readPackage(files));
  };
  const example = async (client: Client) =>
    (await client.get('/procedures/packages')).items.find((one: { id: string }) => one.id === 'vi-du');

  it('waits beside the one that people here decided, once, and is proposed as any other', async () => {
    const { version } = await example(administrator);
    const offered = version.replace(/\d+$/, (patch: string) => String(Number(patch) + 1));
    expect(await bring('tam-thanh', offered)).toBe('offered');
    expect(await bring('tam-thanh', offered)).toBe('unchanged');
    const seen = await example(administrator);
    expect(seen.version).toBe(version);
    expect(seen.versions[0]).toMatchObject({ version: offered, offered: true, inForce: false });
    const next = offered.replace(/\d+$/, (patch: string) => String(Number(patch) + 1));
    const answer = await administrator.call('POST', `/procedures/packages/vi-du/${offered}/rollback`, {
      version: next,
      note: 'Nhận bản của phần mềm',
    });
    expect(answer.status).toBe(201);
    const head = await as('lanh-dao@tam-thanh.example');
    const path = `/procedures/publications/${answer.body.id}/approve`;
    expect(await head.post(path, { reason: 'Đồng ý' })).toEqual({ state: 'IN_FORCE' });
    expect((await example(administrator)).version).toBe(next);
  });

  it('never takes the place of a later one', async () => {
    const other = await as('quan-tri@bach-dang.example');
    const { version } = await example(other);
    expect(await bring('bach-dang', '0.0.1')).toBe('offered');
    expect((await example(other)).version).toBe(version);
  });
});

describe('a term made by the form', () => {
  let mine: string;
  let other: string;
  const rules = (input: object, client = administrator, id = mine) =>
    client.call('POST', `/procedures/drafts/${id}/clock-rules`, input);
  const input = {
    id: null,
    title: 'Hạn duyệt',
    length: 2,
    unit: 'workingDays',
    startEvent: 'XU_LY',
    stopEvents: ['KET_THUC'],
    legalBasis: null,
  };
  const view = () => administrator.get(`/procedures/drafts/${mine}`);
  beforeAll(async () => {
    mine = (await administrator.post('/procedures/packages/vi-du/drafts', {})).id;
    other = (await administrator.post('/procedures/packages/nguon-tin/drafts', {})).id;
  });

  it('gets its key from its words, stands in the manifest and passes the check', async () => {
    const { status, body } = await rules(input);
    expect([status, body.id]).toEqual([200, 'HAN-DUYET']);
    const { clockRules, choices } = await view();
    expect(clockRules.at(-1)).toMatchObject({ id: 'HAN-DUYET', length: 2, unit: 'workingDays', isSimple: true });
    expect(choices.clocks.at(-1)).toEqual({ value: 'HAN-DUYET', label: 'Hạn duyệt' });
    expect((await administrator.get(`/procedures/drafts/${mine}/check`)).errors).toBe(0);
    expect((await rules(input)).body.id).toBe('HAN-DUYET-2');
  });

  it('is changed under the same key with a higher version, and taken out again', async () => {
    expect((await rules({ ...input, id: 'HAN-DUYET', length: 3 })).body.id).toBe('HAN-DUYET');
    const { text } = await administrator.get(`/procedures/drafts/${mine}/file?path=manifest.json`);
    const rule = JSON.parse(text).clockRules.find((one: { id: string }) => one.id === 'HAN-DUYET');
    expect(rule).toMatchObject({ version: 2, length: 3, rolling: 'NEXT_WORKING_DAY', tracking: 'ENFORCED' });
    const gone = () => administrator.call('DELETE', `/procedures/drafts/${mine}/clock-rules/HAN-DUYET-2`);
    expect((await gone()).status).toBe(200);
    expect((await gone()).body.error.code).toBe('CLOCK_RULE_UNKNOWN');
    expect((await view()).clockRules.map((one: { id: string }) => one.id)).not.toContain('HAN-DUYET-2');
  });

  it.each([
    ['title', { title: ' ' }],
    ['title', { title: 7 }],
    ['length', { length: 0 }],
    ['length', { length: 2.5 }],
    ['length', { length: '2' }],
    ['length', { length: 1e9 }],
    ['unit', { unit: 'toString' }],
    ['startEvent', { startEvent: 'KHONG_CO' }],
    ['stopEvents', { stopEvents: [] }],
    ['stopEvents', { stopEvents: 'KET_THUC' }],
    ['stopEvents', { stopEvents: ['XU_LY'] }],
    ['legalBasis', { legalBasis: 'x'.repeat(401) }],
  ])('is refused for its %s: %j', async (path, change) => {
    const { status, body } = await rules({ ...input, ...change });
    expect([status, body.error.code]).toEqual([422, 'CLOCK_RULE_REFUSED']);
    expect(body.error.detail.problems.map((one: { path: string }) => one.path)).toContain(path);
  });

  it('does not touch what the law sets, nor conditions that it would lose', async () => {
    const gone = await administrator.call('DELETE', `/procedures/drafts/${other}/clock-rules/R02`);
    expect([gone.status, gone.body.error.code]).toEqual([422, 'DRAFT_AGAINST_LAW']);
    expect(gone.body.error.vi).toContain('R02');
    const changed = await rules(
      { ...input, id: 'R02', startEvent: 'PHAN_LOAI', stopEvents: ['CHUYEN'] },
      administrator,
      other,
    );
    expect(changed.body.error.code).toBe('CLOCK_RULE_NOT_SIMPLE');
  });

  it('is nobody else’s', async () => {
    expect((await rules(input, await as('can-bo@tam-thanh.example'))).status).toBe(403);
    expect((await rules(input, await as('quan-tri@bach-dang.example'))).status).toBe(404);
    const foreign = await as('quan-tri@bach-dang.example');
    expect((await foreign.call('DELETE', `/procedures/drafts/${mine}/clock-rules/HAN-DUYET`)).status).toBe(404);
  });
});

describe('building blocks', () => {
  it('come with the draft, with lists in words', async () => {
    const { id } = await administrator.post('/procedures/packages/nguon-tin/drafts', {});
    const { blocks, choices } = await administrator.get(`/procedures/drafts/${id}`);
    expect(blocks.map((one: { id: string }) => one.id)).toContain('phe-duyet');
    expect(choices.groups[0].label).toBe('Cán bộ của đơn vị đang xử lý hồ sơ');
    expect(choices.documents.length).toBeGreaterThan(5);
    expect(choices.events.map((one: { value: string }) => one.value)).toContain('CHUYEN');
    expect(choices.variables.find((one: { value: string }) => one.value === 'kind').options.length).toBeGreaterThan(2);
  });

  it('that are broken stop publishing and say where', async () => {
    const { id } = await administrator.post('/procedures/packages/vi-du/drafts', {});
    const path = `/procedures/drafts/${id}/file`;
    await administrator.call('PUT', path, { path: 'blocks.json', revision: 0, text: '{"blocks":[{"id":"x"}]}' });
    const found = (await administrator.get(`/procedures/drafts/${id}/check`)).problems;
    expect(found[0]).toMatchObject({ severity: 'error', file: 'blocks.json' });
    expect((await administrator.get(`/procedures/drafts/${id}`)).blocks).toEqual([]);
  });
});

describe('who may be the second person', () => {
  const path = '/procedures/publication-approvers';
  const decide = (body: object, client = administrator) => client.call('PUT', path, body);
  let version = 0;
  afterAll(async () => {
    const now = await administrator.get(path);
    await decide({ version: now.version, administrators: true, units: null });
  });

  it('is another administrator or any head until the tenant decides', async () => {
    const settings = await administrator.get(path);
    version = settings.version;
    expect(settings.rules).toEqual({ administrators: true, units: null });
    expect(settings.units.find((one: { code: string }) => one.code === 'VP')).toMatchObject({ hasHead: true });
  });

  it('is then whom it names, and nobody else', async () => {
    const saved = await decide({ version, administrators: false, units: ['VP'] });
    expect([saved.status, saved.body.rules]).toEqual([200, { administrators: false, units: ['VP'] }]);
    const mine = (await administrator.post('/procedures/packages/vi-du/drafts', {})).id;
    const { items } = await administrator.get('/procedures/packages');
    const now = items
      .find((one: { id: string }) => one.id === 'vi-du')
      .version.split('.')
      .map(Number);
    const next = `${now[0]}.${now[1]}.${now[2] + 1}`;
    const proposal = await administrator.call('POST', `/procedures/drafts/${mine}/publications`, {
      version: next,
      note: 'Thử người duyệt',
      trialsReason: 'Chỉ thử',
    });
    expect(proposal.status).toBe(201);
    const approvePath = `/procedures/publications/${proposal.body.id}`;
    const police = await as('lanh-dao@tam-thanh.example');
    expect((await police.get(approvePath)).permissions.decide).toBe(false);
    expect((await police.call('POST', `${approvePath}/approve`, { reason: 'tôi' })).status).toBe(403);
    const office = await as('lanh-dao-van-phong@tam-thanh.example');
    expect((await office.get(approvePath)).permissions.decide).toBe(true);
    expect((await office.call('POST', `${approvePath}/refuse`, { reason: 'chỉ thử' })).body.state).toBe('REFUSED');
  });

  it.each([
    ['nobody', { administrators: false, units: [] }],
    ['a unit that is not there', { administrators: true, units: ['KHONG_CO'] }],
    ['no answer', { administrators: 'yes', units: null }],
    ['no list', { administrators: true, units: 'VP' }],
  ])('is refused when it is %s', async (_name, rules) => {
    const now = await administrator.get(path);
    const { status, body } = await decide({ version: now.version, ...rules });
    expect([status, body.error.code]).toEqual([422, 'APPROVERS_REFUSED']);
  });

  it('is not decided over somebody else’s decision, nor by others', async () => {
    const stale = await decide({ version: 0, administrators: true, units: null });
    expect([stale.status, stale.body.error.code]).toEqual([409, 'APPROVERS_CHANGED']);
    expect(
      (await decide({ version: 1, administrators: true, units: null }, await as('can-bo@tam-thanh.example'))).status,
    ).toBe(403);
    const foreign = await (await as('quan-tri@bach-dang.example')).get(path);
    expect(foreign.rules).toEqual({ administrators: true, units: null });
  });
});
