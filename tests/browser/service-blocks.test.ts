// Blocks that do something by themselves, drawn by lists. The modeler in daily use is modeler-use.test.ts; what it is for,
// second-approval.test.ts.
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { as, runningApp, until } from '../support/running-app';
import { launch, signedIn } from './support/browser.mjs';
import { faults } from './support/look.mjs';
import { PAGES } from './support/work.mjs';

const LIMIT_MS = 240_000;
const TENANT = 'bach-dang';
const TRANSFER = 'Lập phiếu chuyển, chuyển hồ sơ · Xử lý thông thường: chuyển trong 7 ngày';
type Page = Awaited<ReturnType<typeof signedIn>>;
let browser: Awaited<ReturnType<typeof launch>>;

beforeAll(async () => {
  browser = await launch();
}, LIMIT_MS);
afterAll(() => browser?.close());

const choose = async (page: Page, label: string | RegExp, option: string) => {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).first().click();
};

const CALLED = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="xin_y_kien_tep" targetNamespace="urn:thu"><bpmn:process id="xin-y-kien" name="Xin ý kiến cấp trên" isExecutable="true"><bpmn:startEvent id="yk_bd"><bpmn:outgoing>yk_1</bpmn:outgoing></bpmn:startEvent><bpmn:sequenceFlow id="yk_1" sourceRef="yk_bd" targetRef="yk_viec" /><bpmn:userTask id="yk_viec" name="Cho ý kiến"><bpmn:extensionElements><zeebe:assignmentDefinition candidateGroups="CAP/lanh-dao" /><zeebe:properties><zeebe:property name="form" value="xu-ly-qua-han" /></zeebe:properties></bpmn:extensionElements><bpmn:incoming>yk_1</bpmn:incoming><bpmn:outgoing>yk_2</bpmn:outgoing></bpmn:userTask><bpmn:sequenceFlow id="yk_2" sourceRef="yk_viec" targetRef="yk_kt" /><bpmn:endEvent id="yk_kt"><bpmn:incoming>yk_2</bpmn:incoming></bpmn:endEvent></bpmn:process></bpmn:definitions>`;

/** By the form, with a secret and a trial of the line. */
async function makeConnection(page: Page, baseUrl: string): Promise<void> {
  await page.goto(`${PAGES}/integration?tab=connections`);
  await page.getByRole('button', { name: 'Thêm kết nối' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Tên kết nối').fill('Tra cứu địa bàn');
  await dialog.getByLabel('Địa chỉ gốc').fill('http://8.8.8.8/');
  await dialog.getByRole('checkbox', { name: 'POST' }).click();
  await dialog.getByRole('button', { name: 'Thêm tiêu đề' }).click();
  await dialog.getByLabel('Giá trị 1').fill('Bearer khoa-thu');
  await dialog.getByRole('combobox', { name: /Thông tin được gửi/ }).click();
  await page.getByRole('option').first().click();
  await page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: 'Lưu kết nối' }).click();
  await dialog.getByText('Địa chỉ phải bắt đầu bằng https://.').first().waitFor();
  expect(await faults(page)).toEqual([]);
  await dialog.getByLabel('Địa chỉ gốc').fill(baseUrl);
  await dialog.getByRole('button', { name: 'Lưu kết nối' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Thử kết nối' }).click();
  await page.getByText(/Có trả lời \(HTTP 200\)\. \d+ ms/).waitFor();
  expect(await page.content()).not.toContain('khoa-thu');
  expect(await faults(page)).toEqual([]);
}

test(
  'an automatic notice, a call of another system and a called process are drawn by lists, and the check finds nothing wrong',
  async () => {
    const server = http.createServer((_request, response) => response.end('{}'));
    // A failure below must not hold the run.
    server.unref();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.2', () => resolve()));
    const page = await signedIn(browser, runningApp(), `quan-tri@${TENANT}.example`);
    await makeConnection(page, `http://127.0.0.2:${(server.address() as AddressInfo).port}`);
    const administrator = await as(`quan-tri@${TENANT}.example`);
    const { id } = await administrator.post('/procedures/packages/nguon-tin/drafts', {});
    const file = { path: 'xin-y-kien.bpmn', revision: 0, text: CALLED };
    expect((await administrator.call('PUT', `/procedures/drafts/${id}/file`, file)).status).toBe(200);
    await page.goto(`${PAGES}/packages/drafts/${id}`);
    await page.locator('.djs-container .djs-shape').first().waitFor();
    const draw = async (block: RegExp, name: string, fill: () => Promise<void>) => {
      await page.getByRole('button', { name: 'Thêm bước' }).click();
      await choose(page, /Sau bước/, TRANSFER);
      await page.getByRole('button', { name: block }).click();
      // The step that was drawn before has a name too, behind the dialog.
      await page.getByRole('dialog').getByLabel('Tên bước').fill(name);
      await fill();
      expect(await faults(page)).toEqual([]);
      await page.getByRole('button', { name: 'Vẽ vào quy trình' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    };
    await draw(/^HTTP/, 'Tra cứu địa bàn', async () => {
      await choose(page, /Kết nối/, 'Tra cứu địa bàn');
      await choose(page, /Cách gọi/, 'POST: gửi thông tin');
      await page.getByRole('button', { name: 'Thêm kết quả' }).click();
      await page.getByLabel('Gọi kết quả 1 là').fill('Đã biết');
      await page.getByLabel('Lấy kết quả 1 ở mục').fill('data.known');
      await choose(page, /Kiểu của kết quả 1/, 'có / không');
    });
    const side = page.getByRole('region', { name: 'Gọi hệ thống khác (HTTP)' });
    await side.waitFor();
    // The fields stay under the hands while the drawing changes: a press right after typing is one, and so is every letter.
    await side.getByLabel('Tên bước').fill('Tra cứu nơi ở');
    await side.getByRole('button', { name: 'Thêm kết quả' }).click();
    await side.getByLabel('Gọi kết quả 2 là').focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Số nhà');
    expect(await side.getByLabel('Gọi kết quả 2 là').inputValue()).toBe('Số nhà');
    await side.getByLabel('Lấy kết quả 2 ở mục').fill('data.house');
    await draw(/^Thông báo tự động/, 'Báo lãnh đạo', async () => {
      await choose(page, /Báo cho ai/, 'Lãnh đạo của đơn vị đang xử lý hồ sơ');
      await choose(page, /Chèn thông tin/, await firstVariable());
    });
    const notice = page.getByRole('region', { name: 'Thông báo tự động' }).locator('textarea');
    await notice.focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' Xem ngay');
    expect(await notice.inputValue()).toMatch(/\} Xem ngay$/);
    await draw(/^Gọi quy trình/, 'Xin ý kiến', () => choose(page, /Quy trình con/, 'Xin ý kiến cấp trên'));
    await page.getByText('Kiểm tra: 0 lỗi', { exact: false }).waitFor();
    const checked = await until(async () => {
      const { errors } = await administrator.get(`/procedures/drafts/${id}/check`);
      const { tasks, choices } = await administrator.get(`/procedures/drafts/${id}`);
      const known = choices.variables.map((one: { value: string }) => one.value);
      return known.includes('da_biet') && known.includes('so_nha') && tasks.yk_viec ? { errors } : null;
    }, 'the drawn steps in the draft');
    expect(checked).toEqual({ errors: 0 });
    await administrator.call('DELETE', `/procedures/drafts/${id}`);
    await page.goto(`${PAGES}/integration?tab=connections`);
    await page.getByRole('button', { name: 'Xóa', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Xóa', exact: true }).click();
    await page.getByText('Chưa có kết nối nào').waitFor();
    await page.context().close();
    await new Promise((resolve) => server.close(resolve));

    async function firstVariable(): Promise<string> {
      const { choices } = await administrator.get(`/procedures/drafts/${id}`);
      return choices.variables[0].label;
    }
  },
  LIMIT_MS,
);
