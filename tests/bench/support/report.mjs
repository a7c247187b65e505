/** Owns how a measurement is told: one line of JSON each, with the machine's figure taken before the work began. */
import os from 'node:os';
import { calibrate } from '../calibration.mjs';

/** @param {string} bench */
export function reporter(bench) {
  const machine = { calibration: Math.round(calibrate()), cores: os.cpus().length, load: rounded(os.loadavg()[0]) };
  return (/** @type {string} */ metric, /** @type {string} */ unit, /** @type {Record<string, unknown>} */ figures) => {
    process.stdout.write(`${JSON.stringify({ bench, metric, unit, ...figures, ...machine })}\n`);
  };
}

/** @param {number[]} samples @param {number[]} quantiles of 1 */
export function quantiles(samples, ...quantiles) {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (/** @type {number} */ q) => rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))]);
  const named = Object.fromEntries(quantiles.map((q) => [`p${Math.round(q * 100)}`, at(q)]));
  return { ...named, max: rounded(sorted[sorted.length - 1]), samples: sorted.length };
}

/** @param {number} value */
export const rounded = (value) => Math.round(value * 10) / 10;
