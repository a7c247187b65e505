/**
 * The data folder of one stack: made, owned by one running process at a time, and rid of what a crashed one left.
 */
import fs from 'node:fs';
import path from 'node:path';
import { birthOf, isAlive, waitUntilGone } from './process-identity.mjs';
import { Trouble } from './trouble.mjs';

/**
 * @param {string} dataDir
 * @returns {() => void} gives it up again
 */
export function ownDataDir(dataDir) {
  makeDataDir(dataDir);
  const file = path.join(dataDir, 'owner.json');
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      fs.writeFileSync(file, JSON.stringify({ pid: process.pid, birth: birthOf(process.pid) }), { flag: 'wx' });
      return () => fs.rmSync(file, { force: true });
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
    const owner = readOwner(file);
    if (owner && isAlive(owner.pid) && birthOf(owner.pid) === owner.birth) {
      throw new Trouble(
        `Thư mục dữ liệu ${dataDir} đang được tiến trình ${owner.pid} sử dụng. Hãy dừng tiến trình đó (Ctrl-C) rồi chạy lại.`,
        `Expected to own the data folder ${dataDir}, but process ${owner.pid} is running on it. Stop that one (Ctrl-C) and try again.`,
      );
    }
    fs.rmSync(file, { force: true });
  }
  throw new Error(`Expected to own ${dataDir}, but its owner.json keeps coming back`);
}

/** @param {string} dataDir */
function makeDataDir(dataDir) {
  try {
    // Cases, secrets and logs lie here. (As root the database's user must pass through: postgres.mjs opens just that.)
    fs.mkdirSync(path.join(dataDir, 'pids'), { recursive: true, mode: 0o700 });
    fs.chmodSync(dataDir, 0o700);
    fs.accessSync(dataDir, fs.constants.W_OK | fs.constants.X_OK);
  } catch (error) {
    throw new Trouble(
      `Không ghi được vào thư mục dữ liệu ${dataDir}. Hãy cấp quyền ghi cho người dùng hiện tại (chown/chmod) hoặc chạy từ thư mục khác.`,
      `Expected to write to the data folder ${dataDir}, but cannot. Give the present user the right to (chown/chmod), or run from another folder.`,
      { cause: error },
    );
  }
}

/** @param {string} file */
function readOwner(file) {
  try {
    return /** @type {{pid: number, birth: string}} */ (JSON.parse(fs.readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

/**
 * Remembers a child, so that the next start can end it if this process is gone without having done so.
 * @param {string} dataDir
 * @param {string} name
 * @param {number} pid
 */
export function rememberPid(dataDir, name, pid) {
  fs.writeFileSync(path.join(dataDir, 'pids', name), `${pid} ${birthOf(pid)}\n`);
}

/**
 * @param {string} dataDir
 * @param {string} name
 */
export function forgetPid(dataDir, name) {
  fs.rmSync(path.join(dataDir, 'pids', name), { force: true });
}

/**
 * @param {string} dataDir
 * @param {(line: string) => void} log
 */
export async function endLeftovers(dataDir, log) {
  const folder = path.join(dataDir, 'pids');
  for (const name of fs.readdirSync(folder)) {
    const [, pid, birth] = /^(\d+) ?(.*)$/.exec(fs.readFileSync(path.join(folder, name), 'utf8').trim()) ?? [];
    const id = Number(pid ?? 0);
    if (id > 1 && isAlive(id) && birthOf(id) === birth) {
      log(`Dừng ${name} còn sót từ lần trước (pid ${id}) / Ending ${name}, left over from the last run`);
      process.kill(id, name === 'postgres' ? 'SIGINT' : 'SIGTERM');
      if (!(await waitUntilGone(id, 15_000))) process.kill(id, 'SIGKILL');
      await waitUntilGone(id, 5_000);
    }
    fs.rmSync(path.join(folder, name), { force: true });
  }
}
