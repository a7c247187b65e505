// Owns the rules about forms: components that the server can check, and keys that have a place to go.
import { CONTAINERS, isForbiddenSegment, isSupported, KEYED, segmentsOf } from '../../forms/form-field';
import type { Finding, FormComponent } from '../types';
import { type Reporter, reporterOf } from './finding';
import type { PackageIndex } from './package-index';

export function checkForms(index: PackageIndex, findings: Finding[]): void {
  for (const file of index.pkg.files.filter((one) => one.kind === 'form')) {
    const name =
      file.path
        .split('/')
        .at(-1)
        ?.replace(/\.form$/, '') ?? '';
    const form = index.pkg.forms.get(name);
    if (!form) continue;
    const report = reporterOf(findings, file.path);
    if (form.id !== undefined && form.id !== name) {
      report.error({
        code: 'form-id',
        element: form.id,
        vi: `Mã biểu mẫu phải như tên tệp "${name}", nhưng là "${form.id}".`,
        en: `Expected the form's id to be its file's name "${name}", but it is "${form.id}".`,
      });
    }
    for (const component of form.components) checkComponent(component, [], false, report);
  }
}

/** What would show or run something of the author's own in the reader's page. */
const RUNS_IN_THE_PAGE = ['html', 'iframe'];

function checkComponent(component: FormComponent, above: string[], inList: boolean, report: Reporter): void {
  const path = [...above, ...segmentsOf(component)];
  const place = path.join('.') || (component.id ?? component.type);
  if (!isSupported(component.type)) {
    report.error({
      code: 'form-component',
      element: place,
      vi: `Biểu mẫu không dùng được thành phần "${component.type}".`,
      en: `Expected a form component that the server can check, but "${component.type}" is none.`,
    });
  }
  if (RUNS_IN_THE_PAGE.includes(component.type)) {
    report.error({
      code: 'form-html',
      element: place,
      vi: `Biểu mẫu không được có HTML hay trang nhúng ("${component.type}"). Hãy dùng thành phần văn bản.`,
      en: `Expected no HTML and no embedded page in the form, but there is a component "${component.type}". Use a text.`,
    });
  }
  const isKeyed = KEYED.includes(component.type) || component.type === 'dynamiclist';
  if (
    isKeyed &&
    (segmentsOf(component).length === 0 || path.some((segment) => segment === '' || isForbiddenSegment(segment)))
  ) {
    report.error({
      code: 'form-key',
      element: place,
      vi: `Thành phần "${component.type}" phải có khóa (key) hợp lệ.`,
      en: `Expected component "${component.type}" to have a valid key, but it has none.`,
    });
  } else if (isKeyed && !inList && (path.length < 2 || !['record', 'task'].includes(path[0]))) {
    report.error({
      code: 'form-key',
      element: place,
      vi: `Khóa "${place}" phải bắt đầu bằng "record." hoặc "task.".`,
      en: `Expected key "${place}" to begin with "record." or "task.", but it does not.`,
    });
  }
  checkPattern(component, place, report);
  if (!CONTAINERS.includes(component.type)) return;
  const list = component.type === 'dynamiclist';
  for (const child of component.components ?? []) checkComponent(child, list ? [] : path, inList || list, report);
}

function checkPattern(component: FormComponent, place: string, report: Reporter): void {
  const pattern = (component.validate as { pattern?: unknown } | undefined)?.pattern;
  if (typeof pattern !== 'string') return;
  try {
    new RegExp(pattern);
  } catch {
    report.error({
      code: 'form-pattern',
      element: place,
      vi: `Mẫu "${pattern}" của "${place}" không phải biểu thức chính quy.`,
      en: `Expected pattern "${pattern}" of "${place}" to be a regular expression, but it is none.`,
    });
  }
}
