// Owns the rules about alarms: they are raised and ended by events that exist, ring at a group that exists, and say nothing
// about the people of the record.
import type { AlarmDefinition, Finding } from '../types';
import { type Reporter, reporterOf } from './finding';
import type { PackageIndex } from './package-index';

export function checkAlarms(index: PackageIndex, findings: Finding[]): void {
  const { manifest } = index.pkg;
  const report = reporterOf(findings, 'manifest.json');
  const alarms = manifest.alarms ?? [];
  for (const [at, alarm] of alarms.entries()) {
    if (alarms.findIndex((one) => one.id === alarm.id) !== at)
      report.error({
        code: 'alarm-twice',
        element: alarm.id,
        vi: `Báo động "${alarm.id}" có nhiều lần.`,
        en: `Expected alarm "${alarm.id}" once, but it is there more often.`,
      });
    checkAlarmEvents(index, alarm, report);
    checkGroup(index, alarm, report);
    checkPeople(index, alarm, report);
  }
  for (const { state } of manifest.waiting ?? []) {
    if (manifest.states?.[state]) continue;
    report.error({
      code: 'waiting-state-unknown',
      element: state,
      vi: `Trạng thái "${state}" trong manifest.waiting không có trong manifest.states.`,
      en: `Expected state "${state}" of manifest.waiting in manifest.states, but it is not there.`,
    });
  }
}

function checkAlarmEvents(index: PackageIndex, alarm: AlarmDefinition, report: Reporter): void {
  const named = [...alarm.events, ...(alarm.until ?? []).map((one) => one.event)];
  for (const event of named.filter((code) => !index.eventCodes.has(code)))
    report.error({
      code: 'alarm-event-unknown',
      element: alarm.id,
      vi: `Báo động "${alarm.id}" nhắc tới sự kiện "${event}", nhưng events.json không có.`,
      en: `Expected event "${event}" of alarm "${alarm.id}" in events.json, but it is not there.`,
    });
}

function checkGroup(index: PackageIndex, { id, group }: AlarmDefinition, report: Reporter): void {
  if (group.startsWith('=') || index.groups.has(group)) return;
  report.error({
    code: 'alarm-group-unknown',
    element: id,
    vi: `Báo động "${id}" đổ chuông ở nhóm "${group}", nhưng manifest.candidateGroups không có.`,
    en: `Expected group "${group}" of alarm "${id}" in manifest.candidateGroups, but it is not there.`,
  });
}

/** An alarm is read by everybody near the desk. */
function checkPeople(index: PackageIndex, alarm: AlarmDefinition, report: Reporter): void {
  const { people } = index.pkg.manifest.record;
  if (!people || !new RegExp(`\\b${people}\\b`).test(JSON.stringify(alarm))) return;
  report.error({
    code: 'alarm-names-people',
    element: alarm.id,
    vi: `Báo động "${alarm.id}" dùng "${people}", nhưng nội dung báo động không được nói về người. Hãy bỏ giá trị ấy.`,
    en: `Expected alarm "${alarm.id}" to say nothing of "${people}", but it does: remove that value.`,
  });
}
