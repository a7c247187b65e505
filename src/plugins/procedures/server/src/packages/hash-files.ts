// Owns the fingerprint of a package: the same files give the same hash, in whatever order they were read.
import { createHash } from 'node:crypto';

/** SHA-256 over the files sorted by path; the lengths are in it, so that no two sets of files join to the same bytes. */
export function hashFiles(files: ReadonlyMap<string, Buffer>): string {
  const hash = createHash('sha256');
  for (const name of [...files.keys()].sort()) {
    const content = files.get(name) ?? Buffer.alloc(0);
    hash.update(`${Buffer.byteLength(name)}:${name}${content.length}:`);
    hash.update(content);
  }
  return hash.digest('hex');
}
