// Owns the keeping of one file: received, recognised, written in pieces with its row and its audit entry, or not at all.
// Whether the person may add it there is asked before, by whoever calls.
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Knex } from 'knex';
import type { AttachmentVisibility } from '../../../shared/attachments-contract';
import { writeAudit } from '../audit/write-audit';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import { attachmentLimit } from './attachment-limit';
import type { AttachmentRecord } from './attachment-record';
import { normaliseFileName } from './file-name';
import { type ReceivedFile, receiveFile } from './receive-file';
import { recogniseFile } from './recognise-file';

export interface NewAttachment {
  readonly tenantId: string;
  /** null: whoever is not signed in, or the platform itself. */
  readonly actor: { readonly personId: string; readonly adminUserId?: number | null } | null;
  readonly fileName: string;
  /** The case; or, for an entry that is not recorded yet, null with its clientId. */
  readonly caseId: string | null;
  readonly clientId: string | null;
  readonly taskId?: string | null;
  readonly visibility?: AttachmentVisibility;
  /** Bytes; what the platform produced itself may be larger than what people send. */
  readonly limit?: number;
  /** In the transaction that keeps the file, e.g. to link it. */
  readonly also?: (trx: Knex.Transaction, attachment: AttachmentRecord) => Promise<void>;
}

const PIECE_BYTES = 256 * 1024;

export async function storeAttachment(
  platform: Pick<Platform, 'strapi' | 'clock'>,
  source: Readable | Buffer,
  given: NewAttachment,
): Promise<AttachmentRecord> {
  const fileName = normaliseFileName(given.fileName);
  const stream = Buffer.isBuffer(source) ? Readable.from([source]) : source;
  const file = await receiveFile(stream, given.limit ?? attachmentLimit());
  try {
    // Looked at whole: the list of what a zip holds stands at its end.
    const kind = recogniseFile(fileName, await file.read(0, file.size));
    const now = platform.clock.now();
    return await inTransaction(platform.strapi, async (trx) => {
      const [row]: AttachmentRecord[] = await trx('procedures.attachments')
        .insert({
          id: randomUUID(),
          tenant_id: given.tenantId,
          case_id: given.caseId,
          client_id: given.clientId,
          task_id: given.taskId ?? null,
          visibility: given.visibility ?? 'INTERNAL',
          file_name: fileName,
          kind: kind.kind,
          media_type: kind.mediaType,
          size_bytes: file.size,
          sha256: file.sha256,
          uploaded_by: given.actor?.personId ?? null,
          uploaded_at: now,
          bound_at: given.caseId ? now : null,
        })
        .returning('*');
      await writePieces(trx, row.id, file);
      await given.also?.(trx, row);
      await writeAudit(trx, {
        tenantId: given.tenantId,
        at: now,
        actor: given.actor,
        action: 'attachment.add',
        subjectType: 'attachment',
        subjectId: row.id,
        detail: { kind: kind.kind, bytes: file.size, sha256: `sha256:${file.sha256}`, visibility: row.visibility },
      });
      return row;
    });
  } finally {
    await file.discard();
  }
}

async function writePieces(trx: Knex.Transaction, attachmentId: string, file: ReceivedFile): Promise<void> {
  for (let seq = 0; seq * PIECE_BYTES < file.size; seq += 1) {
    const content = await file.read(seq * PIECE_BYTES, PIECE_BYTES);
    await trx('procedures.attachment_chunks').insert({ attachment_id: attachmentId, seq, content });
  }
}
