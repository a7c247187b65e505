/**
 * `node tests/browser/take-pictures.mjs`: the pictures of the README, of one report's way through the pages, taken on a
 * stack of its own into tests/browser/pictures/. Build first: the pages are those of dist/build.
 */
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { intakeValues, onlyFields } from '../cases/case-values.mjs';
import { ApiClient } from '../support/api-client.mjs';
import { serveApp } from '../support/served-app.mjs';
import { launch, signedIn, WIDE } from './support/browser.mjs';
import { fillForm, readForm } from './support/form-driver.mjs';
import { settled } from './support/look.mjs';
import { doTask, Office, openTask, PAGES, recordEvent, takeIn } from './support/work.mjs';

const TENANT = 'tam-thanh';
const MAX_BYTES = 150_000;
/** Taken in before, so that the lists look like a morning's. */
const BEFORE = ['TT-D02', 'TT-D04', 'TT-D30', 'TT-D35'];
const folder = path.resolve('tests/browser/pictures');
const { cases } = JSON.parse(fs.readFileSync('tests/cases/intake-cases.json', 'utf8'));

const app = await serveApp({ admin: true });
const browser = await launch();
try {
  await takeInBefore();
  const office = new Office(browser, app, TENANT);
  const input = cases.find((one) => one.id === 'TT-D01');
  const values = intakeValues(input);

  const desk = await office.page('truc-ban');
  await desk.goto(`${PAGES}/intake`);
  await fillForm(desk, readForm('nguon-tin', 'tiep-nhan'), values);
  await desk.getByRole('heading').first().scrollIntoViewIfNeeded();
  await take(desk, '1-tiep-nhan');
  const known = await takeIn(desk, { title: 'Tiếp nhận nguồn tin', form: 'tiep-nhan', values });

  const officer = await office.page('can-bo');
  await officer.goto(`${PAGES}/tasks?view=unit`);
  await officer.locator('main ul li a').nth(1).waitFor();
  await officer
    .getByRole('link', { name: /Phân loại nguồn tin/ })
    .filter({ hasText: known.bookNo })
    .first()
    .click();
  await officer.locator('aside .fjs-form').waitFor();
  await take(officer, '2-danh-sach-viec');
  await officer.getByRole('link', { name: 'Mở trang riêng' }).click();
  await officer.locator('.djs-shape').first().waitFor();
  await take(officer, '3-viec-va-so-do');

  const title = 'Phân loại nguồn tin';
  await openTask(officer, { title, ...known });
  await doTask(officer, {
    title,
    form: 'phan-loai',
    values: {
      record: { kindConfirmed: 'TO_GIAC', classification: 'THUONG_7N', route: ['CQCSDT_CA_TINH'], inTerritory: true },
      task: { differsReason: 'Theo quyết định của cán bộ' },
    },
  });
  await openAndDo(officer, known, 'Kiểm tra, xác minh sơ bộ', 'xac-minh-so-bo', {
    done: ['LOI_KHAI'],
    note: 'Đã ghi lời khai',
  });
  await takeCase(officer, known.caseId, 'clocks', 'details', '4-ho-so-va-han');
  await openAndDo(officer, known, 'Lập phiếu chuyển, chuyển hồ sơ', 'chuyen', { to: ['CQCSDT_CA_TINH'] });
  await recordEvent(officer, {
    caseId: known.caseId,
    title: 'Cơ quan có thẩm quyền đã nhận',
    form: 'cqdt-nhan',
    values: {},
  });
  await takeCase(officer, known.caseId, 'events', 'main ol li', '5-dong-thoi-gian');

  const administrator = await signedIn(browser, app, `quan-tri@${TENANT}.example`);
  await administrator.goto(`${PAGES}/operations`);
  await administrator.getByText('Đang chạy', { exact: true }).waitFor();
  await take(administrator, '6-van-hanh');
} finally {
  await browser.close();
  await app.stop();
}

function clientOf(name) {
  const email = `${name}@${TENANT}.example`;
  return ApiClient.signIn(app.baseUrl, email, app.passwords[email]);
}

async function takeInBefore() {
  const client = await clientOf('truc-ban');
  const start = (await client.get('/procedures/starts')).find((one) => one.event === 'TIEP_NHAN');
  for (const id of BEFORE) {
    const input = cases.find((one) => one.id === id);
    if (!input) throw new Error(`Expected the case ${id} in the file, but it is not there`);
    await client.post('/procedures/cases?wait=10000', {
      packageId: 'nguon-tin',
      event: 'TIEP_NHAN',
      values: onlyFields(intakeValues(input), start.form),
      clientId: randomUUID(),
    });
  }
}

async function openAndDo(page, known, title, form, task) {
  await openTask(page, { title, ...known });
  await doTask(page, { title, form, values: { task } });
}

async function takeCase(page, caseId, tab, ready, name) {
  await page.goto(`${PAGES}/cases/${caseId}?tab=${tab}`);
  await page.locator(ready).first().waitFor();
  await take(page, name);
}

async function take(page, name) {
  await page.setViewportSize(WIDE);
  await settled(page);
  const file = path.join(folder, `${name}.png`);
  fs.mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: file });
  const { size } = fs.statSync(file);
  if (size > MAX_BYTES) throw new Error(`Expected ${name}.png to have at most ${MAX_BYTES} bytes, but it has ${size}`);
}
