// Owns what is read on a case although it stands in another: all of one that was merged into it, and what a split took
// along. Each is asked of the policy by its own case, so that nobody learns more here than there, and the protected stay
// masked.
import type { MergedContent } from '../../../shared/case-links-contract';
import type { CasePerson } from '../../../shared/contracts';
import type { RelatedTable } from '../../../shared/related-contract';
import type { AttachmentRecord } from '../attachments/attachment-record';
import { placeOfCase } from '../attachments/load-attachment';
import type { CaseLinkRecord } from '../case-links/case-link';
import { caseContext } from '../cases/case-context';
import { documentsOfCase } from '../documents/list-documents';
import { decide } from '../policy/decide';
import { maskPersons } from '../policy/mask-persons';
import { caseSubject } from '../policy/subjects';
import type { Platform } from '../runtime/platform';
import type { CaseRecord } from '../storage/rows';
import type { Actor } from '../tenants/actor';
import { attachmentViews } from './attachment-views';
import { bodyNames } from './body-names';
import { caseProtection } from './case-protection';
import { personFields } from './record-fields';
import { relatedRows } from './related-rows';

interface Selection {
  people?: string[];
  rows?: Record<string, string[]>;
  attachments?: string[];
  documents?: string[];
}

export async function linkedContent(
  platform: Platform,
  actor: Actor,
  from: CaseRecord,
  link: CaseLinkRecord,
): Promise<MergedContent | null> {
  if (!decide(actor, 'case.readRecord', caseSubject(from)).allowed) return null;
  const published = await platform.library.load(from.tenant_id, from.package_id, from.package_version);
  const { context, people } = await caseContext(platform, from, published);
  const subject = { ...caseSubject(from), ...caseProtection(published, context) };
  const attribute = published.read.manifest.record.people;
  const persons = attribute ? personFields(published, attribute, maskPersons(actor, subject, people)) : [];
  const files: AttachmentRecord[] = await platform
    .knex('procedures.attachments')
    .where({ case_id: from.id })
    .whereNull('withdrawn_at')
    .orderBy('uploaded_at');
  const names = await bodyNames(platform.knex, from.tenant_id, published.read.manifest);
  const selection = link.kind === 'SPLIT_FROM' ? ((link.selection ?? {}) as Selection) : null;
  const isTaken = (ids: string[] | undefined, id: string) => selection === null || (ids?.includes(id) ?? false);
  const documents = (await documentsOfCase(platform, from.id)).filter((row) => isTaken(selection?.documents, row.id));
  return {
    how: selection ? 'SPLIT' : 'MERGED',
    caseId: from.id,
    bookNo: from.book_no,
    title: from.title ?? published.read.manifest.title.vi,
    persons: persons.filter((person: CasePerson) => isTaken(selection?.people, person.id)),
    related: (await relatedRows(platform.strapi, published, from, names)).flatMap((table) =>
      taken(table, (id) => isTaken(selection?.rows?.[table.name], id)),
    ),
    attachments: await attachmentViews(
      platform,
      actor,
      await placeOfCase(platform.knex, actor, from.id),
      files.filter((file) => isTaken(selection?.attachments, file.id)),
    ),
    documents: documents.map((row) => ({
      id: row.id,
      title: published.read.manifest.documents?.find((one) => one.id === row.document_id)?.title ?? {
        vi: row.document_id,
        en: row.document_id,
      },
      number: row.number,
      state: row.state,
    })),
  };
}

function taken(table: RelatedTable, isTaken: (id: string) => boolean): RelatedTable[] {
  const kept = table.rows.flatMap((_row, index) => (isTaken(table.ids[index] ?? '') ? [index] : []));
  if (kept.length === 0) return [];
  return [
    {
      ...table,
      ids: kept.map((index) => table.ids[index] ?? ''),
      rows: kept.map((index) => table.rows[index] ?? []),
    },
  ];
}
