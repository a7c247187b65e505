// Splitting a case and putting it back, on the case page: what the new case is, and that its way back is one button.
import { as, runningApp } from '../support/running-app';
import { takeInByApi } from './support/a-report';
import { launch, PHONE, signedIn } from './support/browser.mjs';
import { faults, settled } from './support/look.mjs';
import { PAGES } from './support/work.mjs';

const WARD = 'bach-dang';
const REPORT = 'BD-D31';
const LIMIT_MS = 120_000;
let browser: Awaited<ReturnType<typeof launch>>;
beforeAll(async () => {
  browser = await launch();
}, LIMIT_MS);
afterAll(() => browser?.close());

test(
  'a part of a case becomes a case of its own, and goes back by one button',
  async () => {
    const old = await takeInByApi(WARD, REPORT);
    const duty = await signedIn(browser, runningApp(), `truc-ban@${WARD}.example`, { size: PHONE, theme: 'dark' });
    await duty.goto(`${PAGES}/cases/${old.caseId}?tab=links`);
    await duty.getByRole('button', { name: 'Tách thành hồ sơ mới' }).click();
    const dialog = duty.getByRole('dialog');
    // A plain copy is no part of the case.
    await dialog.getByRole('button', { name: 'Lập hồ sơ mới' }).click();
    await dialog.getByRole('alert').filter({ hasText: 'Chưa chọn gì để tách' }).waitFor();
    await dialog.getByRole('group', { name: 'Người' }).getByRole('checkbox').check();
    await dialog.getByRole('alert').filter({ hasText: 'Chưa chọn gì để tách' }).waitFor({ state: 'detached' });
    const texts = dialog.getByRole('group', { name: 'Nội dung của hồ sơ mới' });
    await texts.getByLabel('Nội dung sự việc').fill('Phần thứ hai là một vụ việc khác.');
    await dialog.getByRole('button', { name: 'Lập hồ sơ mới' }).click();
    // Refused without a reason: everything else is as it was.
    await dialog.getByText('Ghi lý do từ 10 ký tự.').waitFor();
    expect(await texts.getByLabel('Nội dung sự việc').inputValue()).toBe('Phần thứ hai là một vụ việc khác.');
    expect(await faults(duty)).toEqual([]);
    await dialog.getByLabel('Lý do').fill('Nội dung thứ hai là một vụ việc khác');
    await dialog.getByRole('button', { name: 'Lập hồ sơ mới' }).click();
    await duty.getByText(/Đã lập hồ sơ .+ Bạn đang xem hồ sơ mới\./).waitFor();
    await duty.getByText('Tách từ', { exact: true }).waitFor();
    await settled(duty);
    expect(await faults(duty)).toEqual([]);
    const fresh = new URL(duty.url()).pathname.split('/').at(-1) as string;
    expect(fresh).not.toBe(old.caseId);
    await duty.context().close();

    const head = await signedIn(browser, runningApp(), `lanh-dao@${WARD}.example`);
    await head.goto(`${PAGES}/cases/${fresh}?tab=links`);
    await head.getByRole('button', { name: 'Nhập lại' }).click();
    const back = head.getByRole('dialog');
    await back.getByRole('radio', { name: new RegExp(`^${old.bookNo}`), checked: true }).waitFor();
    await back.getByLabel('Lý do').fill('Xác minh lại: vẫn là một vụ việc');
    await back.getByRole('button', { name: 'Nhập hồ sơ' }).click();
    await back.waitFor({ state: 'detached' });
    await head.getByText('Tách từ', { exact: true }).waitFor();
    await settled(head);
    expect(await head.getByRole('button', { name: 'Nhập lại' }).count()).toBe(0);
    const { links } = await (await as(`lanh-dao@${WARD}.example`)).get(`/procedures/cases/${fresh}/links`);
    expect(links.map(({ kind, state }: { kind: string; state: string }) => `${kind} ${state}`).sort()).toEqual([
      'MERGED_INTO IN_FORCE',
      'SPLIT_FROM IN_FORCE',
    ]);
    await head.context().close();
  },
  LIMIT_MS,
);

test(
  'a merge is offered into cases that it is possible into, and into no others',
  async () => {
    const [own, other] = await Promise.all([1, 2].map(() => takeInByApi(WARD, REPORT)));
    const page = await signedIn(browser, runningApp(), `can-bo@${WARD}.example`);
    await page.goto(`${PAGES}/cases/${own.caseId}?tab=links`);
    await page.getByRole('button', { name: 'Nhập vào hồ sơ khác' }).click();
    const dialog = page.getByRole('dialog');
    const { items } = await (await as(`can-bo@${WARD}.example`)).get(`/procedures/cases/${own.caseId}/merge`);
    await dialog.getByRole('radio', { name: new RegExp(`^${other.bookNo}`) }).waitFor();
    expect(await dialog.getByRole('radio').count()).toBe(items.length);
    await dialog.getByRole('searchbox').fill('không có số này');
    await dialog.getByText('Không có hồ sơ nào khớp').waitFor();
    await page.context().close();
  },
  LIMIT_MS,
);
