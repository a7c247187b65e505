/** What `procedures deploy` says at its end: one line for programs, or for people what did not hold, what came of it and what to do. */

/**
 * @typedef {{ scenarios: import('./server-trials.mjs').Standing[] } | null} Tried null: the server was not asked to try
 */

/**
 * @param {boolean | undefined} json
 * @param {object} about
 * @param {string} words
 * @param {Tried} [tried]
 */
export function report(json, about, words, tried = null) {
  const line = { ...about, ...(tried ? { scenarios: tried.scenarios } : {}) };
  process.stdout.write(json ? `${JSON.stringify(line)}\n` : `${notHeld(tried)}${words}\n`);
}

/** @param {Tried} tried */
const notHeld = (tried) =>
  (tried?.scenarios ?? [])
    .filter((one) => one.state !== 'HELD')
    .flatMap(({ file, title, reasons }) => [
      `✗ ${title.vi} / ${title.en} (${file})`,
      ...reasons.flatMap(({ vi, en }) => [`    ${vi}`, `    ${en}`]),
    ])
    .map((line) => `${line}\n`)
    .join('');

/**
 * The server's words are for its pages: what whoever calls this command can do.
 * @param {string} code
 * @param {Tried} tried
 */
export function wayOut(code, tried) {
  if (!['TRIALS_NEED_REASON', 'TRIALS_MUST_HOLD'].includes(code)) return '';
  if (!tried)
    return '\nBỏ --no-trials để máy chủ chạy thử trước. / Leave out --no-trials, and the server tries them first.';
  const mend = 'Sửa bộ quy trình rồi chạy lại lệnh này';
  return code === 'TRIALS_MUST_HOLD'
    ? `\n${mend}. / Mend the package and run this again.`
    : `\n${mend}, hoặc ghi vì sao: --trials-reason "…". / Mend the package and run this again, or say why: --trials-reason "…".`;
}
