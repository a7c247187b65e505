// Owns the routes of files: add by streaming, list, read, show, withdraw.
import type { AttachmentList, AttachmentView, AttachmentVisibility } from '../../../shared/attachments-contract';
import { attachmentLimit } from '../attachments/attachment-limit';
import type { AttachmentRecord } from '../attachments/attachment-record';
import { bindLate } from '../attachments/bind-attachments';
import { kindOf, takenExtensions } from '../attachments/file-kinds';
import { dispositionOf, fileNameOfHeader } from '../attachments/file-name';
import { fileTooLarge, uploadNotStreamed } from '../attachments/file-problems';
import { loadAttachment, placeOfCase } from '../attachments/load-attachment';
import { readChunks, readWhole } from '../attachments/read-chunks';
import { storeAttachment } from '../attachments/store-attachment';
import { stripMetadata } from '../attachments/strip-metadata';
import { withdrawAttachment } from '../attachments/withdraw-attachment';
import { writeAudit } from '../audit/write-audit';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import type { AttachmentPlaceSubject } from '../policy/subjects';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import { UUID } from '../storage/uuid';
import type { Actor } from '../tenants/actor';
import { attachmentViews } from '../views/attachment-views';
import { bodyOf, forActor, type RouteContext } from './respond';

export default {
  add: forActor(async (platform, actor, context): Promise<AttachmentView> => {
    try {
      return await add(platform, actor, context);
    } catch (error) {
      swallowRest(context);
      throw error;
    }
  }, 201),

  listOfEntry: forActor(async (platform, actor, context): Promise<AttachmentList> => {
    const place = nowhere(actor);
    const clientId = idOf(context.query.clientId);
    const rows: AttachmentRecord[] = clientId
      ? await platform
          .knex('procedures.attachments')
          .where({ tenant_id: actor.tenantId, client_id: clientId, uploaded_by: actor.personId })
          .whereNull('case_id')
          .whereNull('withdrawn_at')
          .orderBy('uploaded_at')
      : [];
    return listAnswer(platform, actor, place, rows);
  }),

  listOfCase: forActor(async (platform, actor, context): Promise<AttachmentList> => {
    const place = await placeOfCase(platform.knex, actor, context.params.id);
    requireAllowed(decide(actor, 'attachment.list', place));
    const rows: AttachmentRecord[] = await platform
      .knex('procedures.attachments')
      .where({ case_id: context.params.id })
      .orderBy('uploaded_at');
    return listAnswer(platform, actor, place, rows);
  }),

  content: forActor(async (platform, actor, context) => {
    const row = await readable(platform, actor, context, 'download');
    sendHeaders(context, row.media_type, Number(row.size_bytes), dispositionOf(row.file_name, false));
    return readChunks(platform.knex, row.id);
  }),

  preview: forActor(async (platform, actor, context) => {
    const row = await readable(platform, actor, context, 'preview');
    const preview = kindOf(row.kind)?.preview;
    if (preview === 'pdf') {
      sendHeaders(context, row.media_type, Number(row.size_bytes), dispositionOf(row.file_name, true));
      return readChunks(platform.knex, row.id);
    }
    const shown = preview === 'image' ? stripMetadata(row.kind, await readWhole(platform.knex, row.id)) : null;
    if (!shown) throw noPreview();
    sendHeaders(context, row.media_type, shown.length, dispositionOf(row.file_name, true));
    return shown;
  }),

  withdraw: forActor(async (platform, actor, context): Promise<AttachmentView> => {
    const row = await withdrawAttachment(platform, actor, context.params.id, bodyOf(context).reason);
    const place = row.case_id ? await placeOfCase(platform.knex, actor, row.case_id) : nowhere(actor);
    return (await attachmentViews(platform, actor, place, [row]))[0];
  }),
};

const nowhere = (actor: Actor): AttachmentPlaceSubject => ({ tenantId: actor.tenantId, case: null, holdsTask: false });
const idOf = (given: unknown): string | null => (typeof given === 'string' && UUID.test(given) ? given : null);

async function add(platform: Platform, actor: Actor, context: RouteContext): Promise<AttachmentView> {
  if (context.req.headers['content-type'] !== 'application/octet-stream') throw uploadNotStreamed();
  const fileName = fileNameOfHeader(context.req.headers['x-file-name']);
  const caseId = idOf(context.query.caseId);
  const clientId = idOf(context.query.clientId);
  if (!caseId && !clientId) throw needsPlace();
  const place = caseId ? await placeOfCase(platform.knex, actor, caseId) : nowhere(actor);
  requireAllowed(decide(actor, 'attachment.add', place));
  // What says that it is too large need not be read at all.
  if (Number(context.req.headers['content-length'] ?? 0) > attachmentLimit()) throw fileTooLarge(attachmentLimit());
  const taskId = caseId ? await taskOfCase(platform, caseId, context.query.taskId) : null;
  const row = await storeAttachment(platform, context.req, {
    tenantId: actor.tenantId,
    actor,
    fileName,
    caseId,
    clientId: caseId ? null : clientId,
    taskId,
    visibility: visibilityOf(context.query.visibility),
    also: async (trx, { id }) => {
      if (caseId || !clientId) return;
      const { tenantId, personId } = actor;
      await bindLate(trx, { id, tenantId, personId, clientId, at: platform.clock.now() });
    },
  });
  return (await attachmentViews(platform, actor, place, [row]))[0];
}

const visibilityOf = (given: unknown): AttachmentVisibility => (given === 'PROTECTED' ? 'PROTECTED' : 'INTERNAL');

async function taskOfCase(platform: Platform, caseId: string, given: unknown): Promise<string | null> {
  const id = idOf(given);
  const task = id ? await platform.knex('procedures.tasks').where({ id, case_id: caseId }).first('id') : undefined;
  return task?.id ?? null;
}

async function listAnswer(
  platform: Platform,
  actor: Actor,
  place: AttachmentPlaceSubject,
  rows: readonly AttachmentRecord[],
): Promise<AttachmentList> {
  return {
    items: await attachmentViews(platform, actor, place, rows),
    limits: { maxBytes: attachmentLimit(), extensions: [...takenExtensions] },
    permissions: { add: decide(actor, 'attachment.add', place).allowed },
  };
}

async function readable(
  platform: Platform,
  actor: Actor,
  context: RouteContext,
  how: 'download' | 'preview',
): Promise<AttachmentRecord> {
  const { attachment, subject } = await loadAttachment(platform.knex, actor, context.params.id);
  requireAllowed(decide(actor, 'attachment.read', subject));
  await platform.knex.transaction((trx) =>
    writeAudit(trx, {
      tenantId: actor.tenantId,
      at: platform.clock.now(),
      actor,
      action: 'attachment.read',
      subjectType: 'attachment',
      subjectId: attachment.id,
      detail: { how },
    }),
  );
  return attachment;
}

/** Whatever a file holds, a browser that opens it by its address runs nothing and keeps nothing. */
function sendHeaders(context: RouteContext, mediaType: string, length: number, disposition: string): void {
  context.type = mediaType;
  context.set('Content-Length', String(length));
  context.set('Content-Disposition', disposition);
  context.set('X-Content-Type-Options', 'nosniff');
  context.set('Content-Security-Policy', "sandbox; default-src 'none'");
  context.set('Cache-Control', 'private, no-store');
}

/** A sender that is still sending hears the refusal only afterwards: the rest is thrown away, up to a bound. */
function swallowRest({ req }: RouteContext): void {
  if (req.complete || req.destroyed) return;
  let rest = 8 * attachmentLimit();
  req.on('data', (piece: Buffer) => {
    rest -= piece.length;
    if (rest < 0) req.destroy();
  });
  req.on('error', () => undefined);
}

const needsPlace = () =>
  new ProblemError({
    code: 'ATTACHMENT_PLACE_NEEDED',
    vi: 'Cần biết tệp thuộc hồ sơ nào hoặc lần nhập nào. Hãy tải lại trang rồi gửi lại.',
    en: 'Expected caseId or clientId (uuid) of what the file belongs to. Reload the page and send it again.',
  });

const noPreview = () =>
  new ProblemError({
    code: 'NO_PREVIEW',
    status: 415,
    vi: 'Loại tệp này không xem trước được. Hãy tải về để mở.',
    en: 'Expected a picture or a PDF, but this kind cannot be shown. Download it.',
  });
