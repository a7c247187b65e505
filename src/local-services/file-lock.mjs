/** One process at a time does a thing that several checkouts share; the others wait for it. */
import fs from 'node:fs';
import path from 'node:path';
import { birthOf, isAlive } from './process-identity.mjs';

/**
 * @template T
 * @param {string} file
 * @param {() => void} onWait called once if another process has it
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withFileLock(file, onWait, work) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  for (let hasWaited = false; !take(file); hasWaited = true) {
    if (!hasWaited) onWait();
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  try {
    return await work();
  } finally {
    fs.rmSync(file, { force: true });
  }
}

/** @param {string} file */
function take(file) {
  // Written beside and linked, so that nobody ever reads a lock without its owner in it.
  const beside = `${file}.${process.pid}`;
  fs.writeFileSync(beside, `${process.pid} ${birthOf(process.pid)}`);
  try {
    fs.linkSync(beside, file);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    if (isAbandoned(file)) fs.rmSync(file, { force: true });
    return false;
  } finally {
    fs.rmSync(beside, { force: true });
  }
}

/** @param {string} file */
function isAbandoned(file) {
  try {
    const [, pid, birth] = /^(\d+) (.*)$/.exec(fs.readFileSync(file, 'utf8')) ?? [];
    return !isAlive(Number(pid)) || birthOf(Number(pid)) !== birth;
  } catch {
    return false;
  }
}
