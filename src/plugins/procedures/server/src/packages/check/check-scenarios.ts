// Owns the rule that scenarios can be played: they have the right form, and what they name is in the package. A warning: what
// cannot be tried is no fault of the procedure.
import { scenarioCheck } from '../scenarios/check-scenario';
import { readScenarios } from '../scenarios/read-scenarios';
import type { Finding } from '../types';
import { reporterOf } from './finding';
import type { PackageIndex } from './package-index';

export function checkScenarios({ pkg }: PackageIndex, findings: Finding[]): void {
  const scenarios = readScenarios(pkg);
  if (scenarios.length === 0) return;
  const check = scenarioCheck(pkg);
  for (const { file, scenario } of scenarios) {
    const report = reporterOf(findings, file);
    for (const { step, vi, en } of check(scenario)) {
      report.warning({
        code: 'scenario-unplayable',
        vi: `Kịch bản chưa chạy được${step ? ` ở bước ${step}` : ''}: ${vi}`,
        en: `The scenario cannot be played${step ? ` at step ${step}` : ''}: ${en}`,
      });
    }
  }
}
