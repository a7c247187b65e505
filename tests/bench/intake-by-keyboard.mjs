// Measures a call entered by keyboard alone, typed as fast as a person types (280 ms a key of Telex, 1.2 s a stop), from the open
// form to the number of the book: the two minutes that a caller holds. The page's own waits are in it. BENCH_CALLS=3.
import { setTimeout as sleep } from 'node:timers/promises';
import { buildAdmin, buildServer } from '../../src/local-services/build.mjs';
import { progressTo } from '../../src/local-services/progress.mjs';
import { launch, signedIn } from '../browser/support/browser.mjs';
import { settled } from '../browser/support/look.mjs';
import { AIM_MS, enterCall, Hands, summaryLength } from '../browser/support/phone-call.mjs';
import { PAGES } from '../browser/support/work.mjs';
import { serveApp } from '../support/served-app.mjs';
import { reporter, rounded } from './support/report.mjs';

const CALLS = Number(process.env.BENCH_CALLS ?? 3);
const OFFICER = 'truc-ban@tam-thanh.example';

const progress = progressTo();
await buildServer(progress);
await buildAdmin(progress);
const report = reporter('intake-by-keyboard');
const app = await serveApp({ admin: true });
const browser = await launch();
try {
  const page = await signedIn(browser, app, OFFICER);
  const seconds = [];
  let hands;
  for (let call = 0; call < CALLS; call += 1) {
    await page.goto(`${PAGES}/intake`);
    await page.locator('.fjs-form').first().waitFor();
    await settled(page);
    // Until the form has settled, nobody has begun to speak.
    await sleep(500);
    hands = new Hands(page, { atHumanRate: true });
    const began = performance.now();
    await enterCall(hands);
    seconds.push((performance.now() - began) / 1000);
  }
  seconds.sort((a, b) => a - b);
  report('a call entered by keyboard, form to number', 's', {
    p50: rounded(seconds[Math.floor(seconds.length / 2)]),
    max: rounded(seconds[seconds.length - 1]),
    ofHands: rounded(hands.humanMs / 1000),
    keys: hands.keys,
    stops: hands.stops,
    letters: summaryLength,
    aim: AIM_MS / 1000,
    samples: seconds.length,
  });
} finally {
  await browser.close();
  await app.stop();
}
