// Owns the documents of a case as its page shows them: what may be drawn up now, the drafts, what was issued.
import type { CaseDocumentRow, CaseDocuments } from '../../../shared/documents-contract';
import { conditionHolds } from '../feel/resolve-feel';
import { pdfAbility } from '../pdf/pdf-ability';
import { decide } from '../policy/decide';
import type { CaseSubject } from '../policy/subjects';
import type { PublishedPackage } from '../publishing/package-library';
import type { Platform } from '../runtime/platform';
import type { CaseRecord } from '../storage/rows';
import type { Actor } from '../tenants/actor';
import { writeSubject } from './document-access';
import { offeredDocuments } from './offered-documents';
import type { CaseDocumentRecord } from './rows';
import { signersOf } from './signers';

export async function listDocuments(
  platform: Platform,
  actor: Actor,
  current: CaseRecord,
  subject: CaseSubject,
): Promise<CaseDocuments> {
  const published = await platform.library.load(current.tenant_id, current.package_id, current.package_version);
  const rows = await documentsOfCase(platform, current.id);
  const mayWrite = (documentId: string) => {
    const definition = published.read.manifest.documents?.find((one) => one.id === documentId);
    return (
      definition !== undefined && decide(actor, 'document.write', writeSubject(actor, subject, definition)).allowed
    );
  };
  const { documents: offered, context } = await offeredDocuments(platform, actor, current, published);
  return {
    offered: offered
      .filter((one) => mayWrite(one.id))
      .map((one) => ({
        documentId: one.id,
        title: one.title,
        formNumber: one.formNumber ?? null,
        legalBasis: one.legalBasis ?? null,
        confirmation: one.confirmation,
        numbered: Boolean(one.numberSeries),
        atStart: one.atStart ? conditionHolds(one.atStart, context) : false,
        count: rows.filter((row) => row.document_id === one.id).length,
      })),
    documents: rows.map((row) => ({ ...documentRow(published, row), mayChange: mayWrite(row.document_id) })),
    signers: await signersOf(
      platform.knex,
      actor.tenantId,
      [...new Set([current.handling_unit, ...actor.units])],
      platform.clock.now(),
    ),
    pdf: await pdfAbility(),
  };
}

export type NamedDocument = CaseDocumentRecord & { drawn_name: string; issued_name: string | null };

export async function documentsOfCase(platform: Pick<Platform, 'knex'>, caseId: string): Promise<NamedDocument[]> {
  return platform
    .knex('procedures.case_documents as d')
    .join('procedures.people as drawer', 'drawer.id', 'd.drawn_by')
    .leftJoin('procedures.people as issuer', 'issuer.id', 'd.issued_by')
    .where('d.case_id', caseId)
    .orderByRaw('d.issued_at nulls first, d.drawn_at')
    .select('d.*', 'drawer.full_name as drawn_name', 'issuer.full_name as issued_name');
}

function documentRow(published: PublishedPackage, row: NamedDocument): Omit<CaseDocumentRow, 'mayChange'> {
  const definition = published.read.manifest.documents?.find((one) => one.id === row.document_id);
  return {
    id: row.id,
    documentId: row.document_id,
    title: definition?.title ?? { vi: row.document_id, en: row.document_id },
    formNumber: row.form_number,
    templateVersion: row.template_version,
    state: row.state,
    number: row.number,
    numbered: Boolean(definition?.numberSeries),
    contentHash: row.content_hash,
    signer: row.signer_name,
    signerLines: row.signer_lines,
    drawnBy: row.drawn_name,
    drawnAt: row.drawn_at.toISOString(),
    issuedBy: row.issued_name,
    issuedAt: row.issued_at?.toISOString() ?? null,
    supersedes: row.supersedes,
    supersedeReason: row.supersede_reason,
    supersededBy: row.superseded_by,
  };
}
