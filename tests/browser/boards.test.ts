// The boards in a browser: from a figure to its list, one click to remind, a reminder that is sent, read and answered.
import { as, runningApp, startExample } from '../support/running-app';
import { launch, signedIn } from './support/browser.mjs';
import { PAGES } from './support/work.mjs';

const LIMIT_MS = 120_000;
const LEADER = 'chu-tich@bach-dang.example';
let browser: Awaited<ReturnType<typeof launch>>;
beforeAll(async () => {
  browser = await launch();
  await startExample(await as('van-phong@bach-dang.example'), 'Việc trên bàn điều hành');
}, LIMIT_MS);
afterAll(() => browser?.close());

test(
  'a leader opens the list behind a figure of a unit, and sees there what narrows it',
  async () => {
    const page = await signedIn(browser, runningApp(), LEADER);
    await page.goto(`${PAGES}/boards`);
    const figure = page.getByRole('link', { name: /^Văn phòng HĐND và UBND phường, Đang mở: / });
    await figure.waitFor();
    const shown = Number(/: (\d+)$/.exec((await figure.getAttribute('aria-label')) ?? '')?.[1]);
    await figure.click();
    await page.getByRole('group', { name: 'Lọc' }).getByText('Đơn vị được giao').first().waitFor();
    const rows = page.locator('main ul[aria-label="Việc của tôi"] > li');
    await rows.first().waitFor();
    expect(await rows.count()).toBe(shown);
    await page.context().close();
  },
  LIMIT_MS,
);

test(
  'the standing unit presses another unit, whose head answers',
  async () => {
    const page = await signedIn(browser, runningApp(), 'lanh-dao@bach-dang.example');
    await page.goto(`${PAGES}/boards?tab=reminders`);
    await page.getByRole('button', { name: 'Gửi văn bản đôn đốc' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox').click();
    await page.getByRole('option', { name: 'Phòng Văn hóa - Xã hội' }).click();
    await dialog.getByRole('button', { name: 'Gửi đôn đốc' }).click();
    await dialog.getByText('Mục này phải có.').first().waitFor();
    await dialog.getByLabel(/Lý do và việc cần làm/).fill('Chưa gửi báo cáo tuần');
    await dialog.getByRole('button', { name: 'Gửi đôn đốc' }).click();
    await page.getByText(/Đã gửi văn bản đôn đốc số \d+\/\d{4}/).waitFor();
    await page.context().close();

    const head = await signedIn(browser, runningApp(), 'van-hoa@bach-dang.example');
    await head.goto(`${PAGES}/boards?tab=reminders`);
    await head.getByText('Chưa gửi báo cáo tuần').waitFor();
    await head.getByRole('button', { name: 'Trả lời' }).click();
    await head.getByLabel(/Nội dung trả lời/).fill('Đã gửi lúc 10 giờ');
    await head.getByRole('button', { name: 'Gửi trả lời' }).click();
    await head.getByText('Đã gửi lúc 10 giờ').waitFor();
    await head.getByText('đã trả lời', { exact: true }).waitFor();
    await head.context().close();
  },
  LIMIT_MS,
);

test(
  'a head reminds of what is stuck with one press',
  async () => {
    const { caseId } = await startExample(await as('van-phong@bach-dang.example'), 'Đang tắc');
    // Whoever holds it is away: the rule that needs no waiting.
    const officer = await as('van-phong@bach-dang.example');
    const { items } = await officer.get('/procedures/tasks?view=unit&pageSize=100');
    const task = items.find((row: { caseId: string }) => row.caseId === caseId);
    await officer.post(`/procedures/tasks/${task.id}/claim`, { version: task.version });
    const { person } = await officer.get('/procedures/me');
    const overview = await officer.get('/procedures/people');
    const kind = overview.words.ABSENCE_KIND[0].code;
    const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
    await officer.post(`/procedures/people/${person.id}/absences`, { kind, from: at(-1), to: at(2) });

    const page = await signedIn(browser, runningApp(), 'lanh-dao-van-phong@bach-dang.example');
    await page.goto(`${PAGES}/boards`);
    const row = page.getByRole('listitem').filter({ hasText: 'Người giữ việc vắng mặt' }).first();
    await row.getByRole('button', { name: 'Nhắc việc này' }).click();
    await page.getByText(/đã nhắc \d{2}:\d{2}/).waitFor();
    await page.context().close();
  },
  LIMIT_MS,
);
