// A day in the ward, through the pages alone: the desk takes a call and hears it ring, an officer works it, the head finds
// what stands still, the office and a residential group hand over, and the desk hands over its shift.

import pg from 'pg';
import type { Page } from 'playwright-core';
import { as, openTask, runningApp, until } from '../support/running-app';
import { photoWithPlace, png } from '../support/sample-files';
import { type OnDesk, onDesk } from '../support/urgent-report';
import { startByApi } from './support/a-report';
import { consoleErrors, launch, PHONE, signedIn } from './support/browser.mjs';
import { settled } from './support/look.mjs';
import { AIM_MS, enterCall, Hands, summaryLength } from './support/phone-call.mjs';
import * as work from './support/work.mjs';

const LIMIT_MS = 120_000;
const WARD = 'tam-thanh';
let browser: Awaited<ReturnType<typeof launch>>;
let desk: OnDesk;
/** who is rung: on duty and of the desk's group */
let officer: string;

beforeAll(async () => {
  browser = await launch();
  desk = await onDesk(WARD);
  officer = desk.now.find((name) => ['truc-ban', 'can-bo-2'].includes(name)) as string;
}, LIMIT_MS);
afterAll(() => browser?.close());

const emailOf = (name: string, ward = WARD) => `${name}@${ward}.example`;
const open = (name: string, ward = WARD, look = {}): Promise<Page> =>
  signedIn(browser, runningApp(), emailOf(name, ward), look);

test(
  'the officer on duty takes a call by keyboard alone, and it rings until somebody has it',
  async () => {
    const page = await open(officer);
    const errors = consoleErrors(page);
    await page.goto(`${work.PAGES}/intake`);
    const start = page.getByRole('button', { name: 'Tiếp nhận nguồn tin', exact: true });
    const form = page.locator('.fjs-form').first();
    // The choice of a form and the form's own button read the same; the page of a form bears its name.
    await start.or(form).first().waitFor();
    if ((await page.locator('h1').textContent()) !== 'Tiếp nhận nguồn tin') {
      const choosing = new Hands(page);
      await choosing.to(start);
      await choosing.stop('Enter');
    }
    await form.waitFor();
    await settled(page);
    // An alarm that rings meanwhile takes the focus, as it should: the count begins where an opened form stands.
    await form.evaluate((one) => one.closest<HTMLElement>('[tabindex="-1"]')?.focus());
    // Unit, channel and kind stand as they are for a call; then what, where, when, and who, as the words come.
    const hands = new Hands(page);
    await enterCall(hands);
    // No clock is read here: the keys and stops of the path, at the rate of a person, are what must not grow.
    expect(summaryLength).toBeGreaterThanOrEqual(190);
    expect(hands.stops).toBeLessThanOrEqual(15);
    expect(hands.humanMs).toBeLessThanOrEqual(AIM_MS);
    const receipt = page.locator('.procedures-receipt');
    const bookNo = (await receipt.getByText(/^\d+\/\d{4}$/).textContent()) ?? '';

    const bar = page.getByRole('alertdialog').filter({ hasText: bookNo });
    // What rang before, of other tests, is answered first.
    const earlier = page.getByRole('alertdialog').filter({ hasNotText: bookNo });
    await until(async () => {
      if (await bar.isVisible()) return true;
      await earlier
        .getByRole('button', { name: 'Đã nhận tin' })
        .click({ timeout: 500 })
        .catch(() => undefined);
      return null;
    }, `the alarm of ${bookNo}`);
    expect(await bar.textContent()).not.toContain('Trần Thị Mẫu');
    await bar.getByRole('button', { name: 'Đã nhận tin' }).click();
    await bar.waitFor({ state: 'detached' });
    await page.goto(`${work.PAGES}/duty`);
    await page
      .getByText(new RegExp(`^${bookNo} · `))
      .first()
      .waitFor();
    expect(errors).toEqual([]);
    await page.context().close();
  },
  LIMIT_MS,
);

test(
  'an officer classifies a report, keeps a file and a note with it, and the next step is at hand',
  async () => {
    const title = 'Phân loại nguồn tin';
    const { caseId, bookNo } = await startByApi(WARD, 'TT-D01');
    await openTask(await as(emailOf('can-bo')), caseId, 'phan_loai');
    const page = await open('can-bo');
    const errors = consoleErrors(page);
    await work.openTask(page, { title, bookNo, receiptCode: null });
    await work.panelOf(page).getByRole('button', { name: 'Nhận việc', exact: true }).click();
    await work.panelOf(page).getByRole('button', { name: title, exact: true }).waitFor();
    await page
      .getByTestId('file-chooser')
      .first()
      .setInputFiles({ name: 'ổ khóa bị cạy.png', mimeType: 'image/png', buffer: png });
    await page.getByRole('button', { name: 'Xem: ổ khóa bị cạy.png' }).waitFor();
    await page.getByRole('tab', { name: 'Ghi chú' }).click();
    await page.getByLabel('Ghi chú (gõ @').fill('Đã xem ổ khóa tại chỗ');
    await page.getByRole('button', { name: 'Ghi nội bộ' }).click();
    await page.getByText('Đã xem ổ khóa tại chỗ', { exact: true }).last().waitFor();
    await work.doTask(page, {
      title,
      form: 'phan-loai',
      values: {
        record: {
          kindConfirmed: 'TO_GIAC',
          inTerritory: true,
          classification: 'THUONG_7N',
          route: ['CQCSDT_CA_TINH'],
        },
        task: { differsReason: 'Theo quyết định của cán bộ' },
      },
    });
    await work.panelOf(page).getByText(bookNo).first().waitFor();
    await page.goto(`${work.PAGES}/cases/${caseId}?tab=files`);
    await page.getByRole('button', { name: 'Xem: ổ khóa bị cạy.png' }).waitFor();
    await page.getByRole('tab', { name: /^Hạn/ }).click();
    await page.getByRole('tabpanel').getByText(/còn/).first().waitFor();
    expect(errors).toEqual([]);
    await page.context().close();
  },
  LIMIT_MS,
);

test(
  'the head sees what nobody has claimed for days, why, and reminds with one click',
  async () => {
    const { caseId, bookNo } = await startByApi(WARD, 'TT-D01');
    const task = await openTask(await as(emailOf('can-bo')), caseId, 'phan_loai');
    // Three days later, without waiting for them.
    const database = new pg.Client({ connectionString: runningApp().databaseUrl });
    await database.connect();
    await database.query("update procedures.tasks set opened_at = opened_at - interval '3 days' where id = $1", [
      task.id,
    ]);
    await database.end();
    const page = await open('lanh-dao');
    await page.goto(`${work.PAGES}/boards`);
    const item = page.getByRole('listitem').filter({ hasText: bookNo }).filter({ hasText: 'Nhắc việc này' }).first();
    await item.waitFor();
    expect(await item.textContent()).toContain('Chưa ai nhận từ');
    await item.getByRole('button', { name: 'Nhắc việc này' }).click();
    await page
      .getByRole('listitem')
      .filter({ hasText: bookNo })
      .getByText(/đã nhắc \d\d:\d\d/)
      .first()
      .waitFor();
    await page.context().close();
  },
  LIMIT_MS,
);

test(
  'the office hands over what came to its counter, and sees that the ward police have it',
  async () => {
    const clerk = await open('van-phong');
    const errors = consoleErrors(clerk);
    const known = await work.takeIn(clerk, {
      title: 'Ghi nhận và bàn giao cho Công an phường',
      form: 'ban-giao',
      values: {
        record: {
          receivedByUnit: 'VP',
          handoverMode: 'PHIEU_BAN_GIAO',
          handoverChecklist: { noiDungSuViec: true, nguoiGiao: true },
          kind: 'TO_GIAC',
          channel: 'TIEP_CONG_DAN',
          persons: [{ role: 'NGUOI_CUNG_CAP', name: 'Mã Thị Mẫu', phone: '0900 000 128' }],
          summary: 'Người dân báo mất xe đạp ở sân nhà văn hóa',
          occurredPlace: 'Nhà văn hóa, Tổ dân phố số 12',
        },
      },
    });
    expect(known.receiptCode).toMatch(/^.{4}-.{4}-.{4}$/);
    const title = 'Tiếp nhận phiếu bàn giao, vào sổ';
    const police = await open('can-bo-2');
    await work.openTask(police, { title, bookNo: known.bookNo, receiptCode: known.receiptCode });
    await work.doTask(police, { title, form: 'nhan-ban-giao', values: { task: { note: 'Đủ giấy tờ' } } });
    await clerk.goto(`${work.PAGES}/cases/${known.caseId}?tab=events`);
    await clerk.getByRole('tabpanel').getByText('Tiếp nhận').first().waitFor();
    // Whoever has let go of it follows it, and is offered nothing that would be refused.
    expect(await clerk.getByRole('tab').allTextContents()).toEqual(['Dòng thời gian']);
    expect(errors).toEqual([]);
    await clerk.context().close();
    await police.context().close();
  },
  LIMIT_MS,
);

test(
  'the office reads a draft that goes to the chair, and sends it back before it lets it pass',
  async () => {
    const title = 'Báo cáo tuần về an ninh trật tự';
    const drafter = await open('lanh-dao');
    await work.takeIn(drafter, {
      title: 'Trình dự thảo để thẩm tra',
      form: 'du-thao',
      packageId: 'tham-tra',
      values: { record: { draftingUnit: 'CAP', kind: 'BAO_CAO', title, summary: 'Số liệu tuần, không nêu danh tính' } },
    });
    const caseOf = async () => {
      const { items } = await (await as(emailOf('van-phong'))).get('/procedures/cases');
      return items.find((one: { title: string }) => one.title === title);
    };
    const { id: caseId, bookNo } = await until(async () => (await caseOf()) ?? null, 'the draft to be in the book');
    const known = { bookNo, receiptCode: null };
    const clerk = await open('van-phong');
    const errors = consoleErrors(clerk);
    const read = 'Thẩm tra dự thảo';
    const reading = { title: read, form: 'tham-tra', packageId: 'tham-tra' };
    await work.openTask(clerk, { title: read, ...known });
    await work.doTask(clerk, { ...reading, values: { task: { result: 'TRA_LAI', remarks: 'Thiếu căn cứ' } } });

    const change = 'Chỉnh lý dự thảo';
    await openTask(await as(emailOf('lanh-dao')), caseId, 'chinh_ly');
    await work.openTask(drafter, { title: change, ...known });
    await work.doTask(drafter, {
      title: change,
      form: 'chinh-ly',
      packageId: 'tham-tra',
      values: { task: { explanation: 'Đã bổ sung căn cứ' } },
    });

    await openTask(await as(emailOf('van-phong')), caseId, 'tham_tra');
    await work.openTask(clerk, { title: read, ...known });
    await work.doTask(clerk, { ...reading, values: { task: { result: 'DAT' } } });
    await clerk.goto(`${work.PAGES}/cases/${caseId}?tab=events`);
    const timeline = clerk.getByRole('tabpanel');
    await timeline.getByText('Thiếu căn cứ').waitFor();
    await timeline.getByText('Đạt, trình ký').waitFor();

    const chair = await open('chu-tich');
    const sign = 'Ký văn bản đã thẩm tra';
    await work.openTask(chair, { title: sign, ...known });
    await work.doTask(chair, {
      title: sign,
      form: 'ky',
      packageId: 'tham-tra',
      values: { task: { result: 'KY', documentNo: '45/BC-UBND' } },
    });
    expect(errors).toEqual([]);
    for (const page of [drafter, clerk, chair]) await page.context().close();
  },
  2 * LIMIT_MS,
);

test(
  'the head of a residential group hands over with a photo on a phone, and reads when it was taken over',
  async () => {
    const ward = 'bach-dang';
    const leader = emailOf('to-truong', ward);
    const context = await browser.newContext({ baseURL: runningApp().baseUrl, viewport: PHONE });
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    await page.goto('/cong');
    await page.fill('#name', leader);
    await page.fill('#password', runningApp().passwords[leader] ?? '');
    await page.locator('main form button').click();
    await page.locator('main a.button').click();
    await page.fill('[name="record.summary"]', 'Tụ tập đánh bạc ở nhà bỏ hoang');
    await page.fill('[name="record.occurredPlace"]', 'Ngõ 5, tổ 3');
    await page.setInputFiles('[name="files"]', { name: 'anh.jpg', mimeType: 'image/jpeg', buffer: photoWithPlace() });
    await page.locator('main form button').last().click();
    await page.locator('#receipt-code').waitFor();
    const receiptCode = (await page.locator('#receipt-code').textContent()) ?? '';
    await page.locator('main a.button').last().click();
    const told = page.locator('main');
    // From a bookmark, which no page of ours has led to.
    const ownPage = page.url();
    await page.goto('/cong');
    await told.getByRole('heading', { name: 'Tin đơn vị đã bàn giao' }).waitFor();
    await page.goto(ownPage);
    await told.getByText('Công an phường nhận lúc').waitFor();
    expect(await told.textContent()).toContain('chưa nhận');

    const title = 'Tiếp nhận phiếu bàn giao, vào sổ';
    const police = await open('can-bo-2', ward);
    await work.openTask(police, { title, bookNo: null, receiptCode });
    await police.getByRole('button', { name: 'Xem: anh.jpg' }).waitFor();
    await work.doTask(police, { title, form: 'nhan-ban-giao', values: { task: {} } });
    await until(async () => {
      await page.reload();
      return /nhận lúc\s*\d\d/.test((await told.textContent()) ?? '') ? true : null;
    }, 'the acknowledgement on the page of the group');
    await context.close();
    await police.context().close();
  },
  LIMIT_MS,
);

test(
  'at the end the shift is handed over with two signatures',
  async () => {
    const giver = await open(officer);
    await giver.goto(`${work.PAGES}/duty?tab=handOver`);
    await settled(giver);
    await giver.getByLabel('Lưu ý chung cho ca sau').fill('Cổng chợ: giữ một tổ đến sáng');
    await giver.locator('input[name="password"]').fill(runningApp().passwords[emailOf(officer)]);
    await giver.getByRole('button', { name: 'Ký giao ca' }).click();
    await giver.getByRole('button', { name: 'Rút danh sách' }).waitFor();

    const { waiting } = await (await as(emailOf(officer))).get('/procedures/duty/hand-over?unit=CAP');
    const { person } = await (await as(emailOf(desk.next[0]))).get('/procedures/me');
    const next = waiting.content.taker.id === person.id ? desk.next[0] : desk.next[1];
    const taker = await open(next);
    await taker.goto(`${work.PAGES}/duty?tab=handOver`);
    await taker.getByText('Cổng chợ: giữ một tổ đến sáng').waitFor();
    await taker.locator('input[name="password"]').fill(runningApp().passwords[emailOf(next)]);
    await taker.getByRole('button', { name: 'Ký nhận ca' }).click();
    await taker.getByRole('button', { name: 'Ký nhận ca' }).waitFor({ state: 'detached' });
    await giver.goto(`${work.PAGES}/duty?tab=history`);
    await giver.getByText('đã giao, nhận').first().waitFor();
    await giver.context().close();
    await taker.context().close();
  },
  LIMIT_MS,
);
