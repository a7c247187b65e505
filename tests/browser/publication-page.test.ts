// What people read on the way to a new version: what of a drawing could not be read, what came into force meanwhile, why it is
// proposed untried, and for the second person whole values and every drawing that changes.
import { publishVersion, restorePackage } from '../support/publish-version';
import { as, runningApp, until } from '../support/running-app';
import { launch, signedIn } from './support/browser.mjs';
import { faults, settled } from './support/look.mjs';
import { PAGES } from './support/work.mjs';

const LIMIT_MS = 240_000;
const PATIENCE_MS = 60_000;
const TENANT = 'bach-dang';
const ADMINISTRATOR = `quan-tri@${TENANT}.example`;
const LONG = `Mô tả ${'rất dài '.repeat(60)}có đoạn cuối.`;
const SECOND_DRAWING = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" id="phu_ve" targetNamespace="urn:thu">
  <bpmn:process id="phu" isExecutable="true"><bpmn:startEvent id="phu_dau" /></bpmn:process>
  <bpmndi:BPMNDiagram id="phu_trang"><bpmndi:BPMNPlane id="phu_mat" bpmnElement="phu"><bpmndi:BPMNShape id="phu_dau_di" bpmnElement="phu_dau"><dc:Bounds x="100" y="100" width="36" height="36" /></bpmndi:BPMNShape></bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`;
type Page = Awaited<ReturnType<typeof signedIn>>;
let browser: Awaited<ReturnType<typeof launch>>;
let administrator: Awaited<ReturnType<typeof as>>;
let page: Page;
const drafts: string[] = [];

beforeAll(async () => {
  browser = await launch();
  administrator = await as(ADMINISTRATOR);
  await restorePackage(TENANT, 'vi-du');
  page = await signedIn(browser, runningApp(), ADMINISTRATOR);
  page.setDefaultTimeout(PATIENCE_MS);
}, LIMIT_MS);
afterAll(async () => {
  await browser?.close();
  for (const id of drafts) await administrator.call('DELETE', `/procedures/drafts/${id}`);
  await restorePackage(TENANT, 'vi-du');
}, LIMIT_MS);

async function newDraft(changes: Record<string, (text: string) => string>): Promise<string> {
  const { id } = await administrator.post('/procedures/packages/vi-du/drafts', {});
  drafts.push(id);
  for (const [path, change] of Object.entries(changes)) {
    const now = await administrator.call('GET', `/procedures/drafts/${id}/file?path=${path}`);
    const { text, revision } = now.status === 200 ? now.body : { text: '', revision: 0 };
    const body = { path, revision, text: change(text) };
    expect([path, (await administrator.call('PUT', `/procedures/drafts/${id}/file`, body)).status]).toEqual([
      path,
      200,
    ]);
  }
  return id;
}

const open = async (id: string): Promise<void> => {
  await page.goto(`${PAGES}/packages/drafts/${id}`);
  await page.locator('[role="application"][aria-busy="false"] .djs-shape').first().waitFor();
};

test(
  'what of a drawing cannot be read is named with its element, leads to it, and is put away',
  async () => {
    const id = await newDraft({
      'vi-du.bpmn': (xml) =>
        xml
          .replace('<bpmn:userTask id="xu_ly"', '<bpmn:userTask default="khong_co" id="xu_ly"')
          .replace('</bpmn:process>', '<bpmn:khongCo id="la" /></bpmn:process>'),
    });
    await open(id);
    const bar = page.getByRole('alert').filter({ hasText: 'không đọc được' });
    await bar.getByText('không đọc được thẻ <bpmn:khongCo>.').waitFor();
    await bar.getByText('"Xếp phòng" (xu_ly): default trỏ tới "khong_co", không có trong tệp.').waitFor();
    expect(await faults(page)).toEqual([]);
    await bar.getByRole('button', { name: 'Tới chỗ đó' }).click();
    await page.getByRole('region', { name: 'Giao việc' }).waitFor();
    expect(await page.getByLabel('Tên bước').inputValue()).toBe('Xếp phòng');
    await bar.getByRole('button', { name: 'Đã hiểu' }).click();
    await bar.waitFor({ state: 'detached' });
    await open(await newDraft({}));
    expect(await bar.count()).toBe(0);
  },
  LIMIT_MS,
);

test(
  'an overtaken draft takes over what came, is proposed with a reason, and is read whole',
  async () => {
    const id = await newDraft({
      'manifest.json': (text) => {
        const manifest = JSON.parse(text);
        return JSON.stringify({ ...manifest, description: { ...manifest.description, vi: LONG } });
      },
      'vi-du.bpmn': (xml) => xml.replace('name="Xếp phòng"', 'name="Xếp phòng họp"'),
      'phu.bpmn': () => SECOND_DRAWING,
    });
    const version = await publishVersion(TENANT, 'vi-du', { 'xu-ly.form': (text) => `${text}\n` });
    await open(id);
    await page.getByRole('button', { name: `Nhận thay đổi của phiên bản ${version}` }).click();
    const taking = page.getByRole('dialog');
    await taking.getByText('xu-ly.form: bản thảo chưa sửa, nhận bản mới').waitFor();
    expect(await taking.getByText('manifest.json').count()).toBe(0);
    await settled(page);
    expect(await faults(page)).toEqual([]);
    await taking.getByRole('button', { name: 'Nhận vào bản thảo' }).click();
    await taking.waitFor({ state: 'detached' });
    await page.getByText(`Bản thảo từ phiên bản ${version}; đang áp dụng ${version}`).waitFor();

    const propose = page.getByRole('button', { name: 'Đề nghị ban hành' });
    await until(async () => ((await propose.isEnabled()) ? true : null), 'the check to be done');
    await propose.click();
    const dialog = page.getByRole('dialog');
    const why = dialog.getByRole('textbox', { name: /Vì sao đề nghị khi chưa chạy đạt hết/ });
    await why.waitFor();
    await dialog.getByRole('textbox', { name: /Nội dung thay đổi/ }).fill('Mô tả dài');
    await dialog.getByRole('button', { name: 'Đề nghị ban hành' }).click();
    await until(
      async () => ((await why.getAttribute('aria-invalid')) === 'true' ? true : null),
      'the reason to be asked',
    );
    await settled(page);
    expect(await faults(page)).toEqual([]);
    await why.fill('Chỉ sửa lời');
    await dialog.getByRole('button', { name: 'Đề nghị ban hành' }).click();
    await page.waitForURL(/publications\//);

    await page.getByText('Lý do vẫn đề nghị: Chỉ sửa lời').waitFor();
    const described = page.getByRole('listitem').filter({ hasText: 'description' });
    expect(await described.getByText('có đoạn cuối.').count()).toBe(0);
    await described.getByRole('button', { name: 'Xem hết' }).last().click();
    await described.getByText('có đoạn cuối.').waitFor();
    const renamed = page.getByRole('listitem').filter({ hasText: '(xu_ly) thay đổi' });
    expect(await renamed.locator('ins').allTextContents()).toEqual([' họp']);
    for (const file of ['vi-du.bpmn', 'phu.bpmn']) {
      const drawings = page.getByRole('region', { name: file });
      await drawings
        .getByRole('group', { name: 'Đề nghị' })
        .locator('.djs-shape')
        .first()
        .waitFor({ state: 'attached' });
    }
    await page
      .getByRole('region', { name: 'phu.bpmn' })
      .getByText('Sơ đồ này chưa có ở phiên bản đang áp dụng.')
      .waitFor();
    await settled(page);
    expect(await faults(page)).toEqual([]);
    const address = page.url().split('/').at(-1);
    await administrator.post(`/procedures/publications/${address}/withdraw`, { reason: 'Chỉ thử' });
  },
  LIMIT_MS,
);
