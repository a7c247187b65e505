// The modeler in daily use: two people on one draft, finding, undoing, copying to another diagram, export, the outline for who
// has no mouse, and a form changed by lists. What it is for is second-approval.test.ts.
import fs from 'node:fs';
import { PDFDocument } from 'pdf-lib';
import { as, runningApp, until } from '../support/running-app';
import { launch, signedIn } from './support/browser.mjs';
import { faults } from './support/look.mjs';
import { Hands } from './support/phone-call.mjs';
import { PAGES } from './support/work.mjs';

const LIMIT_MS = 240_000;
const PATIENCE_MS = 60_000;
const TENANT = 'bach-dang';
const ADMINISTRATOR = `quan-tri@${TENANT}.example`;
const CLASSIFY = 'Phân loại nguồn tin';
type Page = Awaited<ReturnType<typeof signedIn>>;
let browser: Awaited<ReturnType<typeof launch>>;
let administrator: Awaited<ReturnType<typeof as>>;
const drafts: string[] = [];

beforeAll(async () => {
  browser = await launch();
  administrator = await as(ADMINISTRATOR);
}, LIMIT_MS);
afterAll(async () => {
  await browser?.close();
  for (const id of drafts) await administrator.call('DELETE', `/procedures/drafts/${id}`);
}, LIMIT_MS);

async function newDraft(packageId = 'nguon-tin'): Promise<string> {
  const { id } = await administrator.post(`/procedures/packages/${packageId}/drafts`, {});
  drafts.push(id);
  return id;
}

const textOf = async (id: string, path: string): Promise<string> =>
  (await administrator.get(`/procedures/drafts/${id}/file?path=${path}`)).text;
const saved = (id: string, path: string, isSo: (text: string) => boolean, what: string) =>
  until(async () => (isSo(await textOf(id, path)) ? true : null), what);

async function open(page: Page, id: string): Promise<void> {
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(`${PAGES}/packages/drafts/${id}`);
  await page.locator('[role="application"][aria-busy="false"] .djs-shape').first().waitFor();
}

/** By the search of the canvas, as somebody does who does not know where it stands. */
async function find(page: Page, name: string): Promise<void> {
  await page.locator('.djs-container svg').first().focus();
  await page.keyboard.press('Control+f');
  await page.locator('.djs-search-input input').fill(name);
  // It looks when a key is let go.
  await page.keyboard.press('End');
  await page.locator('.djs-search-result').first().waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Giao việc' }).waitFor();
  expect(await page.getByLabel('Tên bước').inputValue()).toBe(name);
}

async function rename(page: Page, name: string): Promise<void> {
  await page.getByLabel('Tên bước').fill(name);
  await page.getByLabel('Tên bước').press('Enter');
}

const choose = async (page: Page, label: string | RegExp, option: string) => {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).first().click();
};

async function exported(page: Page, kind: string): Promise<{ name: string; content: Buffer }> {
  await page.getByRole('button', { name: 'Xuất', exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    page.getByRole('menuitem', { name: kind, exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), content: fs.readFileSync(await download.path()) };
}

test(
  'two people on one draft: who is later is told by whom, and loses nothing',
  async () => {
    const id = await newDraft();
    const [first, second] = [
      await signedIn(browser, runningApp(), ADMINISTRATOR),
      await signedIn(browser, runningApp(), ADMINISTRATOR),
    ];
    await Promise.all([open(first, id), open(second, id)]);
    await Promise.all([find(first, CLASSIFY), find(second, CLASSIFY)]);
    await rename(first, 'Phân loại của người trước');
    await saved(id, 'nguon-tin.bpmn', (text) => text.includes('Phân loại của người trước'), 'the first name');
    await rename(second, 'Phân loại của người sau');
    const told = second.getByRole('alert').filter({ hasText: 'vừa sửa tệp này' });
    await told.waitFor();
    const { fullName } = (await administrator.get('/procedures/me')).person;
    expect(await told.textContent()).toContain(fullName);
    expect(await faults(second)).toEqual([]);
    // A look at another file takes nothing away.
    const files = second.getByRole('navigation', { name: 'Tệp của bộ quy trình' });
    await files.getByRole('button', { name: 'manifest.json' }).click();
    await told.waitFor({ state: 'detached' });
    await files.getByRole('button', { name: 'nguon-tin.bpmn' }).click();
    await told.waitFor();
    await told.getByRole('button', { name: 'Giữ bản của tôi thành tệp riêng' }).click();
    await second.waitForURL(/file=.*ban-sao/);
    const copy = new URL(second.url()).searchParams.get('file') ?? '';
    expect(await textOf(id, copy)).toContain('Phân loại của người sau');
    expect(await textOf(id, 'nguon-tin.bpmn')).toContain('Phân loại của người trước');
    expect(await textOf(id, 'nguon-tin.bpmn')).not.toContain('Phân loại của người sau');
    await first.context().close();
    await second.context().close();
  },
  LIMIT_MS,
);

test(
  'what is drawn is undone in one go and done again, the map shows where one is, and all of it goes to paper',
  async () => {
    const id = await newDraft();
    const page = await signedIn(browser, runningApp(), ADMINISTRATOR);
    await open(page, id);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Phím tắt' }).waitFor();
    await page.keyboard.press('Escape');
    await find(page, CLASSIFY);
    const steps = async () => Object.keys((await administrator.get(`/procedures/drafts/${id}`)).tasks).sort();
    const atFirst = await steps();
    await page.keyboard.press('Escape');
    await page.locator('.djs-container svg').first().focus();
    await page.keyboard.press('n');
    await page.getByRole('button', { name: /^Phê duyệt/ }).click();
    await page.getByRole('button', { name: 'Vẽ vào quy trình' }).click();
    await until(async () => ((await steps()).length > atFirst.length ? true : null), 'the new step in the draft');
    const withStep = await steps();
    const same = (one: string[], other: string[]) => (one.join() === other.join() ? true : null);
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await until(async () => same(await steps(), atFirst), 'the step to be gone with all that it brought');
    await page.locator('.djs-container svg').first().focus();
    await page.keyboard.press('Control+y');
    await until(async () => same(await steps(), withStep), 'the step to be back');
    await page.keyboard.press('Control+z');
    await until(async () => same(await steps(), atFirst), 'the step to be gone again');

    await page.locator('.djs-minimap .toggle').click();
    await page.locator('.djs-minimap.open .viewport-dom').waitFor();
    expect(await page.locator('.djs-minimap.open .djs-shape, .djs-minimap.open .djs-visual').count()).toBeGreaterThan(
      50,
    );

    const svg = await exported(page, 'Hình SVG');
    expect(svg.name).toBe('nguon-tin.svg');
    expect(svg.content.toString('utf8')).toContain('<svg');
    const png = await exported(page, 'Hình PNG');
    expect(png.content.subarray(1, 4).toString('latin1')).toBe('PNG');
    const pdf = await exported(page, 'PDF để in');
    expect(pdf.name).toBe('nguon-tin.pdf');
    const sheets = (await PDFDocument.load(pdf.content)).getPages();
    expect(sheets.length).toBeGreaterThan(1);
    // A3, lying, whatever its unit is rounded to.
    expect(sheets.map((sheet) => Math.round(sheet.getWidth() / 10))).toEqual(sheets.map(() => 119));
    await page.context().close();
  },
  LIMIT_MS,
);

test(
  'a step is copied to another diagram with who does it and its form, and what is not there is told',
  async () => {
    const [from, to] = [await newDraft(), await newDraft('vi-du')];
    const page = await signedIn(browser, runningApp(), ADMINISTRATOR);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(page, from);
    await find(page, CLASSIFY);
    await page.locator('.djs-container svg').first().focus();
    await page.keyboard.press('Control+c');
    // The clipboard is written a moment later; a page that is left by then has copied nothing.
    const copied = async () => (await page.evaluate(() => navigator.clipboard.readText())).includes(CLASSIFY);
    await until(async () => ((await copied()) ? true : null), 'the step on the clipboard');
    await open(page, to);
    const paste = async () => {
      const canvas = page.locator('.djs-container svg').first();
      const box = await canvas.boundingBox();
      if (!box) throw new Error('Expected a canvas, but there is none');
      await canvas.focus();
      await page.mouse.move(box.x + box.width / 2, box.y + box.height - 90);
      await page.keyboard.press('Control+v');
      await page.locator('.djs-drag-group, .djs-dragger').first().waitFor();
      await page.mouse.move(box.x + box.width / 2 + 20, box.y + box.height - 80, { steps: 3 });
      await page.mouse.down();
      await page.mouse.up();
    };
    await paste();
    const told = page.getByRole('alert').filter({ hasText: 'Đã dán' });
    await told.waitFor();
    expect(await told.textContent()).toContain(`“${CLASSIFY}”: biểu mẫu phan-loai`);
    expect(await faults(page)).toEqual([]);
    await told.getByRole('button', { name: 'Đã hiểu' }).click();
    await saved(to, 'vi-du.bpmn', (text) => text.includes(CLASSIFY), 'the pasted step');
    // Within its own package everything comes along.
    await open(page, from);
    await paste();
    const twice = (text: string) => text.split(`name="${CLASSIFY}"`).length === 3;
    await saved(from, 'nguon-tin.bpmn', twice, 'the step a second time');
    const text = await textOf(from, 'nguon-tin.bpmn');
    expect(text).toContain('<zeebe:property name="form" value="phan-loai"');
    expect(await page.getByRole('alert').filter({ hasText: 'Đã dán' }).count()).toBe(0);
    await page.context().close();
  },
  LIMIT_MS,
);

test(
  'the whole procedure is read and changed by keyboard alone',
  async () => {
    const id = await newDraft();
    const page = await signedIn(browser, runningApp(), ADMINISTRATOR);
    await open(page, id);
    const hands = new Hands(page);
    await hands.press('o');
    const line = page.locator('[role="treeitem"]:focus');
    await line.waitFor();
    const count = await page.getByRole('treeitem').count();
    const read = [(await line.textContent()) ?? ''];
    for (let at = 1; at < count; at += 1) {
      await hands.press('ArrowDown');
      read.push((await line.textContent()) ?? '');
    }
    const { tasks } = await administrator.get(`/procedures/drafts/${id}`);
    expect(read.filter((words) => words.includes('việc của người')).length).toBe(Object.keys(tasks).length);
    expect(await faults(page)).toEqual([]);

    await hands.press('Home');
    while (!(await line.textContent())?.startsWith(CLASSIFY)) await hands.press('ArrowDown');
    await hands.stop('Enter');
    await page.locator('input:focus').waitFor();
    await page.keyboard.press('Control+a');
    await hands.type('Phân loại tin báo');
    await hands.stop('Enter');
    await saved(id, 'nguon-tin.bpmn', (text) => text.includes('Phân loại tin báo'), 'the new name');
    // Still in the field, and from there back to where one was reading.
    expect(await page.locator('input:focus').inputValue()).toBe('Phân loại tin báo');
    await hands.stop('Escape');
    expect(await line.textContent()).toContain('Phân loại tin báo');

    await hands.to(page.getByRole('button', { name: 'Thêm bước sau' }));
    await hands.stop('Enter');
    await hands.to(page.getByRole('dialog').getByRole('button', { name: /^Giao việc cho đơn vị/ }));
    await hands.stop('Enter');
    await hands.to(page.getByRole('dialog').getByLabel('Tên bước'));
    await page.keyboard.press('Control+a');
    await hands.type('Xem lại');
    await hands.to(page.getByRole('button', { name: 'Vẽ vào quy trình' }));
    await hands.stop('Enter');
    await page.getByRole('treeitem', { name: /^Xem lại/, selected: true }).waitFor();

    await hands.to(page.getByRole('button', { name: 'Nối tới…' }));
    await hands.stop('Enter');
    await hands.to(page.getByRole('dialog').getByRole('combobox'));
    await hands.press('Enter');
    await page.getByRole('option').first().waitFor();
    await hands.press('ArrowDown');
    await hands.press('Enter');
    await hands.to(page.getByRole('dialog').getByRole('button', { name: 'Nối', exact: true }));
    await hands.stop('Enter');
    await page.getByText(/^Đã nối tới “/).waitFor();
    await hands.to(page.getByRole('button', { name: 'Bỏ', exact: true }));
    await hands.stop('Enter');
    await page.getByText('Đã bỏ “Xem lại”', { exact: false }).waitFor();
    await saved(id, 'nguon-tin.bpmn', (text) => !text.includes('Xem lại'), 'the step to be gone');
    await page.context().close();
  },
  LIMIT_MS,
);

test(
  'a form is changed by lists',
  async () => {
    const id = await newDraft();
    const page = await signedIn(browser, runningApp(), ADMINISTRATOR);
    const form = async () => JSON.parse(await textOf(id, 'xu-ly-qua-han.form')).components.at(-1);
    await page.goto(`${PAGES}/packages/drafts/${id}?file=xu-ly-qua-han.form`);
    await page.getByLabel('Câu hỏi').first().fill('Có cần báo cáo thêm?');
    await choose(page, 'Cách trả lời', 'đánh dấu có / không');
    await page.getByRole('button', { name: 'Thêm ô' }).click();
    await until(async () => ((await form()).label === 'Có cần báo cáo thêm?' ? true : null), 'the field to be saved');
    expect(await form()).toMatchObject({ type: 'checkbox', key: 'task.coCanBaoCaoThem' });
    await choose(page, /Câu trả lời ghi vào/, 'mục mới của hồ sơ');
    await until(async () => ((await form()).key.startsWith('record.') ? true : null), 'the field to be bound');
    const preview = page.getByRole('region', { name: 'Xem như người điền' });
    await choose(page, 'Chỉ hiện khi', 'Đã đánh dấu: Đề xuất xem xét trách nhiệm');
    await preview.getByLabel('Có cần báo cáo thêm?').waitFor({ state: 'detached' });
    await preview.getByLabel('Đề xuất xem xét trách nhiệm').check();
    await preview.getByLabel('Có cần báo cáo thêm?').waitFor();
    await until(async () => (await form()).conditional ?? null, 'the condition to be saved');
    expect((await form()).conditional).toEqual({ hide: '=task.accountability != true' });
    expect(await faults(page)).toEqual([]);
    await page.context().close();
  },
  LIMIT_MS,
);

test(
  'a step that another tool drew for its own task list is named, and given by ours at one press',
  async () => {
    const id = await newDraft('vi-du');
    const path = 'vi-du.bpmn';
    const file = await administrator.get(`/procedures/drafts/${id}/file?path=${path}`);
    await administrator.call('PUT', `/procedures/drafts/${id}/file`, {
      path,
      revision: file.revision,
      text: file.text.replace('<zeebe:assignmentDefinition', '<zeebe:userTask /><zeebe:assignmentDefinition'),
    });
    const said = async () => {
      const { problems } = await administrator.get(`/procedures/drafts/${id}/check`);
      return problems.find((one: { code: string }) => one.code === 'native-user-task');
    };
    const { severity, element } = await said();
    expect(severity).toBe('error');
    const page = await signedIn(browser, runningApp(), ADMINISTRATOR);
    await open(page, id);
    await page.locator(`[data-element-id="${element}"] .djs-hit`).first().click({ force: true });
    await page.getByText('Bước này vẽ bằng công cụ khác', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Giao bằng danh sách việc ở đây', exact: true }).click();
    await saved(id, path, (text) => !text.includes('zeebe:userTask'), 'the tag to be gone');
    expect(await said()).toBeUndefined();
    await page.context().close();
  },
  LIMIT_MS,
);
