// What stands beside the form of a task: a file is sent and shown, a note is written, a task that vanishes says why.
import { as, openTask, runningApp, startExample } from '../support/running-app';
import { png } from '../support/sample-files';
import { launch, PHONE, signedIn } from './support/browser.mjs';
import { PAGES } from './support/work.mjs';

const LIMIT_MS = 90_000;
let browser: Awaited<ReturnType<typeof launch>>;

beforeAll(async () => {
  browser = await launch();
}, LIMIT_MS);
afterAll(() => browser?.close());

test(
  'files, notes and a task that somebody else gives back while it is open',
  async () => {
    const officer = await as('van-phong@tam-thanh.example');
    const head = await as('lanh-dao-van-phong@tam-thanh.example');
    const { caseId, taskId } = await startExample(officer, '<b>Họp</b>');
    const { version } = await openTask(officer, caseId);
    await officer.post(`/procedures/tasks/${taskId}/claim`, { version });
    const page = await signedIn(browser, runningApp(), 'van-phong@tam-thanh.example');
    await page.goto(`${PAGES}/tasks/${taskId}`);
    await page.locator('.fjs-form').first().waitFor();

    await page.getByTestId('file-chooser').setInputFiles([
      { name: 'hiện trường.png', mimeType: 'image/png', buffer: png },
      { name: 'giả.pdf', mimeType: 'application/pdf', buffer: png },
    ]);
    await page.getByText('Nội dung tệp không phải là ".pdf"').waitFor();
    await page.getByRole('button', { name: 'Xem: hiện trường.png' }).click();
    await page.getByRole('img', { name: 'hiện trường.png' }).waitFor();
    await page.keyboard.press('Escape');

    await page.getByRole('tab', { name: 'Ghi chú' }).click();
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/notes')) sent.push(request.url());
    });
    // The page of the case lies open beside it, and follows.
    const beside = await page.context().newPage();
    await beside.goto(`${PAGES}/cases/${caseId}?tab=notes`);
    await beside.getByText('Chưa có ghi chú').first().waitFor();
    await page.bringToFront();
    await page.getByLabel('Ghi chú (gõ @').fill('<img src=x onerror=alert(1)>');
    // Whoever is in doubt clicks twice: it is written once.
    await page.getByRole('button', { name: 'Ghi nội bộ' }).dblclick();
    await page.getByText('<img src=x onerror=alert(1)>', { exact: true }).last().waitFor();
    expect(await page.locator('img[src="x"]').count()).toBe(0);
    expect(sent).toHaveLength(1);
    await beside.bringToFront();
    await beside.getByText('<img src=x onerror=alert(1)>', { exact: true }).first().waitFor();
    await head.post(`/procedures/cases/${caseId}/notes`, { text: 'Trưởng phòng đã xem', visibility: 'INTERNAL' });
    await beside.getByText('Trưởng phòng đã xem').first().waitFor();
    await beside.close();
    await page.bringToFront();

    const field = page.locator('.fjs-form textarea').first();
    await field.fill('Đang gõ dở');
    const { task } = await head.get(`/procedures/tasks/${taskId}`);
    await head.post(`/procedures/tasks/${taskId}/release`, { version: task.version, reason: 'Cần người khác' });
    await page.getByText('đã trả việc này lại nhóm: Cần người khác').waitFor();
    expect(await field.inputValue()).toBe('Đang gõ dở');
    await page.getByRole('button', { name: 'Tải nội dung đã gõ' }).waitFor();
    await page.context().close();
  },
  LIMIT_MS,
);

test(
  'a file is dropped, pasted and photographed into a task',
  async () => {
    const officer = await as('van-phong@tam-thanh.example');
    const { caseId, taskId } = await startExample(officer, 'Có ảnh');
    const { version } = await openTask(officer, caseId);
    await officer.post(`/procedures/tasks/${taskId}/claim`, { version });
    const page = await signedIn(browser, runningApp(), 'van-phong@tam-thanh.example', { size: PHONE });
    await page.goto(`${PAGES}/tasks/${taskId}`);
    const choose = page.getByRole('button', { name: 'Chọn tệp' });
    await choose.waitFor();
    const bring = (kind: 'drop' | 'paste', name: string) =>
      choose.evaluate(
        (element, [event, file, bytes]) => {
          const carried = new DataTransfer();
          carried.items.add(new File([Uint8Array.from(bytes)], file, { type: 'image/png' }));
          const made =
            event === 'drop'
              ? new DragEvent('drop', { dataTransfer: carried, bubbles: true, cancelable: true })
              : new ClipboardEvent('paste', { clipboardData: carried, bubbles: true, cancelable: true });
          element.dispatchEvent(made);
        },
        [kind, name, [...png]] as const,
      );
    await bring('drop', 'kéo thả.png');
    await page.getByRole('button', { name: 'Xem: kéo thả.png' }).waitFor();
    await bring('paste', 'dán vào.png');
    await page.getByRole('button', { name: 'Xem: dán vào.png' }).waitFor();
    // Its button is there where the pointer is a finger, which this browser has not.
    const camera = page.locator('input[type="file"][capture="environment"]');
    await camera.setInputFiles({ name: 'chụp.png', mimeType: 'image/png', buffer: png });
    await page.getByRole('button', { name: 'Xem: chụp.png' }).waitFor();
    const { items } = await officer.get(`/procedures/cases/${caseId}/attachments`);
    expect(items.map((one: { fileName: string }) => one.fileName).sort()).toEqual([
      'chụp.png',
      'dán vào.png',
      'kéo thả.png',
    ]);
    await page.context().close();
  },
  LIMIT_MS,
);
