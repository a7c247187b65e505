// Owns the rules about FEEL: what our server evaluates can be read, and what the broker evaluates uses no function that
// silently gives null there (feel-engine 1.17.8).
import { checkFeel } from '../../feel/check-feel';
import { descendantsOf } from '../model-elements';
import type { Finding } from '../types';
import { reporterOf } from './finding';
import type { PackageIndex } from './package-index';

const FORBIDDEN = /(?<![\w"])(uuid|is empty|trim|from json|to json)\s*\(/;

export function checkPackageFeel(index: PackageIndex, findings: Finding[]): void {
  const { manifest, events, forms } = index.pkg;
  checkTree(manifest, 'manifest.json', findings);
  checkTree(events, 'events.json', findings);
  for (const [name, form] of forms) checkTree(form, `${name}.form`, findings);
  for (const model of [...index.bpmn, ...index.dmn]) {
    const report = reporterOf(findings, model.path);
    for (const element of descendantsOf(model.definitions)) {
      for (const text of textsOf(element)) {
        const [, name] = FORBIDDEN.exec(withoutLiterals(text)) ?? [];
        if (!name || (model.kind === 'bpmn' && !text.startsWith('='))) continue;
        report.error({
          code: 'feel-forbidden',
          element: idAbove(element),
          vi: `Hàm ${name}() không có ở bộ máy quy trình: kết quả là null mà không báo lỗi. Hãy viết cách khác.`,
          en: `Expected no function ${name}(), which the engine answers with null without an error. Write it in another way.`,
        });
      }
    }
  }
}

const withoutLiterals = (text: string): string => text.replace(/"(?:[^"\\]|\\.)*"/g, '""');

function textsOf(element: ModdleElement): string[] {
  return Object.entries(element).flatMap(([key, value]) =>
    typeof value === 'string' && !key.startsWith('$') && !['id', 'name', 'label', 'description'].includes(key)
      ? [value]
      : [],
  );
}

function idAbove(element: ModdleElement): string | null {
  let current: ModdleElement | undefined = element;
  while (current && typeof current.id !== 'string') current = current.$parent;
  return current?.id ?? null;
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
