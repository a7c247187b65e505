// Owns looking into a zip (an office document is one) without unpacking it: names and the beginning of each entry, read
// with bounds, so that a zip bomb costs nothing.
import { inflateRawSync, constants as zlib } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly packedSize: number;
  /** As the directory says. */
  readonly size: number;
  /** The beginning of the content, unpacked: empty when it cannot be read. */
  beginning(): Buffer;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
/** More than a document ever has; one more is read, so that it shows. */
export const MAX_ENTRIES = 2_000;
/** So much of an entry is unpacked: deflate makes at most about a thousand bytes of one. */
const PACKED_BYTES = 1_024;

/** The entries, at most one more than a document ever has, or null when it is no zip that can be read. */
export function zipEntries(bytes: Buffer): ZipEntry[] | null {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== END) return null;
  const count = Math.min(bytes.readUInt16LE(end + 10), MAX_ENTRIES + 1);
  const entries: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL) return null;
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const entry = {
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      local: bytes.readUInt32LE(at + 42),
    };
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      packedSize: entry.packed,
      size: entry.size,
      beginning: () => beginningOf(bytes, entry),
    });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}

function beginningOf(bytes: Buffer, entry: { method: number; packed: number; local: number }): Buffer {
  if (entry.local + 30 > bytes.length) return Buffer.alloc(0);
  const from = entry.local + 30 + bytes.readUInt16LE(entry.local + 26) + bytes.readUInt16LE(entry.local + 28);
  const packed = bytes.subarray(from, from + Math.min(entry.packed, PACKED_BYTES));
  if (entry.method === 0) return packed;
  try {
    return entry.method === 8 ? inflateRawSync(packed, { finishFlush: zlib.Z_SYNC_FLUSH }) : Buffer.alloc(0);
  } catch {
    return Buffer.alloc(0);
  }
}
