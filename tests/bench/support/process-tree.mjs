/** Owns what Linux tells of a process and all that it started: which they are, and what memory they hold. */
import fs from 'node:fs';

/**
 * @typedef {object} Member
 * @property {number} pid
 * @property {string} birth clock ticks after boot: with the pid it names one process for ever
 * @property {string} kind app, broker, postgres or launcher
 */

/**
 * @param {number} root
 * @returns {Member[]} the process itself first
 */
export function processTree(root) {
  const all = fs.readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (statOf(Number(name)) ?? []) : []));
  const found = all.filter(({ pid }) => pid === root);
  for (const member of found) found.push(...all.filter(({ parent }) => parent === member.pid));
  return found.map(({ pid, birth }) => ({ pid, birth, kind: kindOf(pid) }));
}

/** @param {Member[]} members */
export const alive = (members) => members.filter(({ pid, birth }) => statOf(pid)?.birth === birth);

/**
 * Proportional: memory that processes share counts once. (Summed resident sets count PostgreSQL's shared buffers with
 * every connection; they are told too, since other tools show them.)
 * @param {Member[]} members
 */
export function memoryOf(members) {
  /** @type {Record<string, number>} */
  const parts = {};
  let resident = 0;
  for (const { pid, kind } of members) {
    const rollup = readOr(`/proc/${pid}/smaps_rollup`, '');
    const mb = (/** @type {string} */ name) =>
      Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(rollup)?.[1] ?? 0) / 1024;
    parts[kind] = (parts[kind] ?? 0) + mb('Pss');
    resident += mb('Rss');
  }
  const total = Object.values(parts).reduce((sum, part) => sum + part, 0);
  const whole = Object.fromEntries(Object.entries(parts).map(([kind, part]) => [kind, Math.round(part)]));
  return { value: Math.round(total), ...whole, summedResident: Math.round(resident), processes: members.length };
}

/** @param {number} pid */
function kindOf(pid) {
  const command = readOr(`/proc/${pid}/cmdline`, '');
  if (command.includes('run-app.mjs')) return 'app';
  if (command.includes('StandaloneBroker')) return 'broker';
  return command.includes('postgres') && !command.includes('node') ? 'postgres' : 'launcher';
}

/** @param {number} pid */
function statOf(pid) {
  const text = readOr(`/proc/${pid}/stat`, '');
  if (text === '') return null;
  // The name in brackets may hold anything.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' ? null : { pid, parent: Number(fields[1]), birth: fields[19] };
}

/** @param {string} file @param {string} otherwise */
function readOr(file, otherwise) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return otherwise;
  }
}
