// Measures what an administrator waits for on the main procedure, on a warm server: from the click on the card of the package
// (a draft that is there, and one that is made by the click) until the drawing stands and can be changed, with the tools
// and the panel beside it; in browsers that have not opened the modeler before and in the same ones again.
import { buildAdmin, buildServer } from '../../src/local-services/build.mjs';
import { progressTo } from '../../src/local-services/progress.mjs';
import { launch, signedIn } from '../browser/support/browser.mjs';
import { ApiClient } from '../support/api-client.mjs';
import { startApp } from '../support/start-app.mjs';
import { quantiles, reporter } from './support/report.mjs';

const AIM_SECONDS = 1.5;
const ROUNDS = 10;
/** The first clicks warm the server, and are not counted. */
const WARMING = 1;
/** A pointer rests on what it presses. */
const RESTS_MS = 300;
const EMAIL = 'quan-tri@tam-thanh.example';
const PAGES = '/admin/plugins/procedures';

const progress = progressTo();
await buildServer(progress);
await buildAdmin(progress);

const report = reporter('modeler-open');
const app = await startApp({ adminPanel: true });
const browser = await launch();
try {
  const client = await ApiClient.signIn(app.baseUrl, EMAIL, app.passwords[EMAIL]);
  const { id } = await client.post('/procedures/packages/nguon-tin/drafts', {});
  const draft = (page) => page.locator(`a[href$="/packages/drafts/${id}"]`);
  const make = (page) =>
    page.getByRole('region', { name: 'Nguồn tin về tội phạm' }).getByRole('button', { name: 'Tạo bản thảo' });

  /** One click, as a person does it: the list is read, the pointer comes to the place and rests there. */
  const open = async (page, place) => {
    await page.goto(`${PAGES}/packages`);
    await place(page).hover();
    await page.waitForTimeout(RESTS_MS);
    const from = performance.now();
    await place(page).click();
    await page.locator('[role="application"][aria-busy="false"] .djs-shape').first().waitFor();
    await page.locator('.djs-palette .entry').first().waitFor();
    await page.getByRole('region', { name: 'Kiểm tra' }).waitFor();
    return (performance.now() - from) / 1000;
  };
  const samples = { first: [], again: [], made: [] };
  for (let round = 0; round < ROUNDS + WARMING; round += 1) {
    const page = await signedIn(browser, app, EMAIL);
    const [first, again, made] = [await open(page, draft), await open(page, draft), await open(page, make)];
    await client.call('DELETE', `/procedures/drafts/${page.url().split('/').at(-1)}`);
    await page.context().close();
    if (round < WARMING) continue;
    samples.first.push(first);
    samples.again.push(again);
    samples.made.push(made);
  }
  const told = {
    first: 'a draft, the modeler not opened before in this browser',
    again: 'a draft, the modeler opened before',
    made: 'a new draft, made by the click',
  };
  for (const [kind, metric] of Object.entries(told))
    report(metric, 's', { ...quantiles(samples[kind], 0.5, 0.95), aim: AIM_SECONDS });
} finally {
  await browser.close();
  await app.stop();
}
