// dossier/ owns the whole file of a case as one PDF: cover with a list of contents, summary of the record, timeline,
// terms with how they were computed, every issued document and attachment in order, each page numbered. This file puts it together.
import { PDFDocument } from 'pdf-lib';
import type { CaseDetail } from '../../../shared/contracts';
import { placeOfCase } from '../attachments/load-attachment';
import { writeAudit } from '../audit/write-audit';
import { documentsOfCase } from '../documents/list-documents';
import { NOTHING_YET, prepareDocument } from '../documents/prepare-document';
import { readStoredFile } from '../documents/stored-files';
import { dayIn, zoneOf } from '../documents/template-versions';
import { docxToPdf } from '../pdf/docx-to-pdf';
import { escapeHtml, htmlToPdf } from '../pdf/html-to-pdf';
import { decide } from '../policy/decide';
import type { PublishedPackage } from '../publishing/package-library';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { CaseRecord } from '../storage/rows';
import type { Actor } from '../tenants/actor';
import { caseDetail } from '../views/case-detail';
import { caseLinkViews } from '../views/case-link-views';
import { custodyViews } from '../views/custody-views';
import { noteViews } from '../views/note-views';
import { attachmentPieces } from './attachment-pieces';
import { clockLineHtml } from './clock-line-html';
import { clocksHtml, DOSSIER_STYLE, recordHtml, timelineHtml } from './dossier-html';
import { custodyHtml, discussionHtml, linksHtml } from './linked-html';
import type { Piece } from './piece';
import { stampPages } from './stamp-pages';

/** `withNotes`: the discussion too, as far as its notes are the asker's to read. */
export async function makeDossier(
  platform: Platform,
  actor: Actor,
  current: CaseRecord,
  withNotes = false,
): Promise<Buffer> {
  const published = await platform.library.load(current.tenant_id, current.package_id, current.package_version);
  const zone = await zoneOf(platform.knex, current.tenant_id);
  const pieces = [
    ...(await accountsOf(platform, actor, current, zone, withNotes)),
    ...(await issuedPieces(platform, current, published, zone)),
    ...(await attachmentPieces(platform, actor, current, zone)),
  ];
  const body = await PDFDocument.create();
  const contents: Record<string, unknown>[] = [];
  for (const [index, piece] of pieces.entries()) {
    const source = await PDFDocument.load(piece.pdf);
    const first = body.getPageCount() + 1;
    for (const page of await body.copyPages(source, source.getPageIndices())) body.addPage(page);
    const last = body.getPageCount();
    contents.push({
      no: index + 1,
      title: piece.title,
      number: piece.number,
      date: piece.date,
      pages: first === last ? String(first) : `${first}-${last}`,
    });
  }
  const stamped = await stampPages(body);
  const cover = await coverOf(platform, actor, current, published, { contents, pages: body.getPageCount() });
  const whole = await PDFDocument.create();
  for (const part of [cover, stamped]) {
    const source = await PDFDocument.load(part);
    for (const page of await whole.copyPages(source, source.getPageIndices())) whole.addPage(page);
  }
  await inTransaction(platform.strapi, (trx) =>
    writeAudit(trx, {
      tenantId: actor.tenantId,
      at: platform.clock.now(),
      actor,
      action: 'dossier.export',
      subjectType: 'case',
      subjectId: current.id,
      detail: { pieces: pieces.length, pages: whole.getPageCount(), notes: withNotes },
    }),
  );
  return Buffer.from(await whole.save());
}

/** What the platform itself tells of the case, as the asker may see it. */
async function accountsOf(
  platform: Platform,
  actor: Actor,
  current: CaseRecord,
  zone: string,
  withNotes: boolean,
): Promise<Piece[]> {
  const detail = await caseDetail(platform, actor, current);
  const today = short(dayIn(zone, platform.clock.now()));
  const accounts = [
    { title: 'Tóm tắt hồ sơ', html: recordHtml(detail, zone) },
    { title: 'Diễn biến xử lý', html: timelineHtml(detail, zone) },
    { title: 'Thời hạn và cách tính', html: clocksHtml(detail, zone) },
    ...(await furtherAccounts(platform, actor, current, detail, zone, withNotes)),
  ];
  const pieces: Piece[] = [];
  for (const { title, html } of accounts) {
    pieces.push({ title, number: '', date: today, pdf: await htmlToPdf(html, DOSSIER_STYLE) });
  }
  return pieces;
}

/** What only some cases have: a page is printed where there is something to say. */
async function furtherAccounts(
  platform: Platform,
  actor: Actor,
  current: CaseRecord,
  { clocks }: CaseDetail,
  zone: string,
  withNotes: boolean,
): Promise<{ title: string; html: string }[]> {
  const [custody, links, place] = await Promise.all([
    custodyViews(platform, actor, current),
    caseLinkViews(platform, actor, current),
    placeOfCase(platform.knex, actor, current.id),
  ]);
  const isReadable = withNotes && decide(actor, 'note.list', place).allowed;
  const notes = isReadable ? await noteViews(platform, actor, current.id, place) : [];
  const pages: [boolean, string, () => string][] = [
    [clocks.length > 0, 'Trục thời gian các hạn', () => clockLineHtml(clocks, platform.clock.now(), zone)],
    [custody.items.length > 0, custody.title?.vi ?? '', () => custodyHtml(custody, zone)],
    [links.links.length > 0, 'Hồ sơ liên quan', () => linksHtml(links, zone)],
    [notes.length > 0, 'Trao đổi', () => discussionHtml(notes, zone)],
  ];
  return pages.filter(([is]) => is).map(([, title, html]) => ({ title, html: html() }));
}

async function issuedPieces(
  platform: Platform,
  current: CaseRecord,
  published: PublishedPackage,
  zone: string,
): Promise<Piece[]> {
  const pieces: Piece[] = [];
  for (const row of await documentsOfCase(platform, current.id)) {
    if (row.state === 'DRAFT' || !row.issued_at) continue;
    const title = published.read.manifest.documents?.find((one) => one.id === row.document_id)?.title.vi;
    pieces.push({
      title: `${title ?? row.document_id}${row.state === 'SUPERSEDED' ? ' (đã được thay thế)' : ''}`,
      number: row.number ?? '',
      date: short(dayIn(zone, row.issued_at)),
      pdf: await docxToPdf(await readStoredFile(platform.knex, current.tenant_id, row.file_id)),
    });
  }
  return pieces;
}

/** The package's own cover, if it has one; what stands on it is data as in any other document. */
async function coverOf(
  platform: Platform,
  actor: Actor,
  current: CaseRecord,
  published: PublishedPackage,
  file: Record<string, unknown>,
): Promise<Buffer> {
  const definition = published.read.manifest.documents?.find((one) => one.use === 'COVER');
  if (!definition) return htmlToPdf(plainContents(file.contents as Record<string, unknown>[]), DOSSIER_STYLE);
  const prepared = await prepareDocument(platform, actor, current, published, definition, file);
  return docxToPdf(prepared.fill(NOTHING_YET));
}

const plainContents = (contents: Record<string, unknown>[]) =>
  `<h1>MỤC LỤC</h1><table><tr><th>TT</th><th>Tên tài liệu</th><th>Trang</th></tr>${contents
    .map(({ no, title, pages }) => `<tr><td>${no}</td><td>${escapeHtml(title)}</td><td>${pages}</td></tr>`)
    .join('')}</table>`;

const short = (day: string) => day.split('-').reverse().join('/');
