// Intake over HTTP on the real stack: half-filled is numbered, what is typed survives, what is alike is told by right,
// paper keeps its numbers, and every number of the book is explained.

import { randomUUID } from 'node:crypto';
import { Client as Database } from 'pg';
import { draftStamps } from '../../support/draft-stamps';
import { hoursAgo } from '../../support/hours-ago';
import { as, type Client, runningApp } from '../../support/running-app';
import { pdf } from '../../support/sample-files';

let duty: Client;
let head: Client;
let colleague: Client;
let elsewhere: Client;
let database: Database;

beforeAll(async () => {
  duty = await as('truc-ban@tam-thanh.example');
  head = await as('lanh-dao@tam-thanh.example');
  colleague = await as('can-bo@tam-thanh.example');
  elsewhere = await as('truc-ban@bach-dang.example');
  database = new Database({ connectionString: runningApp().databaseUrl });
  await database.connect();
});
afterAll(() => database.end());

const START = { packageId: 'nguon-tin', event: 'TIEP_NHAN' };
const LEAST = { receivedByUnit: 'CAP', channel: 'DIEN_THOAI_TRUC_BAN', kind: 'TIN_BAO' };
const entry = (record: object, more: object = {}) => ({
  ...START,
  values: { record: { ...LEAST, ...record } },
  clientId: randomUUID(),
  ...more,
});
const takeIn = (record: object, more: object = {}, who = duty) =>
  who.call('POST', '/procedures/cases?wait=10000', entry(record, more));

describe('an entry', () => {
  it('with nothing but unit, channel and kind is taken in and numbered, and says what is missing', async () => {
    const { status, body } = await takeIn({}, { confirmedEmpty: true });
    expect([status, body.bookNo]).toEqual([202, expect.stringMatching(/^\d+\/\d{4}$/)]);
    const detail = await duty.get(`/procedures/cases/${body.caseId}`);
    expect(detail.missing.map((one: { vi: string }) => one.vi)).toEqual([
      'Nội dung sự việc',
      'Nơi xảy ra',
      'Thời gian xảy ra',
      'Người cung cấp nguồn tin',
    ]);
  });

  describe('that holds nothing', () => {
    const numbers = async () =>
      (await database.query('select coalesce(sum(last), 0)::int as n from procedures.number_series')).rows[0].n;
    const BLANK: [string, object][] = [
      ['is not touched', {}],
      ['holds spaces', { summary: '  \n\t', occurredPlace: '\u00a0' }],
      ['has a person of whom nothing is said', { persons: [{ role: 'NGUOI_CUNG_CAP', name: ' ', anonymous: false }] }],
      ['has another channel and kind', { channel: 'VNEID', kind: 'TO_GIAC' }],
    ];

    it.each(BLANK)('is asked about before it takes a number: it %s', async (_how, record) => {
      const before = await numbers();
      const clientId = randomUUID();
      for (const confirmedEmpty of [undefined, false, 'true', 1]) {
        const asked = await takeIn(record, { clientId, confirmedEmpty });
        expect([asked.status, asked.body.error.code]).toEqual([409, 'ENTRY_EMPTY']);
        expect(asked.body.error.vi).toContain('Sổ 294');
      }
      expect(await numbers()).toBe(before);
      const { rows } = await database.query('select id from procedures.cases where id = $1', [clientId]);
      expect(rows).toEqual([]);
    });

    it('takes one number once it is meant, however often that is sent', async () => {
      const clientId = randomUUID();
      const meant = { clientId, confirmedEmpty: true };
      const both = await Promise.all([takeIn({}, meant), takeIn({}, meant)]);
      // The same entry without the answer is the same case: a lost connection is not asked again.
      const again = await takeIn({}, { clientId });
      expect(new Set([...both, again].map((one) => one.body.bookNo)).size).toBe(1);
      expect(again.status).toBe(202);
    });

    it('says of a paper that its own number is meant', async () => {
      const reserved = { series: 'so-294', year: 2026, number: 1 };
      expect((await takeIn({}, { reserved })).body.error.vi).toContain('số của phiếu giấy');
    });
  });

  const LITTLE: [string, object][] = [
    ['one word', { summary: 'cháy' }],
    ['a place', { occurredPlace: 'chợ' }],
    ['a day', { occurredFrom: '2026-11-20T08:00+07:00' }],
    ['a telephone', { persons: [{ role: 'NGUOI_CUNG_CAP', phone: '113' }] }],
    ['one tick', { flagrant: true }],
    ['how serious it is', { seriousness: 'nghiêm trọng' }],
  ];
  it.each(LITTLE)('is taken in unasked with %s', async (_what, record) => {
    expect((await takeIn(record)).status).toBe(202);
  });

  it('is taken in unasked with nothing but a photograph', async () => {
    const clientId = randomUUID();
    await duty.upload(`/procedures/attachments?clientId=${clientId}`, 'a.pdf', pdf);
    expect((await takeIn({}, { clientId }, colleague)).body.error.code).toBe('ENTRY_EMPTY');
    expect((await takeIn({}, { clientId })).status).toBe(202);
  });

  it('is completed later by the event that supplies what was missing', async () => {
    const { body } = await takeIn({ persons: [{ role: 'NGUOI_CUNG_CAP', name: 'Người Mẫu', phone: '0900000000' }] });
    await duty.post(`/procedures/cases/${body.caseId}/events?wait=10000`, {
      code: 'BO_SUNG',
      values: {
        record: { summary: 'Mất xe đạp', occurredPlace: 'Cổng trường', occurredFrom: '2026-11-20T08:00+07:00' },
      },
    });
    expect((await duty.get(`/procedures/cases/${body.caseId}`)).missing).toEqual([]);
  });

  it('lacks nothing any more once it has ended', async () => {
    const [own, target] = await Promise.all([1, 2].map(() => takeIn({}, { confirmedEmpty: true })));
    expect((await head.get(`/procedures/cases/${own.body.caseId}`)).missing).not.toEqual([]);
    const merged = await head.call('POST', `/procedures/cases/${own.body.caseId}/merge?wait=10000`, {
      otherCaseId: target.body.caseId,
      reason: 'Cùng một vụ việc được báo hai lần',
    });
    expect(merged.body.state).toBe('CONFIRMED');
    const ended = await head.get(`/procedures/cases/${own.body.caseId}`);
    expect([ended.case.life, ended.missing]).toEqual(['COMPLETED', []]);
    expect((await head.get(`/procedures/cases/${target.body.caseId}`)).missing).not.toEqual([]);
  });

  it('of somebody who gives no name needs the reason, and nothing else of that person', async () => {
    const refused = await takeIn({ persons: [{ role: 'NGUOI_CUNG_CAP', anonymous: true }] });
    expect([refused.status, refused.body.error.code]).toEqual([422, 'VALUES_REFUSED']);
    expect(JSON.stringify(refused.body)).toContain('record.persons[0].anonymousReason');
    const taken = await takeIn({
      persons: [{ role: 'NGUOI_CUNG_CAP', anonymous: true, anonymousReason: 'Sợ bị trả thù' }],
    });
    expect(taken.status).toBe(202);
  });

  it('keeps markup and signs as they were typed, and refuses what cannot be true in words', async () => {
    const summary = '<script>alert(1)</script> mất "xe" & tiền';
    const taken = await takeIn({ summary, persons: [{ role: 'NGUOI_CUNG_CAP', name: 'Chị 🌸 Mẫu' }] });
    const detail = await duty.get(`/procedures/cases/${taken.body.caseId}`);
    expect(JSON.stringify(detail)).toContain(JSON.stringify(summary).slice(1, -1));
    const refusals = [
      await takeIn({ occurredFrom: '0026-11-20T08:00+07:00' }),
      await takeIn({ summary: 'x'.repeat(1_000_000) }),
      await takeIn({ persons: [{ role: 'NGUOI_CUNG_CAP', name: 'x'.repeat(300) }] }),
      await takeIn({}, { at: '2199-01-01T00:00:00Z' }),
      await takeIn({}, { version: '0.9.0' }),
    ];
    for (const { status, body } of refusals) {
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(body.error.message ?? body.error.vi).toBeTruthy();
    }
    expect(refusals[3].body.error.code).toBe('TIME_AHEAD');
    expect(refusals[4].body.error.code).toBe('FORM_CHANGED');
  });
});

describe('every channel of the law', () => {
  const CHANNELS =
    'TRUC_TIEP VAN_BAN_TRUC_TIEP DIEN_THOAI_TRUC_BAN DUONG_DAY_NONG BUU_CHINH HOP_THU_TO_GIAC THU_DIEN_TU VNEID BAO_CHI MANG_XA_HOI TO_DAN_PHO CHQS PHONG_BAN MTTQ TIEP_CONG_DAN HDND THANH_TRA CO_QUAN_KHAC TUAN_TRA'.split(
      ' ',
    );
  const WRITTEN =
    'VAN_BAN_TRUC_TIEP BUU_CHINH HOP_THU_TO_GIAC THU_DIEN_TU CHQS PHONG_BAN MTTQ HDND THANH_TRA CO_QUAN_KHAC'.split(
      ' ',
    );
  const ROW: Record<string, string> = { TRUC_TIEP: '01', VAN_BAN_TRUC_TIEP: '214' };

  it('are nineteen', () => expect(new Set(CHANNELS).size).toBe(19));

  it.each(CHANNELS)('%s is numbered in the book, with its form and the paper to hand out', async (channel) => {
    const persons = [{ role: 'NGUOI_CUNG_CAP', name: 'Người Mẫu' }];
    const { body } = await takeIn({ channel, persons, summary: 'Thử kênh' });
    expect(body.bookNo).toMatch(/^\d+\/\d{4}$/);
    const detail = await duty.get(`/procedures/cases/${body.caseId}`);
    const records = detail.related.find((table: { name: string }) => table.name === 'intakeRecords');
    expect(records.rows[0][0].value).toBe(ROW[channel] ?? '294');
    const { offered } = await duty.get(`/procedures/cases/${body.caseId}/documents`);
    const atStart = offered
      .filter((one: { atStart: boolean }) => one.atStart)
      .map((one: { formNumber: string }) => one.formNumber);
    expect(atStart).toEqual(channel === 'BAO_CHI' ? [] : [WRITTEN.includes(channel) ? '214' : '01']);
  });
});

describe('what is being typed', () => {
  const stamp = draftStamps();
  const draft = (summary: string) => ({
    ...START,
    version: '1.6.0',
    stamp: stamp(),
    content: { values: { record: { ...LEAST, summary } } },
  });

  it('is kept for its author alone, and gone when it was sent', async () => {
    const id = randomUUID();
    const path = `/procedures/intake-drafts/${id}`;
    await duty.call('PUT', path, draft('Người gọi nói'));
    await duty.call('PUT', path, draft('Người gọi nói có ẩu đả'));
    const blind = await duty.call('PUT', path, { ...draft('của thẻ khác'), stamp: draftStamps()() });
    expect([blind.status, blind.body.error.code]).toEqual([409, 'DRAFT_NEWER']);
    expect((await duty.call('PUT', path, { ...draft('x'), stamp: null })).body.error.code).toBe('DRAFT_STAMP_NEEDED');
    await duty.upload(`/procedures/attachments?clientId=${id}`, 'ảnh.pdf', pdf);
    const listed = (await duty.get('/procedures/intake-drafts')).find((one: { id: string }) => one.id === id);
    expect(listed).toMatchObject({ line: 'Người gọi nói có ẩu đả', files: 1 });
    expect((await duty.get(path)).content.values.record.summary).toBe('Người gọi nói có ẩu đả');
    for (const other of [colleague, head, elsewhere]) {
      expect((await other.call('GET', path)).status).toBe(404);
      // The head takes no calls, so may not begin an entry at all.
      expect((await other.call('PUT', path, draft('của tôi'))).status).toBe(other === head ? 403 : 404);
      expect((await other.call('DELETE', path)).status).toBe(404);
    }
    const sent = await duty.call('POST', '/procedures/cases?wait=10000', {
      ...entry({ summary: 'Người gọi nói có ẩu đả' }),
      clientId: id,
    });
    expect(sent.body.caseId).toBe(id);
    expect((await duty.call('GET', path)).status).toBe(404);
    const late = await duty.call('PUT', path, draft('chữ cuối đến muộn'));
    expect([late.status, late.body.error.code]).toEqual([409, 'ENTRY_SENT']);
    const files = await duty.get(`/procedures/cases/${id}/attachments`);
    expect(files.items.map((one: { fileName: string }) => one.fileName)).toEqual(['ảnh.pdf']);
    const { rows } = await database.query('select detail::text from procedures.audit_entries where subject_id = $1', [
      id,
    ]);
    expect(JSON.stringify(rows)).not.toContain('ẩu đả');
  });

  it('is dropped with its files in one act', async () => {
    const id = randomUUID();
    await duty.call('PUT', `/procedures/intake-drafts/${id}`, draft('Bỏ'));
    await duty.upload(`/procedures/attachments?clientId=${id}`, 'a.pdf', pdf);
    expect((await duty.call('DELETE', `/procedures/intake-drafts/${id}`)).status).toBe(200);
    const { rows } = await database.query('select id from procedures.attachments where client_id = $1', [id]);
    expect(rows).toEqual([]);
  });

  it('is refused in words when it is too large or none', async () => {
    const path = `/procedures/intake-drafts/${randomUUID()}`;
    const large = await duty.call('PUT', path, draft('x'.repeat(950_000)));
    expect([large.status, large.body.error.code]).toEqual([413, 'DRAFT_REFUSED']);
    expect((await duty.call('PUT', path, { ...draft(''), content: 'x' })).body.error.code).toBe('DRAFT_REFUSED');
  });
});

describe('what an entry resembles', () => {
  const at = new Date(Date.now() - 3 * 3_600_000).toISOString();
  const occurredPlace = 'Cổng chợ Mẫu Sơn Thủy, phố Ví Dụ';
  const summary = 'Hai thanh niên đi xe máy giật túi xách của bà bán cá, chạy về phía cầu';
  const look = (who: Client, more: object = {}) =>
    who.post('/procedures/similar-cases', {
      ...START,
      place: 'cong cho mau son thuy pho vi du',
      at: new Date().toISOString(),
      text: 'hai thanh nien giat tui xach, di xe may',
      ...more,
    });
  const idsOf = (found: { caseId: string }[]) => found.map((one) => one.caseId);

  it('is told with its reasons, without diacritics too, and becomes a link when it is marked', async () => {
    const { body } = await takeIn({ occurredPlace, occurredFrom: at, summary });
    const found = await look(duty);
    const [same] = found.filter((one: { caseId: string }) => one.caseId === body.caseId);
    expect(same.reasons.place).toBe('SAME');
    expect(same.reasons.minutes).toBeGreaterThanOrEqual(179);
    expect(same.reasons.words).toEqual(expect.arrayContaining(['thanh nien', 'tui xach', 'xe may']));
    expect(idsOf(await look(elsewhere))).not.toContain(body.caseId);
    const other = await takeIn({ summary: 'Gọi lại' }, { suspected: [body.caseId, randomUUID()] });
    const { links } = await duty.get(`/procedures/cases/${other.body.caseId}/links`);
    expect(links).toMatchObject([{ kind: 'SUSPECTED_DUPLICATE', other: { id: body.caseId } }]);
  });

  it('is never a case of protected people, nor one that is restricted to others', async () => {
    const people = [{ role: 'NGUOI_CUNG_CAP', name: 'Người Kín' }];
    const secret = await takeIn({
      occurredPlace,
      occurredFrom: at,
      summary,
      identityProtection: true,
      persons: people,
    });
    const restricted = await takeIn({ occurredPlace, occurredFrom: at, summary, aboutWardPolice: true });
    const found = idsOf(await look(duty));
    expect(found).not.toContain(secret.body.caseId);
    expect(found).not.toContain(restricted.body.caseId);
    const { rows } = await database.query(
      'select place, words::text from procedures.similar_texts where case_id = $1',
      [secret.body.caseId],
    );
    expect(rows).toEqual([{ place: '', words: '' }]);
  });

  it('says nothing for one reason alone, or for nothing', async () => {
    expect(await look(duty, { place: 'nơi khác hẳn xa lắm', text: 'việc chẳng giống ai' })).toEqual([]);
    expect(await look(duty, { place: '', text: '' })).toEqual([]);
    expect(await look(duty, { place: "x'; drop table procedures.cases; --", text: "'\\ & | ! <-> ()" })).toEqual([]);
  });
});

describe('numbers for work on paper', () => {
  const book = (who = duty, more = '') => who.get(`/procedures/book?packageId=nguon-tin${more}`);
  const reserve = (count: unknown, who = head) =>
    who.call('POST', '/procedures/number-blocks', { packageId: 'nguon-tin', count, reason: 'Mất điện toàn phường' });
  const late = (number: number, year: number, more: object = {}) => ({
    reserved: { series: 'so-294', year, number },
    at: hoursAgo(1).toISOString(),
    lateReason: 'Mất điện, ghi trên giấy',
    ...more,
  });

  it('are kept, entered late under their own number once, closed with a reason, and leave no gap', async () => {
    const made = await reserve(3);
    expect(made.status).toBe(201);
    const [block] = (await book()).blocks.filter((one: { id: string }) => one.id === made.body.id);
    expect(block).toMatchObject({ waitingNumbers: [block.first, block.first + 1, block.last], last: block.first + 2 });
    const online = await takeIn({ summary: 'Trong khi đó ở máy khác' });
    expect(Number(online.body.bookNo.split('/')[0])).toBeGreaterThan(block.last);

    const refused = await takeIn(
      { summary: 'Giấy' },
      { reserved: { series: 'so-294', year: block.year, number: block.first } },
    );
    expect(refused.body.error.code).toBe('PAPER_NEEDS_TIME');
    const both = await Promise.all([
      takeIn({ summary: 'Giấy' }, late(block.first, block.year)),
      takeIn({ summary: 'Giấy' }, late(block.first, block.year)),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual([202, 409]);
    const taken = both.find((one) => one.status === 202);
    expect(taken?.body.bookNo).toBe(`${block.first}/${block.year}`);
    expect((await takeIn({ summary: 'Giấy' }, late(block.first, block.year - 1))).body.error.code).toBe(
      'NUMBER_OF_OTHER_YEAR',
    );

    const close = `/procedures/number-blocks/${block.id}/void`;
    const rest = [block.first + 1, block.last];
    expect((await head.call('POST', close, { numbers: rest, reason: '' })).body.error.code).toBe('REASON_NEEDED');
    const again = await head.call('POST', close, { numbers: [block.first, ...rest], reason: 'Không dùng đến' });
    expect(again.body.error.code).toBe('NUMBER_NOT_WAITING');
    expect((await head.call('POST', close, { numbers: rest, reason: 'Không dùng đến' })).status).toBe(200);
    expect((await takeIn({ summary: 'Giấy' }, late(block.last, block.year))).body.error.code).toBe(
      'NUMBER_NOT_WAITING',
    );

    const after = await book();
    expect(after.complete).toBe(true);
    const lineOf = (number: number) => after.lines.find((one: { number: number }) => one.number === number);
    expect(lineOf(block.first)).toMatchObject({ state: 'USED', caseId: taken?.body.caseId, enteredLate: true });
    expect(lineOf(block.last)).toMatchObject({ state: 'VOIDED', voidReason: 'Không dùng đến' });
    await expect(
      database.query("update procedures.book_numbers set void_reason = 'khác' where state = 'VOIDED'"),
    ).rejects.toThrow('to stay as it is');
  });

  it('stay without gaps when cases and blocks come at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, at) => (at % 3 === 0 ? reserve(4) : takeIn({ summary: `Cùng lúc ${at}` }))),
    );
    expect(answers.map((one) => one.status).filter((status) => status >= 300)).toEqual([]);
    const { rows } = await database.query(
      `select s.last, count(n.number)::int as n, max(n.number) as top from procedures.number_series s
         join procedures.book_numbers n using (tenant_id, series, year)
        where s.tenant_id = 'tam-thanh' and s.series = 'so-294' group by s.last`,
    );
    expect(rows[0].n).toBe(rows[0].last);
    expect(rows[0].top).toBe(rows[0].last);
  });

  it('are for the head and the duty officer, of one tenant, and print their forms', async () => {
    expect((await reserve(1, duty)).status).toBe(201);
    expect((await reserve(1, colleague)).status).toBe(403);
    for (const count of [0, 51, 1.5, 'x', null]) expect((await reserve(count)).body.error.code).toBe('COUNT_REFUSED');
    const made = await reserve(2);
    const forms = `/procedures/number-blocks/${made.body.id}/forms`;
    expect((await elsewhere.call('GET', forms)).status).toBe(404);
    const printed = await duty.download(forms);
    expect([printed.status, printed.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    expect((await book(elsewhere)).blocks.map((one: { id: string }) => one.id)).not.toContain(made.body.id);
  });
});
