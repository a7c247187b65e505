// Owns how files are shown in lists: of a protected one only that it is there, unless the person may read it.
import type { AttachmentView } from '../../../shared/attachments-contract';
import type { AttachmentRecord } from '../attachments/attachment-record';
import { kindOf } from '../attachments/file-kinds';
import { subjectOfAttachment } from '../attachments/load-attachment';
import { decide } from '../policy/decide';
import type { AttachmentPlaceSubject } from '../policy/subjects';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';
import { named, personNames } from './person-names';

export async function attachmentViews(
  platform: Pick<Platform, 'knex'>,
  actor: Actor,
  place: AttachmentPlaceSubject,
  rows: readonly AttachmentRecord[],
): Promise<AttachmentView[]> {
  const names = await personNames(
    platform.knex,
    rows.flatMap((row) => [row.uploaded_by, row.withdrawn_by]),
  );
  return Promise.all(
    rows.map(async (row) => {
      const subject = await subjectOfAttachment(platform.knex, row, place);
      const mayRead = decide(actor, 'attachment.read', subject).allowed;
      const mayWithdraw = decide(actor, 'attachment.withdraw', subject).allowed;
      return {
        id: row.id,
        caseId: row.case_id,
        taskId: row.task_id,
        visibility: row.visibility,
        fileName: mayRead ? row.file_name : null,
        kind: row.kind,
        mediaType: row.media_type,
        size: Number(row.size_bytes),
        sha256: row.sha256,
        uploadedBy: mayRead ? named(names, row.uploaded_by) : null,
        uploadedAt: row.uploaded_at.toISOString(),
        preview: mayRead ? (kindOf(row.kind)?.preview ?? null) : null,
        withdrawn: row.withdrawn_at
          ? {
              at: row.withdrawn_at.toISOString(),
              by: named(names, row.withdrawn_by),
              reason: mayRead ? (row.withdrawn_reason ?? '') : '',
            }
          : null,
        permissions: { read: mayRead, withdraw: mayWithdraw && row.withdrawn_at === null },
      };
    }),
  );
}
