// The yardstick of the platform: somebody who has never written an expression adds a second approval to the transfer step,
// gives it two working days, tries it, publishes it with a second person, and moves ten live cases to it, in ten minutes.
import { restorePackage } from '../support/publish-version';
import { as, openTask, runningApp, until } from '../support/running-app';
import { startByApi } from './support/a-report';
import { launch, signedIn } from './support/browser.mjs';
import { readForm } from './support/form-driver.mjs';
import { faults, settled } from './support/look.mjs';
import { Pointer } from './support/pointer.mjs';
import { PAGES } from './support/work.mjs';

const LIMIT_MS = 420_000;
const HOST_MS = 180_000;
const PATIENCE_MS = 60_000;
const TEN_MINUTES_MS = 600_000;
const TENANT = 'bach-dang';
const TRANSFER = 'Lập phiếu chuyển, chuyển hồ sơ';
const PLACE = `${TRANSFER} · Xử lý thông thường: chuyển trong 7 ngày`;
const STEP = 'Phê duyệt lần hai';
const SCENARIO = 'Chuyển rồi phê duyệt lần hai';
const CASES = 10;
const BEFORE_THE_TRANSFER = 3;
const CLASSIFIED = {
  kindConfirmed: 'TO_GIAC',
  classification: 'THUONG_7N',
  route: ['CQCSDT_CA_TINH'],
  inTerritory: true,
};
const DIFFERS = { differsReason: 'Theo hồ sơ' };
const TRANSFERRED = { to: ['CQCSDT_CA_TINH'], documentNo: '12/PC' };

interface Standing {
  caseId: string;
  bookNo: string;
}
let browser: Awaited<ReturnType<typeof launch>>;
let cases: Standing[];

beforeAll(async () => {
  browser = await launch();
  await restorePackage(TENANT, 'nguon-tin');
  cases = [];
  for (let at = 0; at < CASES; at += 1)
    cases.push(await liveCase(at < BEFORE_THE_TRANSFER ? 'phan_loai' : 'chuyen_thuong'));
}, LIMIT_MS);

/** What other tests work with is the package as it comes. */
afterAll(async () => {
  await browser?.close();
  await restorePackage(TENANT, 'nguon-tin');
}, LIMIT_MS);

/** In the book, and at the step that is named. */
async function liveCase(step: 'phan_loai' | 'chuyen_thuong'): Promise<Standing> {
  const { caseId } = await startByApi(TENANT, 'BD-D38');
  if (step === 'chuyen_thuong') await complete(caseId, 'phan_loai', { record: CLASSIFIED, task: DIFFERS });
  const officer = await as(`can-bo@${TENANT}.example`);
  await openTask(officer, caseId, step);
  const { bookNo } = (await officer.get(`/procedures/cases/${caseId}`)).case;
  return { caseId, bookNo };
}

async function complete(caseId: string, elementId: string, values: object): Promise<void> {
  const officer = await as(`can-bo@${TENANT}.example`);
  const { id, version } = await openTask(officer, caseId, elementId);
  const claimed = await officer.post(`/procedures/tasks/${id}/claim`, { version });
  await officer.post(`/procedures/tasks/${id}/complete?wait=10000`, { version: claimed.task.version, values });
}

async function draw(hand: Pointer): Promise<void> {
  const { page } = hand;
  const card = page.getByRole('region', { name: 'Nguồn tin về tội phạm' });
  await hand.press(card.getByRole('button', { name: 'Tạo bản thảo' }));
  await page.locator('[role="application"][aria-busy="false"] .djs-shape').first().waitFor();
  await hand.button('Thêm bước');
  await hand.choose(/Sau bước/, PLACE);
  await hand.press(page.getByRole('button', { name: /^Phê duyệt/ }));
  await hand.type(page.getByLabel('Tên bước'), STEP);
  expect(await faults(page)).toEqual([]);
  await hand.button('Vẽ vào quy trình');
  await page.getByRole('region', { name: 'Giao việc' }).waitFor();
}

/** Everything stands there as it should be: of what, from what, until what, two working days. */
async function giveTwoDays(hand: Pointer): Promise<void> {
  const { page } = hand;
  await hand.button('Đặt hạn mới');
  const title = page.getByLabel('Tên hạn');
  await title.waitFor();
  expect(await title.inputValue()).toBe(`Hạn: ${STEP}`);
  expect(await page.getByRole('combobox', { name: /Bắt đầu khi/ }).textContent()).toContain(
    'Chuyển cơ quan có thẩm quyền',
  );
  expect(await page.getByLabel('Thời gian').inputValue()).toBe('2');
  expect(await page.getByRole('combobox', { name: /Tính bằng/ }).textContent()).toContain('ngày làm việc');
  await hand.button('Lưu hạn');
  await title.waitFor({ state: 'detached' });
  await page.getByText('Kiểm tra: 0 lỗi', { exact: false }).waitFor();
}

/** A case by hand, on Monday 2 November: two working days end with Wednesday. */
async function tryIt(hand: Pointer): Promise<void> {
  const { page } = hand;
  await hand.press(page.getByRole('tab', { name: 'Thử' }));
  await hand.button('Chạy thử bằng tay');
  await hand.type(page.getByLabel('Đồng hồ chạy thử bắt đầu lúc'), '2026-11-02T08:00');
  await hand.choose('Bắt đầu bằng', 'Tiếp nhận nguồn tin');
  const told = { summary: 'Ô tô tải đậu ở bãi bị đập kính', occurredPlace: 'Bãi xe, tổ 9' };
  await hand.fill(readForm('nguon-tin', 'tiep-nhan'), { record: told });
  await hand.button('Bắt đầu');
  await page.getByRole('heading', { name: 'Việc đang mở' }).waitFor({ timeout: HOST_MS });
  await doInTrial(hand, 'Phân loại nguồn tin', 'phan-loai', { record: CLASSIFIED, task: DIFFERS });
  await doInTrial(hand, TRANSFER, 'chuyen', { task: TRANSFERRED });
  await page.getByRole('button', { name: `Làm việc này: ${STEP}` }).waitFor();
  const clock = page
    .getByRole('list', { name: 'Các hạn' })
    .getByRole('listitem')
    .filter({ hasText: `Hạn: ${STEP}` });
  expect(await clock.textContent()).toMatch(/đang chạy.*0?5\/11\/(20)?26/);
  await hand.press(page.getByRole('button', { name: /^Đến hạn kế tiếp: Hạn: Phê duyệt lần hai/ }));
  await clock.getByText('đã đến hạn').waitFor();
  await settled(page);
  expect(await faults(page)).toEqual([]);
  await hand.button('Lưu thành kịch bản');
  const dialog = page.getByRole('dialog');
  await hand.type(dialog.getByLabel('Tên kịch bản (tiếng Việt)'), SCENARIO);
  await hand.press(dialog.getByRole('button', { name: 'Lưu thành kịch bản' }));
  await dialog.waitFor({ state: 'detached' });
  const file = new URL(page.url()).searchParams.get('scenario');
  const draft = /drafts\/([0-9a-f-]+)/.exec(page.url())?.[1];
  const { text } = await (await as(`quan-tri@${TENANT}.example`)).get(`/procedures/drafts/${draft}/file?path=${file}`);
  const { steps } = JSON.parse(text);
  expect(steps.map((one: { advance?: unknown }) => one.advance ?? null)).toEqual([null, null, null, { to: 'nextDue' }]);
  expect(steps[2].expect.tasks).toContain('phe_duyet_lan_hai');
  expect(steps[2].expect.clocks).toContainEqual(
    expect.objectContaining({ state: 'RUNNING', due: '2026-11-04T17:00:00.000Z' }),
  );
  await hand.button('Chạy kịch bản này');
  await page.getByRole('button', { name: new RegExp(`${SCENARIO}\\s*đạt · 4 bước`) }).waitFor({ timeout: HOST_MS });
}

async function doInTrial(hand: Pointer, title: string, form: string, values: object): Promise<void> {
  await hand.button(`Làm việc này: ${title}`);
  await hand.fill(readForm('nguon-tin', form), values);
  await hand.button(`Xác nhận: ${title}`);
  await hand.page.getByRole('button', { name: `Xác nhận: ${title}` }).waitFor({ state: 'detached', timeout: HOST_MS });
}

/** @returns the publication's address */
async function propose(hand: Pointer): Promise<string> {
  const { page } = hand;
  await hand.button('Đề nghị ban hành');
  await hand.type(
    page.getByRole('textbox', { name: /Nội dung thay đổi/ }),
    'Thêm phê duyệt lần hai sau khi chuyển hồ sơ',
  );
  await hand.type(page.getByRole('textbox', { name: /Vì sao đề nghị khi chưa chạy đạt hết/ }), 'Chỉ đổi phần đã thử');
  await hand.press(page.getByRole('dialog').getByRole('button', { name: 'Đề nghị ban hành' }));
  await page.waitForURL(/publications\//);
  return page.url();
}

/** Who approves sees what has changed, in words and drawn. */
async function approve(hand: Pointer, publication: string): Promise<void> {
  const { page } = hand;
  await page.goto(publication);
  await page.getByRole('listitem').filter({ hasText: STEP }).first().waitFor();
  await page.getByRole('listitem').filter({ hasText: SCENARIO }).filter({ hasText: 'đạt' }).waitFor();
  const proposed = page.getByRole('group', { name: 'Đề nghị' });
  await proposed.locator('.djs-shape.procedures-ADDED').waitFor({ state: 'attached' });
  expect(await page.getByRole('group', { name: 'Đang áp dụng' }).locator('.procedures-ADDED').count()).toBe(0);
  await hand.button('Duyệt ban hành');
  await hand.type(page.getByRole('textbox', { name: /Lý do/ }), 'Đồng ý');
  await hand.press(page.getByRole('dialog').getByRole('button', { name: 'Duyệt ban hành' }));
  await page.getByText('Đã áp dụng', { exact: false }).first().waitFor();
}

/** From the page of the version that is in force now. */
async function moveAll(hand: Pointer): Promise<void> {
  const { page } = hand;
  await page.reload();
  await hand.press(page.getByRole('link', { name: 'Chuyển hồ sơ đang chạy' }));
  for (const { bookNo } of cases) {
    await page.locator('tbody tr', { hasText: bookNo }).getByText('Chuyển được').waitFor();
    await hand.press(page.getByLabel(`Chọn hồ sơ ${bookNo}`, { exact: true }));
  }
  await settled(page);
  expect(await faults(page)).toEqual([]);
  await hand.button(`Chuyển ${CASES} hồ sơ`);
  const dialog = page.getByRole('dialog');
  await hand.type(dialog.getByRole('textbox'), 'Áp dụng phê duyệt lần hai cho hồ sơ đang chạy');
  await hand.press(dialog.getByRole('button', { name: `Chuyển ${CASES} hồ sơ` }));
  await page.getByText(`${CASES} trên ${CASES} hồ sơ đã xong`).first().waitFor({ timeout: HOST_MS });
  await page.getByText(`${CASES} đã chuyển`).first().waitFor();
}

const clockOf = async (caseId: string) => {
  const { clocks } = await (await as(`lanh-dao@${TENANT}.example`)).get(`/procedures/cases/${caseId}`);
  return clocks.find((one: { title: { vi: string } }) => one.title?.vi === `Hạn: ${STEP}`) ?? null;
};

test(
  'a second approval is drawn, timed, tried, published by two people and given to ten live cases, in ten minutes',
  async () => {
    const page = await signedIn(browser, runningApp(), `quan-tri@${TENANT}.example`);
    const headPage = await signedIn(browser, runningApp(), `lanh-dao@${TENANT}.example`);
    for (const one of [page, headPage]) one.setDefaultTimeout(PATIENCE_MS);
    const [hand, head] = [new Pointer(page), new Pointer(headPage)];
    const started = Date.now();
    await page.goto(`${PAGES}/packages`);
    await draw(hand);
    await giveTwoDays(hand);
    await tryIt(hand);
    const publication = await propose(hand);
    await approve(head, publication);
    await moveAll(hand);
    const machineMs = Date.now() - started;
    const humanMs = hand.humanMs + head.humanMs;
    process.stdout.write(
      `${JSON.stringify({
        story: 'second approval: drawn, timed, tried, published, ten cases moved',
        looks: hand.looks + head.looks,
        keys: hand.keys + head.keys,
        humanSeconds: Math.round(humanMs / 1000),
        machineSeconds: Math.round(machineMs / 1000),
        aimSeconds: TEN_MINUTES_MS / 1000,
      })}\n`,
    );
    // A busy machine must not fail what is right: a third of the ten minutes is left to it, and printed.
    expect(humanMs).toBeLessThan((TEN_MINUTES_MS * 2) / 3);

    // One of them goes on: the transfer is done, and waits for the second approval with its clock.
    const [moved] = cases.slice(-1) as [Standing];
    await complete(moved.caseId, 'chuyen_thuong', { task: TRANSFERRED });
    expect(await until(() => clockOf(moved.caseId), 'the term of the new step')).toMatchObject({ state: 'RUNNING' });
    const task = await openTask(await as(`lanh-dao@${TENANT}.example`), moved.caseId, 'phe_duyet_lan_hai');
    await headPage.goto(`${PAGES}/tasks/${task.id}`);
    await headPage.getByRole('heading', { name: STEP, exact: true }).waitFor();
    const claim = headPage.getByRole('button', { name: 'Nhận việc', exact: true });
    if (await claim.isVisible()) await claim.click();
    await headPage.getByText('Duyệt', { exact: true }).click();
    await headPage.getByRole('button', { name: STEP, exact: true }).click();
    await headPage.getByText('Đã ghi.', { exact: true }).first().waitFor();
    const met = await until(async () => {
      const now = await clockOf(moved.caseId);
      return now?.state === 'MET' ? now : null;
    }, 'the term to be met');
    expect(met.state).toBe('MET');
    await page.context().close();
    await headPage.context().close();
  },
  LIMIT_MS,
);
