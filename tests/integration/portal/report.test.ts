// Whoever is not signed in: reports, keeps a code, looks it up, adds to it; and what machines and mistakes run into.
import { request } from 'node:http';
import { Client as Database } from 'pg';
import { lockPrivateKey, newKeyPair, sealingReady } from '../../../src/plugins/procedures/shared/sealing-crypto';
import { as, runningApp, until } from '../../support/running-app';
import { photoWithPlace } from '../../support/sample-files';
import { hiddenOf, type PageAnswer, receiptOf, sendForm, Visitor } from '../../support/visitor';

const REPORT = '/p/bach-dang/bao-tin/nguon-tin/TIEP_NHAN';
const visitor = new Visitor();
let db: Database;

beforeAll(async () => {
  db = new Database({ connectionString: runningApp().databaseUrl });
  await db.connect();
});
afterAll(() => db.end());

const caseOf = async (code: string | null) =>
  (await db.query('select * from procedures.cases where receipt_code = $1', [code])).rows[0];

const recordOf = async (found: { record_document_id: string }) =>
  (await db.query('select * from crime_sources where document_id = $1', [found.record_document_id])).rows[0];

/** Every table of which a row says this. */
async function whereTold(word: string): Promise<string[]> {
  const { rows } = await db.query(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'procedures')`,
  );
  const found: string[] = [];
  for (const { name } of rows) {
    const told = await db.query(`select 1 from ${name} as t where t::text like $1 limit 1`, [`%${word}%`]);
    if (told.rows.length > 0) found.push(name);
  }
  return found;
}

/** The status of a look-up that comes from an address of its own, so that its guesses block nobody else. */
const guessFrom = (address: string, code: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const sent = request(
      `${runningApp().baseUrl}/tra-cuu`,
      {
        method: 'POST',
        localAddress: address,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      },
      (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer.statusCode ?? 0));
      },
    );
    sent.on('error', reject);
    sent.end(new URLSearchParams({ code }).toString());
  });

const lookUp = (code: string | null) => visitor.send('/tra-cuu', { code: code ?? '' });

const stripped = (page: PageAnswer) => page.html.replace(/value="[^"]*"/g, '');

describe('a report by anybody', () => {
  it('becomes a case with a number, a channel and a receipt, without a name or a cookie', async () => {
    const answer = await sendForm(visitor, REPORT, {
      'record.summary': 'Có người cạy cửa nhà bên <script>alert(1)</script> 🚪',
      'record.occurredPlace': 'Ngõ 3',
      'record.occurredFrom~day': '2026-11-20',
      'record.occurredFrom~time': '20:15',
      'task.identity': 'KHONG_NEU_TEN',
      'task.name': 'Tên Đã Gõ',
      'task.who': 'Hai người đi xe máy',
    });
    expect([answer.status, visitor.hasCookie()]).toEqual([200, false]);
    const code = receiptOf(answer);
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}$/);
    const found = await until(async () => {
      const current = await caseOf(code);
      return current?.book_no ? current : null;
    }, 'a number of the book');
    expect(found).toMatchObject({ handling_unit: 'CAP', origin_unit: null, restricted: false });
    const record = await recordOf(found);
    expect(record).toMatchObject({ channel: 'THU_DIEN_TU', kind: 'TIN_BAO', received_by_unit: 'CAP' });
    expect(record.summary).toContain('<script>alert(1)</script> 🚪');
    expect(record.summary).toContain('Hai người đi xe máy');
    expect(record.occurred_from.toISOString()).toBe('2026-11-20T13:15:00.000Z');
    // What somebody who gives no name has typed about himself is kept nowhere.
    expect(await whereTold('Tên Đã Gõ')).toEqual([]);
    // The officers on duty have it among their tasks, with its term running.
    const officer = await as('truc-ban@bach-dang.example');
    const detail = await officer.get(`/procedures/cases/${found.id}`);
    expect(detail.clocks.map((clock: { rule: string }) => clock.rule)).toContain('R04');
    const { tasks } = await until(async () => {
      const now = await officer.get(`/procedures/cases/${found.id}`);
      return now.tasks.length > 0 ? now : null;
    }, 'a task of the report');
    expect(tasks[0].state).toBe('OPEN');
  });

  it('is one case however often it is sent, also at the same moment', async () => {
    const form = await visitor.open(REPORT);
    const fields = { entry: hiddenOf(form, 'entry'), 'record.summary': 'Gửi hai lần' };
    const first = await until(async () => {
      const answers = await Promise.all([1, 2, 3].map(() => visitor.sendWithFiles(REPORT, fields, [])));
      await new Promise((resolve) => setTimeout(resolve, 300));
      return answers.every((one) => one.status === 200) ? answers : null;
    }, 'the report to be taken');
    expect(new Set(first.map(receiptOf)).size).toBe(1);
    expect(receiptOf(await visitor.sendWithFiles(REPORT, fields, []))).toBe(receiptOf(first[0] as PageAnswer));
  });

  it('seals a name that is to be kept secret, and leaves it in no table', async () => {
    await sealingReady();
    const { publicKey, privateKey } = newKeyPair();
    const custodian = await as('lanh-dao@tam-thanh.example');
    await custodian.post('/procedures/custodian-keys', {
      publicKey,
      locked: lockPrivateKey(privateKey, 'một mật khẩu chỉ để kiểm thử'),
    });
    const answer = await sendForm(visitor, '/p/tam-thanh/bao-tin/nguon-tin/TIEP_NHAN', {
      'record.summary': 'Tôi là Trần Thị Kín Đáo, tôi thấy họ bán ma túy',
      'task.identity': 'GIU_KIN',
      'task.name': 'Trần Thị Kín Đáo',
      'task.phone': '0900000321',
    });
    const record = await recordOf(await caseOf(receiptOf(answer)));
    expect(record).toMatchObject({ identity_protection: true, kind: 'TO_GIAC' });
    expect(record.summary).toContain('Tôi là Người được bảo vệ 1');
    expect([await whereTold('Kín Đáo'), await whereTold('0900000321')]).toEqual([[], []]);
  });

  it('goes round the unit that it is about', async () => {
    const answer = await sendForm(visitor, REPORT, {
      'record.summary': 'Về một cán bộ',
      'record.aboutWardPolice': '1',
    });
    const found = await caseOf(receiptOf(answer));
    expect(found).toMatchObject({ handling_unit: 'UBND', restricted: true, participating_units: ['UBND'] });
    const refused = await (await as('lanh-dao@bach-dang.example')).call('GET', `/procedures/cases/${found.id}`);
    expect(refused.status).toBe(404);
  });

  it('is refused only for what must be there, and keeps what was typed, also as markup', async () => {
    const empty = await sendForm(visitor, REPORT, { 'record.occurredPlace': '"><b>Ngõ 9</b>' });
    expect([empty.status, empty.text.includes('Phải nhập mục này')]).toEqual([422, true]);
    expect(empty.html).toContain('value="&quot;&gt;&lt;b&gt;Ngõ 9&lt;/b&gt;"');
    const odd = await sendForm(visitor, REPORT, {
      'record.summary': 'Năm sai',
      'record.occurredFrom~day': '0026-01-01',
      'task.identity': 'BỊA_RA',
      'record.nothing': 'x',
    });
    expect([odd.status, odd.text.match(/từ năm 1900|một trong các giá trị/g)?.length]).toEqual([422, 4]);
    expect(odd.html).toContain('Năm sai</textarea>');
  });

  it('takes photos without what the camera wrote, and refuses what is none', async () => {
    const fields = { 'record.summary': 'Có ảnh' };
    const wrong = await sendForm(visitor, REPORT, fields, [{ name: 'anh.jpg', bytes: Buffer.from('MZ no picture') }]);
    expect([wrong.status, receiptOf(wrong)]).toEqual([415, null]);
    expect(wrong.text).toContain('Hãy chọn lại ảnh, tệp');
    // At its field, by its name, with everything that was typed.
    expect(wrong.html).toMatch(/<div id="f-files-problem"><p class="problem">anh\.jpg: /);
    expect(wrong.html).toContain('aria-describedby="f-files-hint f-files-problem"');
    expect(wrong.html).toContain('<a href="#f-files">');
    expect(wrong.html).toContain('Có ảnh</textarea>');
    const many = Array.from({ length: 6 }, (_, at) => ({ name: `${at}.jpg`, bytes: photoWithPlace() }));
    const tooMany = await sendForm(visitor, REPORT, fields, many);
    expect([tooMany.status, tooMany.html.includes('f-files-problem')]).toEqual([422, true]);
    const picture = photoWithPlace();
    const taken = await sendForm(visitor, REPORT, fields, [{ name: 'nguyen-van-a.jpg', bytes: picture }]);
    const { id } = await caseOf(receiptOf(taken));
    const { rows } = await db.query(
      'select file_name, size_bytes::int as size, uploaded_by from procedures.attachments where case_id = $1',
      [id],
    );
    expect(rows).toEqual([{ file_name: '1.jpg', size: expect.any(Number), uploaded_by: null }]);
    expect(rows[0].size).toBeLessThan(picture.length);
  });

  it('gives up a hundred megabytes in words and goes on answering', async () => {
    const answer = await visitor.sendWithFiles(REPORT, { 'record.summary': 'Lớn' }, [
      { name: 'to.jpg', bytes: new Uint8Array(100 * 1024 * 1024) },
    ]);
    expect([answer.status, answer.html.match(/lớn hơn/g)?.length]).toEqual([413, 2]);
    expect(answer.html).toContain('Lớn</textarea>');
    expect((await visitor.open('/')).status).toBe(200);
  });

  it('takes no mark that it has not made, and asks a machine once more', async () => {
    const forged = await visitor.sendWithFiles(REPORT, { entry: 'eyJ4Ijp9.abc', 'record.summary': 'x' }, []);
    expect([forged.status, receiptOf(forged)]).toEqual([422, null]);
    const entry = hiddenOf(await visitor.open(REPORT), 'entry');
    const filled = { entry, 'record.summary': 'Tự động điền', website: 'http://x.example' };
    const trapped = await visitor.sendWithFiles(REPORT, filled, []);
    expect([trapped.status, trapped.html.includes('Tự động điền')]).toEqual([422, true]);
    const other = hiddenOf(await visitor.open('/p/tam-thanh/bao-tin/nguon-tin/TIEP_NHAN'), 'entry');
    expect(receiptOf(await visitor.sendWithFiles(REPORT, { entry: other, 'record.summary': 'x' }, []))).toBeNull();
  });

  it('is bounded for each address by what the administrator says', async () => {
    const administrator = await as('quan-tri@tam-thanh.example');
    const address = '/p/tam-thanh/bao-tin/nguon-tin/TIEP_NHAN';
    const before = await administrator.get('/procedures/portal-settings');
    const flat = {
      ...Object.fromEntries(['address', 'hours', 'notice'].flatMap((name) => [[`${name}.vi`, before[name].vi]])),
      open: true,
      phone: before.phone,
      hosts: '',
    };
    const save = (reportsPerHour: number) =>
      administrator.call('PUT', '/procedures/portal-settings', { ...flat, reportsPerHour });
    expect((await save(0)).status).toBe(422);
    // The report of the test before counts too.
    expect((await save(2)).status).toBe(200);
    const statuses: number[] = [];
    for (let sent = 0; sent < 2; sent += 1)
      statuses.push((await sendForm(visitor, address, { 'record.summary': `Tin ${sent}` })).status);
    await save(60);
    expect(statuses).toEqual([200, 429]);
  });

  it('has pages that load nothing of others, keep nothing and stand in no frame', async () => {
    const page = await visitor.open(REPORT);
    expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(page.headers.get('set-cookie')).toBeNull();
    expect(page.html.match(/<script[^>]*>/g)).toEqual(['<script type="module" src="/portal/portal.js">']);
    const english = await visitor.open(`${REPORT}?lang=en`);
    expect([english.html.includes('lang="en"'), english.text.includes('What happened?')]).toEqual([true, true]);
    expect((await visitor.open('/p/khong-co')).status).toBe(404);
    expect((await visitor.open('/p/bach-dang/bao-tin/nguon-tin/DON_VI_TIEP_NHAN')).status).toBe(404);
  });
});

describe('a receipt', () => {
  let code: string | null;
  beforeAll(async () => {
    code = receiptOf(await sendForm(visitor, REPORT, { 'record.summary': 'Nội dung kín của người báo' }));
    await until(async () => ((await caseOf(code))?.public_status ? true : null), 'a public state');
  });

  it('tells state, date and unit, however it is typed, and nothing of the content', async () => {
    const page = await lookUp(` ${code?.toLowerCase().replaceAll('-', ' ')} `);
    expect(page.status).toBe(200);
    expect(page.text).toMatch(/Đã tiếp nhận.*Cập nhật lúc \d\d\/\d\d\/\d{4} \d\d:\d\d.*Công an phường/);
    expect(page.html).not.toMatch(/Nội dung kín|NGUOI_CUNG_CAP/);
  });

  it('takes more for the people who handle it, once, and shows nothing of it', async () => {
    const page = await lookUp(code);
    const fields = { code: code ?? '', entry: hiddenOf(page, 'entry'), text: 'Biển số 00X1-000.01' };
    const added = await visitor.sendWithFiles('/tra-cuu/bo-sung', fields, [
      { name: 'anh.jpg', bytes: photoWithPlace() },
    ]);
    await visitor.sendWithFiles('/tra-cuu/bo-sung', fields, []);
    expect([added.status, added.text.includes('Đã gửi tới đơn vị'), added.html.includes('00X1')]).toEqual([
      200,
      true,
      false,
    ]);
    const { id } = await caseOf(code);
    const notes = await (await as('can-bo@bach-dang.example')).get(`/procedures/cases/${id}/notes`);
    expect(notes.items).toEqual([
      expect.objectContaining({ text: 'Biển số 00X1-000.01', author: null, byReceipt: true, visibility: 'INTERNAL' }),
    ]);
  });

  it('takes more in a restricted case with the same answer, so that the answer tells nothing', async () => {
    const about = await sendForm(visitor, REPORT, { 'record.summary': 'Về cán bộ', 'record.aboutWardPolice': '1' });
    const restricted = receiptOf(about);
    await until(async () => ((await caseOf(restricted))?.public_status ? true : null), 'a public state');
    const answers = await Promise.all(
      [code, restricted].map(async (one) => {
        const entry = hiddenOf(await lookUp(one), 'entry');
        return visitor.sendWithFiles('/tra-cuu/bo-sung', { code: one ?? '', entry, text: 'Thêm' }, []);
      }),
    );
    const shape = answers.map((one) =>
      stripped(one)
        .replace(/\d\d\/\d\d\/\d{4} \d\d:\d\d/g, '')
        .replace(/Công an phường|UBND phường/g, 'X'),
    );
    expect(shape[0]).toBe(shape[1]);
    expect(answers.map((one) => one.status)).toEqual([200, 200]);
  });

  it('answers a wrong code neutrally, in the same time, and blocks who goes on guessing', async () => {
    const timed = async (given: string | null) => {
      const since = performance.now();
      const answer = await lookUp(given);
      return { answer, ms: performance.now() - since };
    };
    const right = await timed(code);
    const wrong = await timed('AAAA-BBBB-CCCC');
    expect(wrong.answer.status).toBe(404);
    expect(wrong.answer.text).toContain('Chưa có thông tin cho mã này');
    for (const one of [right, wrong]) expect(one.ms).toBeGreaterThan(240);
    const statuses: number[] = [];
    for (let guess = 0; guess < 12; guess += 1) statuses.push(await guessFrom('127.0.0.9', 'DDDD-EEEE-FFFF'));
    expect(statuses).toEqual([...Array(10).fill(404), 429, 429]);
    // Then the right one is told no more either; elsewhere it is.
    expect(await guessFrom('127.0.0.9', code ?? '')).toBe(429);
    expect(await guessFrom('127.0.0.10', code ?? '')).toBe(200);
  });
});
