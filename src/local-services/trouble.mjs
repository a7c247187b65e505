/**
 * An error that a person at the terminal can act on: what is wrong and what to do, in Vietnamese and English.
 * Anything else that is thrown is a fault of ours and keeps its stack.
 */
export class Trouble extends Error {
  /**
   * @param {string} vi
   * @param {string} en
   * @param {{cause?: unknown}} [options]
   */
  constructor(vi, en, options) {
    super(`${vi}\n${en}`, options);
    this.name = 'Trouble';
    this.vi = vi;
    this.en = en;
  }
}
