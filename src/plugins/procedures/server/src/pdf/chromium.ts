// pdf/ owns printing: from a Word file or a page of ours to PDF, without an office suite. This file owns the browser
// that prints: started when somebody needs it, one page at a time, no network at all, closed when nobody has needed it
// for a while, and killed when a page takes too long.
import type { Browser, Page } from 'playwright-core';
import { ProblemError } from '../problems/problem-error';

const LIMIT_MS = 30_000;
const IDLE_MS = 60_000;
const RETRY_MS = 60_000;

let browser: Promise<Browser> | null = null;
let queue: Promise<unknown> = Promise.resolve();
let idle: NodeJS.Timeout | null = null;
let failed: { at: number; message: string } | null = null;

/** What the last start failed with, as long as it is not worth trying again. */
export function browserFailure(): string | null {
  return failed && Date.now() - failed.at < RETRY_MS ? failed.message : null;
}

/** Runs `work` on a fresh page that reaches nothing; the pages of others wait. */
export function withPage<T>(work: (page: Page) => Promise<T>): Promise<T> {
  const turn = queue.then(() => onePage(work));
  queue = turn.catch(() => undefined);
  return turn;
}

export async function closeBrowser(): Promise<void> {
  if (idle) clearTimeout(idle);
  idle = null;
  const open = browser;
  browser = null;
  await (await open?.catch(() => null))?.close().catch(() => undefined);
}

async function onePage<T>(work: (page: Page) => Promise<T>): Promise<T> {
  if (idle) clearTimeout(idle);
  idle = null;
  const running = await start();
  const context = await running.newContext({ offline: true, acceptDownloads: false, serviceWorkers: 'block' });
  let timer: NodeJS.Timeout | undefined;
  try {
    await context.route('**/*', (route) => route.abort());
    const page = await context.newPage();
    const limit = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(tooSlow()), LIMIT_MS);
    });
    return await Promise.race([work(page), limit]);
  } catch (error) {
    // Whatever it was: the next page gets a new browser.
    await closeBrowser();
    throw error;
  } finally {
    clearTimeout(timer);
    await context.close().catch(() => undefined);
    if (browser) {
      idle = setTimeout(() => void closeBrowser(), IDLE_MS);
      idle.unref();
    }
  }
}

async function start(): Promise<Browser> {
  const message = browserFailure();
  if (message) throw cannotPrint(message);
  browser ??= launch();
  try {
    const running = await browser;
    if (running.isConnected()) return running;
    browser = launch();
    return await browser;
  } catch (error) {
    browser = null;
    failed = { at: Date.now(), message: error instanceof Error ? error.message.split('\n')[0] : String(error) };
    throw cannotPrint(failed.message);
  }
}

async function launch(): Promise<Browser> {
  // Read when the module is loaded: with it the libraries that the browser needs come with it.
  const before = process.env.AWS_EXECUTION_ENV;
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs22.x';
  try {
    const { default: packed } = await import('@sparticuz/chromium');
    const { chromium } = await import('playwright-core');
    return await chromium.launch({
      executablePath: await packed.executablePath(),
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--host-resolver-rules=MAP * ~NOTFOUND'],
      headless: true,
      timeout: LIMIT_MS,
    });
  } finally {
    if (before === undefined) delete process.env.AWS_EXECUTION_ENV;
    else process.env.AWS_EXECUTION_ENV = before;
  }
}

export const cannotPrint = (reason: string) =>
  new ProblemError({
    code: 'PDF_NOT_AVAILABLE',
    status: 503,
    vi: `Máy chủ chưa tạo được PDF vì trình duyệt in không khởi động (${reason}). Vẫn tải được tệp Word để in; hãy báo người vận hành.`,
    en: `Expected to print a PDF, but the printing browser does not start (${reason}). The Word file can still be downloaded; tell the operator.`,
  });

const tooSlow = () =>
  new ProblemError({
    code: 'PDF_TOO_SLOW',
    status: 503,
    vi: `Tạo PDF quá ${LIMIT_MS / 1000} giây nên đã dừng. Hãy thử lại, hoặc tải tệp Word.`,
    en: `Expected a PDF within ${LIMIT_MS / 1000} seconds, but it took longer and was stopped: try again, or download the Word file.`,
  });
