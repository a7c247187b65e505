// One unit asks another from a task: what crosses is seen, more time is agreed to, the answer comes back while the page is open.
import { as, openTask, runningApp, startExample, until } from '../support/running-app';
import { pdf } from '../support/sample-files';
import { launch, signedIn } from './support/browser.mjs';
import { faults, settled } from './support/look.mjs';
import { PAGES, visit } from './support/work.mjs';

const LIMIT_MS = 240_000;
const ASKED = 'Đề nghị cho biết số hộ đã đăng ký.';
let browser: Awaited<ReturnType<typeof launch>>;

beforeAll(async () => {
  browser = await launch();
}, LIMIT_MS);
afterAll(() => browser?.close());

test(
  'a question goes from a task to another unit and its answer comes back',
  async () => {
    const officer = await as('van-phong@tam-thanh.example');
    const [{ name: unit, code: unitCode }] = (await (await as('van-hoa@tam-thanh.example')).get('/procedures/me'))
      .units;
    const { caseId, taskId } = await startExample(officer, 'Rà soát hộ kinh doanh');
    const { version } = await openTask(officer, caseId);
    await officer.post(`/procedures/tasks/${taskId}/claim`, { version });
    await officer.upload(`/procedures/attachments?caseId=${caseId}`, 'mẫu danh sách.pdf', pdf);

    const asker = await signedIn(browser, runningApp(), 'van-phong@tam-thanh.example');
    await asker.goto(`${PAGES}/tasks/${taskId}`);
    await asker.getByRole('tab', { name: 'Hỏi đơn vị khác' }).click();
    await asker.getByRole('button', { name: 'Hỏi đơn vị khác' }).click();
    const dialog = asker.getByRole('dialog');
    await dialog.getByLabel('Nội dung hỏi').fill(ASKED);
    await dialog.getByRole('button', { name: 'Gửi câu hỏi' }).click();
    // Refused without a unit: the field says so and the words are still there.
    await dialog.getByText('Mục này phải có.').waitFor();
    expect(await dialog.getByLabel('Nội dung hỏi').inputValue()).toBe(ASKED);
    await dialog.getByRole('combobox', { name: /^Đơn vị được hỏi/ }).click();
    await asker.getByRole('option', { name: unit, exact: true }).click();
    await dialog.getByRole('checkbox', { name: 'mẫu danh sách.pdf' }).check();
    expect(await faults(asker)).toEqual([]);
    await dialog.getByRole('button', { name: 'Gửi câu hỏi' }).click();
    await asker.getByRole('note', { name: 'Công việc này còn câu hỏi chưa có trả lời' }).waitFor();
    await settled(asker);
    expect(await faults(asker)).toEqual([]);

    const asked = await signedIn(browser, runningApp(), 'van-hoa@tam-thanh.example');
    await asked.goto(`${PAGES}/tasks`);
    await asked.getByRole('link', { name: /^Được hỏi/ }).click();
    const line = asked.getByRole('listitem').filter({ hasText: 'Rà soát hộ kinh doanh' });
    await line.getByRole('link').waitFor();
    await settled(asked);
    expect(await faults(asked)).toEqual([]);
    await line.getByRole('link').click();
    await asked.getByText(ASKED).waitFor();
    await asked.getByText('mẫu danh sách.pdf').waitFor();
    expect(await asked.getByRole('link', { name: 'Mở hồ sơ' }).count()).toBe(0);
    await settled(asked);
    expect(await faults(asked)).toEqual([]);
    await asked.getByRole('button', { name: 'Nhận trả lời' }).click();
    await asked.getByRole('button', { name: 'Xin thêm thời gian' }).click();
    await asked.getByRole('dialog').getByLabel('Lý do').fill('Phải đối chiếu sổ cũ');
    await asked.getByRole('dialog').getByRole('button', { name: 'Xin thêm thời gian' }).click();
    await asked.getByText('Chờ bên hỏi quyết định').waitFor();

    await asker.getByRole('link', { name: `Mở câu hỏi gửi ${unit}` }).click();
    await asker.getByText('Phải đối chiếu sổ cũ').waitFor();
    expect(await faults(asker)).toEqual([]);
    await asker.getByRole('button', { name: 'Đồng ý', exact: true }).click();
    await asked.getByText('Đã đồng ý').waitFor();

    await asked
      .getByTestId('file-chooser')
      .setInputFiles([{ name: 'danh sách.pdf', mimeType: 'application/pdf', buffer: pdf }]);
    await asked.getByRole('button', { name: 'Tải về: danh sách.pdf' }).waitFor();
    await asked.getByRole('button', { name: 'Gửi trả lời' }).click();
    await asked.getByText('Mục này phải có.').waitFor();
    await asked.getByLabel('Nội dung trả lời').fill('Có 12 hộ đã đăng ký.');
    // A browser that dies loses neither the words nor the file.
    const author = await as('van-hoa@tam-thanh.example');
    const path = `/procedures/questions/${asked.url().split('/').at(-1)}`;
    await until(
      async () => (await author.get(path)).draft?.text === 'Có 12 hộ đã đăng ký.' || null,
      'the draft to be kept',
    );
    await asked.reload();
    await asked.getByRole('button', { name: 'Tải về: danh sách.pdf' }).waitFor();
    expect(await asked.getByLabel('Nội dung trả lời').inputValue()).toBe('Có 12 hộ đã đăng ký.');
    await asked.getByText('Đã lưu nháp lúc').waitFor();
    await settled(asked);
    expect(await faults(asked)).toEqual([]);
    await asked.getByRole('button', { name: 'Gửi trả lời' }).click();
    // Without a reload.
    await asker.getByText('Có 12 hộ đã đăng ký.').waitFor();
    await asker.getByRole('button', { name: 'Tải về: danh sách.pdf' }).waitFor();

    // Withdrawn while somebody writes the answer: the words are still there.
    const second = { toUnit: unitCode, question: 'Còn hộ nào tạm nghỉ?', taskId };
    const { id } = await officer.post(`/procedures/cases/${caseId}/questions`, second);
    await asked.goto(`${PAGES}/tasks/questions/${id}`);
    await asked.getByLabel('Nội dung trả lời').fill('Có hai hộ tạm nghỉ');
    await asked.getByRole('link', { name: 'Các câu hỏi đang chờ' }).click();
    await asked.locator(`a[href$="/questions/${id}"]`).first().click();
    expect(await asked.getByLabel('Nội dung trả lời').inputValue()).toBe('Có hai hộ tạm nghỉ');
    await officer.post(`/procedures/questions/${id}/withdraw`, { reason: 'Đã có số liệu' });
    await asked.getByText('Câu hỏi kết thúc trong khi bạn đang soạn trả lời').waitFor();
    expect(await asked.getByLabel(/Nội dung bạn đã gõ/).inputValue()).toBe('Có hai hộ tạm nghỉ');
    await asked.context().close();
    await asker.context().close();
  },
  LIMIT_MS,
);

test(
  'words of an answer that were not sent are for nobody who signs in next on the same machine',
  async () => {
    const officer = await as('van-phong@tam-thanh.example');
    const { caseId, taskId } = await startExample(officer, 'Hỏi hai người');
    const { version } = await openTask(officer, caseId);
    await officer.post(`/procedures/tasks/${taskId}/claim`, { version });
    const [{ code: toUnit }] = (await (await as('can-bo@tam-thanh.example')).get('/procedures/me')).units;
    const { id } = await officer.post(`/procedures/cases/${caseId}/questions`, { toUnit, question: ASKED, taskId });

    const page = await signedIn(browser, runningApp(), 'can-bo@tam-thanh.example');
    // A line that takes nothing: the words are in the panel alone.
    await page.route('**/procedures/questions/*/draft', (route) => route.abort());
    await page.goto(`${PAGES}/tasks/questions/${id}`);
    const answer = page.getByLabel('Nội dung trả lời');
    await answer.fill('LỜI CỦA NGƯỜI THỨ NHẤT');
    await page.evaluate(() => Object.assign(window, { sameLoading: true }));
    await visit(page, '/tasks');
    await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
    await visit(page, `/tasks/questions/${id}`);
    expect(await answer.inputValue()).toBe('LỜI CỦA NGƯỜI THỨ NHẤT');

    await page.locator('nav button[aria-haspopup=menu]').last().click();
    await page.getByRole('menuitem', { name: /Đăng xuất|Log out/ }).click();
    const email = 'can-bo-2@tam-thanh.example';
    await page.locator('input[name="email"]').fill(email);
    await page.locator('input[name="password"]').fill(runningApp().passwords[email] as string);
    await page.locator('button[type="submit"]').click();
    await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
    await visit(page, `/tasks/questions/${id}`);
    await answer.waitFor();
    expect(await answer.inputValue()).toBe('');
    expect(await page.evaluate(() => 'sameLoading' in window)).toBe(true);
    await page.context().close();
  },
  LIMIT_MS,
);
