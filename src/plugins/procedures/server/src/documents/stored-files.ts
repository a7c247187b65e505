// documents/ owns what is drawn up from Word templates: the library of templates, drafts, issuing with a number, and
// what was issued. This file owns where the files lie: the only one that reads and writes procedures.document_files.
import { createHash, randomUUID } from 'node:crypto';
import type { Knex } from 'knex';

export interface StoredFile {
  readonly id: string;
  readonly hash: string;
}

export const hashOf = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

export async function storeFile(
  trx: Knex.Transaction,
  tenantId: string,
  content: Buffer,
  now: Date,
): Promise<StoredFile> {
  const file = { id: randomUUID(), hash: hashOf(content) };
  await trx('procedures.document_files').insert({
    id: file.id,
    tenant_id: tenantId,
    content,
    content_hash: file.hash,
    size: content.length,
    created_at: now,
  });
  return file;
}

/** The content, whole as it was stored: a file that no longer fits its hash is never handed out. */
export async function readStoredFile(knex: Knex, tenantId: string, id: string): Promise<Buffer> {
  const row: { content: Buffer; content_hash: string } | undefined = await knex('procedures.document_files')
    .where({ id, tenant_id: tenantId })
    .first('content', 'content_hash');
  if (!row || hashOf(row.content) !== row.content_hash) {
    throw new Error(`Expected file ${id} to be as it was stored, but it is missing or changed`);
  }
  return row.content;
}

/** Only for drafts that are drawn up again; the database refuses it for what was issued. */
export async function dropFile(trx: Knex.Transaction, tenantId: string, id: string): Promise<void> {
  await trx('procedures.document_files').where({ id, tenant_id: tenantId }).delete();
}
