// Owns the forms for a time on paper: one page for each number that waits, made of the fields of the form on the screen, so
// that what was written by hand is entered in the same order.

import { letterheadsOf } from '../documents/letterheads';
import type { FormComponent } from '../packages/types';
import { escapeHtml, htmlToPdf } from '../pdf/html-to-pdf';
import { decide } from '../policy/decide';
import { NOT_FOUND, requireAllowed } from '../policy/decision';
import { findForm } from '../publishing/package-library';
import type { Platform } from '../runtime/platform';
import { UUID } from '../storage/uuid';
import type { Actor } from '../tenants/actor';
import { bookText } from './book-number';
import { bookSubject } from './book-subject';
import { noBook } from './number-problems';

const MARGIN = { top: '12mm', right: '12mm', bottom: '10mm', left: '20mm' };
const STYLE = `
  section{break-after:page;font-size:10.5pt;line-height:1.3} section:last-child{break-after:auto}
  header{display:flex;justify-content:space-between;gap:8mm;text-align:center;margin-bottom:3mm} header b{display:block}
  h1{font-size:13pt;text-align:center;margin:0;text-transform:uppercase} .no{text-align:center;font-size:13pt;font-weight:700;margin:1mm 0 3mm}
  .field{display:flex;gap:2mm;margin:1.3mm 0;break-inside:avoid} .field .line{flex:1;border-bottom:.4pt dotted #000;min-height:4.5mm}
  .area{margin:1.3mm 0} .area .line{border-bottom:.4pt dotted #000;height:6mm} h2{font-size:11pt;margin:2.5mm 0 1mm}
  .boxes span{white-space:nowrap;margin-right:4mm} footer{display:flex;justify-content:space-between;text-align:center;margin-top:4mm;height:20mm}`;

export async function paperForms(
  platform: Pick<Platform, 'knex' | 'library'>,
  actor: Actor,
  blockId: string,
): Promise<Buffer> {
  const { knex } = platform;
  const block = UUID.test(blockId)
    ? await knex('procedures.number_blocks').where({ id: blockId, tenant_id: actor.tenantId }).first()
    : undefined;
  if (!block) return requireAllowed(NOT_FOUND) as never;
  const published = await platform.library.active(actor.tenantId, block.package_id);
  const { manifest } = published.read;
  requireAllowed(decide(actor, 'book.read', bookSubject(actor, manifest)));
  const series = manifest.record.numberSeries;
  const [start] = manifest.starts;
  const form = findForm(published, start.form);
  if (!series || !form) throw noBook();
  const numbers: number[] = await knex('procedures.book_numbers')
    .where({ block_id: block.id, state: 'RESERVED' })
    .whereNull('case_id')
    .orderBy('number')
    .pluck('number');
  const letterheads = await letterheadsOf(knex, actor.tenantId);
  const letterhead = letterheads.find((one) => actor.units.includes(one.unit)) ?? letterheads[0];
  const body = form.components.map((component) => paper(component)).join('');
  const page = (number: number) => `<section>
    <header><div>${escapeHtml(letterhead?.superior)}<b>${escapeHtml(letterhead?.issuer)}</b></div>
      <div><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b>Độc lập – Tự do – Hạnh phúc</div></header>
    <h1>${escapeHtml(start.title.vi)}</h1>
    <div class="no">Số ${escapeHtml(bookText(series, number, block.year))} – ghi trên giấy, nhập bù sau</div>
    ${line('Ngày, giờ tiếp nhận')}${line('Người tiếp nhận')}${body}
    <footer><div>Người cung cấp<br>(ký, ghi rõ họ tên)</div><div>Người tiếp nhận<br>(ký, ghi rõ họ tên)</div></footer>
  </section>`;
  return htmlToPdf(numbers.map(page).join('') || '<p>Không còn số nào chờ nhập bù trong đợt này.</p>', STYLE, MARGIN);
}

const line = (label: unknown) =>
  `<div class="field"><span>${escapeHtml(label)}:</span><span class="line"></span></div>`;

/** One field as one fills it in by hand. What only the screen can do (files, further rows) is left out. */
function paper(component: FormComponent): string {
  const label = component.label ?? component.dateLabel;
  const inner = () => (component.components ?? []).map((one) => paper(one)).join('');
  const options = (component.values ?? []) as { label: string }[];
  switch (component.type) {
    case 'text':
    case 'spacer':
    case 'separator':
      return '';
    case 'group':
    case 'dynamiclist':
      return `<h2>${escapeHtml(label)}</h2>${inner()}`;
    case 'select':
    case 'radio':
    case 'taglist':
    case 'checklist':
      return options.length > 8
        ? line(label)
        : `<div class="boxes">${escapeHtml(label)}: ${options.map((one) => `<span>☐ ${escapeHtml(one.label)}</span>`).join(' ')}</div>`;
    case 'checkbox':
      return `<div class="boxes">☐ ${escapeHtml(label)}</div>`;
    case 'textarea':
      return `<div class="area">${escapeHtml(label)}:<div class="line"></div><div class="line"></div></div>`;
    default:
      return line(label);
  }
}
