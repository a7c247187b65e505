// Owns the rules about which events a package may let be corrected: what ends a term, writes plain rows and says something
// on paper. Where a term halts or goes on would have to be decided again, so such an event may not; one that begins a term
// may as long as the case has none of it (corrections/correctable-event.ts).

import { termsBegunBy } from '../terms-begun-by';
import type { EventDefinition, Finding } from '../types';
import { type Reporter, reporterOf } from './finding';
import type { PackageIndex } from './package-index';

export function checkCorrections(index: PackageIndex, findings: Finding[]): void {
  const report = reporterOf(findings, 'events.json');
  for (const event of index.pkg.events) {
    if (!event.correction) continue;
    checkRules(index, event, report);
    checkGroups(index, event, report);
    if (event.rows?.some((row) => row.each !== undefined))
      report.error({
        code: 'correction-of-lists',
        element: event.code,
        vi: `Sự kiện "${event.code}" ghi nhiều dòng (each) nên không đính chính được. Hãy bỏ "correction" hoặc "each".`,
        en: `Expected the rows of event "${event.code}", which may be corrected, to be single ones, but one has "each".`,
      });
  }
}

function checkRules({ pkg }: PackageIndex, { code }: EventDefinition, report: Reporter): void {
  for (const rule of termsBegunBy(pkg.manifest, code)) {
    report.warning({
      code: 'correction-begins-clock',
      element: code,
      vi: `Sự kiện "${code}" bắt đầu hạn "${rule.id}": khi hồ sơ đã có hạn này thì sự kiện không còn đính chính được.`,
      en: `Event "${code}" begins the term "${rule.id}": once a case has this term, the event cannot be corrected any more.`,
    });
  }
  for (const rule of pkg.manifest.clockRules) {
    if (![...(rule.pause ?? []), ...(rule.resume ?? [])].some(({ event }) => event === code)) continue;
    report.error({
      code: 'correction-moves-clock',
      element: code,
      vi: `Sự kiện "${code}" tạm dừng hoặc chạy tiếp hạn "${rule.id}" nên không đính chính được. Hãy bỏ "correction".`,
      en: `Expected event "${code}", which may be corrected, not to halt a term, but it halts or resumes "${rule.id}".`,
    });
  }
}

function checkGroups({ pkg }: PackageIndex, { code, correction }: EventDefinition, report: Reporter): void {
  const known = new Set(pkg.manifest.candidateGroups.map(({ id }) => id));
  for (const group of correction?.groups ?? []) {
    if (known.has(group)) continue;
    report.error({
      code: 'group-unknown',
      element: code,
      vi: `Sự kiện "${code}" cho nhóm "${group}" đính chính, nhưng manifest.candidateGroups không có nhóm này.`,
      en: `Expected group "${group}", which may correct event "${code}", in manifest.candidateGroups, but it is not.`,
    });
  }
}
