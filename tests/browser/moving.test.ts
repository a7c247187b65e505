// An administrator moves running cases on the page, and looks at one of them in the engine room; nobody loses a task.

import { untilMovable } from '../support/dry-run';
import { publishVersion, restorePackage } from '../support/publish-version';
import { as, openTask, runningApp, startExample } from '../support/running-app';
import { launch, signedIn } from './support/browser.mjs';
import { faults, settled } from './support/look.mjs';

const PAGES = '/admin/plugins/procedures';
const TENANT = 'bach-dang';
const LIMIT_MS = 180_000;
let browser: Awaited<ReturnType<typeof launch>>;

beforeAll(async () => {
  browser = await launch();
}, LIMIT_MS);
afterAll(async () => {
  await browser?.close();
  await restorePackage(TENANT, 'vi-du');
});

test(
  'cases are tried, chosen and moved with a reason, and the page says how far it has come',
  async () => {
    const officer = await as(`van-phong@${TENANT}.example`);
    const { caseId, taskId } = await startExample(officer, 'Chuyển trên trang');
    const { case: row } = await officer.get(`/procedures/cases/${caseId}`);
    // Another form for the first step.
    const version = await publishVersion(TENANT, 'vi-du', {
      'tiep-nhan.form': (text) => text.replace(/"label": "Ghi chú[^"]*"/, `"label": "Ghi chú ${Date.now()}"`),
    });
    // The page asks once; the record of a fresh case may be a moment behind.
    await untilMovable(await as(`quan-tri@${TENANT}.example`), '/procedures/packages/vi-du/moves', [caseId]);
    const page = await signedIn(browser, runningApp(), `quan-tri@${TENANT}.example`);
    await page.goto(`${PAGES}/packages`);
    await page.locator(`a[href$="/packages/moving/vi-du"]`).click();
    await page.getByText(new RegExp(`sang phiên bản ${version.replaceAll('.', '\\.')}`)).waitFor();
    const line = page.locator('tbody tr', { hasText: row.bookNo });
    await line.getByText('Chuyển được').waitFor();
    expect(await line.textContent()).toContain('biểu mẫu khác');
    expect(await line.textContent()).not.toContain('Chuyển trên trang');
    await settled(page);
    expect(await faults(page)).toEqual([]);
    await page.getByLabel(`Chọn hồ sơ ${row.bookNo}`).click();
    await page.getByRole('button', { name: 'Chuyển 1 hồ sơ' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Chuyển 1 hồ sơ' }).click();
    await dialog.getByText('Cần điền').or(dialog.locator('[aria-invalid=true]')).first().waitFor();
    await dialog.getByRole('textbox').fill('Biểu mẫu mới');
    await dialog.getByRole('button', { name: 'Chuyển 1 hồ sơ' }).click();
    await page.getByText('1 trên 1 hồ sơ đã xong').first().waitFor({ timeout: 60_000 });
    await page.getByText('1 đã chuyển').first().waitFor();
    expect((await openTask(officer, caseId)).id).toBe(taskId);

    await page.goto(`${PAGES}/operations/instances/${caseId}`);
    await page.getByText('Đang đứng ở 1 chỗ').waitFor();
    await page.getByRole('heading', { name: new RegExp(row.bookNo) }).waitFor();
    expect(await page.locator('main').textContent()).toContain(version);
    expect(await page.locator('main').textContent()).not.toContain('Chuyển trên trang');
    await page.getByRole('button', { name: 'Đặt sang bước khác' }).click();
    await page.getByRole('dialog').getByRole('combobox').click();
    await page
      .getByRole('option', { name: /Xếp phòng/ })
      .first()
      .click();
    await page.getByRole('dialog').getByText('Làm được. Khi làm:').waitFor();
    await page.getByRole('dialog').getByRole('textbox').fill('Đứng sai chỗ');
    await page.getByRole('dialog').getByRole('button', { name: 'Đặt sang bước khác' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect((await openTask(officer, caseId, 'xu_ly')).elementId).toBe('xu_ly');
    await page.context().close();
  },
  LIMIT_MS,
);
