// The pages for people who do not work in the panel, as they see them: on a phone, in the dark, in English, without scripts.
import type { Page } from 'playwright-core';
import { runningApp } from '../support/running-app';
import { photoWithPlace } from '../support/sample-files';
import { consoleErrors, launch, PHONE, WIDE } from './support/browser.mjs';
import { faults } from './support/look.mjs';

const REPORT = '/p/bach-dang/bao-tin/nguon-tin/TIEP_NHAN';
/** Longer than the pages want to be looked at before something is sent. */
const LOOKED_AT_MS = 3_200;
const LIMIT_MS = 120_000;
const LEADER = 'to-truong@bach-dang.example';
let browser: Awaited<ReturnType<typeof launch>>;

beforeAll(async () => {
  browser = await launch();
}, LIMIT_MS);
afterAll(() => browser?.close());

const opened = async (options: object): Promise<Page> => {
  const context = await browser.newContext({
    baseURL: runningApp().baseUrl,
    timezoneId: 'Asia/Ho_Chi_Minh',
    ...options,
  });
  context.setDefaultTimeout(20_000);
  return context.newPage();
};

const send = (page: Page) => page.locator('main form button.button, main form button').last().click();

/** Sends the form of a page that opened at `since`, once it has been looked at for long enough. */
async function sendReport(page: Page, since: number): Promise<string> {
  await page.waitForTimeout(Math.max(0, since + LOOKED_AT_MS - Date.now()));
  await send(page);
  await page.locator('#receipt-code').waitFor();
  return (await page.locator('#receipt-code').textContent()) ?? '';
}

async function reportOn(page: Page, query: string): Promise<string> {
  await page.goto(`${REPORT}${query}`);
  const since = Date.now();
  await page.fill('[name="record.summary"]', 'Mất xe máy trước nhà lúc nửa đêm 🛵');
  await page.fill('[name="record.occurredPlace"]', 'Ngõ 12');
  return sendReport(page, since);
}

describe.each([
  ['a phone in Vietnamese', { viewport: PHONE, colorScheme: 'light' }, ''],
  ['a phone in the dark', { viewport: PHONE, colorScheme: 'dark' }, ''],
  ['a wide window in English', { viewport: WIDE, colorScheme: 'light' }, '?lang=en'],
])('on %s', (_name, options, query) => {
  it(
    'somebody reports without a name, keeps the code and looks it up',
    async () => {
      const page = await opened(options);
      const errors = consoleErrors(page);
      for (const address of ['/', '/p/bach-dang', REPORT, '/tra-cuu', '/cong/dang-nhap', '/cong/dat-mat-khau']) {
        await page.goto(`${address}${query}`);
        expect([address, await faults(page)]).toEqual([address, []]);
      }
      const code = await reportOn(page, query);
      expect(code).toMatch(/^.{4}-.{4}-.{4}$/);
      expect(await faults(page)).toEqual([]);
      await page.goto(`/tra-cuu${query}`);
      await page.fill('#code', code.toLowerCase());
      await send(page);
      await page.locator('.state').waitFor();
      expect(await faults(page)).toEqual([]);
      expect(page.url()).not.toContain(code);
      expect(await page.context().cookies()).toEqual([]);
      expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
      expect(errors).toEqual([]);
      await page.context().close();
    },
    LIMIT_MS,
  );
});

it(
  'without scripts somebody reports and is told what is wrong, and nothing typed is lost',
  async () => {
    const page = await opened({ viewport: PHONE, javaScriptEnabled: false });
    // Sent at once, the page asks once more. A machine that stood still meanwhile was not at once: it begins again.
    for (let tries = 0; tries < 5 && !(await page.locator('#problems').isVisible()); tries += 1) {
      await page.goto(REPORT);
      await page.fill('[name="record.summary"]', 'Viết trên máy cũ');
      await send(page);
    }
    expect(await page.locator('#problems').isVisible()).toBe(true);
    expect(await page.inputValue('[name="record.summary"]')).toBe('Viết trên máy cũ');
    expect(await sendReport(page, Date.now())).toMatch(/^.{4}-.{4}-.{4}$/);
    await page.context().close();
  },
  LIMIT_MS,
);

it(
  'the head of a residential group hands over with a photo on a phone, and follows it',
  async () => {
    const page = await opened({ viewport: PHONE });
    await page.goto('/cong');
    await page.fill('#name', LEADER);
    await page.fill('#password', runningApp().passwords[LEADER] ?? '');
    await send(page);
    await page.locator('main a.button').click();
    expect(await faults(page)).toEqual([]);
    const fields = page.locator('main form > .field:visible, main form > fieldset:visible');
    // Three fields and a photo; all else is folded away.
    expect(await fields.count()).toBe(4);
    await page.fill('[name="record.summary"]', 'Tụ tập đánh bạc');
    await page.fill('[name="record.occurredPlace"]', 'Ngõ 5, tổ 3');
    await page.setInputFiles('[name="files"]', { name: 'anh.jpg', mimeType: 'image/jpeg', buffer: photoWithPlace() });
    await send(page);
    await page.locator('#receipt-code').waitFor();
    await page.locator('main a.button').last().click();
    await page.locator('dl').first().waitFor();
    expect(await faults(page)).toEqual([]);
    expect(await page.locator('main').textContent()).not.toContain('đánh bạc');
    await page.context().close();
  },
  LIMIT_MS,
);

it(
  'leaving the page takes what was typed off the screen at once',
  async () => {
    const page = await opened({ viewport: PHONE });
    await page.goto('/');
    await page.goto(REPORT);
    await page.fill('[name="record.summary"]', 'Không ai được thấy');
    await page.evaluate(() => document.getElementById('leave')?.setAttribute('href', 'about:blank'));
    await page.click('#leave');
    await page.waitForURL('about:blank');
    await page.goBack();
    // The report's page was replaced: going back leads to the page before it.
    expect(new URL(page.url()).pathname).toBe('/');
    await page.context().close();
  },
  LIMIT_MS,
);

it.each([true, false])(
  'who gives no name is not asked for one, and a wrong file is told at its field (scripts: %s)',
  async (javaScriptEnabled) => {
    const page = await opened({ viewport: PHONE, javaScriptEnabled });
    await page.goto(REPORT);
    const name = page.locator('[name="task.name"]');
    const only = page.getByText('Chỉ điền nếu ở mục');
    // Without scripts the fields stand there, under a sentence that says when they count.
    expect([await name.isVisible(), await only.isVisible()]).toEqual([!javaScriptEnabled, !javaScriptEnabled]);
    await page.check('[name="task.identity"][value="NEU_TEN"]');
    await name.fill('Trần Thị Mẫu');
    await page.fill('[name="record.summary"]', 'Có ảnh kèm theo');
    await page.setInputFiles('#f-files', { name: 'ảnh.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('MZ') });
    await page.waitForTimeout(LOOKED_AT_MS);
    await send(page);
    const told = page.locator('#f-files-problem');
    await told.waitFor();
    expect(await told.textContent()).toContain('ảnh.jpg: ');
    expect(await page.inputValue('[name="record.summary"]')).toBe('Có ảnh kèm theo');
    expect([await name.inputValue(), await name.isVisible()]).toEqual(['Trần Thị Mẫu', true]);
    if (javaScriptEnabled) expect(await faults(page)).toEqual([]);
    await page.context().close();
  },
  LIMIT_MS,
);
