// Owns the attachments of a case as pages of its file: pictures and PDFs in the order in which they came. A protected
// file is not bound in, since a file on paper cannot be masked; what cannot be printed is named with its hash.
import { PDFDocument } from 'pdf-lib';
import type { AttachmentRecord } from '../attachments/attachment-record';
import { kindOf } from '../attachments/file-kinds';
import { placeOfCase, subjectOfAttachment } from '../attachments/load-attachment';
import { readWhole } from '../attachments/read-chunks';
import { stripMetadata } from '../attachments/strip-metadata';
import { dayIn } from '../documents/template-versions';
import { escapeHtml, htmlToPdf } from '../pdf/html-to-pdf';
import { decide } from '../policy/decide';
import type { Platform } from '../runtime/platform';
import type { CaseRecord } from '../storage/rows';
import type { Actor } from '../tenants/actor';
import { DOSSIER_STYLE } from './dossier-html';
import type { Piece } from './piece';

export async function attachmentPieces(
  platform: Platform,
  actor: Actor,
  current: CaseRecord,
  zone: string,
): Promise<Piece[]> {
  const rows: AttachmentRecord[] = await platform
    .knex('procedures.attachments')
    .where({ case_id: current.id, visibility: 'INTERNAL' })
    .whereNull('withdrawn_at')
    .orderBy('uploaded_at');
  const place = await placeOfCase(platform.knex, actor, current.id);
  const pieces: Piece[] = [];
  for (const row of rows) {
    const subject = await subjectOfAttachment(platform.knex, row, place);
    if (!decide(actor, 'attachment.read', subject).allowed) continue;
    pieces.push({
      title: row.file_name,
      number: '',
      date: dayIn(zone, row.uploaded_at).split('-').reverse().join('/'),
      pdf: (await printed(platform, row)) ?? (await sheetOf(row)),
    });
  }
  return pieces;
}

async function printed(platform: Platform, row: AttachmentRecord): Promise<Buffer | null> {
  const preview = kindOf(row.kind)?.preview;
  if (preview !== 'pdf' && preview !== 'image') return null;
  const content = await readWhole(platform.knex, row.id);
  if (preview === 'pdf') {
    // Damaged, or locked by a password: named instead.
    const isReadable = await PDFDocument.load(content).then(
      (document) => document.getPageCount() > 0,
      () => false,
    );
    return isReadable ? content : null;
  }
  const picture = stripMetadata(row.kind, content);
  if (!picture) return null;
  const source = `data:${row.media_type};base64,${picture.toString('base64')}`;
  return htmlToPdf(
    `<figure><img src="${source}" alt=""><figcaption>${escapeHtml(row.file_name)}</figcaption></figure>`,
    'figure{margin:0;text-align:center} img{max-width:100%;max-height:235mm} figcaption{font-size:11pt;overflow-wrap:anywhere}',
  );
}

const sheetOf = (row: AttachmentRecord) =>
  htmlToPdf(
    `<h1>Tài liệu không in được</h1><table><tr><td class="label">Tên tệp</td><td>${escapeHtml(row.file_name)}</td></tr><tr><td class="label">Dung lượng</td><td>${Number(row.size_bytes).toLocaleString('vi-VN')} byte</td></tr><tr><td class="label">Mã kiểm (SHA-256)</td><td>${escapeHtml(row.sha256)}</td></tr></table><p>Xem tệp trong hệ thống.</p>`,
    DOSSIER_STYLE,
  );
