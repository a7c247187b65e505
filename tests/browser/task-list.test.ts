// The task list in a browser: chosen and claimed by keyboard, and live while somebody points at it.
import { as, runningApp, startExample } from '../support/running-app';
import { launch, signedIn } from './support/browser.mjs';
import { PAGES } from './support/work.mjs';

const LIMIT_MS = 120_000;
let browser: Awaited<ReturnType<typeof launch>>;
beforeAll(async () => {
  browser = await launch();
}, LIMIT_MS);
afterAll(() => browser?.close());

test(
  'rows are chosen and claimed by keyboard, and a new task waits to be shown while rows are chosen',
  async () => {
    const officer = await as('van-phong@bach-dang.example');
    await startExample(officer, 'Việc thứ nhất');
    const page = await signedIn(browser, runningApp(), 'van-phong@bach-dang.example');
    await page.goto(`${PAGES}/tasks?view=unit`);
    const rows = page.locator('main ul[aria-label="Việc của tôi"] > li');
    await rows.first().waitFor();
    await page.keyboard.press('?');
    await page.getByRole('heading', { name: 'Phím tắt' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    const bar = page.getByRole('region', { name: 'Việc đã chọn' });
    await bar.getByText('Đã chọn 1 việc').waitFor();

    const before = await rows.count();
    await startExample(officer, 'Việc thứ hai');
    await page.getByRole('button', { name: /việc mới/ }).waitFor();
    expect(await rows.count()).toBe(before);
    await page.getByRole('button', { name: /việc mới/ }).click();
    await rows.nth(before).waitFor();

    await bar.getByRole('button', { name: 'Nhận 1 việc' }).click();
    await page.getByText('Đã nhận 1 việc.').waitFor();
    await page.context().close();
  },
  LIMIT_MS,
);
