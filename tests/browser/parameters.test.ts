// What a unit sets for itself, and what a package leaves to it: by forms, refused with the article, on a screen and a phone.
import { as, runningApp, until } from '../support/running-app';
import { launch, PHONE, signedIn } from './support/browser.mjs';
import { faults, settled } from './support/look.mjs';
import { PAGES } from './support/work.mjs';

const LIMIT_MS = 120_000;
const WHO = 'quan-tri@bach-dang.example';
let browser: Awaited<ReturnType<typeof launch>>;
let administrator: Awaited<ReturnType<typeof as>>;
let draft: string;

beforeAll(async () => {
  browser = await launch();
  administrator = await as(WHO);
  draft = (await administrator.post('/procedures/packages/nguon-tin/drafts', {})).id;
}, LIMIT_MS);
afterAll(async () => {
  await browser?.close();
  await administrator.call('DELETE', `/procedures/drafts/${draft}`);
}, LIMIT_MS);

const holding = async (name: string) => {
  const { items } = await administrator.get('/procedures/parameters');
  return items.find((one: { name: string }) => one.name === name).value;
};

test(
  'the administrator sets a parameter, is refused beyond the law with the article, and keeps what was typed',
  async () => {
    const page = await signedIn(browser, runningApp(), WHO);
    await page.goto(`${PAGES}/calendar?tab=parameters`);
    await page.getByRole('button', { name: 'Đổi: Báo ngay Cơ quan điều tra' }).click();
    const dialog = page.getByRole('dialog');
    const value = dialog.getByLabel(/^Báo ngay Cơ quan điều tra, phút/);
    const before = await holding('R03_MINUTES');
    await value.fill('500');
    await dialog.getByLabel('Lý do').fill('Thử vượt giới hạn');
    await dialog.getByRole('button', { name: 'Đặt giá trị' }).click();
    await dialog
      .getByText(/Phải từ 120 trở xuống.*Điều 8\.5\.a/)
      .first()
      .waitFor();
    await settled(page);
    expect(await faults(page)).toEqual([]);
    expect(await dialog.getByLabel('Lý do').inputValue()).toBe('Thử vượt giới hạn');
    await value.fill('25');
    await dialog.getByRole('button', { name: 'Đặt giá trị' }).click();
    await dialog.waitFor({ state: 'detached' });
    await until(async () => ((await holding('R03_MINUTES')) === 25 ? true : null), 'the parameter to be set');
    await page.getByText('25 phút').first().waitFor();
    const { items } = await administrator.get('/procedures/parameters');
    const seen = items.find((one: { name: string }) => one.name === 'R03_MINUTES').values.length;
    await administrator.post('/procedures/parameters/nguon-tin/R03_MINUTES', {
      value: before,
      from: null,
      reason: 'trở lại như trước',
      seen,
    });
    await page.context().close();
  },
  LIMIT_MS,
);

test.each([
  { name: 'a screen, light', theme: 'light' as const, size: undefined },
  { name: 'a phone, dark', theme: 'dark' as const, size: PHONE },
])(
  'parameters, roles and documents of a draft are edited by forms on $name',
  async ({ theme, size }) => {
    const page = await signedIn(browser, runningApp(), WHO, { theme, ...(size ? { size } : {}) });
    await page.goto(`${PAGES}/calendar?tab=parameters`);
    await settled(page);
    expect(await faults(page)).toEqual([]);

    const look = async (tab: string, change: string) => {
      await page.goto(`${PAGES}/packages/drafts/${draft}?tab=${tab}`);
      await page.getByRole('button', { name: change }).first().click();
      await settled(page);
      expect(await faults(page)).toEqual([]);
      return page.getByRole('dialog');
    };
    const roles = await look('roles', 'Sửa: Cán bộ Công an phường');
    await roles.getByLabel('Tên').fill(`Cán bộ xử lý ${theme}`);
    await roles.getByRole('button', { name: 'Lưu vào bản thảo' }).click();
    await roles.waitFor({ state: 'detached' });
    await page.getByText(`Cán bộ xử lý ${theme}`).first().waitFor();
    await administrator.post(`/procedures/drafts/${draft}/roles`, { id: 'CAP/can-bo', title: 'Cán bộ Công an phường' });

    const parameters = await look('parameters', 'Thêm tham số');
    await parameters.getByLabel('Tên').fill(`Số lần nhắc ${theme}`);
    await parameters.getByRole('button', { name: 'Lưu vào bản thảo' }).click();
    await parameters.waitFor({ state: 'detached' });
    await page.getByText(`Số lần nhắc ${theme}`).first().waitFor();

    const documents = await look('documents', 'Sửa: ');
    await documents.getByRole('button', { name: 'Thôi' }).click();
    await page.context().close();
  },
  LIMIT_MS,
);
