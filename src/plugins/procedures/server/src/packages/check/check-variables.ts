// Owns the rules about variables: what a model writes is something that the manifest lets cross.
import { elementOf } from '../model-elements';
import type { Finding } from '../types';
import { variableWritings } from '../variable-writings';
import { reporterOf } from './finding';
import type { PackageIndex } from './package-index';

const ALWAYS = ['caseId', 'actionId'];

export function checkVariables(index: PackageIndex, findings: Finding[]): void {
  const listed = new Set([...ALWAYS, ...index.pkg.manifest.variables.map((variable) => variable.name)]);
  for (const { element, id, file } of index.elements) {
    const report = reporterOf(findings, file);
    const written = variableWritings(element).filter(({ by }) => by === 'MAPPING' || by === 'RESULT');
    for (const name of new Set(written.map((one) => one.name))) {
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
