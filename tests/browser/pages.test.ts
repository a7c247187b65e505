// Every page as its people see it: quiet console, accessible in light and dark, wide and on a phone; lists by keyboard.
import { ADMIN_ACTIONS } from '../../src/plugins/procedures/shared/admin-actions';
import { as, runningApp, startExample, until } from '../support/running-app';
import { pdf } from '../support/sample-files';
import { type AReport, takeInByApi } from './support/a-report';
import { consoleErrors, launch, PHONE, signedIn, signInByForm, WIDE } from './support/browser.mjs';
import { faults, settled } from './support/look.mjs';
import { PAGES, panelOf } from './support/work.mjs';

const LIMIT_MS = 90_000;
let browser: Awaited<ReturnType<typeof launch>>;
let report: AReport;
/** With something in each of its tabs. */
let full: AReport;

beforeAll(async () => {
  browser = await launch();
  report = await takeInByApi();
  await takeInByApi();
  const { person } = await (await as('can-bo@tam-thanh.example')).get('/procedures/me');
  const head = await as('lanh-dao@tam-thanh.example');
  const note = { text: `@${person.fullName} xem giúp`, visibility: 'INTERNAL', mentions: [person.id] };
  await head.post(`/procedures/cases/${report.caseId}/notes`, note);
  full = await fullCase();
  await head.post(`/procedures/cases/${full.caseId}/notes`, note);
}, LIMIT_MS);
afterAll(() => browser?.close());

async function fullCase(): Promise<AReport> {
  const officer = await as('can-bo@tam-thanh.example');
  const made = await takeInByApi('tam-thanh', 'BD-D21');
  await officer.upload(`/procedures/attachments?caseId=${made.caseId}`, 'biên bản tạm giữ.pdf', pdf);
  const related = { otherCaseId: report.caseId, kind: 'RELATED', reason: 'Cùng địa bàn, cùng thời gian' };
  await officer.post(`/procedures/cases/${made.caseId}/links`, related);
  const { table, id: row } = await until(
    async () => (await officer.get(`/procedures/cases/${made.caseId}/custody`)).items[0] ?? null,
    'the evidence of the report to be recorded',
  );
  const content = {
    giver: 'Người nộp',
    taker: 'Cán bộ tiếp nhận',
    takerUnit: 'CAP',
    place: 'Tủ vật chứng số 1',
    quantity: '01',
    condition: 'Nguyên vẹn',
    sealNo: 'NP-01',
    sealIntact: true,
  };
  const taken = { table, row, kind: 'TAKEN', at: '2026-05-01T08:00:00+07:00', content };
  await officer.post(`/procedures/cases/${made.caseId}/custody`, taken);
  return made;
}

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
  { name: 'the duty desk', who: 'truc-ban', path: () => '/duty', ready: 'main section h2' },
  { name: 'the roster', who: 'lanh-dao', path: () => '/duty?tab=roster', ready: '[role=tabpanel] section h2' },
  { name: 'the hand-over', who: 'truc-ban', path: () => '/duty?tab=handOver', ready: '[role=tabpanel] section h2' },
  {
    name: 'the book of hand-overs',
    who: 'truc-ban',
    path: () => '/duty?tab=history',
    ready: '[role=tabpanel] section h2, [role=tabpanel] :text("Chưa có lần giao ca nào")',
  },
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
  {
    name: "a case's files",
    who: 'can-bo',
    path: () => `/cases/${full.caseId}?tab=files`,
    ready: 'text=biên bản tạm giữ.pdf',
  },
  {
    name: "a case's custody",
    who: 'can-bo',
    path: () => `/cases/${full.caseId}?tab=custody`,
    ready: 'text=Tủ vật chứng số 1',
  },
  {
    name: "a case's links",
    who: 'can-bo',
    path: () => `/cases/${full.caseId}?tab=links`,
    ready: 'text=Cùng địa bàn, cùng thời gian',
  },
  { name: "a case's notes", who: 'can-bo', path: () => `/cases/${full.caseId}?tab=notes`, ready: 'text=xem giúp' },
  {
    name: "a case's audit",
    who: 'lanh-dao',
    path: () => `/cases/${full.caseId}?tab=audit`,
    ready: '[role=tabpanel] ul li',
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
  { name: 'what recurs', who: 'quan-tri', path: () => '/calendar?tab=schedules', ready: '[role=tabpanel] button' },
  { name: 'tokens of other systems', who: 'quan-tri', path: () => '/integration', ready: 'main section, main p' },
  {
    name: 'connections to other systems',
    who: 'quan-tri',
    path: () => '/integration?tab=connections',
    ready: 'main button:has-text("Thêm kết nối")',
  },
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
  {
    name: 'where nobody is mentioned',
    who: 'mat-tran',
    path: () => '/notifications?tab=mentions',
    ready: 'text=Chưa ai nhắc tên bạn',
  },
  {
    name: 'the rules of alarms',
    who: 'quan-tri',
    path: () => '/notifications?tab=alarms',
    ready: '[role=tabpanel] h2',
  },
  { name: 'webhooks', who: 'quan-tri', path: () => '/notifications?tab=webhooks', ready: 'main input' },
  { name: 'the book of numbers', who: 'truc-ban', path: () => '/intake/book', ready: 'main section' },
  { name: 'the procedures', who: 'quan-tri', path: () => '/packages', ready: 'main article, main section' },
  { name: 'operations', who: 'quan-tri', path: () => '/operations', ready: 'text=Đang chạy' },
  { name: 'running cases', who: 'quan-tri', path: () => '/packages/moving/vi-du', ready: 'text=/phiên bản \\d/' },
  { name: 'instances', who: 'quan-tri', path: () => '/operations/instances', ready: 'main table' },
  { name: 'heat', who: 'quan-tri', path: () => '/operations/heat', ready: 'main input[type=date]' },
];

test('every page of the menu is looked at', () => {
  const looked = LOOKS.map(({ path }) => /^\/([a-z]+)/.exec(path())?.[1]);
  expect([...new Set(looked)].sort()).toEqual(Object.keys(ADMIN_ACTIONS).sort());
});

describe('in light and dark, wide and on a phone', () => {
  // One window a person: what the panel is made of is read once.
  const windows = new Map<string, ReturnType<typeof signedIn>>();
  const windowOf = (who: string) => {
    const known = windows.get(who) ?? signedIn(browser, runningApp(), `${who}@tam-thanh.example`, { theme: 'system' });
    windows.set(who, known);
    return known;
  };
  afterAll(async () => {
    for (const page of windows.values()) await (await page).context().close();
  });

  test.each(LOOKS)(
    '$name is accessible, fits, and leaves the console quiet',
    async ({ who, path, ready }) => {
      const page = await (await windowOf(who)).context().newPage();
      const errors = consoleErrors(page);
      await page.emulateMedia({ colorScheme: 'light' });
      await page.setViewportSize(WIDE);
      await page.goto(`${PAGES}${path()}`);
      await page.locator(ready).first().waitFor();
      await settled(page);
      expect(['light, wide', await faults(page)]).toEqual(['light, wide', []]);
      await page.setViewportSize(PHONE);
      await settled(page);
      expect(['light, phone', await faults(page)]).toEqual(['light, phone', []]);
      const ink = () =>
        page
          .locator('h1')
          .first()
          .evaluate((heading) => getComputedStyle(heading).color);
      const byDay = await ink();
      await page.emulateMedia({ colorScheme: 'dark' });
      await until(async () => ((await ink()) === byDay ? null : true), 'the dark theme');
      await settled(page);
      expect(['dark, phone', await faults(page)]).toEqual(['dark, phone', []]);
      await page.setViewportSize(WIDE);
      await settled(page);
      expect(['dark, wide', await faults(page)]).toEqual(['dark, wide', []]);
      expect(errors).toEqual([]);
      await page.close();
    },
    LIMIT_MS,
  );
});

test(
  'a tab or a view that the address misnames is the first one',
  async () => {
    const page = await signedIn(browser, runningApp(), 'lanh-dao@tam-thanh.example');
    for (const at of ['calendar', 'boards', 'duty', 'integration', 'notifications', `cases/${report.caseId}`]) {
      await page.goto(`${PAGES}/${at}?tab=khong-co`);
      const tabs = page.locator('main [role=tablist]').first().getByRole('tab');
      await tabs.first().waitFor();
      expect([at, await tabs.first().getAttribute('aria-selected')]).toEqual([at, 'true']);
    }
    await page.goto(`${PAGES}/tasks?view=khong-co`);
    await page.getByRole('button', { name: /Tôi đã nhận/, pressed: true }).waitFor();
    await page.context().close();
  },
  LIMIT_MS,
);

test(
  'on a phone the tasks come first, and what narrows them waits behind one button',
  async () => {
    const page = await signedIn(browser, runningApp(), 'can-bo@tam-thanh.example', { size: PHONE });
    await page.goto(`${PAGES}/tasks?view=unit`);
    const row = page.locator('main ul[aria-label="Việc của tôi"] a').first();
    await row.waitFor();
    expect((await row.boundingBox())?.y).toBeLessThan(PHONE.height / 2);
    expect(await page.locator('main input[name=q]').count()).toBe(0);
    const more = page.getByRole('button', { name: 'Tìm, lọc, sắp xếp' });
    await more.click();
    await page.locator('main input[name=q]').waitFor();
    expect(await more.getAttribute('aria-expanded')).toBe('true');
    expect(await faults(page)).toEqual([]);
    await page.context().close();
  },
  LIMIT_MS,
);

test(
  'a head is not offered to claim what only the group may claim',
  async () => {
    await startExample(await as('van-phong@tam-thanh.example'));
    const head = 'lanh-dao-van-phong@tam-thanh.example';
    const page = await signedIn(browser, runningApp(), head);
    const { items } = await (await as(head)).get('/procedures/tasks?view=all&pageSize=50');
    const index = items.findIndex(
      (one: { isCandidate: boolean; assignee: unknown }) => !one.isCandidate && !one.assignee,
    );
    expect(index).toBeGreaterThanOrEqual(0);
    await page.goto(`${PAGES}/tasks?view=all`);
    await page.locator('main ul[aria-label="Việc của tôi"] input[type=checkbox]').nth(index).check();
    const bar = page.getByRole('region', { name: 'Việc đã chọn' });
    await bar.getByText('Đã chọn 1 việc').waitFor();
    expect(await bar.getByRole('button', { name: /^Nhận/ }).count()).toBe(0);
    await bar.getByRole('button', { name: /^Giao/ }).waitFor();
    await page.context().close();
  },
  LIMIT_MS,
);

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
  'whoever asked for less movement sees none, and the menu and the page read once who is there',
  async () => {
    const page = await signedIn(browser, runningApp(), 'lanh-dao@tam-thanh.example');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const asked: string[] = [];
    page.on('request', (request) => request.url().endsWith('/procedures/me') && asked.push(request.url()));
    await page.goto(`${PAGES}/people`);
    await page
      .getByRole('button', { name: /Cán bộ Mẫu Hai/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Báo vắng' }).click();
    await page.getByRole('dialog').waitFor();
    const moving = await page.evaluate(
      () => document.getAnimations().filter(({ effect }) => Number(effect?.getComputedTiming().duration) > 1).length,
    );
    expect(moving).toBe(0);
    const slow = await page.getByRole('dialog').evaluate(
      (dialog) =>
        [dialog, ...dialog.querySelectorAll('*')].filter((one) =>
          getComputedStyle(one)
            .transitionDuration.split(',')
            .some((each) => Number.parseFloat(each) > 0.001),
        ).length,
    );
    expect(slow).toBe(0);
    expect(asked).toHaveLength(1);
    await page.context().close();
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
