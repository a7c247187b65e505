/**
 * The locked dependencies: installed when missing or not those of package-lock.json, and compared with it afterwards.
 * `npm install --no-save` instead of `npm ci`: where a registry lacks the optional packages of some other platform, the
 * lock cannot name them, and npm ci refuses such a lock altogether (npm 11). Install scripts are not run: none
 * of them is needed (PostgreSQL's links are restored in postgres-programs.mjs), some phone home, and npm 11 asks for
 * leave to run each.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { expectDiskSpace } from './disk-space.mjs';
import { runProgram } from './run-tool.mjs';
import { Trouble } from './trouble.mjs';

/**
 * @param {string} checkout
 * @param {import('./progress.mjs').Progress} progress
 */
export async function installDependencies(checkout, progress) {
  if (isInstalled(checkout)) return;
  expectDiskSpace(checkout, 2048, { vi: 'thư viện và bản dựng', en: 'the dependencies and the build' });
  await progress.step('Cài thư viện (npm, 1–3 phút) / Installing dependencies', () => npmInstall(checkout));
  if (!isInstalled(checkout)) {
    throw new Trouble(
      'Thư viện đã cài không khớp package-lock.json. Hãy xoá thư mục node_modules rồi chạy lại.',
      'Expected the installed dependencies to be those of package-lock.json, but they are not. Remove the folder node_modules and run again.',
    );
  }
}

/** @param {string} checkout */
const stampFile = (checkout) => path.join(checkout, 'node_modules', '.procedures-installed');

/** @param {string} checkout */
const lockHash = (checkout) =>
  createHash('sha256')
    .update(fs.readFileSync(path.join(checkout, 'package-lock.json')))
    .digest('hex');

/** @param {string} checkout */
const writeStamp = (checkout) => fs.writeFileSync(stampFile(checkout), lockHash(checkout));

/**
 * @param {string} checkout
 * @returns {boolean}
 */
export function isInstalled(checkout) {
  const stamp = stampFile(checkout);
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === lockHash(checkout)) return true;
  // Somebody may have run npm himself: npm's own note of what it installed, written last, tells.
  const note = path.join(checkout, 'node_modules', '.package-lock.json');
  if (!fs.existsSync(note)) return false;
  const locked = JSON.parse(fs.readFileSync(path.join(checkout, 'package-lock.json'), 'utf8'));
  const installed = JSON.parse(fs.readFileSync(note, 'utf8'));
  if (!isSameSet(locked.packages, installed.packages)) return false;
  writeStamp(checkout);
  return true;
}

/**
 * @typedef {Record<string, { version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }>} Packages
 * @param {Packages} locked
 * @param {Packages} installed
 */
export function isSameSet(locked, installed) {
  const wanted = Object.entries(locked).filter(([place]) => place !== '');
  const isThere = wanted.every(([place, { version, integrity, optional, devOptional }]) => {
    const present = installed[place];
    // Optional ones are those of other platforms.
    if (!present) return optional === true || devOptional === true;
    return present.version === version && present.integrity === integrity;
  });
  return isThere && Object.entries(installed).every(([place, { optional }]) => locked[place] || optional === true);
}

/** @param {string} checkout */
async function npmInstall(checkout) {
  const flags = [
    'install',
    '--no-save',
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  // Under `npm start` the very npm that runs us is used.
  const own = process.env.npm_execpath?.endsWith('npm-cli.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const env = { IBM_TELEMETRY_DISABLED: 'true' };
  const code = await runProgram(own[0], [...own.slice(1), ...flags], { cwd: checkout, env }).catch(() => 1);
  if (code === 0) return;
  throw new Trouble(
    'Không cài được thư viện (npm). Hãy xem lỗi của npm ở trên: thường là mạng, proxy hoặc đĩa đầy; sửa rồi chạy lại.',
    "Expected npm to install the dependencies, but it failed. See npm's own message above: mostly the network, a proxy or a full disk. Mend it and run again.",
  );
}
