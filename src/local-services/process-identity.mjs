/**
 * Which process a number means. A pid alone says nothing after a reboot or a wrap-around, so a process is known by its
 * pid together with what it was started as.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';

/** @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/** @param {number} pid */
function isZombie(pid) {
  try {
    return /^\d+ \(.*\) Z/s.test(fs.readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/**
 * @param {number} pid
 * @returns {string} differs between two processes that had the same pid; empty where it cannot be told
 */
export const birthOf = (pid) => askSystem(pid, 22, 'lstart');

/**
 * @param {number} pid
 * @returns {string} the pid of its parent; empty where it cannot be told
 */
export const parentOf = (pid) => askSystem(pid, 4, 'ppid');

/**
 * @param {number} pid
 * @param {number} field of /proc/<pid>/stat, counted from 1 as in proc(5)
 * @param {string} column of ps, where there is no /proc
 */
function askSystem(pid, field, column) {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is a name in brackets that may hold spaces and brackets itself.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[field - 3] ?? '';
  } catch {
    try {
      return execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).trim();
    } catch {
      return '';
    }
  }
}

/**
 * @param {number} pid
 * @param {number} timeoutMs
 * @returns {Promise<boolean>} whether it is gone
 */
export async function waitUntilGone(pid, timeoutMs) {
  for (const deadline = Date.now() + timeoutMs; Date.now() < deadline; ) {
    if (!isAlive(pid)) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return !isAlive(pid);
}
