// Owns the way of a kept file back out: piece by piece, so that a download needs little memory.
import { Readable } from 'node:stream';
import type { Knex } from 'knex';

async function* chunks(knex: Knex, attachmentId: string): AsyncGenerator<Buffer> {
  for (let seq = 0; ; seq += 1) {
    const row: { content: Buffer } | undefined = await knex('procedures.attachment_chunks')
      .where({ attachment_id: attachmentId, seq })
      .first('content');
    if (!row) return;
    yield row.content;
  }
}

export const readChunks = (knex: Knex, attachmentId: string): Readable =>
  Readable.from(chunks(knex, attachmentId), { objectMode: false });

/** The whole file, for what must be looked at whole. */
export async function readWhole(knex: Knex, attachmentId: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of chunks(knex, attachmentId)) pieces.push(piece);
  return Buffer.concat(pieces);
}
