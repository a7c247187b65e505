// Files that are still on their way when an entry is sent: the receipt keeps them, and they reach the case.
import { randomUUID } from 'node:crypto';
import { as, runningApp, until } from '../support/running-app';
import { pdf } from '../support/sample-files';
import { launch, signedIn } from './support/browser.mjs';
import { fillForm, readForm } from './support/form-driver.mjs';
import { faults, settled } from './support/look.mjs';
import { PAGES } from './support/work.mjs';

const LIMIT_MS = 90_000;
const WARD = 'tam-thanh';
let browser: Awaited<ReturnType<typeof launch>>;

beforeAll(async () => {
  browser = await launch();
}, LIMIT_MS);
afterAll(() => browser?.close());

const VALUES = {
  record: {
    receivedByUnit: 'CAP',
    channel: 'TRUC_TIEP',
    kind: 'TO_GIAC',
    summary: 'Mất xe đạp trước cổng chợ',
    persons: [{ role: 'NGUOI_CUNG_CAP', anonymous: true, anonymousReason: 'Người báo không muốn nêu tên' }],
  },
};

test(
  'an entry is sent while its files are on a slow line: none is lost, and going on asks first',
  async () => {
    // Begun before.
    const duty = await as(`truc-ban@${WARD}.example`);
    const begun = `/procedures/intake-drafts/${randomUUID()}`;
    const [start] = await duty.get('/procedures/starts');
    const stamp = { page: randomUUID(), count: 1, seen: null };
    const content = { values: { record: { summary: 'Chó thả rông' } } };
    const { packageId, event, version } = start;
    await duty.call('PUT', begun, { packageId, event, version, content, stamp });
    const page = await signedIn(browser, runningApp(), `truc-ban@${WARD}.example`);
    // The line lets a file through when the test says so.
    const lets: (() => void)[] = [];
    await page.route('**/procedures/attachments?**', async (route) => {
      if (route.request().method() === 'POST') await new Promise<void>((resolve) => lets.push(resolve));
      await route.continue();
    });
    await page.goto(`${PAGES}/intake`);
    await fillForm(page, readForm('nguon-tin', 'tiep-nhan'), VALUES);
    await page
      .getByTestId('file-chooser')
      .setInputFiles(['ảnh 1.pdf', 'ảnh 2.pdf'].map((name) => ({ name, mimeType: 'application/pdf', buffer: pdf })));
    await until(async () => lets[0] ?? null, 'the first file to be on its way');
    // Another entry in its place would drop them.
    await page
      .getByRole('listitem')
      .filter({ hasText: 'Chó thả rông' })
      .getByRole('button', { name: 'Gõ tiếp' })
      .click();
    const stays = page.getByRole('alertdialog').filter({ hasText: 'Tệp đang được tải lên' });
    await stays.getByRole('button', { name: 'Ở lại' }).click();
    await stays.waitFor({ state: 'detached' });
    await duty.call('DELETE', begun);
    await page.getByRole('button', { name: 'Tiếp nhận nguồn tin', exact: true }).click();
    await page.getByRole('heading', { name: 'Tệp đang gửi vào hồ sơ' }).waitFor();
    await settled(page);
    expect(await faults(page)).toEqual([]);

    await page.getByRole('button', { name: 'Tiếp nhận hồ sơ khác' }).click();
    const asks = page.getByRole('alertdialog').filter({ hasText: 'Còn tệp chưa gửi xong' });
    await asks.getByRole('button', { name: 'Ở lại chờ' }).click();
    await asks.waitFor({ state: 'detached' });

    const href = await page.getByRole('main').getByRole('link', { name: 'Mở hồ sơ' }).getAttribute('href');
    lets[0]?.();
    await until(async () => lets[1] ?? null, 'the second file to be on its way');
    lets[1]?.();
    const officer = await as(`can-bo@${WARD}.example`);
    const names = async (): Promise<string[]> =>
      (await officer.get(`/procedures/cases/${href?.split('/').at(-1)}/attachments`)).items.map(
        ({ fileName }: { fileName: string }) => fileName,
      );
    await until(async () => ((await names()).length === 2 ? true : null), 'both files to be in the case');
    expect((await names()).sort()).toEqual(['ảnh 1.pdf', 'ảnh 2.pdf']);

    await page.getByText('Các tệp đã vào hồ sơ.').waitFor();

    await page.getByRole('button', { name: 'Tiếp nhận hồ sơ khác' }).click();
    await page.locator('.fjs-form').first().waitFor();
    expect(await page.getByLabel('Nội dung sự việc').inputValue()).toBe('');
    expect(await page.getByText('ảnh 1.pdf').count()).toBe(0);
    await page.context().close();
  },
  LIMIT_MS,
);
