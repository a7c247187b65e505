// Owns issuing: the next number of the series, the signature, and the file as it stays, in one transaction. The row of
// the series is locked until the transaction ends, so numbers are consecutive and none is burnt by an issue that failed.
import { writeAudit } from '../audit/write-audit';
import { nextNumber } from '../numbers/next-number';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { Actor } from '../tenants/actor';
import { loadDocument } from './document-access';
import { prepareDocument } from './prepare-document';
import type { CaseDocumentRecord } from './rows';
import { seriesFormat, writeNumber } from './series';
import { chooseSignature, signersOf } from './signers';
import { dropFile, storeFile } from './stored-files';

export interface IssueRequest {
  signerId: unknown;
  title: unknown;
  actingFor: unknown;
}

export async function issueDocument(
  platform: Platform,
  actor: Actor,
  id: string,
  request: IssueRequest,
): Promise<{ id: string; number: string | null; contentHash: string }> {
  const { row, current, published, definition } = await loadDocument(platform, actor, id, 'document.write');
  const prepared = await prepareDocument(platform, actor, current, published, definition);
  const units = [...new Set([prepared.letterhead.unit, current.handling_unit, ...actor.units])];
  const signers = await signersOf(platform.knex, actor.tenantId, units, platform.clock.now());
  const { signer, lines, appointment } = chooseSignature(signers, request);
  const series = definition.numberSeries ?? null;
  const format = series ? await seriesFormat(platform.knex, actor.tenantId, series) : null;
  const year = Number(prepared.day.slice(0, 4));

  return inTransaction(platform.strapi, async (trx) => {
    const draft: CaseDocumentRecord = await trx('procedures.case_documents').where({ id: row.id }).forUpdate().first();
    if (draft?.state !== 'DRAFT') throw notDraft();
    const n = series ? await nextNumber(trx, actor.tenantId, series.id, year) : null;
    const number = n !== null && format ? writeNumber(format, n, year, prepared.letterhead.symbol) : null;
    const now = platform.clock.now();
    const docx = prepared.fill({ number, signer: signer.name, signerLines: lines });
    const file = await storeFile(trx, actor.tenantId, docx, now);
    await trx('procedures.case_documents')
      .where({ id: row.id })
      .update({
        state: 'ISSUED',
        template_version: prepared.template.version,
        template_hash: prepared.template.hash,
        form_number: prepared.template.formNumber,
        file_id: file.id,
        content_hash: file.hash,
        series: series?.id ?? null,
        series_year: series ? year : null,
        series_n: n,
        number,
        signer_id: signer.personId,
        signer_name: signer.name,
        signer_lines: lines,
        acting_for: appointment,
        issued_by: actor.personId,
        issued_at: now,
      });
    await dropFile(trx, actor.tenantId, draft.file_id);
    if (draft.supersedes) {
      await trx('procedures.case_documents')
        .where({ id: draft.supersedes })
        .update({ state: 'SUPERSEDED', superseded_by: row.id });
    }
    await writeAudit(trx, {
      tenantId: actor.tenantId,
      at: now,
      actor,
      action: 'document.issue',
      subjectType: 'document',
      subjectId: row.id,
      detail: {
        caseId: current.id,
        document: definition.id,
        template: prepared.template.version,
        hash: file.hash,
        signer: signer.personId,
        ...(appointment ? { signedFor: appointment } : {}),
        ...(series && n !== null ? { series: series.id, n, year } : {}),
        ...(draft.supersedes ? { supersedes: draft.supersedes } : {}),
      },
    });
    return { id: row.id, number, contentHash: file.hash };
  });
}

const notDraft = () =>
  new ProblemError({
    code: 'DOCUMENT_NOT_A_DRAFT',
    status: 409,
    vi: 'Văn bản này đã được ban hành hoặc đã bỏ. Hãy tải lại danh sách văn bản.',
    en: 'Expected a draft, but this document has been issued or dropped: reload the list.',
  });
