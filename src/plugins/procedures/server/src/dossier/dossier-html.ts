// Owns how record, timeline and terms read on paper. Every text is escaped: it comes from people.
import { DateTime } from 'luxon';
import type { ActingNote } from '../../../shared/acting-note';
import type { CaseDetail } from '../../../shared/contracts';
import { escapeHtml } from '../pdf/html-to-pdf';

export const DOSSIER_STYLE = `
  h1{font-size:14pt;text-align:center;margin:0 0 12pt;text-transform:uppercase} h2{font-size:13pt;margin:12pt 0 6pt}
  table{width:100%;border-collapse:collapse;font-size:12pt} th,td{border:.5pt solid #000;padding:3pt 5pt;text-align:left;vertical-align:top;overflow-wrap:break-word}
  h2,h3{break-after:avoid} th{font-weight:700} thead{display:table-header-group} tr{break-inside:avoid} td.label{width:34%}`;

const STATES: Readonly<Record<string, string>> = {
  RUNNING: 'đang chạy',
  PAUSED: 'tạm dừng',
  MET: 'đúng hạn',
  MISSED: 'quá hạn',
  SUPERSEDED: 'được thay thế',
};

export const moment = (text: string | null, zone: string) =>
  text ? DateTime.fromISO(text, { zone }).toFormat('HH:mm dd/MM/yyyy') : '';

const ISO = /^\d{4}-\d{2}-\d{2}T/;

function words(value: unknown, zone: string): string {
  if (Array.isArray(value)) return value.map((one) => words(one, zone)).join(', ');
  if (value === true) return 'Có';
  if (value === false) return 'Không';
  if (value !== null && typeof value === 'object')
    return Object.values(value)
      .map((one) => words(one, zone))
      .join(', ');
  const text = String(value ?? '');
  return escapeHtml(ISO.test(text) ? moment(text, zone) : text).replaceAll('\n', '<br>');
}

const row = (label: string, value: string) => `<tr><td class="label">${escapeHtml(label)}</td><td>${value}</td></tr>`;

export function recordHtml(detail: CaseDetail, zone: string): string {
  const { case: head, record, persons } = detail;
  const facts = [
    row('Hồ sơ', escapeHtml(head.title)),
    row('Số', escapeHtml(head.bookNo)),
    row('Trạng thái', escapeHtml(head.stateTitle?.vi ?? head.state)),
    row('Đơn vị xử lý', escapeHtml(head.handlingUnitName ?? head.handlingUnit)),
    row('Thời điểm tiếp nhận', moment(head.receivedAt, zone)),
    ...record.map((field) => row(field.label.vi, words(field.value, zone))),
  ];
  const people = persons.map(
    (person, index) =>
      `<h2>${index + 1}. ${escapeHtml(person.role.vi)}</h2><table>${
        person.sealed
          ? row('Danh tính', 'Được bảo vệ, không ghi trong hồ sơ này')
          : person.fields.map((field) => row(field.label.vi, words(field.value, zone))).join('')
      }</table>`,
  );
  return `<h1>Tóm tắt hồ sơ</h1><table>${facts.join('')}</table>${people.join('')}`;
}

/** Who did it and, where it was done on another's behalf, how that is signed and by which document. */
const signed = (who: string | null | undefined, note: ActingNote | null | undefined): string =>
  note
    ? `${escapeHtml(who)}<br><b>${note.signature.map(escapeHtml).join('<br>')}</b><br>${escapeHtml(note.holder.name)} (${escapeHtml(note.documentNo)})`
    : escapeHtml(who);

export function timelineHtml(detail: CaseDetail, zone: string): string {
  const rows = detail.events.map((event) => {
    const corrected = detail.events.find(({ id }) => id === event.corrects);
    const title = escapeHtml(event.title.vi);
    const lines = [
      event.correctedBy ? `<s>${title}</s> (đã đính chính)` : corrected ? `Đính chính: ${title}` : title,
      ...(event.details ?? []).map(({ label, value }) => `<i>${escapeHtml(label.vi)}:</i> ${words(value, zone)}`),
      ...(corrected
        ? [
            `<i>Thay cho bản ghi ${moment(corrected.businessAt, zone)}, nhập ${moment(event.enteredAt, zone)}: ${escapeHtml(event.lateReason)}</i>`,
          ]
        : []),
      ...(event.lateReason && !corrected
        ? [`<i>Nhập bù ${moment(event.enteredAt, zone)}: ${escapeHtml(event.lateReason)}</i>`]
        : []),
    ];
    const decided = event.correctedBy ? event.correction : null;
    if (decided?.decidedBy)
      lines.push(
        `<i>Chấp thuận đính chính:</i> ${signed(decided.decidedBy.name, decided.decidedFor)}, ${moment(decided.decidedAt, zone)}`,
      );
    const who = event.person?.name ?? event.actorTitle?.vi ?? event.actor;
    return `<tr><td>${event.seq || ''}</td><td>${moment(event.businessAt, zone)}</td><td>${lines.join('<br>')}</td><td>${signed(who, event.actingFor)}</td></tr>`;
  });
  return `<h1>Diễn biến xử lý</h1><table style="table-layout:fixed"><colgroup><col style="width:7%"><col style="width:21%"><col style="width:44%"><col style="width:28%"></colgroup><thead><tr><th>TT</th><th>Thời điểm</th><th>Việc</th><th>Người thực hiện</th></tr></thead>${rows.join('')}</table>`;
}

export function clocksHtml(detail: CaseDetail, zone: string): string {
  const rows = detail.clocks.map(
    (clock) =>
      `<tr><td>${escapeHtml(clock.title.vi)}<br><i>${escapeHtml(clock.legalBasis)}${
        clock.confirmation?.state === 'UNCONFIRMED' ? ' (chưa xác nhận)' : ''
      }</i></td><td>${moment(clock.startAt, zone)}</td><td>${moment(clock.dueAt, zone)}</td><td>${
        STATES[clock.state] ?? escapeHtml(clock.state)
      }${clock.stoppedAt ? `<br>${moment(clock.stoppedAt, zone)}` : ''}</td><td>${escapeHtml(clock.derivation.vi)}</td></tr>`,
  );
  return `<h1>Thời hạn và cách tính</h1><table style="table-layout:fixed"><colgroup><col style="width:30%"><col style="width:14%"><col style="width:14%"><col style="width:14%"><col style="width:28%"></colgroup><thead><tr><th>Thời hạn, căn cứ</th><th>Bắt đầu</th><th>Hạn</th><th>Kết quả</th><th>Cách tính</th></tr></thead>${rows.join('')}</table>`;
}
