// Owns how the links of a case, the chains of custody of what it holds and its discussion read on paper. Every text is
// escaped: it comes from people.
import type { CaseLinks } from '../../../shared/case-links-contract';
import type { CaseCustody, CustodyGapCode } from '../../../shared/custody-contract';
import type { NoteView } from '../../../shared/taskpage-contract';
import { escapeHtml } from '../pdf/html-to-pdf';
import { moment } from './dossier-html';

const KINDS: Readonly<Record<string, string>> = {
  'RELATED OUT': 'Liên quan',
  'RELATED IN': 'Liên quan',
  'SUSPECTED_DUPLICATE OUT': 'Nghi trùng',
  'SUSPECTED_DUPLICATE IN': 'Nghi trùng',
  'MERGED_INTO OUT': 'Nhập vào',
  'MERGED_INTO IN': 'Hồ sơ nhập vào đây',
  'SPLIT_FROM OUT': 'Tách từ',
  'SPLIT_FROM IN': 'Hồ sơ tách ra từ đây',
};
const STATES: Readonly<Record<string, string>> = {
  ASKED: 'chờ chấp thuận',
  PENDING: 'đang thực hiện',
  IN_FORCE: 'có hiệu lực',
  REFUSED: 'không chấp thuận',
  ENDED: 'đã đóng',
};
const GAPS: Readonly<Record<CustodyGapCode, string>> = {
  NO_CHAIN: 'chưa ghi ai tiếp nhận và giữ',
  NOT_CONFIRMED: 'bên nhận chưa xác nhận',
  GIVER_NOT_HOLDER: 'bên giao không phải người đang giữ',
  OUT_OF_ORDER: 'thời điểm sớm hơn lần trước',
  SEAL_BROKEN: 'niêm phong bị rách, hỏng',
  SEAL_CHANGED: 'số niêm phong khác lần trước',
  QUANTITY_CHANGED: 'số lượng khác lần trước',
  HASH_BROKEN: 'dòng này không còn như khi ghi',
};

export function linksHtml({ links, merged }: CaseLinks, zone: string): string {
  const rows = links.map(
    ({ kind, direction, state, other, reason, by, at }) =>
      `<tr><td>${KINDS[`${kind} ${direction}`] ?? escapeHtml(kind)}<br><i>${STATES[state] ?? escapeHtml(state)}</i></td><td>${escapeHtml([other.bookNo, other.title].filter(Boolean).join(' – '))}</td><td>${escapeHtml(reason)}</td><td>${escapeHtml(by?.name ?? '')}<br>${moment(at, zone)}</td></tr>`,
  );
  const brought = merged.map(
    (one) =>
      `<h2>Từ hồ sơ ${escapeHtml(one.bookNo ?? '')} – ${escapeHtml(one.title)}</h2><p>${one.persons
        .map((person) => `${escapeHtml(person.role.vi)}${person.sealed ? ' (danh tính được bảo vệ)' : ''}`)
        .join('; ')}</p><p>${one.documents
        .map((document) => escapeHtml([document.title.vi, document.number].filter(Boolean).join(' ')))
        .join('; ')}</p>`,
  );
  return `<h1>Hồ sơ liên quan</h1><table style="table-layout:fixed"><thead><tr><th>Quan hệ</th><th>Hồ sơ</th><th>Lý do</th><th>Người ghi</th></tr></thead>${rows.join('')}</table>${brought.join('')}`;
}

export function custodyHtml({ title, legalBasis, items }: CaseCustody, zone: string): string {
  const chains = items.map((item) => {
    const open = (entryId: string | null) =>
      item.gaps
        .filter((gap) => gap.entryId === entryId)
        .map((gap) => `<br><b>Hở: ${GAPS[gap.code]}</b>`)
        .join('');
    const rows = item.entries.map(
      ({ id, seq, at, content, confirmed, correctedBy, takerUnitName, hash }) =>
        `<tr><td>${seq}${correctedBy ? '<br><i>đã đính chính</i>' : ''}</td><td>${moment(at, zone)}</td><td>${escapeHtml(content.giver)}<br>→ ${escapeHtml(content.taker)} (${escapeHtml(takerUnitName ?? content.takerUnit)})<br>${escapeHtml(content.place)}</td><td>${escapeHtml([content.quantity, content.condition, content.sealNo].filter(Boolean).join('; '))}${open(id)}</td><td>${escapeHtml(content.documentNo)}<br>${confirmed ? `xác nhận: ${escapeHtml(confirmed.by?.name ?? '')}, ${moment(confirmed.at, zone)}` : ''}<br><small>${hash.slice(0, 16)}</small></td></tr>`,
    );
    return `<h2>${escapeHtml(item.text)}</h2>${open(null)}<table style="table-layout:fixed"><colgroup><col style="width:8%"><col style="width:16%"><col style="width:30%"><col style="width:24%"><col style="width:22%"></colgroup><thead><tr><th>TT</th><th>Thời điểm</th><th>Giao, nhận, nơi để</th><th>Số lượng, tình trạng, niêm phong</th><th>Biên bản, xác nhận</th></tr></thead>${rows.join('')}</table>`;
  });
  return `<h1>${escapeHtml(title?.vi ?? '')}</h1><p><i>${escapeHtml(legalBasis ?? '')}</i></p>${chains.join('')}`;
}

export function discussionHtml(notes: readonly NoteView[], zone: string): string {
  const rows = notes
    .filter((note) => note.withdrawn === null)
    .map(
      (note) =>
        `<tr><td>${moment(note.writtenAt, zone)}</td><td>${escapeHtml(note.author?.name ?? '')}</td><td>${note.visibility === 'INTERNAL' ? 'Nội bộ' : 'Gửi người cung cấp'}</td><td>${escapeHtml(note.text).replaceAll('\n', '<br>')}</td></tr>`,
    );
  return `<h1>Trao đổi</h1><table style="table-layout:fixed"><colgroup><col style="width:18%"><col style="width:20%"><col style="width:16%"><col style="width:46%"></colgroup><thead><tr><th>Lúc</th><th>Người viết</th><th>Loại</th><th>Nội dung</th></tr></thead>${rows.join('')}</table>`;
}
