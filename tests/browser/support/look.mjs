/** Owns what every page must stand: no faults by axe-core (WCAG 2.2 AA), nothing wider than the window. */
import fs from 'node:fs';
import path from 'node:path';

const AXE = fs.readFileSync(path.resolve('node_modules/axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Reading is over: no skeleton, no form that is still being drawn. @param {import('playwright-core').Page} page */
export async function settled(page) {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  await still(page);
}

/** Nothing is on its way from one colour or place to another: half-way it may lack contrast. @param {import('playwright-core').Page} page */
async function still(page) {
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every((each) => each.playState !== 'running' || each.effect?.getTiming().iterations === Infinity),
  );
}

/** @returns {Promise<string[]>} one line a fault: rule, and where */
export async function faults(page) {
  await still(page);
  // Evaluated, not added as a tag: the page's content policy stays as it is.
  await page.evaluate(AXE);
  const found = await page.evaluate(
    (rules) =>
      window.axe
        .run(document, { runOnly: rules, resultTypes: ['violations'] })
        .then(({ violations }) =>
          violations.flatMap(({ id, nodes }) =>
            nodes.map(
              ({ target, failureSummary, html }) =>
                `${id}: ${target.join(' ')} ${failureSummary} ${html.slice(0, 160)}`,
            ),
          ),
        ),
    RULES,
  );
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return tooWide > 0 ? [...found, `${tooWide}px wider than the window`] : found;
}
