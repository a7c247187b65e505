// "Thử" beside a draft, as an administrator uses it: run the scenarios, see what failed and why, try a case by hand with the
// real forms and time that passes, and keep it as a scenario.
import { restorePackage } from '../support/publish-version';
import { as, runningApp, until } from '../support/running-app';
import { SMALL } from '../unit/decisions/small-table';
import { launch, signedIn } from './support/browser.mjs';
import { fillForm, readForm } from './support/form-driver.mjs';
import { faults, settled } from './support/look.mjs';
import { PAGES } from './support/work.mjs';

const LIMIT_MS = 420_000;
const HOST_MS = 300_000;
const GROUPS = '[if quantity &gt; 0 then &quot;VP/can-bo&quot; else &quot;VP/lanh-dao&quot;]';
let browser: Awaited<ReturnType<typeof launch>>;
let draft: string;
let administrator: Awaited<ReturnType<typeof as>>;

beforeAll(async () => {
  browser = await launch();
  administrator = await as('quan-tri@bach-dang.example');
  await restorePackage('bach-dang', 'vi-du');
  draft = (await administrator.post('/procedures/packages/vi-du/drafts', {})).id;
  const failing = {
    title: { vi: 'Kịch bản sai', en: 'A wrong scenario' },
    steps: [
      {
        event: 'BAT_DAU',
        at: '2026-11-02T08:00:00+07:00',
        data: { title: 'Họp', quantity: 3, requestedAt: '2026-11-06T08:00:00+07:00' },
        expect: { tasks: ['ket_thuc'] },
      },
    ],
  };
  const body = { path: 'scenarios/sai.json', revision: 0, text: JSON.stringify(failing) };
  await administrator.call('PUT', `/procedures/drafts/${draft}/file`, body);
  const model = await administrator.get(`/procedures/drafts/${draft}/file?path=vi-du.bpmn`);
  const [before, behind = ''] = model.text.split('id="xu_ly"');
  const text = `${before}id="xu_ly"${behind.replace('"VP/can-bo"', `"=${GROUPS}"`)}`;
  await administrator.call('PUT', `/procedures/drafts/${draft}/file`, { ...model, text });
}, LIMIT_MS);
afterAll(async () => {
  await administrator?.call('DELETE', `/procedures/drafts/${draft}`);
  await browser?.close();
});

test(
  'scenarios are run and told in plain words, and a case tried by hand becomes one more',
  async () => {
    const page = await signedIn(browser, runningApp(), 'quan-tri@bach-dang.example');
    page.setDefaultTimeout(60_000);
    await page.goto(`${PAGES}/packages/drafts/${draft}?tab=try`);
    // The page reads a run that goes on again every second: what is typed beside it stays. It goes on as long as is looked.
    const readings = `**/drafts/${draft}/trials`;
    await page.route(readings, async (route) => {
      const response = await route.fetch();
      const json = await response.json();
      if (json.run) json.run.state = 'RUNNING';
      await route.fulfill({ response, json });
    });
    await page.getByRole('button', { name: 'Chạy tất cả' }).click();
    await page.getByRole('button', { name: 'Chạy thử bằng tay' }).click();
    const typed = page.locator('.fjs-form input[type="text"]').first();
    await typed.fill('Gõ trong lúc đang chạy');
    const readAgain = () => page.waitForResponse((one) => one.url().endsWith(`/drafts/${draft}/trials`));
    await readAgain();
    await readAgain();
    await page.unrouteAll({ behavior: 'wait' });
    await settled(page);
    expect(await typed.inputValue()).toBe('Gõ trong lúc đang chạy');
    // A line that comes while the button is held down moves it away from under the finger: it is pressed all the same.
    const begin = page.getByRole('button', { name: 'Bắt đầu' });
    await begin.scrollIntoViewIfNeeded();
    const { x, y } = (await begin.boundingBox()) ?? { x: 0, y: 0 };
    await page.mouse.move(x + 8, y + 8);
    await page.mouse.down();
    await page
      .locator('.fjs-form')
      .evaluate((form) => form.insertAdjacentHTML('beforebegin', '<p style="height: 60px"></p>'));
    await page.mouse.up();
    await page.getByRole('alert').filter({ hasText: 'Chưa ghi' }).waitFor();
    // A tab or the way back drops none of it without a word.
    const ask = page.getByRole('alertdialog', { name: 'Bỏ những gì đã nhập?' });
    await page.getByRole('tab', { name: 'Văn bản' }).click();
    await ask.getByRole('button', { name: 'Nhập tiếp' }).click();
    expect(await typed.inputValue()).toBe('Gõ trong lúc đang chạy');
    await page.getByRole('button', { name: 'Về danh sách kịch bản' }).click();
    await ask.getByRole('button', { name: 'Bỏ', exact: true }).click();
    await page.getByText('Các kịch bản đã đi qua 5/5 phần tử').waitFor({ timeout: HOST_MS });
    await page.getByRole('button', { name: /Kịch bản sai/ }).click();
    await page.getByText('cần mở việc "Xác nhận kết thúc", nhưng đang mở "Tiếp nhận yêu cầu"').waitFor();
    await page.getByText('Hồ sơ chưa tới đó: còn đang ở "Tiếp nhận yêu cầu".').waitFor();
    await page.locator('.trial-missed').first().waitFor({ state: 'attached' });
    await settled(page);
    expect(await faults(page)).toEqual([]);

    await page.getByRole('button', { name: 'Chạy thử bằng tay' }).click();
    await page.getByLabel('Đồng hồ chạy thử bắt đầu lúc').fill('2026-11-02T08:00');
    const record = { title: 'Họp thử', quantity: 5, requestedAt: '2026-11-06T08:00' };
    await page.locator('.fjs-form').first().waitFor();
    await fillForm(page, readForm('vi-du', 'bat-dau'), { record });
    await page.getByPlaceholder('hh:mm').fill('08:00');
    await page.getByPlaceholder('hh:mm').press('Enter');
    await page.getByRole('button', { name: 'Bắt đầu' }).click();
    const begun = page.getByRole('heading', { name: 'Việc đang mở' });
    const refused = page.getByRole('alert').filter({ hasText: /\S/ });
    await begun.or(refused).first().waitFor({ timeout: HOST_MS });
    expect(await refused.allTextContents()).toEqual([]);
    await page.getByRole('button', { name: /Đến hạn kế tiếp/ }).click();
    await page.getByText('đã đến hạn').first().waitFor();
    await settled(page);
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Lưu thành kịch bản' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Tên kịch bản (tiếng Việt)').fill('Để quá hạn');
    await dialog.getByRole('button', { name: 'Lưu thành kịch bản' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /Để quá hạn/ }).waitFor();

    const { text } = await administrator.get(`/procedures/drafts/${draft}/file?path=scenarios/de-qua-han.json`);
    const { steps } = JSON.parse(text);
    expect(steps.map((one: { advance?: unknown }) => one.advance ?? null)).toEqual([null, { to: 'nextDue' }]);
    expect(steps[1].expect).toMatchObject({ tasks: ['tiep_nhan'], clocks: [{ rule: 'XU_LY_3N', stage: 'DUE' }] });

    await page.getByRole('button', { name: 'Sửa', exact: true }).click();
    await page.getByRole('button', { name: 'Thêm bước' }).click();
    await page.getByRole('tab', { name: 'Vai trò' }).click();
    await ask.getByRole('button', { name: 'Nhập tiếp' }).click();
    await page.getByRole('button', { name: 'Lưu kịch bản' }).click();
    await page.getByRole('button', { name: 'Chạy kịch bản này' }).click();
    await page.getByRole('button', { name: /Để quá hạn\s*đạt · 3 bước/ }).waitFor({ timeout: HOST_MS });
    await page.context().close();
  },
  LIMIT_MS,
);

test(
  'an expression is written with the names that exist there, tried by the engine, told why it is null, and taken over',
  async () => {
    const page = await signedIn(browser, runningApp(), 'quan-tri@bach-dang.example');
    page.setDefaultTimeout(60_000);
    await page.goto(`${PAGES}/packages/drafts/${draft}?file=vi-du.bpmn`);
    await page.locator('[data-element-id="xu_ly"] .djs-hit').first().click({ force: true });
    await page.getByRole('button', { name: 'Sửa và thử: Nhóm được làm' }).click();
    const dialog = page.getByRole('dialog');
    const editor = dialog.getByRole('textbox', { name: 'Biểu thức FEEL' });
    await dialog.getByText(/^Tên dùng được ở đây \([1-9]/).waitFor();
    const write = async (text: string) => {
      await editor.press('ControlOrMeta+a');
      await editor.pressSequentially(text);
    };
    await write('qua');
    await page.locator('.cm-tooltip-autocomplete').getByText('quantity', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.cm-tooltip-autocomplete').waitFor({ state: 'detached' });
    expect(await dialog.isVisible()).toBe(true);
    await editor.press('Control+Space');
    await page.locator('.cm-tooltip-autocomplete').getByText('quantity', { exact: true }).click();
    await editor.pressSequentially(' + 1');
    const sample = dialog.getByLabel('Giá trị mẫu (JSON)');
    expect(JSON.parse(await sample.inputValue())).toEqual({ quantity: 0 });
    await sample.fill('{"quantity": 4}');
    await dialog.getByRole('button', { name: 'Thử', exact: true }).click();
    await dialog.getByText('Giá trị (số)').waitFor({ timeout: HOST_MS });
    expect(await dialog.locator('pre').last().textContent()).toBe('5');
    await dialog.getByText('Ở đây máy cần một danh sách chữ', { exact: false }).waitFor();
    await settled(page);
    expect(await faults(page)).toEqual([]);

    await write('quantty');
    await dialog.getByRole('button', { name: 'Thử', exact: true }).click();
    await dialog.getByText('Không có biến quantty ở bước này. Có phải quantity?').waitFor();
    await write('["VP/lanh-dao"]');
    await dialog.getByRole('button', { name: 'Dùng biểu thức này' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('region', { name: 'Biểu thức' }).getByText('=["VP/lanh-dao"]').waitFor();
    const saved = async () => {
      const { text } = await administrator.get(`/procedures/drafts/${draft}/file?path=vi-du.bpmn`);
      return /candidateGroups="=\[(&#34;|&quot;)VP\/lanh-dao\1\]"/.test(text) || null;
    };
    await until(saved, 'the expression to be saved');
    await page.context().close();
  },
  LIMIT_MS,
);

test(
  'an expression in the panel of all properties is tried from its field, as it stands there, and written back into it',
  async () => {
    const page = await signedIn(browser, runningApp(), 'quan-tri@bach-dang.example');
    page.setDefaultTimeout(60_000);
    await page.goto(`${PAGES}/packages/drafts/${draft}?file=vi-du.bpmn`);
    await page.locator('[data-element-id="tiep_nhan"] .djs-hit').first().click({ force: true });
    await page.getByText('Chuyên sâu: mọi thuộc tính của phần tử').click();
    await page.locator('.bio-properties-panel-header').getByText('Bước do người làm').waitFor();
    await page.locator('[data-group-id="group-assignmentDefinition"]').getByText('Giao việc', { exact: true }).click();
    const field = page.locator('[data-entry-id="assignmentDefinitionAssignee"]');
    const button = page.getByRole('button', { name: 'Thử biểu thức này: Người làm' });
    await field.getByRole('textbox').waitFor();
    // Plain words are no expression.
    expect(await button.count()).toBe(0);
    await field.getByRole('textbox').fill('=');
    await button.waitFor();
    await field.locator('.cm-content').pressSequentially('string(quantity + 1)');
    await page.keyboard.press('Escape');
    // What was typed a moment ago is what is tried.
    await button.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Người làm' });
    expect(await dialog.getByRole('textbox', { name: 'Biểu thức FEEL' }).textContent()).toBe('string(quantity + 1)');
    await dialog.getByText(/^Tên dùng được ở đây \([1-9]/).waitFor();
    await dialog.getByLabel('Giá trị mẫu (JSON)').fill('{"quantity": 4}');
    await dialog.getByRole('button', { name: 'Thử', exact: true }).press('Enter');
    await dialog.getByText('Giá trị (chữ)').waitFor({ timeout: HOST_MS });
    expect(await dialog.locator('pre').last().textContent()).toBe('"5"');
    await dialog.getByRole('textbox', { name: 'Biểu thức FEEL' }).press('ControlOrMeta+a');
    await dialog.getByRole('textbox', { name: 'Biểu thức FEEL' }).pressSequentially('string(quantity)');
    await dialog.getByRole('button', { name: 'Dùng biểu thức này' }).click();
    await dialog.waitFor({ state: 'detached' });
    await field.getByText('string(quantity)').waitFor();
    await settled(page);
    expect(await faults(page)).toEqual([]);
    const saved = async () => {
      const { text } = await administrator.get(`/procedures/drafts/${draft}/file?path=vi-du.bpmn`);
      return text.includes('assignee="=string(quantity)"') || null;
    };
    await until(saved, 'the expression to be saved');
    await page.context().close();
  },
  LIMIT_MS,
);

test(
  'a cell of a decision table completes the names that exist there, and the table is tried without a word of FEEL',
  async () => {
    const file = { path: 'xep-phong.dmn', revision: 0, text: SMALL };
    await administrator.call('PUT', `/procedures/drafts/${draft}/file`, file);
    const page = await signedIn(browser, runningApp(), 'quan-tri@bach-dang.example');
    page.setDefaultTimeout(60_000);
    await page.goto(`${PAGES}/packages/drafts/${draft}?file=xep-phong.dmn`);
    await page.getByRole('combobox', { name: 'Bảng đang xem' }).click();
    await page.getByRole('option', { name: 'Mức phòng' }).click();
    const panel = page.getByRole('region', { name: 'Thử bảng này' });
    const people = panel.getByLabel('Số người');
    await people.waitFor();
    const cell = page.locator('td[data-element-id="it_output_0"]');
    await cell.click();
    await cell.locator('.cm-content').press('ControlOrMeta+a');
    await cell.locator('.cm-content').pressSequentially('qua');
    await page.locator('.cm-tooltip-autocomplete').getByText('quantity', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await cell.locator('.cm-content').press('ControlOrMeta+a');
    await cell.locator('.cm-content').pressSequentially('"vừa"');

    await people.fill('4');
    await panel.getByRole('button', { name: 'Thử bảng' }).click();
    await panel.getByText('Dòng 1 khớp').waitFor({ timeout: HOST_MS });
    await panel.getByText('“vừa”').waitFor();
    const sign = (id: string, part: string) =>
      page
        .locator(`td[data-element-id="${id}"]`)
        .first()
        .evaluate((td, of) => getComputedStyle(td, of).content, part);
    expect(await sign('it', '::before')).toBe('""');
    expect(await sign('nhieu', '::before')).toBe('none');
    expect(await sign('nhieu_input_0', '::after')).toBe('"×"');
    await settled(page);
    expect(await faults(page)).toEqual([]);

    await people.fill('');
    await panel.getByRole('button', { name: 'Thử bảng' }).click();
    await panel.getByText('Không dòng nào khớp').waitFor();
    await panel.getByText('cột “Số người” cần < 10, nhưng giá trị là trống.').first().waitFor();
    await page.context().close();
  },
  LIMIT_MS,
);
