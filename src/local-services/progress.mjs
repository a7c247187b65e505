/** Progress lines: what is being done, how long it has taken. The only place that decides how they look. */

/**
 * @typedef {(line: string) => void} Log
 * @typedef {{ log: Log, step<T>(title: string, work: (say: Log) => Promise<T> | T): Promise<T> }} Progress
 */

const startedAt = Date.now();

/** @param {number} milliseconds */
export const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;

/** @type {Log} */
export const printLine = (line) => {
  const since = ((Date.now() - startedAt) / 1000).toFixed(1).padStart(6);
  process.stdout.write(`[${since} s] ${line}\n`);
};

/**
 * @param {Log} [log]
 * @returns {Progress}
 */
export function progressTo(log = printLine) {
  return {
    log,
    async step(title, work) {
      const began = Date.now();
      log(`${title} …`);
      // A long step says that it is still alive, so that nobody takes it for stuck.
      const alive = setInterval(() => log(`${title} … ${seconds(Date.now() - began)}`), 15_000);
      alive.unref();
      try {
        const result = await work(log);
        log(`${title}: xong / done (${seconds(Date.now() - began)})`);
        return result;
      } finally {
        clearInterval(alive);
      }
    },
  };
}
