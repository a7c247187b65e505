// What a person has typed stays: through a refusal, through a reload, and when somebody else has taken the task.
import { as, runningApp } from '../support/running-app';
import { takeInByApi } from './support/a-report';
import { launch, signedIn } from './support/browser.mjs';
import { fillForm, readForm } from './support/form-driver.mjs';
import { PAGES } from './support/work.mjs';

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
  'a classification that the rules refuse is told in words, and the form stays as it was',
  async () => {
    const { page, opinion } = await claimed();
    await fillForm(page, classifyForm, {
      record: { kindConfirmed: 'TO_CAO', classification: 'THUONG_7N', route: ['CQCSDT_CA_TINH'] },
      task: { differsReason: 'Theo hồ sơ', vksOpinion: TYPED },
    });
    await page.getByRole('button', { name: 'Phân loại nguồn tin', exact: true }).click();
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

    await opinion.fill(TYPED);
    await opinion.blur();
    // The page hears first that the head gave it back, and then who has it.
    const told = problemOn(page).filter({ hasText: 'Cán bộ Mẫu Ba' });
    await told.waitFor();
    expect(await told.textContent()).toContain('Nội dung bạn đã gõ vẫn còn nguyên');
    expect(await opinion.inputValue()).toBe(TYPED);
    await page.context().close();
  },
  LIMIT_MS,
);
