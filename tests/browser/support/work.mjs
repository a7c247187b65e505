/** Owns the ways of working through the pages: take in, open a task, do it, record an event, look at the case. */
import { signedIn } from './browser.mjs';
import { fillForm, readForm } from './form-driver.mjs';

export const PAGES = '/admin/plugins/procedures';

/** The people of one tenant, each with a page of their own that stays open between acts. */
export class Office {
  #pages = new Map();

  /**
   * @param {import('playwright-core').Browser} browser
   * @param {{ baseUrl: string, passwords: Record<string, string> }} app
   * @param {string} tenantId
   */
  constructor(browser, app, tenantId) {
    this.browser = browser;
    this.app = app;
    this.tenantId = tenantId;
  }

  /** @param {string} name as before the @ of the person's address */
  async page(name) {
    const known = this.#pages.get(name) ?? signedIn(this.browser, this.app, `${name}@${this.tenantId}.example`);
    this.#pages.set(name, known);
    return known;
  }

  async close() {
    for (const page of this.#pages.values()) await (await page).context().close();
    this.#pages.clear();
  }
}

/** Goes to a page of the plugin; within the running panel as a link would, so that it is not loaded again and again. */
export async function visit(page, path) {
  if (!page.url().includes(PAGES)) return page.goto(`${PAGES}${path}`);
  return page.evaluate((to) => {
    window.history.pushState({}, '', to);
    window.dispatchEvent(new PopStateEvent('popstate', { state: {} }));
  }, `${PAGES}${path}`);
}

/**
 * Takes a case in on the intake page.
 * @returns {Promise<{ caseId: string, bookNo: string | null, receiptCode: string | null }>}
 */
export async function takeIn(page, { title, form, values, packageId = 'nguon-tin' }) {
  const another = page.getByRole('button', { name: 'Tiếp nhận hồ sơ khác' });
  if (await another.isVisible()) await another.click();
  else await page.goto(`${PAGES}/intake`);
  const primary = page.getByRole('button', { name: title, exact: true });
  const field = page.locator('.fjs-form').first();
  await primary.or(field).first().waitFor();
  // The choice of a start and the form's own button read the same, and a form needs nothing to be sent: the page of a form
  // bears its name.
  if ((await page.locator('h1').textContent()) !== title) await primary.click();
  await fillForm(page, readForm(packageId, form), values);
  await primary.click();
  const receipt = page.locator('.procedures-receipt');
  await receipt.waitFor();
  // An alarm that the report raises offers the case too, a moment later or before.
  const href = await page.getByRole('main').getByRole('link', { name: 'Mở hồ sơ' }).getAttribute('href');
  const numbers = await receipt
    .locator('dl > *')
    .evaluateAll((each) =>
      each.map((one) => [one.querySelector('dt')?.textContent, one.querySelector('dd')?.textContent]),
    );
  const told = Object.fromEntries(numbers);
  return { caseId: href.split('/').at(-1), bookNo: told['Số sổ'] ?? null, receiptCode: told['Mã tra cứu'] ?? null };
}

/** Finds a waiting task of a case in the list and opens it beside the list. */
export async function openTask(page, { title, bookNo, receiptCode }) {
  await visit(page, `/tasks?view=unit&q=${encodeURIComponent(receiptCode ?? bookNo)}`);
  const row = page
    .getByRole('link', { name: title })
    .filter({ hasText: bookNo ?? '' })
    .first();
  await row.click();
  await panelOf(page).getByRole('heading', { name: title, exact: true }).waitFor();
}

export const panelOf = (page) => page.getByRole('complementary');

/** Claims the open task when that comes first, fills its form and completes it. */
export async function doTask(page, { title, form, values, packageId = 'nguon-tin' }) {
  const panel = panelOf(page);
  const primary = panel.getByRole('button', { name: title, exact: true });
  const claim = panel.getByRole('button', { name: 'Nhận việc', exact: true });
  await primary.or(claim).first().waitFor();
  if (await claim.isVisible()) {
    await claim.click();
    await primary.waitFor();
  }
  if (form) await fillForm(panel, readForm(packageId, form), values);
  const done = page.waitForResponse((response) => /\/tasks\/[^/]+\/complete/.test(response.url()));
  await primary.click();
  const answer = await done;
  if (answer.status() >= 300) throw new Error(`${title}: ${answer.status()} ${(await answer.text()).slice(0, 600)}`);
  await page.getByText('Đã ghi.', { exact: true }).first().waitFor();
}

/** Records an event on the page of the case. */
export async function recordEvent(page, { caseId, title, form, values, packageId = 'nguon-tin' }) {
  await page.goto(`${PAGES}/cases/${caseId}`);
  await page.getByRole('button', { name: 'Ghi sự kiện' }).click();
  await page.getByRole('menuitem', { name: title, exact: true }).click();
  if (form) await fillForm(page, readForm(packageId, form), values);
  await page.getByRole('button', { name: title, exact: true }).click();
  await page.getByText(`Đã ghi: ${title}`).first().waitFor();
}

/** What the page of a case tells: its header, and the clocks that run. */
export async function seeCase(page, caseId) {
  await page.goto(`${PAGES}/cases/${caseId}?tab=clocks`);
  await page.getByRole('tab', { name: /^Hạn/ }).waitFor();
  const header = await page.locator('h1').locator('xpath=../..').textContent();
  const panel = page.getByRole('tabpanel');
  await panel.waitFor();
  // A clock's own words stand around the part that folds out.
  const clocks = await panel
    .locator('details')
    .evaluateAll((each) => each.map((one) => one.parentElement?.textContent ?? ''));
  return { header, clocks };
}
