/**
 * PostgreSQL refuses to run as root. As root we run it as another user, who must be able to reach its programs and its
 * data: where a private folder (mode 0700) lies above them, both go to a folder of this stack's own under /var/lib,
 * and a pointer to it is left beside the other data.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Trouble } from './trouble.mjs';

/** @typedef {{ uid: number, gid: number }} UnixUser */

/** @returns {UnixUser | null} null where we are not root and may run it ourselves */
export function postgresUser() {
  if (process.getuid?.() !== 0) return null;
  const known = lookUp('postgres');
  if (known) return known;
  try {
    execFileSync(
      'useradd',
      ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'],
      {
        stdio: 'ignore',
      },
    );
  } catch {
    // Without useradd (small images) any existing unprivileged user does.
  }
  const user = lookUp('postgres') ?? lookUp('nobody');
  if (user) return user;
  throw new Trouble(
    'Đang chạy bằng root, PostgreSQL cần một người dùng thường nhưng không tạo được. Hãy tạo người dùng "postgres" (useradd --system postgres) hoặc chạy bằng người dùng thường.',
    'Expected to find or make an ordinary user for PostgreSQL (it refuses to run as root), but could not. Make a user "postgres" (useradd --system postgres), or run as an ordinary user.',
  );
}

/**
 * @param {string} name
 * @returns {UnixUser | null}
 */
function lookUp(name) {
  const line = fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  if (!line) return null;
  const [, , uid, gid] = line.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

/**
 * @param {string} folder
 * @param {UnixUser} user
 * @returns {boolean} whether the user can pass through the folder and every folder above it
 */
export function canReach(folder, user) {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (fs.existsSync(at)) {
      const { mode, uid, gid } = fs.statSync(at);
      const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
      if ((mode & bit) === 0) return false;
    }
    if (at === path.dirname(at)) return true;
  }
}

/**
 * @param {string} dataDir
 * @returns {string} a folder of this stack's own that every user can pass through; also noted in the data folder
 */
export function reachableFolder(dataDir) {
  const pointer = path.join(dataDir, 'postgres-folder');
  if (fs.existsSync(pointer)) return fs.readFileSync(pointer, 'utf8').trim();
  const own = createHash('sha256').update(path.resolve(dataDir)).digest('hex').slice(0, 12);
  for (const base of ['/var/lib', '/var/tmp']) {
    const folder = path.join(base, `procedures-ward-${own}`);
    try {
      fs.mkdirSync(folder, { recursive: true });
      fs.chmodSync(folder, 0o711);
      fs.writeFileSync(pointer, `${folder}\n`);
      return folder;
    } catch {
      // A read-only base: the next one.
    }
  }
  throw new Trouble(
    `Người dùng của PostgreSQL không vào được ${dataDir} và không tạo được thư mục nào trong /var/lib, /var/tmp. Hãy đặt mã nguồn ở thư mục mà mọi người dùng đi qua được (chmod o+x), hoặc đặt DATABASE_URL.`,
    `Expected a folder that the database user can reach, but ${dataDir} is private and neither /var/lib nor /var/tmp can be written. Put the checkout where every user can pass (chmod o+x), or set DATABASE_URL.`,
  );
}
