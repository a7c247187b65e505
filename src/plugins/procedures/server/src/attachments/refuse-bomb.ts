// Owns how far a packed document may unpack, by its directory alone: nothing is unpacked to find out. What would fill the
// machine of whoever opens it is refused, and so is an archive within it, where the next bomb lies.
import { fileHoldsArchive, fileUnpacksTooFar } from './file-problems';
import { MAX_ENTRIES, type ZipEntry } from './zip-entries';

const MB = 1024 * 1024;
/** Twenty times the largest file that is taken; documents unpack to ten times their size at most. */
const MAX_UNPACKED = 500 * MB;
/** Text packs well, so the ratio counts only of what is large. */
const MAX_RATIO = 100;
const LARGE = 20 * MB;

const ARCHIVE = /\.(zip|7z|rar|gz|tgz|bz2|xz|tar|jar|cab|iso)$/i;
/** A table within a letter is a packed document too, at its own place. */
const EMBEDDED = /(^|\/)(embeddings\/.+\.(docx|xlsx|pptx)|Object[^/]*\/.*)$/i;

export function refuseBomb(entries: readonly ZipEntry[]): void {
  const unpacked = entries.reduce((sum, one) => sum + one.size, 0);
  const packed = entries.reduce((sum, one) => sum + one.packedSize, 0);
  const isTooFar = entries.length > MAX_ENTRIES || unpacked > MAX_UNPACKED || isPackedTooWell(unpacked, packed);
  if (isTooFar || entries.some((one) => isPackedTooWell(one.size, one.packedSize))) throw fileUnpacksTooFar(unpacked);
  for (const entry of entries) {
    const beginning = entry.beginning();
    // A directory that says less than what comes out lies.
    if (beginning.length > entry.size) throw fileUnpacksTooFar(beginning.length);
    if (ARCHIVE.test(entry.name) || (isZip(beginning) && !EMBEDDED.test(entry.name)))
      throw fileHoldsArchive(entry.name);
  }
}

const isPackedTooWell = (size: number, packed: number): boolean => size > LARGE && size > packed * MAX_RATIO;

const isZip = (bytes: Buffer): boolean => bytes.length > 3 && bytes.readUInt32LE(0) === 0x04034b50;
