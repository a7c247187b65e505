// Owns the routes of a case's documents: list, draw up, read, issue, replace, drop, and the whole file as one PDF.
import type { CaseDocuments } from '../../../shared/documents-contract';
import { loadCase } from '../cases/load-case';
import { loadDocument } from '../documents/document-access';
import { drawUp, supersede } from '../documents/draw-up';
import { dropDraft } from '../documents/drop-draft';
import { issueDocument } from '../documents/issue-document';
import { listDocuments } from '../documents/list-documents';
import { recordDocumentRead } from '../documents/record-document-read';
import { readStoredFile } from '../documents/stored-files';
import { makeDossier } from '../dossier/make-dossier';
import { docxToPdf } from '../pdf/docx-to-pdf';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import { bodyOf, forActor } from './respond';
import { sendFile } from './send-file';

export default {
  list: forActor(async (platform, actor, context): Promise<CaseDocuments> => {
    const { current, subject } = await loadCase(platform.knex, context.params.id, actor.tenantId);
    requireAllowed(decide(actor, 'document.read', subject));
    return listDocuments(platform, actor, current, subject);
  }),

  drawUp: forActor(async (platform, actor, context) => {
    const documentId = String(bodyOf(context).documentId ?? '');
    return { id: await drawUp(platform, actor, context.params.id, documentId) };
  }, 201),

  docx: forActor(async (platform, actor, context) => {
    const { row } = await loadDocument(platform, actor, context.params.id, 'document.read');
    await recordDocumentRead(platform, actor, row, 'docx');
    const docx = await readStoredFile(platform.knex, actor.tenantId, row.file_id);
    return sendFile(context, 'docx', fileName(row), docx);
  }),

  pdf: forActor(async (platform, actor, context) => {
    const { row } = await loadDocument(platform, actor, context.params.id, 'document.read');
    const pdf = await docxToPdf(await readStoredFile(platform.knex, actor.tenantId, row.file_id));
    await recordDocumentRead(platform, actor, row, 'pdf');
    return sendFile(context, 'pdf', fileName(row), pdf);
  }),

  issue: forActor(async (platform, actor, context) => {
    const { signerId, title, actingFor } = bodyOf(context);
    return issueDocument(platform, actor, context.params.id, { signerId, title, actingFor });
  }),

  supersede: forActor(
    async (platform, actor, context) => ({
      id: await supersede(platform, actor, context.params.id, bodyOf(context).reason),
    }),
    201,
  ),

  drop: forActor(async (platform, actor, context) => {
    await dropDraft(platform, actor, context.params.id);
    return { id: context.params.id };
  }),

  dossier: forActor(async (platform, actor, context) => {
    const { current, subject } = await loadCase(platform.knex, context.params.id, actor.tenantId);
    requireAllowed(decide(actor, 'dossier.export', subject));
    return sendFile(
      context,
      'pdf',
      `ho-so-${current.id.slice(0, 8)}`,
      await makeDossier(platform, actor, current, context.query.notes === 'true'),
    );
  }),
};

const fileName = (row: { document_id: string; number: string | null; id: string }) =>
  [row.document_id, row.number ?? row.id.slice(0, 8)].join('-');
