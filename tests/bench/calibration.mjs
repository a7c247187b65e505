// Owns the figure by which machines are compared: how fast this one is at this moment at a fixed piece of work. Every
// bench states it beside what it measured. Run by itself it prints its own line.
import { createHash } from 'node:crypto';
import path from 'node:path';

/** Rounds a second of parsing, hashing and writing a small record. Takes a second. */
export function calibrate() {
  const text = JSON.stringify({ a: 1, b: 'text', c: [1, 2, 3], d: { e: 'f'.repeat(200) } });
  const rounds = () => {
    const until = performance.now() + 500;
    let count = 0;
    while (performance.now() < until) {
      createHash('md5')
        .update(JSON.stringify(JSON.parse(text)))
        .digest('hex');
      count += 1;
    }
    return count * 2;
  };
  rounds();
  return rounds();
}

if (process.argv[1] && path.resolve(process.argv[1]) === import.meta.filename) {
  const line = { bench: 'calibration', metric: 'fixed work', unit: 'rounds/s', value: calibrate() };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
