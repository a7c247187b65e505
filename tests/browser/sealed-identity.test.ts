// A custodian makes a key, an officer asks for a protected person, the custodian approves, the officer reads.
import { randomUUID } from 'node:crypto';
import { as, runningApp } from '../support/running-app';
import { consoleErrors, launch, signedIn } from './support/browser.mjs';
import { PAGES } from './support/work.mjs';

const LIMIT_MS = 90_000;
const PASSPHRASE = 'mot cau rat dai de nho';
const NAME = 'Ngô Thị Trình Duyệt';
let browser: Awaited<ReturnType<typeof launch>>;

beforeAll(async () => {
  browser = await launch();
}, LIMIT_MS);
afterAll(() => browser?.close());

const takeIn = async () => {
  const record = {
    receivedByUnit: 'CAP',
    kind: 'TO_GIAC',
    channel: 'TRUC_TIEP',
    crimeType: 'MA_TUY',
    occurredPlace: 'Chợ mẫu',
    summary: 'Có người bán hàng cấm ở chợ mẫu.',
    identityProtection: true,
    persons: [{ role: 'NGUOI_CUNG_CAP', name: NAME, phone: '0900 555 111' }],
  };
  const officer = await as('truc-ban@bach-dang.example');
  const body = { packageId: 'nguon-tin', event: 'TIEP_NHAN', values: { record }, clientId: randomUUID() };
  return (await officer.post('/procedures/cases?wait=10000', body)).caseId as string;
};

test(
  'a sealed identity is opened by two people, each in an own browser',
  async () => {
    const custodian = await signedIn(browser, runningApp(), 'lanh-dao@bach-dang.example');
    const errors = consoleErrors(custodian);
    await custodian.goto(`${PAGES}/identities`);
    await custodian.getByRole('button', { name: 'Tạo khóa' }).click();
    await custodian.locator('input[name="fresh"]').fill(PASSPHRASE);
    await custodian.locator('input[name="again"]').fill(PASSPHRASE);
    const recovery = custodian.waitForEvent('download');
    await custodian.getByRole('dialog').getByRole('button', { name: 'Tạo khóa' }).click();
    expect((await recovery).suggestedFilename()).toMatch(/^khoa-niem-phong-.+\.json$/);
    await custodian.getByRole('button', { name: 'Đổi mật khẩu' }).waitFor();

    const caseId = await takeIn();
    const officer = await signedIn(browser, runningApp(), 'truc-ban@bach-dang.example');
    await officer.goto(`${PAGES}/cases/${caseId}`);
    await officer.getByRole('button', { name: 'Đề nghị mở niêm phong' }).click();
    expect(await officer.content()).not.toContain(NAME);
    await officer.locator('textarea[name="reason"]').fill('Cần mời người báo tin đến làm việc theo phân công.');
    await officer.getByRole('button', { name: 'Gửi đề nghị' }).click();
    await officer.getByText('Chờ người giữ khóa xét').waitFor();

    await custodian.reload();
    await custodian.getByRole('button', { name: 'Xét đề nghị' }).click();
    const dialog = custodian.getByRole('dialog');
    await dialog.locator('input[name="passphrase"]').fill('khong phai mat khau');
    await dialog.getByRole('button', { name: 'Chấp thuận' }).click();
    await dialog.getByText('Mật khẩu không mở được khóa').waitFor();
    await dialog.locator('input[name="passphrase"]').fill(PASSPHRASE);
    await dialog.getByRole('button', { name: 'Chấp thuận' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await custodian.content()).not.toContain(NAME);

    // The key of the request outlives the page in which it was made.
    await officer.reload();
    await officer.getByRole('button', { name: 'Đọc danh tính' }).click();
    await officer.getByText(NAME).waitFor();
    await officer.getByRole('button', { name: 'Đóng lại' }).click();
    await officer.getByText(NAME).waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
    for (const page of [custodian, officer]) await page.context().close();
  },
  LIMIT_MS,
);
