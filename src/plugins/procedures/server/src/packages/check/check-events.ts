// Owns the rules about events.json: what an event is in the procedure exists in a model or in the package.
import type { EventDefinition, EventSource, Finding } from '../types';
import { type Reporter, reporterOf } from './finding';
import type { PackageIndex } from './package-index';

export function checkEvents(index: PackageIndex, findings: Finding[]): void {
  const report = reporterOf(findings, 'events.json');
  const starts = new Set(index.pkg.manifest.starts.map((start) => start.event));
  const codes = index.pkg.events.map((event) => event.code);
  for (const code of new Set(codes.filter((one, at) => codes.indexOf(one) !== at))) {
    say(
      report,
      'event-twice',
      code,
      `Mã sự kiện "${code}" có nhiều lần.`,
      `Expected event "${code}" once, but it is there more often.`,
    );
  }
  for (const event of index.pkg.events) {
    for (const source of event.by) checkSource(index, event, source, starts, report);
    checkForm(index, event, report);
    checkRows(index, event, report);
    for (const { decision } of event.decisions ?? []) {
      if (index.decisions.some((known) => known.id === decision)) continue;
      say(
        report,
        'decision-unknown',
        event.code,
        `Sự kiện "${event.code}" hỏi quyết định "${decision}", nhưng không tệp DMN nào có.`,
        `Expected decision "${decision}" of event "${event.code}" to be in a DMN file, but it is not.`,
      );
    }
  }
  checkWaits(index, findings);
}

const say = (report: Reporter, code: string, element: string, vi: string, en: string): void =>
  report.error({ code, element, vi, en });

function checkSource(
  index: PackageIndex,
  event: EventDefinition,
  source: EventSource,
  starts: Set<string>,
  report: Reporter,
) {
  if (source.kind === 'start' && !starts.has(event.code)) {
    say(
      report,
      'event-start-unknown',
      event.code,
      `Sự kiện "${event.code}" là sự kiện bắt đầu, nhưng manifest.starts không có.`,
      `Expected event "${event.code}", which is a start, to be in manifest.starts, but it is not.`,
    );
  }
  if (source.kind === 'task' && !index.userTasks.some((task) => task.id === source.element)) {
    say(
      report,
      'event-element-unknown',
      event.code,
      `Sự kiện "${event.code}" là bước "${source.element}", nhưng không mô hình nào có bước này.`,
      `Expected user task "${source.element}" of event "${event.code}" to be in a model, but it is not.`,
    );
  }
  if (source.kind === 'message' && !index.messages.some((use) => !use.starts && use.message === source.message)) {
    say(
      report,
      'event-message-unknown',
      event.code,
      `Sự kiện "${event.code}" là thông điệp "${source.message}", nhưng không mô hình nào đợi thông điệp này.`,
      `Expected a model that waits for message "${source.message}" of event "${event.code}", but there is none.`,
    );
  }
}

function checkForm(index: PackageIndex, event: EventDefinition, report: Reporter): void {
  if (!event.form || index.pkg.forms.has(event.form)) return;
  say(
    report,
    'form-missing',
    event.code,
    `Biểu mẫu "${event.form}" của sự kiện "${event.code}" phải có trong bộ quy trình, nhưng không có.`,
    `Expected form "${event.form}.form" of event "${event.code}" in the package, but it is missing.`,
  );
}

/** Rows are shown and counted without the protection that people of a record have. */
function checkRows(index: PackageIndex, event: EventDefinition, report: Reporter): void {
  const { people } = index.pkg.manifest.record;
  if (!people || !new RegExp(`\\b${people}\\b`).test(JSON.stringify(event.rows ?? []))) return;
  say(
    report,
    'row-copies-people',
    event.code,
    `Sự kiện "${event.code}" chép "${people}" vào dòng liên quan, nhưng thông tin về người chỉ nằm trong hồ sơ. Hãy bỏ giá trị ấy.`,
    `Expected the rows of event "${event.code}" to copy nothing of "${people}", but they do: remove that value.`,
  );
}

/** A wait that no event and no clock can end. */
function checkWaits(index: PackageIndex, findings: Finding[]): void {
  const sent = new Set(
    index.pkg.events.flatMap((event) =>
      event.by.flatMap((source) => (source.kind === 'message' ? source.message : [])),
    ),
  );
  for (const use of index.messages) {
    if (use.starts || use.message.startsWith('clock.') || sent.has(use.message)) continue;
    reporterOf(findings, use.file).warning({
      code: 'message-without-event',
      element: use.id,
      vi: `"${use.id}" đợi thông điệp "${use.message}", nhưng không sự kiện nào trong events.json gửi nó.`,
      en: `Expected an event that sends message "${use.message}", which "${use.id}" waits for, but there is none.`,
    });
  }
}
