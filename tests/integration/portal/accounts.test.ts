// People who hand things over from outside the panel: their account, their unit's own items, and what is not theirs.
import { Client as Database } from 'pg';
import { as, runningApp, until } from '../../support/running-app';
import { hiddenOf, receiptOf, sendForm, Visitor } from '../../support/visitor';

const LEADER = 'to-truong@bach-dang.example';
const FRONT = 'uy-vien@bach-dang.example';
const HAND_OVER = '/cong/ban-giao/nguon-tin/DON_VI_TIEP_NHAN';
let db: Database;
let caseId: string;

const signedIn = async (name: string) => {
  const visitor = new Visitor();
  const answer = await visitor.signIn(name);
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/cong']);
  return visitor;
};

beforeAll(async () => {
  db = new Database({ connectionString: runningApp().databaseUrl });
  await db.connect();
});
afterAll(() => db.end());

describe('an account of the portal', () => {
  it('keeps its session where no script and no other site reaches it', async () => {
    const visitor = new Visitor();
    const { headers } = await visitor.signIn(LEADER);
    expect(headers.get('set-cookie')).toMatch(/^cong=[\w.-]+; Path=\/cong; Max-Age=36000; HttpOnly; SameSite=Strict$/);
    expect((await visitor.open('/cong')).text).toContain('Tổ trưởng Mẫu');
  });

  it('hands over in three fields, as that person and for that unit', async () => {
    const visitor = await signedIn(LEADER);
    const answer = await sendForm(visitor, HAND_OVER, {
      'record.summary': 'Tụ tập đánh bạc trong ngõ 5',
      'record.occurredPlace': 'Ngõ 5',
      'record.handoverMode': 'PHIEU_BAN_GIAO',
    });
    expect([answer.status, receiptOf(answer) !== null]).toEqual([200, true]);
    caseId = /\/cong\/ho-so\/([0-9a-f-]{36})/.exec(answer.html)?.[1] ?? '';
    const { rows } = await db.query(
      `select c.origin_unit, c.handling_unit, s.channel, s.kind, s.received_by_unit, p.full_name
       from procedures.cases c join crime_sources s on s.document_id = c.record_document_id
       join procedures.actions a on a.case_id = c.id and a.kind = 'START_CASE'
       join procedures.people p on p.id = a.person_id where c.id = $1`,
      [caseId],
    );
    expect(rows).toEqual([
      {
        origin_unit: 'TDP',
        handling_unit: 'CAP',
        channel: 'TO_DAN_PHO',
        kind: 'TIN_BAO',
        received_by_unit: 'TDP',
        full_name: 'Tổ trưởng Mẫu (Bạch Đằng)',
      },
    ]);
    const audit = await db.query(
      "select person_id is not null as by_person from procedures.audit_entries where subject_id = $1 and action = 'case.start'",
      [caseId],
    );
    expect(audit.rows).toEqual([{ by_person: true }]);
  });

  it('follows number, state and acknowledgement of it, without names or content', async () => {
    const visitor = await signedIn(LEADER);
    const numbered = await until(async () => {
      const page = await visitor.open(`/cong/ho-so/${caseId}`);
      return page.text.includes('Số sổ') ? page : null;
    }, 'a number of the book');
    expect(numbered.text).toContain('Công an phường nhận lúc chưa nhận');
    const officer = await as('can-bo-2@bach-dang.example');
    const task = await until(async () => {
      const { tasks } = await officer.get(`/procedures/cases/${caseId}`);
      return tasks.find((one: { elementId: string }) => one.elementId === 'nhan_ban_giao') ?? null;
    }, 'the task of taking over');
    const { task: detail } = await officer.get(`/procedures/tasks/${task.id}`);
    const claimed = await officer.post(`/procedures/tasks/${task.id}/claim`, { version: detail.version });
    await officer.post(`/procedures/tasks/${task.id}/complete?wait=10000`, {
      version: claimed.task.version,
      values: { task: {} },
    });
    const acknowledged = await visitor.open(`/cong/ho-so/${caseId}`);
    expect(acknowledged.text).toMatch(/Công an phường nhận lúc \d\d\/\d\d\/\d{4}/);
    expect(acknowledged.text).not.toContain('đánh bạc');
    expect((await visitor.open('/cong')).text).not.toContain('đánh bạc');
  });

  it('does what its unit is asked to do', async () => {
    const officer = await as('can-bo-2@bach-dang.example');
    await officer.post(`/procedures/cases/${caseId}/events?wait=10000`, {
      code: 'DE_NGHI_BO_SUNG',
      values: { task: { missing: ['danhMucTaiLieu'] } },
    });
    const visitor = await signedIn(LEADER);
    const asked = await until(async () => {
      const page = await visitor.open(`/cong/ho-so/${caseId}`);
      return page.html.includes('/viec/') ? page : null;
    }, 'the request to complete it');
    expect((await visitor.open('/cong')).text).toContain('Có 1 việc chờ bạn làm');
    const address = /action="(\/cong\/ho-so\/[^"]+)"/.exec(asked.html)?.[1] ?? '';
    const fields = {
      csrf: hiddenOf(asked, 'csrf'),
      'task.supplied': ['danhMucTaiLieu'],
      'task.note': 'Gửi kèm ảnh danh mục',
    };
    const forged = await visitor.sendWithFiles(address, { ...fields, csrf: 'x' }, []);
    expect(forged.status).toBe(422);
    const done = await visitor.sendWithFiles(address, fields, []);
    expect([done.status, done.text.includes('Đã gửi.')]).toEqual([200, true]);
    const { rows } = await db.query(
      "select state from procedures.tasks where case_id = $1 and element_id = 'bo_sung'",
      [caseId],
    );
    expect(rows).toEqual([{ state: 'COMPLETED' }]);
  });

  it('does not exist for another unit, and nothing answers without signing in', async () => {
    const front = await signedIn(FRONT);
    expect((await front.open(`/cong/ho-so/${caseId}`)).status).toBe(404);
    expect((await front.open('/cong')).html).not.toContain(caseId);
    const elsewhere = await signedIn('uy-vien@tam-thanh.example');
    expect((await elsewhere.open(`/cong/ho-so/${caseId}`)).status).toBe(404);
    const nobody = new Visitor();
    for (const address of ['/cong', HAND_OVER, `/cong/ho-so/${caseId}`])
      expect([(await nobody.open(address)).status, (await nobody.open(address)).headers.get('location')]).toEqual([
        303,
        '/cong/dang-nhap',
      ]);
    expect((await nobody.send('/cong/dang-xuat', {})).status).toBe(303);
    expect((await nobody.sendWithFiles(HAND_OVER, { 'record.summary': 'x' }, [])).status).toBe(303);
  });

  it('opens its pages from a bookmark and from a letter too', async () => {
    const visitor = await signedIn(LEADER);
    for (const from of ['none', 'cross-site'])
      expect((await visitor.open('/cong', { 'sec-fetch-site': from })).status).toBe(200);
  });

  it('sends nothing for a page of another site', async () => {
    const visitor = await signedIn(LEADER);
    const form = await visitor.open(HAND_OVER);
    const fields = { entry: hiddenOf(form, 'entry'), csrf: hiddenOf(form, 'csrf') };
    const cross = await visitor.send('/cong/dang-xuat', { csrf: fields.csrf }, { 'sec-fetch-site': 'cross-site' });
    expect(cross.status).toBe(403);
    const filled = { ...fields, csrf: '', 'record.summary': 'Từ trang khác', 'record.handoverMode': 'PHIEU_BAN_GIAO' };
    const unmarked = await visitor.sendWithFiles(HAND_OVER, filled, []);
    expect([unmarked.status, receiptOf(unmarked)]).toEqual([422, null]);
  });

  it('is signed out everywhere at once', async () => {
    const [here, there] = [await signedIn(FRONT), await signedIn(FRONT)];
    const csrf = hiddenOf(await here.open('/cong'), 'csrf');
    expect((await here.send('/cong/dang-xuat', { csrf })).status).toBe(303);
    expect((await there.open('/cong')).status).toBe(303);
  });
});

describe('the way in', () => {
  const NAME = 'nguoi-moi@bach-dang.example';
  const PASSWORD = 'một câu dễ nhớ';
  let personId: string;
  let code: string;

  it('is made by an administrator and begins with a code that works once', async () => {
    const administrator = await as('quan-tri@bach-dang.example');
    const made = await administrator.post('/procedures/people', {
      fullName: 'Tổ trưởng Mẫu Mới',
      email: NAME,
      role: 'portal',
      method: 'INVITATION',
      reason: 'Quyết định số 1 (mẫu)',
    });
    personId = made.id;
    code = made.portal.code;
    expect(made).toMatchObject({ password: null, invitationPath: null, portal: { loginName: NAME } });
    const visitor = new Visitor();
    expect((await visitor.send('/cong/dat-mat-khau', { name: NAME, code, password: 'ngắn' })).status).toBe(422);
    const wrong = await visitor.send('/cong/dat-mat-khau', { name: NAME, code: 'AAAA-BBBB-CCCC', password: PASSWORD });
    expect(wrong.status).toBe(422);
    expect((await visitor.send('/cong/dat-mat-khau', { name: NAME, code, password: PASSWORD })).status).toBe(303);
    expect(
      (await new Visitor().send('/cong/dat-mat-khau', { name: NAME, code, password: 'một câu khác hẳn' })).status,
    ).toBe(422);
    expect((await new Visitor().signIn(NAME, PASSWORD)).status).toBe(303);
  });

  it('leads nowhere without a position, and shows as what it is', async () => {
    const visitor = new Visitor();
    await visitor.signIn(NAME, PASSWORD);
    expect((await visitor.open('/cong')).status).toBe(403);
    const { people } = await (await as('quan-tri@bach-dang.example')).get('/procedures/people');
    expect(people.find((one: { id: string }) => one.id === personId).role).toBe('portal');
  });

  it('is no way into the panel, and no session of the panel is one here', async () => {
    const { baseUrl } = runningApp();
    const panel = await fetch(`${baseUrl}/admin/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: NAME, password: PASSWORD }),
    });
    expect(panel.ok).toBe(false);
  });

  it('is closed for a quarter of an hour after five wrong passwords, with the same words as for nobody', async () => {
    const visitor = new Visitor();
    const answers = [];
    for (let guess = 0; guess < 5; guess += 1) answers.push(await visitor.signIn(NAME, 'sai mật khẩu rồi'));
    answers.push(await visitor.signIn('khong-co-ai@bach-dang.example', 'sai mật khẩu rồi'));
    answers.push(await visitor.signIn(NAME, PASSWORD));
    const told = answers.map((one) => `${one.status} ${/role="alert"[^>]*><p>([^<]+)/.exec(one.html)?.[1]}`);
    expect(new Set(told).size).toBe(1);
    expect(told[0]).toMatch(/^422 Chưa đăng nhập được/);
  });

  it('begins again with a new code, and ends with the person', async () => {
    const administrator = await as('quan-tri@bach-dang.example');
    const renewed = await administrator.post(`/procedures/people/${personId}/portal-code`, { reason: 'Quên mật khẩu' });
    const visitor = new Visitor();
    await visitor.send('/cong/dat-mat-khau', { name: NAME, code: renewed.code, password: PASSWORD });
    expect(visitor.hasCookie()).toBe(true);
    expect(
      (await administrator.call('POST', `/procedures/people/${personId}/deactivate`, { reason: 'Nghỉ' })).status,
    ).toBe(200);
    expect((await visitor.open('/cong')).status).toBe(303);
    expect((await new Visitor().signIn(NAME, PASSWORD)).status).toBe(422);
    const foreign = await (await as('quan-tri@tam-thanh.example')).call(
      'POST',
      `/procedures/people/${personId}/portal-code`,
      { reason: 'x' },
    );
    expect(foreign.status).toBe(404);
  });
});
