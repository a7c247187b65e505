// Every page as its people see it: quiet console, accessible in light and dark, wide and on a phone; lists by keyboard.
import { as, runningApp } from '../support/running-app';
import { type AReport, takeInByApi } from './support/a-report';
import { consoleErrors, launch, PHONE, signedIn, signInByForm, WIDE } from './support/browser.mjs';
import { faults, settled } from './support/look.mjs';
import { PAGES, panelOf } from './support/work.mjs';

const LIMIT_MS = 90_000;
let browser: Awaited<ReturnType<typeof launch>>;
let report: AReport;

beforeAll(async () => {
  browser = await launch();
  report = await takeInByApi();
  await takeInByApi();
}, LIMIT_MS);
afterAll(() => browser?.close());

interface Look {
  name: string;
  who: string;
  path(): string;
  /** there when the page has shown its content */
  ready: string;
}

const LOOKS: Look[] = [
  { name: 'the task list', who: 'can-bo', path: () => '/tasks?view=unit', ready: 'main ul li a' },
  { name: 'an empty task list', who: 'mat-tran', path: () => '/tasks', ready: 'text=Không có việc nào' },
  { name: 'a task', who: 'can-bo', path: () => `/tasks/${report.taskId}`, ready: '.djs-shape' },
  { name: 'the intake form', who: 'truc-ban', path: () => '/intake', ready: '.fjs-form' },
  { name: "the leader's board", who: 'chu-tich', path: () => '/boards', ready: 'main table tbody tr' },
  { name: 'the reminders', who: 'lanh-dao', path: () => '/boards?tab=reminders', ready: 'text=Gửi văn bản đôn đốc' },
  { name: 'the plots', who: 'lanh-dao', path: () => '/boards?tab=plots', ready: 'main svg' },
  { name: 'the cases', who: 'can-bo', path: () => '/cases', ready: 'main ul li a' },
  { name: "a case's record", who: 'can-bo', path: () => `/cases/${report.caseId}`, ready: 'main dl' },
  {
    name: "a case's tasks",
    who: 'can-bo',
    path: () => `/cases/${report.caseId}?tab=tasks`,
    ready: '[role=tabpanel] *',
  },
  { name: "a case's clocks", who: 'can-bo', path: () => `/cases/${report.caseId}?tab=clocks`, ready: 'details' },
  { name: "a case's timeline", who: 'can-bo', path: () => `/cases/${report.caseId}?tab=events`, ready: 'main ol li' },
  { name: "a case's diagram", who: 'can-bo', path: () => `/cases/${report.caseId}?tab=diagram`, ready: '.djs-shape' },
  {
    name: "a case's documents",
    who: 'can-bo',
    path: () => `/cases/${report.caseId}?tab=documents`,
    ready: '[role=tabpanel] article button',
  },
  { name: 'the templates', who: 'truc-ban', path: () => '/templates', ready: 'main article > div:last-child button' },
  {
    name: 'the templates to manage',
    who: 'quan-tri',
    path: () => '/templates',
    ready: 'main article > div:last-child button',
  },
  { name: 'the letterheads', who: 'quan-tri', path: () => '/templates?tab=heads', ready: '[role=tabpanel] article' },
  { name: 'the units and people', who: 'lanh-dao', path: () => '/people', ready: 'main section button' },
  { name: 'the units and people of the tenant', who: 'quan-tri', path: () => '/people', ready: 'main section button' },
  { name: 'sealed identities', who: 'lanh-dao', path: () => '/identities', ready: 'text=Người giữ khóa' },
  { name: 'the calendar', who: 'quan-tri', path: () => '/calendar', ready: 'main section button' },
  { name: 'the clock rules', who: 'quan-tri', path: () => '/calendar?tab=rules', ready: '[role=tabpanel] button' },
  { name: 'tokens of other systems', who: 'quan-tri', path: () => '/integration', ready: 'main section, main p' },
  { name: 'lists to compare', who: 'van-phong', path: () => '/integration?tab=lists', ready: 'input[type=date]' },
  {
    name: 'an empty list of notices',
    who: 'mat-tran',
    path: () => '/notifications',
    ready: 'text=Chưa có thông báo nào',
  },
  {
    name: 'the own settings of notices',
    who: 'can-bo',
    path: () => '/notifications?tab=settings',
    ready: 'main ul li',
  },
  {
    name: 'the rules of notices',
    who: 'quan-tri',
    path: () => '/notifications?tab=administration',
    ready: 'main ul li',
  },
  { name: 'webhooks', who: 'quan-tri', path: () => '/notifications?tab=webhooks', ready: 'main input' },
  { name: 'operations', who: 'quan-tri', path: () => '/operations', ready: 'text=Đang chạy' },
];

describe.each(['light', 'dark'] as const)('in %s', (theme) => {
  test.each(LOOKS)(
    '$name is accessible, fits, and leaves the console quiet',
    async ({ who, path, ready }) => {
      const page = await signedIn(browser, runningApp(), `${who}@tam-thanh.example`, { theme });
      const errors = consoleErrors(page);
      await page.goto(`${PAGES}${path()}`);
      await page.locator(ready).first().waitFor();
      await settled(page);
      expect(await faults(page)).toEqual([]);
      await page.setViewportSize(PHONE);
      await settled(page);
      expect(await faults(page)).toEqual([]);
      expect(errors).toEqual([]);
      await page.context().close();
    },
    LIMIT_MS,
  );
});

test(
  'a person signs in by the form and lands on the tasks',
  async () => {
    const app = runningApp();
    const context = await browser.newContext({ viewport: WIDE });
    const page = await context.newPage();
    const email = 'lanh-dao@tam-thanh.example';
    await signInByForm(page, app.baseUrl, email, app.passwords[email]);
    await page.waitForURL(/plugins\/procedures\/tasks/);
    await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
    // Nothing claimed yet: the page leads to what waits.
    await page.getByRole('button', { name: /việc chờ nhận/ }).click();
    await page
      .getByRole('link', { name: /Phân loại nguồn tin/ })
      .first()
      .waitFor();
    await context.close();
  },
  LIMIT_MS,
);

test(
  'j, k, Enter, Esc and c work a list without a mouse',
  async () => {
    const page = await signedIn(browser, runningApp(), 'can-bo-2@tam-thanh.example');
    await page.goto(`${PAGES}/tasks?view=unit`);
    const rows = page.locator('main ul[aria-label="Việc của tôi"] a');
    await rows.nth(1).waitFor();
    const focused = (index: number) =>
      expect(rows.nth(index).evaluate((row) => row === document.activeElement)).resolves.toBe(true);
    await page.keyboard.press('j');
    await focused(0);
    await page.keyboard.press('j');
    await focused(1);
    await page.keyboard.press('k');
    await focused(0);
    await page.keyboard.press('Enter');
    await panelOf(page).locator('.fjs-form').waitFor();
    await page.keyboard.press('Escape');
    await panelOf(page).waitFor({ state: 'detached' });
    await focused(0);
    await page.keyboard.press('c');
    await panelOf(page).getByRole('button', { name: 'Trả lại việc' }).waitFor();
    await page.goto(`${PAGES}/tasks`);
    await rows.first().waitFor();
    expect(await rows.first().textContent()).toContain('Phân loại nguồn tin');
    await page.context().close();
  },
  LIMIT_MS,
);

test(
  'a task that is not there says so and offers to try again',
  async () => {
    const page = await signedIn(browser, runningApp(), 'can-bo@tam-thanh.example');
    await page.goto(`${PAGES}/tasks/00000000-0000-4000-8000-000000000000`);
    await page.getByRole('alert').filter({ hasText: 'Thử lại' }).waitFor();
    await page.goto(`${PAGES}/tasks?view=unit&q=khong-co-viec-nao-nhu-the`);
    await page.getByText('Không có việc nào khớp').waitFor();
    await page.getByRole('button', { name: 'Bỏ bộ lọc' }).click();
    await page.locator('main ul li a').first().waitFor();
    await page.context().close();
  },
  LIMIT_MS,
);

test(
  'nobody is shown a page that is not theirs',
  async () => {
    const page = await signedIn(browser, runningApp(), 'can-bo@tam-thanh.example');
    await page.goto(`${PAGES}/operations`);
    await page.getByText('Bạn không có quyền truy cập nội dung này').waitFor();
    expect((await (await as('can-bo@tam-thanh.example')).call('GET', '/procedures/operations')).status).toBe(403);
    await page.context().close();
  },
  LIMIT_MS,
);
