/** `npm start`: the services, the build and the application, then the address and how to sign in; Ctrl-C ends it all. */
import fs from 'node:fs';
import path from 'node:path';
import { addressOf, expectPortFree, startApp } from './app.mjs';
import { buildAdmin, buildServer } from './build.mjs';
import { checkoutDir } from './checkout.mjs';
import { parentOf } from './process-identity.mjs';
import { allOrFirstError } from './promises.mjs';
import { startServices } from './services.mjs';
import { openStack } from './stack.mjs';
import { stopOnSignal } from './stop-on-signal.mjs';

/** @param {import('./progress.mjs').Progress} progress */
export async function startPlatform(progress) {
  await expectPortFree(addressOf(process.env));
  const stack = await openStack(path.resolve(checkoutDir, process.env.PROCEDURES_DATA_DIR || '.data'), progress.log);
  endWithNpm(stopOnSignal(stack.stop));
  try {
    // The services come up while the build runs, and the application beside the broker: it waits for what it needs.
    const starting = startServices({ ...stack, stack, env: process.env, waitForBroker: false });
    const [services] = await allOrFirstError(/** @type {const} */ ([starting, build(progress)]));
    const accounts = path.join(stack.dataDir, 'demo-accounts.txt');
    const hadAccounts = fs.existsSync(accounts);
    const app = startApp(stack, { ...process.env, ...services.env });
    const startingApp = progress.step('Khởi động ứng dụng / Starting the application', () => app.ready());
    await allOrFirstError([startingApp, services.broker?.ready()]);
    process.stdout.write(greeting(app.url, accounts, hadAccounts));
  } catch (error) {
    await stack.stop();
    throw error;
  }
}

/** @param {import('./progress.mjs').Progress} progress */
async function build(progress) {
  await buildServer(progress);
  await buildAdmin(progress);
}

/**
 * npm killed with -9 tells us nothing: we notice that we, or the shell between npm and us, have another parent now.
 * @param {() => Promise<never>} end
 */
function endWithNpm(end) {
  if (!process.env.npm_lifecycle_event) return;
  const line = () => `${process.ppid} ${parentOf(process.ppid)}`;
  const first = line();
  setInterval(() => line() !== first && void end(), 2_000).unref();
}

/**
 * @param {string} url
 * @param {string} accounts
 * @param {boolean} hadAccounts
 */
function greeting(url, accounts, hadAccounts) {
  const lines = ['', `Sẵn sàng / Ready:   ${url}/admin`];
  if (fs.existsSync(accounts)) {
    lines.push(`Tài khoản đăng nhập / Accounts to sign in with:   ${accounts}`);
    // Shown once, when they were made.
    if (!hadAccounts) lines.push('', fs.readFileSync(accounts, 'utf8').trimEnd());
  }
  return `${[...lines, '', 'Ctrl-C để dừng / to stop', ''].join('\n')}\n`;
}
