// What a person has typed stays: through a refusal, through a reload, and when somebody else has taken the task.

import { hoursAgo, localInput } from '../support/hours-ago';
import { as, runningApp, until } from '../support/running-app';
import { pdf } from '../support/sample-files';
import { takeInByApi } from './support/a-report';
import { launch, signedIn } from './support/browser.mjs';
import { fillForm, readForm } from './support/form-driver.mjs';
import { faults, settled } from './support/look.mjs';
import { PAGES, panelOf, visit } from './support/work.mjs';

const LIMIT_MS = 90_000;
const TYPED = 'Đã trao đổi qua điện thoại lúc 9 giờ';
let browser: Awaited<ReturnType<typeof launch>>;

beforeAll(async () => {
  browser = await launch();
}, LIMIT_MS);
afterAll(() => browser?.close());

/** What stopped an act, above the form. */
const problemOn = (page: Awaited<ReturnType<typeof signedIn>>) => page.locator('[role="alert"][tabindex="-1"]');

const classifyForm = readForm('nguon-tin', 'phan-loai');
// biome-ignore lint/suspicious/noExplicitAny: a field of the form's file
const idOf = (key: string) => classifyForm.components.find((one: any) => one.key === key).id;

async function claimed() {
  const report = await takeInByApi();
  const page = await signedIn(browser, runningApp(), 'can-bo@tam-thanh.example');
  await page.goto(`${PAGES}/tasks/${report.taskId}`);
  await page.getByRole('button', { name: 'Nhận việc', exact: true }).click();
  await page.getByRole('button', { name: 'Phân loại nguồn tin', exact: true }).waitFor();
  return { report, page, opinion: page.locator(`[id$="-${idOf('task.vksOpinion')}"]`) };
}

/** The focus is on what holds the form: keys that are pressed now are the form's. */
const standsBeforeForm = (page: Awaited<ReturnType<typeof signedIn>>) =>
  page.waitForFunction(
    () => document.activeElement !== document.body && document.activeElement?.querySelector('.fjs-form'),
  );

test(
  'an intake form with gaps says where they are and keeps what it holds',
  async () => {
    const page = await signedIn(browser, runningApp(), 'truc-ban@tam-thanh.example');
    await page.goto(`${PAGES}/intake`);
    await fillForm(page, readForm('nguon-tin', 'tiep-nhan'), {
      record: { summary: TYPED, occurredPlace: 'Cổng chợ', persons: [{ anonymous: true }] },
    });
    await page.getByRole('button', { name: 'Tiếp nhận nguồn tin', exact: true }).click();
    await page.getByText('Chưa ghi: sửa các mục viền đỏ.').waitFor();
    expect(await page.getByText('Mục này phải có.').count()).toBeGreaterThan(0);
    expect(await page.getByLabel('Nội dung sự việc').inputValue()).toBe(TYPED);
    expect(await page.getByRole('textbox', { name: 'Nơi xảy ra', exact: true }).inputValue()).toBe('Cổng chợ');
    await page.context().close();
  },
  LIMIT_MS,
);

test(
  'an intake form that nobody has typed into is asked about, and a stray Enter goes back to it',
  async () => {
    const page = await signedIn(browser, runningApp(), 'truc-ban@tam-thanh.example');
    await page.goto(`${PAGES}/intake`);
    await standsBeforeForm(page);
    await page.keyboard.press('Control+Enter');
    const asked = page.getByRole('alertdialog').filter({ hasText: 'Phiếu chưa có gì' });
    await asked.waitFor();
    expect(await asked.textContent()).toContain('lấy số tiếp theo của “Sổ 294');
    await page.keyboard.press('Enter');
    await asked.waitFor({ state: 'detached' });
    expect(await page.locator('.procedures-receipt').count()).toBe(0);
    // The keyboard stands before the form again: asked once more, and this time it is meant.
    await standsBeforeForm(page);
    await page.keyboard.press('Control+Enter');
    await asked.getByRole('button', { name: 'Vẫn ghi phiếu trống' }).click();
    await page
      .locator('.procedures-receipt')
      .getByText(/^\d+\/\d{4}$/)
      .waitFor();
    await page.context().close();
  },
  LIMIT_MS,
);

test(
  'a paper is entered late: its time is read and never guessed, and another number costs no word that was typed',
  async () => {
    const duty = await as('truc-ban@tam-thanh.example');
    const asked = { packageId: 'nguon-tin', count: 2, reason: 'Mất điện toàn phường' };
    const { id } = await duty.post('/procedures/number-blocks', asked);
    const { blocks } = await duty.get('/procedures/book?packageId=nguon-tin');
    const block = blocks.find((one: { id: string }) => one.id === id);
    const page = await signedIn(browser, runningApp(), 'truc-ban@tam-thanh.example');
    await page.goto(`${PAGES}/intake/book`);
    await page.getByRole('link', { name: `Nhập bù số ${block.firstText}`, exact: true }).click();
    const summary = page.getByLabel('Nội dung sự việc');
    await summary.fill(TYPED);
    const send = page.getByRole('button', { name: 'Tiếp nhận nguồn tin', exact: true });
    await send.click();
    await page.getByText('Ghi đủ ngày, giờ, năm.').waitFor();
    const at = page.getByLabel('Thời điểm thực tế');
    // A keyboard gives a year figure by figure: 2 is the first of 2026, and the page lives through it.
    await at.fill('0002-11-22T14:05');
    await at.fill('2099-11-22T14:05');
    await page.getByText('Thời điểm thực tế không được ở tương lai.').waitFor();
    await at.fill(localInput(hoursAgo(5)));
    await page.getByLabel('Lý do nhập bù').fill('Mất điện, ghi trên giấy');
    const closed = { numbers: [block.first], reason: 'Tờ giấy bị rách' };
    await duty.post(`/procedures/number-blocks/${id}/void`, closed);
    await send.click();
    await problemOn(page)
      .filter({ hasText: `Số ${block.firstText} không còn để dành` })
      .waitFor();
    // A draft that could not be kept is nothing to be asked about when the entry itself has arrived.
    await page.route('**/procedures/intake-drafts/*', (route) => route.abort());
    await page.getByRole('combobox', { name: 'Số ghi trên giấy' }).click();
    await page.getByRole('option', { name: `${block.last}/${block.year}`, exact: true }).click();
    expect(await summary.inputValue()).toBe(TYPED);
    await page.getByText(/^Chưa lưu nháp: /).waitFor();
    await send.click();
    await page.locator('.procedures-receipt').getByText(block.lastText, { exact: true }).waitFor();
    await page.getByRole('main').getByRole('link', { name: 'Mở hồ sơ' }).click();
    await page.waitForURL(/procedures\/cases\//);
    await page.context().close();
  },
  LIMIT_MS,
);

test(
  'an entry that was begun is not dropped, nor a dialog with words in it left, by one stray key or click',
  async () => {
    const page = await signedIn(browser, runningApp(), 'truc-ban@tam-thanh.example');
    await page.goto(`${PAGES}/intake`);
    // Words of its own: another entry of this person may have been kept too.
    const words = 'Gõ dở rồi mở lại';
    await page.getByLabel('Nội dung sự việc').fill(words);
    await page.getByText(/Đã lưu nháp/).waitFor();
    await page.reload();
    const begun = page.getByRole('listitem').filter({ hasText: words });
    await begun.getByRole('button', { name: 'Bỏ', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Thôi' }).click();
    // What was typed before another entry was opened is in the list then, to the last letter. A line that is too slow for it
    // is asked about until it has brought it.
    const lets: (() => void)[] = [];
    await page.route('**/procedures/intake-drafts/*', async (route) => {
      if (route.request().method() === 'PUT') await new Promise<void>((resolve) => lets.push(resolve));
      await route.continue();
    });
    await page.getByLabel('Nội dung sự việc').fill('Xe máy chắn lối đi');
    await begun.getByRole('button', { name: 'Gõ tiếp' }).click();
    const asks = page.getByRole('alertdialog').filter({ hasText: 'Bỏ những gì đã nhập?' });
    await asks.waitFor();
    lets[0]?.();
    await asks.waitFor({ state: 'detached' });
    await page.unroute('**/procedures/intake-drafts/*');
    await page.getByText(/Đã mở lại bản nháp lưu lúc/).waitFor();
    expect(await page.getByLabel('Nội dung sự việc').inputValue()).toBe(words);
    const other = page.getByRole('listitem').filter({ hasText: 'Xe máy chắn lối đi' });
    await other.getByRole('button', { name: 'Bỏ', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Bỏ', exact: true }).click();
    await other.waitFor({ state: 'detached' });

    await page.goto(`${PAGES}/intake/book`);
    await page.getByRole('button', { name: 'Để dành số' }).click();
    const dialog = page.getByRole('dialog');
    const reason = dialog.getByLabel('Lý do');
    await reason.fill(TYPED);
    await page.keyboard.press('Escape');
    await asks.getByRole('button', { name: 'Nhập tiếp' }).click();
    await asks.waitFor({ state: 'detached' });
    expect(await reason.inputValue()).toBe(TYPED);
    // A click in the moment in which the question goes belongs to nobody, and does nothing.
    await until(async () => {
      await page.mouse.click(5, 5);
      await asks.waitFor({ timeout: 1_000 }).catch(() => undefined);
      return (await asks.isVisible()) || null;
    }, 'a click beside the dialog to be asked about');
    await asks.getByRole('button', { name: 'Bỏ', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.context().close();
  },
  LIMIT_MS,
);

test(
  'a classification that the rules refuse is told in words, and the form stays as it was',
  async () => {
    const { page, opinion } = await claimed();
    await fillForm(page, classifyForm, {
      record: { kindConfirmed: 'TO_CAO', classification: 'THUONG_7N', route: ['CQCSDT_CA_TINH'] },
      task: { differsReason: 'Theo hồ sơ', vksOpinion: TYPED },
    });
    // From within a field of choice, which keeps a plain Enter to itself.
    await page.locator(`[id$="-${idOf('record.kindConfirmed')}"]`).focus();
    await page.keyboard.press('Control+Enter');
    const told = problemOn(page);
    await told.waitFor();
    expect(await told.textContent()).toMatch(/phân loại|tố cáo/i);
    expect(await opinion.inputValue()).toBe(TYPED);
    await page.getByRole('button', { name: 'Phân loại nguồn tin', exact: true }).waitFor();
    await page.context().close();
  },
  LIMIT_MS,
);

test(
  'a draft survives a reload of the page',
  async () => {
    const { page, opinion } = await claimed();
    await opinion.fill(TYPED);
    await opinion.blur();
    await page.getByText(/đã lưu nháp/).waitFor();
    await page.reload();
    await page.getByText(/Đã mở lại bản nháp lưu lúc/).waitFor();
    expect(await opinion.inputValue()).toBe(TYPED);
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain(TYPED);
    await page.context().close();
  },
  LIMIT_MS,
);

test(
  'a task that went to somebody else says to whom and keeps what was typed',
  async () => {
    const { page, report, opinion } = await claimed();
    const leader = await as('lanh-dao@tam-thanh.example');
    const colleague = await as('can-bo-2@tam-thanh.example');
    const path = `/procedures/tasks/${report.taskId}`;
    const { task } = await leader.get(path);
    const released = await leader.post(`${path}/release`, { version: task.version, reason: 'Vắng mặt' });
    await colleague.post(`${path}/claim`, { version: released.task.version });

    const refused = page.waitForResponse((one) => one.url().endsWith('/draft') && one.status() >= 400);
    await opinion.fill(TYPED);
    await opinion.blur();
    // The page hears first that the head gave it back, and then who has it.
    const told = problemOn(page).filter({ hasText: 'Cán bộ Mẫu Ba' });
    await told.waitFor();
    expect(await told.textContent()).toContain('Nội dung bạn đã gõ vẫn còn nguyên');
    expect(await opinion.inputValue()).toBe(TYPED);

    await refused;
    // It comes back to who has typed: the same words can be kept, and sent.
    const { task: taken } = await colleague.get(path);
    const free = await colleague.post(`${path}/release`, { version: taken.version, reason: 'Trả lại' });
    const first = await as('can-bo@tam-thanh.example');
    await first.post(`${path}/claim`, { version: free.task.version });
    // By that button, unless the page has heard of it first.
    const look = page.getByRole('button', { name: 'Xem tình trạng mới' }).click({ timeout: 5_000 });
    await look.catch(() => undefined);
    await told.waitFor({ state: 'detached' });
    await page.getByText(/đã lưu nháp/).waitFor();
    expect(await opinion.inputValue()).toBe(TYPED);
    expect(await page.getByRole('button', { name: 'Phân loại nguồn tin', exact: true }).isEnabled()).toBe(true);
    expect(JSON.stringify((await first.get(path)).draft.values)).toContain(TYPED);
    await page.context().close();
  },
  LIMIT_MS,
);

test(
  'who types without a rest is kept all the same, and a slow line lets no older words come after newer ones',
  async () => {
    const { page, report, opinion } = await claimed();
    const sent: string[] = [];
    const lets: (() => void)[] = [];
    await page.route('**/procedures/tasks/*/draft', async (route) => {
      sent.push(route.request().postData() ?? '');
      await new Promise<void>((resolve) => lets.push(resolve));
      await route.continue();
    });
    await page.clock.install();
    await opinion.focus();
    // A key every 0.4 s: never a whole second of rest.
    for (const key of 'abcdefgh') {
      await page.keyboard.press(key);
      await page.clock.runFor(400);
    }
    await until(async () => lets[0] ?? null, 'the first writing while somebody types on');
    expect(sent).toHaveLength(1);
    await page.clock.runFor(5_000);
    expect(sent).toHaveLength(1);
    lets[0]?.();
    await until(async () => lets[1] ?? null, 'the second writing after the first');
    lets[1]?.();
    const reader = await as('can-bo@tam-thanh.example');
    await until(async () => {
      const { draft } = await reader.get(`/procedures/tasks/${report.taskId}`);
      return JSON.stringify(draft?.values ?? '').includes('abcdefgh') ? true : null;
    }, 'the last words to be kept');
    expect(sent).toHaveLength(2);
    await page.context().close();
  },
  LIMIT_MS,
);

test(
  'a look at another tab or task drops no note that is being written, and an event that was begun is asked about',
  async () => {
    const { page, report } = await claimed();
    const other = await takeInByApi();
    const note = page.getByLabel('Ghi chú (gõ @ để nhắc một người)');
    await page.getByRole('tab', { name: 'Ghi chú' }).click();
    await note.fill(TYPED);
    await page.getByRole('tab', { name: 'Hồ sơ' }).click();
    await note.waitFor({ state: 'hidden' });
    await page.getByRole('tab', { name: 'Ghi chú' }).click();
    expect(await note.inputValue()).toBe(TYPED);
    for (const taskId of [other.taskId, report.taskId]) await visit(page, `/tasks/${taskId}`);
    await page.getByRole('tab', { name: 'Ghi chú' }).click();
    expect(await note.inputValue()).toBe(TYPED);

    await visit(page, `/cases/${report.caseId}`);
    const pick = async (title: string) => {
      await page.getByRole('button', { name: 'Ghi sự kiện' }).click();
      await page.getByRole('menuitem', { name: title, exact: true }).click();
    };
    await pick('Báo cáo lãnh đạo phường');
    const content = page.getByLabel('Nội dung báo cáo (không nêu danh tính)');
    await content.fill(TYPED);
    const asks = page.getByRole('alertdialog').filter({ hasText: 'Bỏ những gì đã nhập?' });
    await page.getByRole('button', { name: 'Thôi', exact: true }).click();
    await asks.getByRole('button', { name: 'Nhập tiếp' }).click();
    await asks.waitFor({ state: 'detached' });
    expect(await content.inputValue()).toBe(TYPED);
    await page.getByRole('button', { name: 'Thôi', exact: true }).click();
    await asks.getByRole('button', { name: 'Bỏ', exact: true }).click();
    await content.waitFor({ state: 'detached' });
    await page.context().close();
  },
  LIMIT_MS,
);

test(
  'two tabs of one person do not write over each other unseen, and a refusal is not called a retry',
  async () => {
    const { page, report, opinion } = await claimed();
    const reader = await as('can-bo@tam-thanh.example');
    const kept = (words: string) =>
      until(async () => {
        const { draft } = await reader.get(`/procedures/tasks/${report.taskId}`);
        return JSON.stringify(draft?.values ?? '').includes(words) || null;
      }, `"${words}" to be kept`);
    await opinion.fill('Lời ở thẻ một');
    await kept('Lời ở thẻ một');
    const second = await page.context().newPage();
    await second.goto(`${PAGES}/tasks/${report.taskId}`);
    await second.locator(`[id$="-${idOf('task.vksOpinion')}"]`).fill('Lời ở thẻ hai');
    await kept('Lời ở thẻ hai');

    await opinion.fill('Lời ở thẻ một, viết tiếp');
    const newer = page.getByRole('alert').filter({ hasText: 'từ một thẻ hoặc máy khác của bạn' });
    await newer.waitFor();
    expect(await opinion.inputValue()).toBe('Lời ở thẻ một, viết tiếp');
    await kept('Lời ở thẻ hai');
    expect(await page.getByText('đang thử lại').count()).toBe(0);
    await settled(page);
    expect(await faults(page)).toEqual([]);
    await newer.getByRole('button', { name: 'Lưu phần ở đây' }).click();
    await newer.waitFor({ state: 'detached' });
    await kept('Lời ở thẻ một, viết tiếp');
    await second.close();

    const why = { code: 'DRAFT_REFUSED', vi: 'Bản nháp quá lớn. Hãy rút gọn.', en: 'Too large. Shorten it.' };
    await page.route('**/procedures/tasks/*/draft', (route) => route.fulfill({ status: 413, json: { error: why } }));
    await opinion.fill('Dài quá');
    await page.getByText(why.vi).waitFor();
    expect(await page.getByText('đang thử lại').count()).toBe(0);
    await page.context().close();
  },
  LIMIT_MS,
);

test(
  'what is typed while a saving fails does not wait for the retry',
  async () => {
    const { page, opinion } = await claimed();
    const sent: string[] = [];
    const fails: (() => void)[] = [];
    await page.route('**/procedures/tasks/*/draft', async (route) => {
      sent.push(route.request().postData() ?? '');
      if (sent.length > 1) return route.continue();
      await new Promise<void>((resolve) => fails.push(resolve));
      await route.abort();
    });
    await page.clock.install();
    // No time passes but what is let pass: else the next saving may come before anybody has read that this one failed.
    await page.clock.pauseAt(Date.now() + 1_000);
    await opinion.focus();
    await page.keyboard.press('a');
    await page.clock.runFor(1_500);
    await until(async () => fails[0] ?? null, 'the first saving');
    await page.keyboard.press('b');
    await page.clock.runFor(300);
    fails[0]?.();
    await page.getByText('đang thử lại').waitFor();
    await page.clock.runFor(2_000);
    await until(async () => sent[1] ?? null, 'the next saving within two seconds');
    expect(sent[1]).toContain('ab');
    await page.context().close();
  },
  LIMIT_MS,
);

test(
  'no link and no key leaves files that are on their way, or an event that was begun, before asking',
  async () => {
    const { page, report } = await claimed();
    const other = await takeInByApi();
    const lets: (() => void)[] = [];
    await page.route('**/procedures/attachments?**', async (route) => {
      if (route.request().method() === 'POST') await new Promise<void>((resolve) => lets.push(resolve));
      await route.continue();
    });
    await page.goto(`${PAGES}/tasks?view=unit&open=${report.taskId}`);
    const rows = page.locator('main ul[aria-label="Việc của tôi"] a');
    await rows.first().waitFor();
    await panelOf(page)
      .getByTestId('file-chooser')
      .setInputFiles(['một.pdf', 'hai.pdf'].map((name) => ({ name, mimeType: 'application/pdf', buffer: pdf })));
    await until(async () => lets[0] ?? null, 'the first file to be on its way');
    await rows.first().focus();
    const files = page.getByRole('alertdialog').filter({ hasText: 'Tệp đang được tải lên' });
    await page.keyboard.press('j');
    await files.waitFor();
    await settled(page);
    expect(await faults(page)).toEqual([]);
    await files.getByRole('button', { name: 'Ở lại' }).click();
    await files.waitFor({ state: 'detached' });
    expect(page.url()).toContain(`open=${report.taskId}`);
    lets[0]?.();
    await until(async () => lets[1] ?? null, 'the second file to be on its way');
    // Whoever waits at the question goes on by itself when they have arrived.
    await page.keyboard.press('j');
    await files.waitFor();
    lets[1]?.();
    await files.waitFor({ state: 'detached' });
    await until(async () => !page.url().includes(`open=${report.taskId}`) || null, 'the other task');
    const reader = await as('can-bo@tam-thanh.example');
    const { items } = await reader.get(`/procedures/cases/${report.caseId}/attachments`);
    expect(items.map(({ fileName }: { fileName: string }) => fileName).sort()).toEqual(['hai.pdf', 'một.pdf']);

    await page.goto(`${PAGES}/cases/${other.caseId}`);
    await page.getByRole('button', { name: 'Ghi sự kiện' }).click();
    await page.getByRole('menuitem', { name: 'Báo cáo lãnh đạo phường', exact: true }).click();
    const content = page.getByLabel('Nội dung báo cáo (không nêu danh tính)');
    await content.fill(TYPED);
    const words = page.getByRole('alertdialog').filter({ hasText: 'Bỏ những gì đã nhập?' });
    // A tab of the same page throws nothing away.
    await page.getByRole('tab', { name: 'Tệp' }).click();
    expect(await content.inputValue()).toBe(TYPED);
    const away = page.getByRole('main').locator(`a[href$="${PAGES}/cases"]`).first();
    await away.click();
    await words.getByRole('button', { name: 'Nhập tiếp' }).click();
    await words.waitFor({ state: 'detached' });
    expect(await content.inputValue()).toBe(TYPED);
    await away.click();
    await words.getByRole('button', { name: 'Bỏ', exact: true }).click();
    await page.waitForURL(/procedures\/cases$/);
    await page.context().close();
  },
  LIMIT_MS,
);
