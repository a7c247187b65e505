// Owns drawing up: a draft is made from the template in force and the case as it stands, and can be made again until it
// is issued. What was issued is never edited; a new draft may take its place, with a reason.
import { randomUUID } from 'node:crypto';
import { writeAudit } from '../audit/write-audit';
import { loadCase } from '../cases/load-case';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { Actor } from '../tenants/actor';
import { loadDocument, writeSubject } from './document-access';
import { findDefinition } from './find-definition';
import { isOffered } from './offered-documents';
import { NOTHING_YET, type PreparedDocument, prepareDocument } from './prepare-document';
import type { CaseDocumentRecord } from './rows';
import { dropFile, storeFile } from './stored-files';

/** Makes the draft of `documentId`, or makes it again. Returns its id. */
export async function drawUp(platform: Platform, actor: Actor, caseId: string, documentId: string): Promise<string> {
  const { current, subject } = await loadCase(platform.knex, caseId, actor.tenantId);
  requireAllowed(decide(actor, 'document.read', subject));
  const published = await platform.library.load(current.tenant_id, current.package_id, current.package_version);
  const definition = findDefinition(published, documentId);
  requireAllowed(decide(actor, 'document.write', writeSubject(actor, subject, definition)));
  if (!(await isOffered(platform, actor, current, published, definition))) throw notOffered();
  const prepared = await prepareDocument(platform, actor, current, published, definition);
  return inTransaction(platform.strapi, async (trx) => {
    // Two people who draw up the same document at once get one draft.
    await trx('procedures.cases').where({ id: current.id }).forUpdate().first('id');
    const draft: CaseDocumentRecord | undefined = await trx('procedures.case_documents')
      .where({ case_id: current.id, document_id: documentId, state: 'DRAFT', supersedes: null })
      .first();
    return keepDraft(platform, actor, trx, prepared, {
      id: draft?.id ?? null,
      oldFile: draft?.file_id ?? null,
      caseId: current.id,
      documentId,
      supersedes: null,
      reason: null,
    });
  });
}

/** A new draft that will take the place of an issued document. */
export async function supersede(platform: Platform, actor: Actor, id: string, reason: unknown): Promise<string> {
  const { row, current, published, definition } = await loadDocument(platform, actor, id, 'document.write');
  const why = typeof reason === 'string' ? reason.trim() : '';
  if (why.length < 5 || why.length > 1000) {
    throw new ProblemError({
      code: 'REASON_NEEDED',
      status: 422,
      vi: 'Cần lý do thay thế văn bản đã ban hành (từ 5 đến 1000 ký tự). Hãy ghi lý do.',
      en: 'Expected a reason for replacing an issued document, of 5 to 1000 characters.',
      detail: { problems: [{ path: 'reason', vi: 'Hãy ghi lý do.', en: 'Give a reason.' }] },
    });
  }
  const prepared = await prepareDocument(platform, actor, current, published, definition);
  return inTransaction(platform.strapi, async (trx) => {
    const now: CaseDocumentRecord = await trx('procedures.case_documents').where({ id: row.id }).forUpdate().first();
    const successor = await trx('procedures.case_documents').where({ supersedes: row.id }).first('id');
    if (now.state !== 'ISSUED' || successor) {
      throw new ProblemError({
        code: 'DOCUMENT_NOT_IN_FORCE',
        status: 409,
        vi: 'Chỉ thay thế được văn bản đang hiệu lực và chưa có bản thay thế. Hãy tải lại danh sách văn bản.',
        en: 'Expected an issued document that nothing replaces yet: reload the list.',
      });
    }
    return keepDraft(platform, actor, trx, prepared, {
      id: null,
      oldFile: null,
      caseId: current.id,
      documentId: row.document_id,
      supersedes: row.id,
      reason: why,
    });
  });
}

interface Draft {
  id: string | null;
  oldFile: string | null;
  caseId: string;
  documentId: string;
  supersedes: string | null;
  reason: string | null;
}

async function keepDraft(
  platform: Platform,
  actor: Actor,
  trx: Parameters<Parameters<typeof inTransaction>[1]>[0],
  prepared: PreparedDocument,
  draft: Draft,
): Promise<string> {
  const now = platform.clock.now();
  const id = draft.id ?? randomUUID();
  const file = await storeFile(trx, actor.tenantId, prepared.fill(NOTHING_YET), now);
  const content = {
    template_version: prepared.template.version,
    template_hash: prepared.template.hash,
    form_number: prepared.template.formNumber,
    file_id: file.id,
    content_hash: file.hash,
    drawn_by: actor.personId,
    drawn_at: now,
  };
  if (draft.id) {
    await trx('procedures.case_documents').where({ id }).update(content);
    if (draft.oldFile) await dropFile(trx, actor.tenantId, draft.oldFile);
  } else {
    await trx('procedures.case_documents').insert({
      id,
      tenant_id: actor.tenantId,
      case_id: draft.caseId,
      document_id: draft.documentId,
      state: 'DRAFT',
      supersedes: draft.supersedes,
      supersede_reason: draft.reason,
      ...content,
    });
  }
  await writeAudit(trx, {
    tenantId: actor.tenantId,
    at: now,
    actor,
    action: 'document.drawUp',
    subjectType: 'document',
    subjectId: id,
    detail: { caseId: draft.caseId, document: draft.documentId, template: prepared.template.version },
  });
  return id;
}

const notOffered = () =>
  new ProblemError({
    code: 'DOCUMENT_NOT_OFFERED',
    status: 409,
    vi: 'Văn bản này chưa đến bước được lập, hoặc không áp dụng cho hồ sơ này. Hãy xem danh sách văn bản của hồ sơ.',
    en: 'Expected a document that the procedure offers at this point of the case, but it does not: see the list.',
  });
