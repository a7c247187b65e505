/**
 * tests/browser/support/ owns what a browser test needs besides the app: a Chromium that needs nothing of the system,
 * people signed in, and hands that type into the forms. This file starts the browser and signs people in.
 */
import { chromium as playwright } from 'playwright-core';

/** Read when @sparticuz/chromium is loaded: with it the libraries come with the browser. */
process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs22.x';

export const WIDE = { width: 1366, height: 768 };
export const PHONE = { width: 390, height: 844 };

export async function launch() {
  const { default: chromium } = await import('@sparticuz/chromium');
  const browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    headless: true,
  });
  return browser;
}

/**
 * A page of a person who has signed in: by the request that the form sends, and the token kept where the panel keeps it.
 * @param {import('playwright-core').Browser} browser
 * @param {{ baseUrl: string, passwords: Record<string, string> }} app
 * @param {string} email
 * @param {{ theme?: 'light' | 'dark' | 'system', size?: { width: number, height: number } }} [options]
 */
export async function signedIn(browser, app, email, { theme = 'light', size = WIDE } = {}) {
  const answer = await fetch(`${app.baseUrl}/admin/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: app.passwords[email] }),
  });
  if (!answer.ok) throw new Error(`Expected ${email} to sign in, but got ${answer.status}`);
  const { data } = await answer.json();
  const context = await browser.newContext({
    baseURL: app.baseUrl,
    viewport: size,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    storageState: {
      cookies: [],
      origins: [
        {
          origin: app.baseUrl,
          localStorage: [
            { name: 'jwtToken', value: JSON.stringify(data.token ?? data.accessToken) },
            { name: 'isLoggedIn', value: 'true' },
            { name: 'STRAPI_THEME', value: theme },
          ],
        },
      ],
    },
  });
  context.setDefaultTimeout(20_000);
  return context.newPage();
}

/** Signs in as a person does. @param {import('playwright-core').Page} page */
export async function signInByForm(page, baseUrl, email, password) {
  await page.goto(`${baseUrl}/admin/`);
  await page.locator('input[name="email"]').fill(email);
  await page.locator('input[name="password"]').fill(password);
  await page.locator('button[type="submit"]').click();
}

/** Errors that the browser's console shows from now on. @param {import('playwright-core').Page} page */
export function consoleErrors(page) {
  const errors = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} ${message.location().url}`.trim());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  return errors;
}
