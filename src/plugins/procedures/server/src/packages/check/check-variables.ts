// Owns the rules about variables: what a model writes is something that the manifest lets cross.
import { elementOf, extensionOf, listOf, textOf } from '../model-elements';
import type { Finding } from '../types';
import { reporterOf } from './finding';
import type { PackageIndex } from './package-index';

const ALWAYS = ['caseId', 'actionId'];

export function checkVariables(index: PackageIndex, findings: Finding[]): void {
  const listed = new Set([...ALWAYS, ...index.pkg.manifest.variables.map((variable) => variable.name)]);
  for (const { element, id, file } of index.elements) {
    const report = reporterOf(findings, file);
    for (const name of new Set(writtenBy(element))) {
      if (listed.has(name)) continue;
      report.warning({
        code: 'variable-not-listed',
        element: id,
        vi: `"${id}" ghi biến "${name}", nhưng manifest.variables không có. Dữ liệu cá nhân không được thành biến.`,
        en: `Expected variable "${name}", which "${id}" writes, to be in manifest.variables, but it is not. Personal data must never be one.`,
      });
    }
    const loop = elementOf(element, 'loopCharacteristics');
    const hasOwnClock = (index.pkg.manifest.elements[id]?.clocks ?? []).length > 0;
    if (loop && hasOwnClock && element.$type === 'bpmn:UserTask') {
      report.warning({
        code: 'clock-in-multi-instance',
        element: id,
        vi: `Bước lặp "${id}" có đồng hồ hạn chung cho mọi lần; muốn mỗi lần một đồng hồ hãy đặt bước trong quy trình con lặp.`,
        en: `Expected a task with a clock for each item to be inside a multi-instance sub-process, but "${id}" repeats by itself.`,
      });
    }
  }
}

function writtenBy(element: ModdleElement): string[] {
  const mapping = extensionOf(element, 'zeebe:IoMapping');
  const targets = mapping
    ? [...listOf(mapping, 'inputParameters'), ...listOf(mapping, 'outputParameters')].map((one) =>
        textOf(one, 'target'),
      )
    : [];
  const results = ['zeebe:CalledDecision', 'zeebe:Script'].map((type) =>
    textOf(extensionOf(element, type), 'resultVariable'),
  );
  return [...targets, ...results].flatMap((name) => (name ? [name.split('.')[0]] : []));
}
