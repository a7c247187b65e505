/** The application as a service: run-app.mjs in a process of its own, well when its health route answers. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkoutDir } from './checkout.mjs';
import { whyNotFree } from './free-port.mjs';
import { tailOf } from './log-tail.mjs';
import { Trouble } from './trouble.mjs';

const script = fileURLToPath(new URL('./run-app.mjs', import.meta.url));

/** @param {NodeJS.ProcessEnv} env */
export const addressOf = (env) => ({ host: env.HOST || '127.0.0.1', port: Number(env.PORT || 1337) });

/** @param {{host: string, port: number}} address */
export async function expectPortFree({ host, port }) {
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Trouble(
      'PORT phải là số từ 1 đến 65535. Hãy sửa trong .env hoặc trong lệnh.',
      'Expected PORT to be a number from 1 to 65535, but it is not. Correct it in .env or in the command.',
    );
  }
  const why = await whyNotFree(port, host);
  if (why === null) return;
  if (why.code === 'EADDRINUSE') {
    throw new Trouble(
      `Cổng ${port} tại ${host} đang được chương trình khác dùng. Hãy dừng chương trình đó, hoặc chọn cổng khác: PORT=${port + 1} npm start`,
      `Expected port ${port} on ${host} to be free, but another program uses it. Stop that one, or choose another port: PORT=${port + 1} npm start`,
      { cause: why },
    );
  }
  throw new Trouble(
    `Không lắng nghe được tại ${host}:${port} (${why.code}). Hãy đặt HOST là một địa chỉ của máy này và PORT từ 1024 trở lên.`,
    `Expected to listen on ${host}:${port}, but cannot (${why.code}). Set HOST to an address of this machine and PORT to 1024 or higher.`,
    { cause: why },
  );
}

/**
 * @param {import('./stack.mjs').Stack} stack
 * @param {Record<string, string | undefined>} env
 * @returns {import('./supervise.mjs').Supervised & { url: string }} on its way up
 */
export function startApp(stack, env) {
  const { dataDir } = stack;
  const { host, port } = addressOf(env);
  const reachable =
    host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '[::1]' : host.includes(':') ? `[${host}]` : host;
  const url = `http://${reachable}:${port}`;
  const logFile = path.join(dataDir, 'app.log');
  const supervised = stack.launch({
    name: 'app',
    title: 'Ứng dụng / The application',
    dataDir,
    readyWithinMs: 300_000,
    stopSignal: 'SIGTERM',
    stopWithinMs: 20_000,
    async spawn() {
      keepOneOlder(logFile);
      const output = fs.openSync(logFile, 'a', 0o600);
      const child = spawn(process.execPath, [script], {
        cwd: checkoutDir,
        detached: true,
        stdio: ['ignore', output, output, 'ipc'],
        env: {
          ...env,
          NODE_ENV: 'production',
          HOST: host,
          PORT: String(port),
          STRAPI_TELEMETRY_DISABLED: 'true',
          STRAPI_DISABLE_UPDATE_NOTIFICATION: 'true',
        },
      });
      fs.closeSync(output);
      return child;
    },
    async isReady() {
      const answer = await fetch(`${url}/_health`, { signal: AbortSignal.timeout(2_000) });
      await answer.arrayBuffer();
      return answer.ok;
    },
    whyNotReady: (code) =>
      new Trouble(
        `Ứng dụng không khởi động được (mã ${code}). Nhật ký: ${logFile}\n${tailOf(logFile, 20)}`,
        `Expected the application to start, but it did not (code ${code}). Its log: ${logFile}`,
      ),
  });
  return { ...supervised, url };
}

/** @param {string} logFile */
function keepOneOlder(logFile) {
  const size = fs.statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (size > 20 * 1024 * 1024) fs.renameSync(logFile, `${logFile}.1`);
}
