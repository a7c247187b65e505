/** One hash over the names and contents of source files: equal hashes mean that a build is not stale. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/**
 * @param {string} root
 * @param {string[]} places files and folders below the root; those that are missing count as empty
 * @param {(file: string) => boolean} counts told the path from the root, with forward slashes
 * @returns {string}
 */
export function sourceHash(root, places, counts = () => true) {
  const hash = createHash('sha256');
  for (const file of places.flatMap((place) => filesBelow(path.join(root, place))).sort()) {
    const name = path.relative(root, file).split(path.sep).join('/');
    if (counts(name)) hash.update(`${name}\0`).update(fs.readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/**
 * @param {string} place
 * @returns {string[]}
 */
export function filesBelow(place) {
  const stat = fs.statSync(place, { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [place];
  return fs.readdirSync(place).flatMap((name) => (name === 'node_modules' ? [] : filesBelow(path.join(place, name))));
}
