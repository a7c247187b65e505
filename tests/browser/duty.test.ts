// The night at the desk: an urgent report rings until it is taken on, goes to the deputy when it is not, and the shift is
// handed over with two signatures.
import pg from 'pg';
import { as, runningApp, until } from '../support/running-app';
import { heardBy, type OnDesk, onDesk, takeInUrgent } from '../support/urgent-report';
import { consoleErrors, launch, PHONE, signedIn } from './support/browser.mjs';
import { faults, settled } from './support/look.mjs';
import { PAGES } from './support/work.mjs';

const LIMIT_MS = 120_000;
const WARD = 'bach-dang';
let browser: Awaited<ReturnType<typeof launch>>;
let desk: OnDesk;
let rung: string;

beforeAll(async () => {
  browser = await launch();
  desk = await onDesk(WARD);
  rung = desk.now.find((name) => ['truc-ban', 'can-bo-2'].includes(name)) as string;
}, LIMIT_MS);
afterAll(() => browser?.close());

const emailOf = (name: string) => `${name}@${WARD}.example`;
const open = (name: string, look = {}) => signedIn(browser, runningApp(), emailOf(name), look);
const barOf = (page: Awaited<ReturnType<typeof open>>, alarmId: string) => page.locator(`[data-alarm="${alarmId}"]`);
const alarmOf = async (name: string, caseId: string) => {
  const client = await as(emailOf(name));
  return until(() => heardBy(client, caseId), `the alarm of ${name}`);
};
/** Only one alarm is in front: earlier ones are answered first. */
const silence = async () => {
  for (const name of ['truc-ban', 'can-bo-2', 'lanh-dao', 'pho-lanh-dao']) {
    const client = await as(emailOf(name));
    const { alarms } = await client.get('/procedures/alarms/ringing');
    for (const one of alarms) await client.call('POST', `/procedures/alarms/${one.id}/acknowledge`, {});
  }
};

test(
  'a desk whose line is down is told that nothing can ring, with a sound, until the line is back',
  async () => {
    await silence();
    const page = await open(rung);
    // The page's own time: it asks every twenty seconds.
    await page.clock.install();
    await page.goto(`${PAGES}/tasks`);
    await settled(page);
    await page.locator('h1').first().click();
    await page.clock.pauseAt(Date.now() + 1_000);
    await page.route('**/procedures/alarms/ringing', (route) => route.abort());
    const bar = page.locator('[data-line="lost"]');
    await page.clock.runFor(21_000);
    expect(await bar.count()).toBe(0);
    await page.clock.runFor(20_000);
    await bar.getByText(/Mất kết nối với máy chủ/).waitFor();
    await page.locator('[data-alarm-sound="playing"]').waitFor();
    await page.clock.resume();
    expect(await faults(page)).toEqual([]);

    await page.unroute('**/procedures/alarms/ringing');
    await bar.getByRole('button', { name: 'Thử lại' }).click();
    await bar.waitFor({ state: 'detached' });
    await page.context().close();
  },
  LIMIT_MS,
);

test(
  'an urgent report rings on whatever page is open, on the core pages too, until it is taken on',
  async () => {
    await silence();
    const page = await open(rung);
    const errors = consoleErrors(page);
    await page.goto(`${PAGES}/tasks`);
    await settled(page);
    expect(await page.getByRole('alertdialog').count()).toBe(0);
    const { caseId, bookNo } = await takeInUrgent(WARD, {}, 'BD-D03');
    const bar = page.getByRole('alertdialog');
    await bar.waitFor();
    const alarm = await alarmOf(rung, caseId);
    expect(await bar.textContent()).toContain(bookNo);
    expect(await bar.getByRole('link', { name: /0900 000 101/ }).getAttribute('href')).toBe('tel:0900000101');
    // A touch allows the sound where the browser has blocked it; then tones have begun.
    await page.locator('h1').first().click();
    await page.locator('[data-alarm-sound="playing"]').waitFor();
    expect(Number(await bar.getAttribute('data-alarm-tones'))).toBeGreaterThanOrEqual(2);
    await page.waitForFunction(() => document.title.includes('BÁO ĐỘNG'));
    expect(await faults(page)).toEqual([]);

    await page.reload();
    await barOf(page, alarm.id).waitFor();
    await page.goto('/admin/me');
    await barOf(page, alarm.id).waitFor();
    await page.goto(`${PAGES}/duty`);
    await settled(page);
    await barOf(page, alarm.id).getByRole('button', { name: 'Đã nhận tin' }).click();
    await bar.waitFor({ state: 'detached' });
    await page.waitForFunction(() => !document.title.includes('BÁO ĐỘNG'));
    await page.getByRole('heading', { name: new RegExp(`^${bookNo} · Tin khẩn`) }).waitFor();
    await page.getByRole('button', { name: 'Kết thúc báo động' }).first().waitFor();
    expect(errors).toEqual([]);
    await page.context().close();
  },
  LIMIT_MS,
);

test(
  'what nobody takes on rings at the deputy of the shift after the minutes that the ward has set, on a phone too',
  async () => {
    await silence();
    const deputy = await open(desk.deputy, { size: PHONE });
    await deputy.goto(`${PAGES}/cases`);
    await settled(deputy);
    const { caseId } = await takeInUrgent(WARD, {}, 'BD-D03');
    const alarm = await alarmOf(rung, caseId);
    expect(await deputy.getByRole('alertdialog').count()).toBe(0);
    // Six minutes later, without waiting for them: it has been ringing since then.
    const client = new pg.Client({ connectionString: runningApp().databaseUrl });
    await client.connect();
    await client.query("update procedures.alarms set raised_at = raised_at - interval '6 minutes' where id = $1", [
      alarm.id,
    ]);
    await client.end();
    await barOf(deputy, alarm.id).waitFor({ timeout: 30_000 });
    expect(await barOf(deputy, alarm.id).textContent()).toContain('đã báo lên trên');
    expect(await faults(deputy)).toEqual([]);
    const officer = await open(rung);
    await officer.goto(`${PAGES}/duty`);
    await barOf(officer, alarm.id).waitFor();
    await barOf(deputy, alarm.id).getByRole('button', { name: 'Đã nhận tin' }).click();
    // The one at the desk learns at once that somebody has it.
    await barOf(officer, alarm.id).waitFor({ state: 'detached' });
    await officer
      .getByText(/đã nhận tin lúc/)
      .first()
      .waitFor();
    await deputy.context().close();
    await officer.context().close();
  },
  LIMIT_MS,
);

test(
  'the shift is handed over: a list with remarks, the password of each, and the book that keeps it',
  async () => {
    await silence();
    const giver = await open(rung);
    const errors = consoleErrors(giver);
    await giver.goto(`${PAGES}/duty?tab=handOver`);
    await settled(giver);
    await giver
      .getByLabel(/^Ghi chú cho/)
      .first()
      .fill('Gọi lại lúc 21 giờ');
    await giver.getByRole('button', { name: 'Thêm mục' }).click();
    await giver.locator('input[name="item-0-title"]').fill('Chìa khóa kho');
    // Another tab is looked at, and the words are there again.
    await giver.getByRole('tab', { name: 'Bàn trực' }).click();
    await giver.getByRole('tab', { name: 'Giao, nhận ca' }).click();
    expect(await giver.locator('input[name="item-0-title"]').inputValue()).toBe('Chìa khóa kho');
    await giver.locator('input[name="password"]').fill(runningApp().passwords[emailOf(rung)]);
    expect(await faults(giver)).toEqual([]);
    const head = await open('lanh-dao');
    await head.goto(`${PAGES}/duty?tab=handOver`);
    await head.locator('textarea[name="note"]').fill('Kiểm tra chốt cầu');
    await giver.getByRole('button', { name: 'Ký giao ca' }).click();
    await giver.getByText('chờ ký nhận').first().waitFor();
    // Who was writing another one meanwhile still has it.
    const unsent = head.getByLabel('Nội dung bạn đã gõ');
    await unsent.waitFor();
    expect(await unsent.inputValue()).toBe('Kiểm tra chốt cầu');
    expect(await faults(head)).toEqual([]);
    await head.context().close();
    expect(await giver.getByLabel('Nội dung bạn đã gõ').count()).toBe(0);
    await giver.getByRole('button', { name: 'Rút danh sách' }).waitFor();

    const { waiting } = await (await as(emailOf(rung))).get('/procedures/duty/hand-over?unit=CAP');
    const { person } = await (await as(emailOf(desk.next[0]))).get('/procedures/me');
    const name = waiting.content.taker.id === person.id ? desk.next[0] : desk.next[1];
    const taker = await open(name);
    await taker.goto(`${PAGES}/duty?tab=handOver`);
    await taker.getByText('Gọi lại lúc 21 giờ').waitFor();
    await taker.locator('input[name="password"]').fill('sai');
    await taker.getByRole('button', { name: 'Ký nhận ca' }).click();
    await taker.getByRole('alert').filter({ hasText: 'Mật khẩu không đúng' }).waitFor();
    await taker.locator('input[name="password"]').fill(runningApp().passwords[emailOf(name)]);
    await taker.getByRole('button', { name: 'Ký nhận ca' }).click();
    await taker.getByRole('button', { name: 'Ký nhận ca' }).waitFor({ state: 'detached' });

    await giver.goto(`${PAGES}/duty?tab=history`);
    await giver.getByRole('button', { expanded: false }).filter({ hasText: '/20' }).first().click();
    await giver.getByText('Mã băm khớp').waitFor();
    await giver.getByText('Chìa khóa kho').waitFor();
    const download = giver.waitForEvent('download');
    await giver.getByRole('button', { name: 'Tải bản in (PDF)' }).click();
    expect((await download).suggestedFilename()).toMatch(/^giao-ca-.*\.pdf$/);
    expect(errors.filter((one) => !one.includes('422'))).toEqual([]);
    await giver.context().close();
    await taker.context().close();
  },
  LIMIT_MS,
);

test(
  'the head sees the gaps of the roster and fills one',
  async () => {
    await silence();
    const page = await open('lanh-dao');
    await page.goto(`${PAGES}/duty?tab=roster&from=${new Date(Date.now() + 25 * 86_400_000).toISOString()}`);
    await settled(page);
    await page
      .getByText(/^Trống:/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Lập ca cho khoảng này' }).click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByLabel('Kết thúc')
      .fill((await dialog.getByLabel('Bắt đầu').inputValue()).replace(/T.*/, 'T23:00'));
    await dialog.getByRole('combobox', { name: /Người trực/ }).click();
    await page.getByRole('option').first().click();
    await page.keyboard.press('Escape');
    await dialog.getByRole('button', { name: 'Lập ca' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page
      .getByText(/– 23:00/)
      .first()
      .waitFor();
    expect(await faults(page)).toEqual([]);
    await page.context().close();
  },
  LIMIT_MS,
);

test(
  'the administrator changes whom an alarm reaches, and is told what is wrong',
  async () => {
    const page = await open('quan-tri');
    await page.goto(`${PAGES}/notifications?tab=alarms`);
    await settled(page);
    const phone = page.getByLabel('Điện thoại').first();
    await phone.fill('gọi tôi');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByText('Số điện thoại không gọi được.').waitFor();
    await phone.fill('0900 000 101');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByText('Số điện thoại không gọi được.').waitFor({ state: 'detached' });
    expect(await faults(page)).toEqual([]);
    await page.context().close();
  },
  LIMIT_MS,
);
