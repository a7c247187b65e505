// The boards in a browser: a reminder that is sent, read by the head of the unit, and answered.
import { runningApp } from '../support/running-app';
import { launch, signedIn } from './support/browser.mjs';
import { PAGES } from './support/work.mjs';

const LIMIT_MS = 120_000;
let browser: Awaited<ReturnType<typeof launch>>;
beforeAll(async () => {
  browser = await launch();
}, LIMIT_MS);
afterAll(() => browser?.close());

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
