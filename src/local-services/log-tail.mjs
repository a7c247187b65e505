/** The last lines of a service's log, for the message that says why it did not start. */
import fs from 'node:fs';

/**
 * @param {string} file
 * @param {number} [lines]
 */
export function tailOf(file, lines = 8) {
  if (!fs.existsSync(file)) return '';
  const size = fs.statSync(file).size;
  const length = Math.min(size, 16_384);
  const buffer = Buffer.alloc(length);
  const handle = fs.openSync(file, 'r');
  fs.readSync(handle, buffer, 0, length, size - length);
  fs.closeSync(handle);
  return buffer.toString('utf8').trimEnd().split('\n').slice(-lines).join('\n');
}
