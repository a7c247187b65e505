// Owns how a hand-over reads on paper. Every text is escaped: people have typed it.
import { DateTime } from 'luxon';
import type { HandOverContent, HandOverLine, HandOverSection, HandOverView } from '../../../shared/duty-contract';
import { escapeHtml } from '../pdf/html-to-pdf';

export const HAND_OVER_STYLE = `
  h1{font-size:14pt;text-align:center;margin:12pt 0 2pt;text-transform:uppercase} h2{font-size:13pt;margin:10pt 0 4pt}
  p{margin:3pt 0} .head{text-align:center;font-weight:700;text-transform:uppercase} .sub{text-align:center;font-style:italic}
  table{width:100%;border-collapse:collapse;font-size:12pt;table-layout:fixed} th,td{border:.5pt solid #000;padding:3pt 4pt;text-align:left;vertical-align:top;overflow-wrap:anywhere}
  thead{display:table-header-group} tr{break-inside:avoid} .sign{break-inside:avoid;margin-top:14pt} .sign td{border:0;width:50%;text-align:center}
  .hash{font-size:9pt;overflow-wrap:anywhere;margin-top:10pt;break-inside:avoid}`;

const SECTIONS: Readonly<Record<HandOverSection, [title: string, at: string]>> = {
  ALARMS: ['Báo động đang chạy', 'Đổ chuông lúc'],
  CASES: ['Hồ sơ chưa xong', 'Hạn gần nhất'],
  CLOCKS: ['Hạn đã quá hoặc sẽ đến trong ca sau', 'Hạn'],
};

export function handOverHtml(view: HandOverView, zone: string): string {
  const { content } = view;
  const at = (text: string | null) => (text ? DateTime.fromISO(text, { zone }).toFormat('HH:mm dd/MM/yyyy') : '');
  const shiftText = (shift: HandOverContent['shift']) =>
    shift
      ? `${at(shift.startsAt)} – ${at(shift.endsAt)}: ${shift.people.join(', ')}${shift.deputy ? `; chỉ huy ca: ${shift.deputy}` : ''}`
      : 'không có lịch trực';
  const line = (text: string) => `<p>${escapeHtml(text)}</p>`;
  const sections = (Object.keys(SECTIONS) as HandOverSection[]).map((section) =>
    sectionHtml(
      SECTIONS[section],
      content.lines.filter((one) => one.section === section),
      at,
    ),
  );
  const items = content.items.map(
    ({ title, note }, index) =>
      `<tr><td>${index + 1}</td><td>${escapeHtml(title)}</td><td>${escapeHtml(note)}</td></tr>`,
  );
  return [
    `<p class="head">${escapeHtml(content.unit.name)}</p><p class="sub">${escapeHtml(content.tenant)}</p><h1>Biên bản giao, nhận ca trực</h1>`,
    line(`Ca giao: ${shiftText(content.shift)}`),
    line(`Ca nhận: ${shiftText(content.nextShift)}`),
    line(`Danh sách lập lúc ${at(content.madeAt)}; liệt kê hạn đến ${at(content.clocksUntil)}.`),
    content.withoutGiver ? line(`Nhận ca khi vắng người giao. Lý do: ${content.withoutGiver}`) : '',
    ...sections,
    '<h2>Tài sản, chìa khóa, giấy tờ bàn giao</h2>',
    items.length > 0
      ? `<table><colgroup><col style="width:7%"><col style="width:43%"><col style="width:50%"></colgroup><thead><tr><th>TT</th><th>Tên</th><th>Ghi chú</th></tr></thead>${items.join('')}</table>`
      : '<p>Không có.</p>',
    content.note ? `<h2>Lưu ý chung</h2><p>${escapeHtml(content.note).replaceAll('\n', '<br>')}</p>` : '',
    view.takeRemark ? `<h2>Ý kiến người nhận</h2><p>${escapeHtml(view.takeRemark).replaceAll('\n', '<br>')}</p>` : '',
    signHtml(view, at),
  ].join('');
}

function sectionHtml(
  [title, when]: [string, string],
  lines: HandOverLine[],
  at: (text: string | null) => string,
): string {
  if (lines.length === 0) return `<h2>${title}: không có</h2>`;
  const rows = lines.map(
    (one, index) =>
      `<tr><td>${index + 1}</td><td>${escapeHtml(one.bookNo ?? '')}</td><td>${escapeHtml(one.title)}<br><i>${escapeHtml(one.about.vi)}</i></td><td>${at(one.at)}${one.overdue && one.section !== 'ALARMS' ? '<br><b>quá hạn</b>' : ''}</td><td>${escapeHtml(one.remark)}</td></tr>`,
  );
  return `<h2>${title}: ${lines.length}</h2><table><colgroup><col style="width:7%"><col style="width:12%"><col style="width:38%"><col style="width:17%"><col style="width:26%"></colgroup><thead><tr><th>TT</th><th>Số</th><th>Việc</th><th>${when}</th><th>Ghi chú</th></tr></thead>${rows.join('')}</table>`;
}

function signHtml(view: HandOverView, at: (text: string | null) => string): string {
  const { content } = view;
  const taken = view.takenAt
    ? `${escapeHtml(view.takenBy?.name)}<br>đã ký xác nhận ${at(view.takenAt)}`
    : `${escapeHtml(content.taker.name)}<br><b>CHƯA KÝ NHẬN</b>`;
  const given = content.giver
    ? `${escapeHtml(content.giver.name)}<br>đã ký xác nhận ${at(view.givenAt)}`
    : '<b>VẮNG MẶT</b>';
  const hashes = [
    `Mã băm danh sách (SHA-256): ${view.contentHash}`,
    ...(view.signatureHash ? [`Mã băm chữ ký hai bên: ${view.signatureHash}`] : []),
    `Số biên bản: ${view.id}`,
  ];
  return `<table class="sign"><tr><td><b>NGƯỜI GIAO CA</b><br>${given}</td><td><b>NGƯỜI NHẬN CA</b><br>${taken}</td></tr></table><p class="hash">${hashes.join('<br>')}</p>`;
}
