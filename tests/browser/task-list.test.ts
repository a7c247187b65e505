// The task list in a browser: chosen and claimed by keyboard, and live while somebody points at it.
import { as, runningApp, startExample } from '../support/running-app';
import { launch, PHONE, signedIn } from './support/browser.mjs';
import { faults, settled } from './support/look.mjs';
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

test(
  'nothing above the list moves when its numbers come, on a phone with a slow line',
  async () => {
    const page = await signedIn(browser, runningApp(), 'van-phong@bach-dang.example', { size: PHONE });
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route(/procedures\/(tasks\?|questions$)/, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${PAGES}/tasks`);
    const chips = page.getByRole('main').getByRole('group').getByRole('button');
    await chips.first().waitFor();
    await page.getByText('Dữ liệu mẫu').or(page.getByText('DỮ LIỆU MẪU')).first().waitFor();
    const boxes = () => chips.evaluateAll((all) => all.map((one) => JSON.stringify(one.getBoundingClientRect())));
    const before = await boxes();
    letGo();
    await settled(page);
    expect(before.length).toBeGreaterThan(2);
    expect(await boxes()).toEqual(before);
    await page.context().close();
  },
  LIMIT_MS,
);

test(
  'a page whose reader could not be read stands all the same, says so in one line, and reads again',
  async () => {
    const page = await signedIn(browser, runningApp(), 'van-phong@bach-dang.example', { size: PHONE, theme: 'dark' });
    await page.route('**/procedures/me', (route) => route.fulfill({ status: 500, body: '{}' }));
    await page.goto(`${PAGES}/tasks`);
    const said = page.getByRole('alert').filter({ hasText: 'Chưa đọc được bạn là ai' });
    await said.waitFor();
    await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
    await settled(page);
    expect(await faults(page)).toEqual([]);
    // What the browser draws itself is as dark as the rest.
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('dark');
    await page.unroute('**/procedures/me');
    await said.getByRole('button', { name: 'Thử lại' }).click();
    await said.waitFor({ state: 'detached' });
    await page.context().close();
  },
  LIMIT_MS,
);
