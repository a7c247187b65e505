/**
 * The Zeebe distribution: fetched once from Maven Central, believed only with the right SHA-256, unpacked into the
 * user's cache folder, where every checkout finds it. Its licence does not let us bundle it.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { cacheDir } from './checkout.mjs';
import { expectDiskSpace } from './disk-space.mjs';
import { withFileLock } from './file-lock.mjs';
import { Trouble } from './trouble.mjs';

export const ZEEBE_VERSION = '8.5.8';
const COORDINATES = `io.camunda:camunda-zeebe:tar.gz:${ZEEBE_VERSION}`;
const SHA256 = '53ce62b008e61a87a3f7aed700065ad1352084a24c85771bc4e8300828bf95b4';
const SIZE_MB = 202;
const run = promisify(execFile);

/**
 * @param {import('./progress.mjs').Progress} progress
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<string>} the unpacked distribution
 */
export async function fetchZeebe(progress, env = process.env) {
  const cache = cacheDir(env);
  const home = path.join(cache, `zeebe-${ZEEBE_VERSION}`);
  if (isWhole(home)) return home;
  const wait = () => progress.log('Chờ một tiến trình khác tải Zeebe / Waiting for another process to fetch Zeebe');
  try {
    return await withFileLock(path.join(cache, `zeebe-${ZEEBE_VERSION}.lock`), wait, async () => {
      if (isWhole(home)) return home;
      expectDiskSpace(cache, 700, { vi: 'tải và giải nén Zeebe', en: 'fetching and unpacking Zeebe' });
      const archive = path.join(cache, `camunda-zeebe-${ZEEBE_VERSION}.tar.gz`);
      if (!fs.existsSync(archive)) {
        await progress.step(`Tải Zeebe ${ZEEBE_VERSION} (${SIZE_MB} MB) / Fetching Zeebe`, (say) =>
          download(archive, say),
        );
      }
      await progress.step('Kiểm tra và giải nén Zeebe / Verifying and unpacking Zeebe', async () => {
        await expectChecksum(archive, SHA256);
        await unpack(archive, home);
      });
      fs.rmSync(archive);
      return home;
    });
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code !== 'EACCES' && code !== 'EROFS') throw error;
    throw new Trouble(
      `Không ghi được vào thư mục đệm ${cache}. Hãy cấp quyền ghi hoặc đặt XDG_CACHE_HOME tới thư mục khác.`,
      `Expected to write to the cache folder ${cache}, but cannot. Give the right to, or point XDG_CACHE_HOME to another folder.`,
      { cause: error },
    );
  }
}

/**
 * @param {string} archive
 * @param {import('./progress.mjs').Log} say
 */
async function download(archive, say) {
  const folder = path.dirname(archive);
  const part = `${path.basename(archive)}.${process.pid}.part`;
  const size = () => Math.round((fs.statSync(path.join(folder, part), { throwIfNoEntry: false })?.size ?? 0) / 1048576);
  const report = setInterval(() => say(`  Zeebe: ${size()}/${SIZE_MB} MB`), 3_000);
  try {
    const fetchArtifact = commonJsDefault(await import('mvn-artifact-download'));
    await fetchArtifact(COORDINATES, folder, undefined, part);
    fs.renameSync(path.join(folder, part), archive);
  } catch (error) {
    fs.rmSync(path.join(folder, part), { force: true });
    throw new Trouble(
      `Không tải được Zeebe ${ZEEBE_VERSION} từ Maven Central. Hãy kiểm tra mạng, hoặc chép tệp tải sẵn vào ${archive}. (${/** @type {Error} */ (error).message})`,
      `Expected to fetch Zeebe ${ZEEBE_VERSION} from Maven Central, but could not. Check the network, or put a copy of the file at ${archive}.`,
      { cause: error },
    );
  } finally {
    clearInterval(report);
  }
}

/**
 * A CommonJS module with a default of its own: Node's import has it one level deeper than a compiled one.
 * @typedef {(artifact: string, folder: string, repository: undefined, filename: string) => Promise<string>} FetchArtifact
 * @param {unknown} module
 */
function commonJsDefault(module) {
  const outer = /** @type {{ default: FetchArtifact | { default: FetchArtifact } }} */ (module).default;
  return typeof outer === 'function' ? outer : outer.default;
}

/**
 * @param {string} file removed when it is not what it should be
 * @param {string} expected
 */
export async function expectChecksum(file, expected) {
  const hash = createHash('sha256');
  await pipeline(fs.createReadStream(file), hash);
  const actual = hash.digest('hex');
  if (actual === expected) return;
  fs.rmSync(file);
  throw new Trouble(
    `Tệp ${file} sai mã kiểm tra SHA-256 (${actual}, phải là ${expected}); đã xoá, không dùng. Hãy chạy lại để tải bản mới; nếu vẫn sai, hãy kiểm tra mạng hoặc proxy.`,
    `Expected ${file} to have the SHA-256 ${expected}, but it has ${actual}. It was removed and is not used. Run again to fetch a new copy; if it is wrong again, look at the network or its proxy.`,
  );
}

/**
 * @param {string} archive
 * @param {string} home
 */
async function unpack(archive, home) {
  const beside = `${home}.${process.pid}.new`;
  fs.rmSync(beside, { recursive: true, force: true });
  fs.mkdirSync(beside, { recursive: true });
  await run('tar', ['-xzf', archive, '-C', beside, '--strip-components=1', '--no-same-owner']);
  fs.writeFileSync(path.join(beside, 'files.json'), JSON.stringify(sizesIn(path.join(beside, 'lib'))));
  fs.rmSync(home, { recursive: true, force: true });
  fs.renameSync(beside, home);
}

/**
 * @param {string} home
 * @returns {boolean} whether it is there and no library is missing or cut short
 */
function isWhole(home) {
  try {
    const expected = fs.readFileSync(path.join(home, 'files.json'), 'utf8');
    return expected === JSON.stringify(sizesIn(path.join(home, 'lib')));
  } catch {
    return false;
  }
}

/** @param {string} folder */
const sizesIn = (folder) =>
  fs
    .readdirSync(folder)
    .sort()
    .map((name) => [name, fs.statSync(path.join(folder, name)).size]);
