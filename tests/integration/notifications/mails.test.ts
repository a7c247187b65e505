// E-mail over a real SMTP server: what is delivered, put off and refused; quiet hours; and what never leaves the house.
import { simpleParser } from 'mailparser';
import { planDigests } from '../../../src/plugins/procedures/server/src/mail/plan-digests';
import { planMails } from '../../../src/plugins/procedures/server/src/mail/plan-mails';
import { sendMails } from '../../../src/plugins/procedures/server/src/mail/send-mails';
import { type Notice, notify } from '../../../src/plugins/procedures/server/src/notices/notify';
import { later, type Office, openOffice, TENANT } from './office';
import { openPostOffice, type PostOffice } from './post-office';

let office: Office;
let post: PostOffice;
const before = { ...process.env };
beforeAll(async () => {
  [office, post] = await Promise.all([openOffice(), openPostOffice()]);
  Object.assign(process.env, {
    SMTP_URL: post.url,
    MAIL_FROM: 'Hệ thống <no-reply@north.example>',
    PUBLIC_URL: 'https://north.example/',
  });
}, 60_000);
afterAll(async () => {
  process.env = before;
  await post?.close();
  await office?.stop();
}, 30_000);
beforeEach(async () => {
  post.taken.length = 0;
  await office.knex('procedures.mails').delete();
  await office.knex('procedures.notice_recipients').delete();
  await office.knex('procedures.cases').update({ book_no: null });
});

const tell = (given: Partial<Notice>) =>
  office.knex.transaction((trx) =>
    notify(trx, {
      tenantId: TENANT,
      kind: 'DIRECTION',
      to: { personId: office.people.clerk },
      why: { vi: 'WHY-OF-THE-NOTICE', en: 'WHY-OF-THE-NOTICE' },
      now: office.clock.now(),
      ...given,
    }),
  );
const look = async () => {
  await planMails(office.platform);
  await sendMails(office.platform);
};
const lookForDigests = async () => {
  await planDigests(office.platform);
  await look();
};
const states = async () =>
  (await office.knex('procedures.mails').orderBy('queued_at').select('state')).map((row) => row.state);
/** The next day at this hour in the office (UTC+7). */
const nextDay = (hour: number, minute = 0) => {
  const start = office.clock.now();
  const day = new Date(start.getTime() + 7 * 3_600_000 + 86_400_000).toISOString().slice(0, 10);
  office.clock.moveTo(new Date(`${day}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00+07:00`));
};
/** Everything that a mail carries, decoded, and as it went over the line. */
const everything = async (raw: string) => {
  const mail = await simpleParser(raw);
  return [raw, mail.subject, mail.text, mail.html, JSON.stringify([...mail.headers])].join('\n');
};

describe('a mail about one notice', () => {
  it('says why and names the case by number and term, as text and HTML, in the language of the reader', async () => {
    nextDay(9);
    const caseId = await office.aCase({ book_no: '12/2026' });
    const clockId = await office.aClock(caseId, { due_at: new Date('2026-12-01T07:00:00Z') });
    await tell({ kind: 'CLOCK_DUE', caseId, clockId, to: [{ group: 'DESK/duty' }, { unitHead: 'DESK' }] });
    await look();
    expect(await states()).toEqual(['SENT', 'SENT']);
    const mails = await Promise.all(post.taken.map((raw) => simpleParser(raw)));
    const to = (name: string) => mails.find((mail) => JSON.stringify(mail.to).includes(`${name}@north.example`));
    expect(to('head')?.subject).toBe('[Bắc] Quá hạn: 12/2026 – R02, đến hạn 01/12/2026 14:00');
    expect(to('head')?.text).toContain('Bạn nhận vì là Trưởng phòng, Phòng Một cửa.');
    expect(to('head')?.text).toContain(`https://north.example/admin/plugins/procedures/cases/${caseId}`);
    expect(String(to('head')?.html)).toContain('Hồ sơ số: 12/2026');
    expect(to('second')?.text).toContain('A term is overdue.');
    for (const raw of post.taken) {
      const all = await everything(raw);
      for (const secret of ['CONTENT-OF-THE-CASE', 'WHY-OF-THE-NOTICE', 'Người Mẫu']) expect(all).not.toContain(secret);
    }
  });

  it.each([
    ['a restricted case', { restricted: true, participating_units: ['DESK'] }, {}],
    ['a case whose source asked for protection', {}, { identityProtection: true }],
    ['a case with one protected person', {}, { persons: [{ documentId: 'x', name: 'NAME', sealed: true }] }],
  ])('about %s says nothing but that there is something', async (_name, given, record) => {
    nextDay(9);
    const caseId = await office.aCase({ book_no: '77/2026', ...given }, record);
    const clockId = await office.aClock(caseId);
    await tell({ kind: 'CLOCK_ESCALATED', caseId, clockId, to: { unit: 'DESK' } });
    await look();
    expect(post.taken).toHaveLength(3);
    for (const raw of post.taken) {
      const all = await everything(raw);
      for (const secret of [
        '77/2026',
        'R02',
        caseId,
        'CONTENT',
        'NAME',
        'WHY',
        'Quá hạn',
        'overdue',
        'Phòng',
        '/cases',
      ])
        expect(all).not.toContain(secret);
      const mail = await simpleParser(raw);
      if (mail.subject?.startsWith('You')) continue;
      expect(mail.subject).toBe('Bạn có 1 thông báo cần xem trong hệ thống');
      expect(mail.text?.trim()).toBe(
        'Bạn có 1 thông báo cần xem trong hệ thống.\n\nĐăng nhập: https://north.example/admin',
      );
    }
  });

  it('does not name a case that the reader may no longer see by then', async () => {
    nextDay(9);
    const caseId = await office.aCase({ book_no: '78/2026' });
    await tell({ caseId });
    await office.knex('procedures.cases').where({ id: caseId }).update({ handling_unit: 'FIELD' });
    await look();
    expect(post.taken).toHaveLength(1);
    expect(await everything(post.taken[0] as string)).not.toContain('78/2026');
  });
});

describe('quiet hours', () => {
  it('hold back what is not urgent until they end', async () => {
    nextDay(22);
    await tell({});
    await look();
    expect(post.taken).toHaveLength(0);
    nextDay(6, 29);
    await look();
    expect(post.taken).toHaveLength(0);
    office.clock.moveTo(later(office.clock.now(), 1));
    await look();
    expect(post.taken).toHaveLength(1);
  });

  it('hold back what could not be sent before they began, but not what is urgent', async () => {
    nextDay(20, 50);
    await post.close();
    await tell({});
    await tell({ urgent: true });
    await look();
    // Whichever was tried first, the office being away was seen by it.
    const plain = () => office.knex('procedures.mails').where({ urgent: false }).first('state', 'attempts');
    const before = await plain();
    office.clock.moveTo(later(office.clock.now(), 15));
    await post.open();
    await look();
    expect(post.taken).toHaveLength(1);
    expect((await states()).sort()).toEqual(['QUEUED', 'SENT']);
    // To wait is no attempt.
    expect(await plain()).toEqual({ state: 'QUEUED', attempts: before?.attempts });
    nextDay(6, 30);
    await look();
    expect(post.taken).toHaveLength(2);
  });

  it('hold back a digest that was put off into them', async () => {
    const preferences = JSON.stringify({ quiet: 'tenant', digestTimes: ['20:58'], mail: {} });
    await office
      .knex('procedures.notification_preferences')
      .insert({ person_id: office.people.clerk, tenant_id: TENANT, preferences, changed_at: office.clock.now() });
    nextDay(20, 50);
    await tell({ kind: 'MENTION' });
    nextDay(20, 58);
    await tell({ kind: 'MENTION' });
    post.refuse({ code: 451, text: 'Greylisted, come back later' });
    await lookForDigests();
    office.clock.moveTo(later(office.clock.now(), 5));
    await lookForDigests();
    expect(post.taken).toHaveLength(0);
    nextDay(6, 30);
    await sendMails(office.platform);
    expect(post.taken).toHaveLength(1);
    await office.knex('procedures.notification_preferences').delete();
  });

  it('let through what is urgent, by its kind or by itself, and whatever a person without them gets', async () => {
    nextDay(23);
    await tell({ kind: 'CLOCK_ESCALATED' });
    await tell({ urgent: true });
    await tell({ to: { personId: office.people.field } });
    const preferences = JSON.stringify({ quiet: 'off', digestTimes: null, mail: {} });
    await office
      .knex('procedures.notification_preferences')
      .insert({ person_id: office.people.field, tenant_id: TENANT, preferences, changed_at: office.clock.now() });
    await look();
    expect(post.taken).toHaveLength(3);
  });
});

describe('what a person has chosen', () => {
  it('keeps an unwanted kind out of mails and of the digest', async () => {
    nextDay(9);
    const mail = { DIRECTION: 'NEVER', MENTION: 'NEVER' };
    await office.knex('procedures.notification_preferences').insert({
      person_id: office.people.clerk,
      tenant_id: TENANT,
      preferences: JSON.stringify({ quiet: 'tenant', digestTimes: null, mail }),
      changed_at: office.clock.now(),
    });
    await tell({});
    await tell({ kind: 'MENTION' });
    await look();
    expect(
      await office.knex('procedures.mails').where({ person_id: office.people.clerk }).whereNotNull('notice_id'),
    ).toEqual([]);
    expect(post.taken).toEqual([]);
    await office.knex('procedures.notification_preferences').delete();
  });
});

describe('the digest', () => {
  it('goes once a moment, counts and lists, names nothing protected, and is not sent when there is nothing', async () => {
    await office.knex('procedures.clocks').delete();
    nextDay(6, 50);
    await lookForDigests();
    const now = office.clock.now();
    const overdue = await office.aCase({ book_no: '1/2026' });
    const soon = await office.aCase({ book_no: '2/2026' });
    const hidden = await office.aCase({ book_no: '3/2026', restricted: true, participating_units: ['DESK'] });
    await office.aClock(overdue, { due_at: later(now, -60), amber_at: later(now, -120) });
    await office.aClock(soon, { due_at: later(now, 180), amber_at: later(now, -10) });
    await office.aClock(hidden, { due_at: later(now, -60), amber_at: later(now, -120) });
    await tell({ kind: 'MENTION', caseId: soon, to: { personId: office.people.head } });
    office.clock.moveTo(later(now, 15));
    await lookForDigests();
    await lookForDigests();
    const mails = await Promise.all(post.taken.map((raw) => simpleParser(raw)));
    const head = mails.filter((mail) => JSON.stringify(mail.to).includes('head@'));
    expect(head).toHaveLength(1);
    expect(head[0]?.subject).toBe('[Bắc] Tổng hợp công việc · Quá hạn: 1 · Đến hạn hôm nay: 1 · Thông báo mới: 1');
    expect(head[0]?.text).toMatch(/Quá hạn \(1\)\n- 1\/2026 – R02/);
    expect(head[0]?.text).toMatch(/- 1\/2026 – R02, đến hạn [^\n]*\. Bạn nhận vì làm việc ở Phòng Một cửa\.\n/);
    expect(head[0]?.text).toContain('- Được nhắc đến: 2/2026. Bạn nhận vì được gửi đích danh.');
    expect(head[0]?.text).toContain('và 1 thông báo khác cần xem trong hệ thống');
    for (const raw of post.taken) expect(await everything(raw)).not.toContain('3/2026');
    // Nothing of the field unit's: no mail to it.
    expect(mails.some((mail) => JSON.stringify(mail.to).includes('field@'))).toBe(false);
  });
});

describe('a mail server that does not take it', () => {
  it('for good (550) is a failure with the reason, and is not asked again', async () => {
    nextDay(9);
    post.refuse({ code: 550, text: 'No such mailbox' });
    await tell({});
    await look();
    const [mail] = await office.knex('procedures.mails').whereNotNull('notice_id');
    expect(mail).toMatchObject({ state: 'FAILED', attempts: 1 });
    expect(mail.last_answer).toContain('No such mailbox');
    office.clock.moveTo(later(office.clock.now(), 600));
    await sendMails(office.platform);
    expect(post.taken).toEqual([]);
  });

  it('for now (451) is asked again after a while, and takes it', async () => {
    nextDay(9);
    post.refuse({ code: 451, text: 'Greylisted, come back later' });
    await tell({});
    await look();
    await look();
    expect(await states()).toEqual(['QUEUED']);
    office.clock.moveTo(later(office.clock.now(), 1));
    await look();
    expect([await states(), post.taken.length]).toEqual([['SENT'], 1]);
  });

  it('because it is down holds them all until it is up, and gives up at last', async () => {
    nextDay(9);
    await post.close();
    await tell({});
    await tell({ to: { personId: office.people.head } });
    await look();
    expect(await states()).toEqual(['QUEUED', 'QUEUED']);
    await post.open();
    office.clock.moveTo(later(office.clock.now(), 2));
    await look();
    expect(await states()).toEqual(['SENT', 'SENT']);
    await post.close();
    await tell({});
    for (const minutes of [0, 2, 6, 16, 61, 181, 361]) {
      office.clock.moveTo(later(office.clock.now(), minutes));
      await planMails(office.platform);
      await sendMails(office.platform);
    }
    expect(await states()).toContain('FAILED');
    await post.open();
  });

  it('gets a mail whose answer was lost again, under the same Message-ID', async () => {
    nextDay(9);
    await tell({});
    await look();
    await office.knex('procedures.mails').update({ state: 'QUEUED' });
    office.clock.moveTo(later(office.clock.now(), 3));
    await sendMails(office.platform);
    const ids = await Promise.all(post.taken.map(async (raw) => (await simpleParser(raw)).messageId));
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });
});

it('queues nothing while e-mail is off, and sends nothing of it when it is switched on', async () => {
  nextDay(9);
  const url = process.env.SMTP_URL;
  delete process.env.SMTP_URL;
  await tell({});
  await look();
  expect(await states()).toEqual([]);
  process.env.SMTP_URL = url;
  await look();
  expect(await states()).toEqual([]);
});
