/** Ctrl-C, SIGTERM and a lost terminal: stop in order, once, and end. */

/**
 * @param {() => Promise<void>} stop
 * @returns {() => Promise<never>} the same stop, for other reasons to end
 */
export function stopOnSignal(stop) {
  /** @type {Promise<never> | null} */
  let stopping = null;
  /** @param {number} code */
  const end = (code) => {
    stopping ??= stop()
      .catch((error) => void process.stderr.write(`${error.stack}\n`))
      .then(() => process.exit(code));
    return stopping;
  };
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      process.stdout.write(`\nĐang dừng … / Stopping …\n`);
      void end(0);
    });
  }
  return () => end(1);
}
