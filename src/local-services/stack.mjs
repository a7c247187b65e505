/**
 * One running stack: it owns its data folder, launches supervised children in it, and ends them in order.
 * It can be stopped at any moment, also while it is still starting.
 */
import fs from 'node:fs';
import path from 'node:path';
import { endLeftovers, ownDataDir } from './data-dir.mjs';
import { printLine } from './progress.mjs';
import { startReaper } from './reaper.mjs';
import { supervise } from './supervise.mjs';

/** Each is ended before the one that it works with. */
const END_ORDER = ['app', 'broker', 'postgres'];

/**
 * @typedef {object} Stack
 * @property {string} dataDir
 * @property {import('./progress.mjs').Log} log
 * @property {(child: import('./supervise.mjs').Child) => import('./supervise.mjs').Supervised} launch
 * @property {(options?: {remove?: boolean}) => Promise<void>} stop ends all of it; `remove` also deletes its data
 */

/**
 * @param {string} folder
 * @param {import('./progress.mjs').Log} [log]
 * @returns {Promise<Stack>}
 */
export async function openStack(folder, log = printLine) {
  const dataDir = path.resolve(folder);
  const disown = ownDataDir(dataDir);
  await endLeftovers(dataDir, log);
  const reaper = startReaper();
  /** @type {Map<string, import('./supervise.mjs').Supervised>} */
  const launched = new Map();
  /** @type {Promise<void> | null} */
  let stopping = null;

  async function endAll() {
    for (const name of END_ORDER) await launched.get(name)?.stop();
    reaper.close();
    disown();
  }

  return {
    dataDir,
    log,
    launch(child) {
      if (stopping) throw new Error(`Expected to launch ${child.name}, but the stack is being stopped`);
      const supervised = supervise(child, log, reaper);
      launched.set(child.name, supervised);
      return supervised;
    },
    async stop({ remove = false } = {}) {
      stopping ??= endAll();
      await stopping;
      if (remove) removeData(dataDir);
    },
  };
}

/** @param {string} dataDir */
function removeData(dataDir) {
  const pointer = path.join(dataDir, 'postgres-folder');
  if (fs.existsSync(pointer)) fs.rmSync(fs.readFileSync(pointer, 'utf8').trim(), { recursive: true, force: true });
  fs.rmSync(dataDir, { recursive: true, force: true });
}
