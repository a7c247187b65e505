/**
 * Keeps one child process alive: waits until it is ready, notices its death, says so, and starts it again with a
 * growing pause. It knows nothing of what the child is.
 */
import { forgetPid, rememberPid } from './data-dir.mjs';
import { seconds } from './progress.mjs';
import { Trouble } from './trouble.mjs';

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 30_000;
/** A child that stayed this long was well: the next death starts with the shortest pause again. */
const WELL_AFTER_MS = 60_000;

/**
 * @typedef {object} Child what one kind of service must say of itself
 * @property {string} name
 * @property {string} title for people, Vietnamese / English
 * @property {string} dataDir
 * @property {() => Promise<import('node:child_process').ChildProcess>} spawn
 * @property {() => Promise<boolean>} isReady
 * @property {number} readyWithinMs
 * @property {NodeJS.Signals} stopSignal
 * @property {number} stopWithinMs
 * @property {(code: number | null) => Error} whyNotReady
 */

/**
 * @typedef {object} Supervised
 * @property {() => number | undefined} pid
 * @property {() => Promise<void>} ready resolves when it is up (again), rejects where it could not be started
 * @property {(options?: {hold?: boolean}) => Promise<void>} kill9 kills it; it comes back by itself unless held down
 * @property {() => Promise<void>} restart brings a dead or held one back, stops and starts a running one; resolves when ready
 * @property {() => Promise<void>} stop
 */

/**
 * @param {Child} child
 * @param {import('./progress.mjs').Log} log
 * @param {ReturnType<typeof import('./reaper.mjs').startReaper>} reaper
 * @returns {Supervised} started, not yet ready; where the first start fails, `ready` says why and nothing is tried again
 */
export function supervise(child, log, reaper) {
  /** @type {import('node:child_process').ChildProcess | null} */
  let running = null;
  /** @type {Promise<void>} */
  let gone = Promise.resolve();
  let wanted = true;
  let pause = FIRST_PAUSE_MS;
  /** @type {Promise<void>} */
  let up = Promise.resolve();
  /** @type {() => void} */
  let cutPauseShort = () => {};

  async function launch() {
    const process = await child.spawn();
    const launchedAt = Date.now();
    /** @type {{code: number | null} | null} */
    let end = null;
    gone = new Promise((resolve) => {
      const ended = (/** @type {number | null} */ code) => {
        if (end) return;
        end = { code };
        running = null;
        if (process.pid) {
          reaper.remove(process.pid);
          forgetPid(child.dataDir, child.name);
        }
        resolve();
      };
      process.once('exit', ended);
      process.once('error', () => ended(null));
    });
    if (process.pid) {
      running = process;
      reaper.add(process.pid, child.stopSignal);
      rememberPid(child.dataDir, child.name, process.pid);
    }
    const ended = () => /** @type {{code: number | null} | null} */ (end);
    /** @param {unknown} why */
    const giveUp = async (why) => {
      await endNow(process, wanted ? 'SIGKILL' : child.stopSignal);
      throw why;
    };
    while (!(await child.isReady().catch((error) => (error instanceof Trouble ? giveUp(error) : false)))) {
      const isLate = Date.now() - launchedAt > child.readyWithinMs;
      if (ended() || isLate || !wanted) await giveUp(child.whyNotReady(ended()?.code ?? null));
      await sleep(100);
    }
    if (ended()) throw child.whyNotReady(ended()?.code ?? null);
    void gone.then(() => {
      if (Date.now() - launchedAt > WELL_AFTER_MS) pause = FIRST_PAUSE_MS;
      if (wanted) {
        log(`${child.title} đã dừng bất ngờ, khởi động lại / died and is started again`);
        up = bringBack();
        up.catch(() => {});
      }
    });
  }

  async function bringBack() {
    while (wanted) {
      await sleep(pause, (cut) => {
        cutPauseShort = cut;
      });
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      if (!wanted) return;
      const began = Date.now();
      try {
        await launch();
        log(`${child.title} hoạt động trở lại / is back (${seconds(Date.now() - began)})`);
        return;
      } catch (error) {
        log(`${child.title}: ${/** @type {Error} */ (error).message}`);
      }
    }
  }

  /**
   * @param {import('node:child_process').ChildProcess} process
   * @param {NodeJS.Signals} signal
   */
  async function endNow(process, signal) {
    process.kill(signal);
    const late = setTimeout(() => process.kill('SIGKILL'), child.stopWithinMs);
    await gone;
    clearTimeout(late);
  }

  async function end() {
    wanted = false;
    cutPauseShort();
    // One that is still coming up sees that it is not wanted and ends itself.
    await up.catch(() => {});
    if (running) await endNow(running, child.stopSignal);
  }

  up = launch();
  up.catch(() => {});
  return {
    pid: () => running?.pid,
    ready: () => up,
    async kill9({ hold = false } = {}) {
      if (hold) wanted = false;
      const killed = gone;
      running?.kill('SIGKILL');
      await killed;
    },
    async restart() {
      const isDown = running === null;
      if (wanted && isDown) {
        cutPauseShort();
        return up;
      }
      if (!isDown) await end();
      wanted = true;
      up = launch();
      return up;
    },
    stop: end,
  };
}

/**
 * @param {number} milliseconds
 * @param {(cut: () => void) => void} [giveCut]
 * @returns {Promise<void>}
 */
function sleep(milliseconds, giveCut) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    giveCut?.(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
