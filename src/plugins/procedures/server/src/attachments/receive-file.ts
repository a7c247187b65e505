// Owns the way of a file from the network to this machine: streamed into a file that has no name any more (whatever ends
// the process, nothing is left behind), counted, hashed and looked through on the way, given up at the limit.
import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { fileEmpty, fileInfected, fileTooLarge, uploadBroken } from './file-problems';
import { VirusSignature } from './virus-signature';

export interface ReceivedFile {
  readonly size: number;
  readonly sha256: string;
  /** The bytes from `from` on, at most `length`. */
  read(from: number, length: number): Promise<Buffer>;
  /** Gives the space back; always call it. */
  discard(): Promise<void>;
}

export async function receiveFile(source: Readable, limit: number): Promise<ReceivedFile> {
  const handle = await openUnnamed();
  try {
    const hash = createHash('sha256');
    const signature = new VirusSignature();
    let size = 0;
    // A source that is given up stays open: whoever is still sending must hear why.
    for await (const piece of source.iterator({ destroyOnReturn: false })) {
      const bytes = Buffer.isBuffer(piece) ? piece : Buffer.from(piece);
      if (size + bytes.length > limit) throw fileTooLarge(limit);
      if (signature.isIn(bytes)) throw fileInfected();
      hash.update(bytes);
      await writeAll(handle, bytes, size);
      size += bytes.length;
    }
    if (size === 0) throw fileEmpty();
    return {
      size,
      sha256: hash.digest('hex'),
      read: async (from, length) => {
        const wanted = Math.max(0, Math.min(length, size - from));
        const buffer = Buffer.alloc(wanted);
        await handle.read(buffer, 0, wanted, from);
        return buffer;
      },
      discard: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw isBroken(error) ? uploadBroken() : error;
  }
}

async function openUnnamed(): Promise<FileHandle> {
  const name = path.join(os.tmpdir(), `procedures-upload-${randomUUID()}`);
  const handle = await open(name, 'wx+', 0o600);
  await unlink(name);
  return handle;
}

async function writeAll(handle: FileHandle, bytes: Buffer, at: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, at + done);
    done += bytesWritten;
  }
}

const isBroken = (error: unknown): boolean =>
  ['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'EPIPE'].includes(String((error as { code?: unknown } | null)?.code)) ||
  (error as Error | null)?.message === 'aborted';
