// Owns the rules about clock rules: events, anchors and caps that they name exist.
import type { ClockRuleDefinition, Finding } from '../types';
import { type Reporter, reporterOf } from './finding';
import type { PackageIndex } from './package-index';

export function checkClocks(index: PackageIndex, findings: Finding[]): void {
  const report = reporterOf(findings, 'manifest.json');
  const rules = new Set(index.pkg.manifest.clockRules.flatMap((rule) => [rule.id, rule.rule]));
  for (const rule of index.pkg.manifest.clockRules) {
    for (const event of eventsOf(rule)) {
      if (!index.eventCodes.has(event)) unknownName(report, rule, 'clock-event-unknown', event, 'events.json');
    }
    for (const base of clocksOf(rule)) {
      if (!rules.has(base)) unknownName(report, rule, 'clock-rule-unknown', base, 'manifest.clockRules');
    }
    checkBase(rule, report);
  }
}

const eventsOf = (rule: ClockRuleDefinition): string[] => [
  ...[rule.start, rule.stop, rule.supersede ?? [], rule.pause ?? [], rule.resume ?? []].flat().map((one) => one.event),
  ...rule.start.flatMap(({ anchor }) => (anchor.startsWith('event:') ? anchor.slice('event:'.length).split(',') : [])),
];

const clocksOf = (rule: ClockRuleDefinition): string[] => [
  ...rule.start.flatMap(({ anchor }) => (anchor.startsWith('clock:') ? [anchor.slice('clock:'.length)] : [])),
  ...(rule.notAfter ? [rule.notAfter.replace(/^clock:/, '').replace(/\.dueAt$/, '')] : []),
];

function unknownName(report: Reporter, rule: ClockRuleDefinition, code: string, name: string, where: string): void {
  report.error({
    code,
    element: rule.id,
    vi: `Đồng hồ hạn "${rule.id}" nhắc tới "${name}", nhưng ${where} không có.`,
    en: `Expected "${name}", which clock rule "${rule.id}" names, to be in ${where}, but it is not.`,
  });
}

/** A pause that nothing ends never falls due. */
function checkBase(rule: ClockRuleDefinition, report: Reporter): void {
  if ((rule.pause ?? []).length === 0 || (rule.resume ?? []).length > 0) return;
  report.warning({
    code: 'clock-pause-without-resume',
    element: rule.id,
    vi: `Đồng hồ hạn "${rule.id}" có sự kiện tạm dừng nhưng không có sự kiện chạy tiếp.`,
    en: `Expected clock rule "${rule.id}" to have an event that resumes it, but it only has one that pauses it.`,
  });
}
