// Owns the rules about FEEL: what our server evaluates can be read, and what the broker evaluates calls only what
// broker-feel/engine-functions.json names: anything else silently gives null there.
import { checkFeel } from '../../feel/check-feel';
import { checkDmn } from '../loose/check-dmn';
import type { LooseProblem } from '../loose/loose-problem';
import { platformProblems, unknownFunctions } from '../loose/platform-problems';
import type { Model } from '../model-xml';
import type { Finding } from '../types';
import { reporterOf } from './finding';
import type { PackageIndex } from './package-index';

export function checkPackageFeel(index: PackageIndex, findings: Finding[]): void {
  const { manifest, events, forms } = index.pkg;
  checkTree(manifest, 'manifest.json', findings);
  checkTree(events, 'events.json', findings);
  for (const [name, form] of forms) checkTree(form, `${name}.form`, findings);
  for (const model of [...index.bpmn, ...index.dmn]) {
    const report = reporterOf(findings, model.path);
    for (const { element, vi, en } of unknownFunctionsOf(model))
      report.error({ code: 'feel-forbidden', element, vi, en });
  }
}

function unknownFunctionsOf(model: Model): LooseProblem[] {
  if (model.kind === 'bpmn') return platformProblems(model.xml).filter((one) => one.rule === 'feel-function');
  const found: LooseProblem[] = [];
  checkDmn(model.xml, (element, calls) => void found.push(...unknownFunctions('dmn', element, calls)));
  return found;
}

/** Every string that begins with `=`, at whatever place of the file. */
function checkTree(value: unknown, file: string, findings: Finding[], place = ''): void {
  if (typeof value === 'object' && value !== null) {
    for (const [key, child] of Object.entries(value)) checkTree(child, file, findings, `${place}/${key}`);
    return;
  }
  const problem = checkFeel(value);
  if (problem) {
    reporterOf(findings, file).error({ code: 'feel-syntax', element: place, vi: problem.vi, en: problem.en });
  }
}
