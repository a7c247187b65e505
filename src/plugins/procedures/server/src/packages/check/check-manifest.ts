// Owns the rules about what the manifest names: process, starts, forms, elements, guardrails, parameters.
import { formFields, isRows } from '../../forms/form-fields';
import type { Finding, Parameter, StartDefinition } from '../types';
import { type Reporter, reporterOf } from './finding';
import type { PackageIndex } from './package-index';
import { parameterProblem } from './parameter-problem';

export function checkManifest(index: PackageIndex, findings: Finding[]): void {
  const report = reporterOf(findings, 'manifest.json');
  const { manifest } = index.pkg;
  if (!index.processes.some((process) => process.id === manifest.process)) {
    unknown(report, 'process-unknown', `process ${manifest.process}`, manifest.process, 'quy trình', 'a model');
  }
  checkStarts(index, report);
  checkElements(index, report);
  checkGuardrails(index, report);
  checkLinks(index, report);
  checkProtection(index, report);
  duplicates(
    report,
    'parameter',
    manifest.parameters.map((parameter) => parameter.name),
  );
  duplicates(
    report,
    'variable',
    manifest.variables.map((variable) => variable.name),
  );
  duplicates(
    report,
    'group',
    manifest.candidateGroups.map((group) => group.id),
  );
  duplicates(
    report,
    'clock rule',
    manifest.clockRules.map((rule) => rule.id),
  );
  for (const parameter of manifest.parameters) checkParameter(parameter, report);
}

/** Says that something names what is not there. */
function unknown(report: Reporter, code: string, what: string, element: string, vi: string, where: string): void {
  report.error({
    code,
    element,
    vi: `Manifest nhắc tới "${element}" (${vi}), nhưng không có.`,
    en: `Expected ${what} to be in ${where}, but it is not.`,
  });
}

function checkStarts(index: PackageIndex, report: Reporter): void {
  const { manifest } = index.pkg;
  for (const start of manifest.starts) {
    if (!index.eventCodes.has(start.event)) {
      unknown(report, 'event-unknown', `event ${start.event}`, start.event, 'sự kiện', 'events.json');
    }
    if (!index.pkg.forms.has(start.form)) {
      unknown(report, 'form-missing', `form ${start.form}.form`, start.form, 'biểu mẫu', 'the package');
    }
    checkOutside(index, start, report);
    const isThere = index.messages.some(
      (use) => use.starts && use.message === start.message && use.process === manifest.process,
    );
    if (!isThere) {
      report.error({
        code: 'start-message-missing',
        element: start.message,
        vi: `Quy trình "${manifest.process}" phải có sự kiện bắt đầu nhận thông điệp "${start.message}", nhưng không có.`,
        en: `Expected process "${manifest.process}" to have a start event for message "${start.message}", but it has none.`,
      });
    }
    for (const group of start.groups.filter((id) => !index.groups.has(id))) {
      unknown(report, 'group-unknown', `group ${group}`, group, 'nhóm', 'manifest.candidateGroups');
    }
  }
}

/** The shorter forms: there, and without rows, which a page without scripts cannot offer. */
function checkOutside(index: PackageIndex, start: StartDefinition, report: Reporter): void {
  for (const outside of start.outside ?? []) {
    const form = index.pkg.forms.get(outside.form);
    if (!form) unknown(report, 'form-missing', `form ${outside.form}.form`, outside.form, 'biểu mẫu', 'the package');
    if (formFields(form?.components ?? []).some(isRows)) {
      report.error({
        code: 'outside-form-rows',
        element: outside.form,
        vi: `Biểu mẫu "${outside.form}" dùng ngoài trang quản trị nên không được có danh sách nhiều dòng.`,
        en: `Expected form "${outside.form}" to have no list of rows, since it is used outside the panel, but it has one.`,
      });
    }
    for (const code of (outside.acknowledgedBy ?? []).filter((one) => !index.eventCodes.has(one))) {
      unknown(report, 'event-unknown', `event ${code}`, code, 'sự kiện', 'events.json');
    }
  }
}

function checkElements(index: PackageIndex, report: Reporter): void {
  const { manifest } = index.pkg;
  const tasks = new Set(index.userTasks.map((task) => task.id));
  const rules = new Set(manifest.clockRules.map((rule) => rule.id));
  for (const [id, extra] of Object.entries(manifest.elements)) {
    if (!tasks.has(id)) unknown(report, 'element-unknown', `user task ${id}`, id, 'bước', 'a model');
    if (!index.pkg.forms.has(extra.form)) {
      unknown(report, 'form-missing', `form ${extra.form}.form of ${id}`, extra.form, 'biểu mẫu', 'the package');
    }
    for (const rule of (extra.clocks ?? []).filter((one) => !rules.has(one))) {
      unknown(report, 'clock-rule-unknown', `clock rule ${rule} of ${id}`, rule, 'đồng hồ hạn', 'manifest.clockRules');
    }
    if (extra.differentFrom && !tasks.has(extra.differentFrom)) {
      unknown(report, 'element-unknown', `user task ${extra.differentFrom}`, extra.differentFrom, 'bước', 'a model');
    }
  }
}

function checkProtection(index: PackageIndex, report: Reporter): void {
  const { people, protection } = index.pkg.manifest.record;
  if (!protection) return;
  if (!people) {
    report.error({
      code: 'protection-without-people',
      element: 'record.protection',
      vi: 'Manifest khai báo bảo vệ danh tính nhưng hồ sơ không có danh sách người (record.people). Hãy khai báo hoặc bỏ.',
      en: 'Expected record.people where record.protection is declared, but there is none. Name it, or leave the protection out.',
    });
  }
  if (protection.kept.some((name) => ['id', 'extra'].includes(name))) {
    report.error({
      code: 'protection-keeps-too-much',
      element: 'record.protection.kept',
      vi: 'Không được để ngỏ "extra" hay "id" của người được bảo vệ: các trường thêm sau có thể lộ danh tính.',
      en: 'Expected record.protection.kept to name neither "extra" nor "id", which may hold whatever a form adds. Remove it.',
    });
  }
}

/** What merging and splitting is in the procedure must be events of it. */
function checkLinks(index: PackageIndex, report: Reporter): void {
  const { merge, split } = index.pkg.manifest.record.links ?? {};
  const known = new Set(index.pkg.events.map((event) => event.code));
  for (const code of [merge?.event, merge?.onTarget, merge?.undo?.event, merge?.undo?.onTarget, split?.event]) {
    if (code === undefined || known.has(code)) continue;
    unknown(report, 'link-event-unknown', `event ${code} of record.links`, code, 'sự kiện', 'events.json');
  }
}

function checkGuardrails(index: PackageIndex, report: Reporter): void {
  for (const guardrail of index.pkg.manifest.guardrails) {
    if (guardrail.kind === 'element') {
      const isThere = index.elements.some(
        (found) => found.id === guardrail.element && found.process === guardrail.process,
      );
      if (isThere) continue;
      report.error({
        code: 'guardrail-element-missing',
        element: guardrail.element,
        vi: `Phần tử "${guardrail.element}" phải có trong quy trình "${guardrail.process}" (${guardrail.law}), nhưng không có. Hãy khôi phục.`,
        en: `Expected element "${guardrail.element}" in process "${guardrail.process}" (${guardrail.law}), but it is missing. Restore it.`,
      });
      continue;
    }
    if (guardrail.kind === 'decision') {
      if (index.decisions.some(({ id }) => id === guardrail.decision)) continue;
      report.error({
        code: 'guardrail-element-missing',
        element: guardrail.decision,
        vi: `Bảng quyết định "${guardrail.decision}" phải có (${guardrail.law}), nhưng không có. Hãy khôi phục.`,
        en: `Expected decision "${guardrail.decision}" (${guardrail.law}), but it is missing. Restore it.`,
      });
      continue;
    }
    const parameter = index.pkg.manifest.parameters.find((one) => one.name === guardrail.name);
    if (!parameter) {
      unknown(
        report,
        'parameter-unknown',
        `parameter ${guardrail.name}`,
        guardrail.name,
        'tham số',
        'manifest.parameters',
      );
      continue;
    }
    const problem = parameterProblem({ ...parameter, min: guardrail.min, max: guardrail.max }, parameter.default);
    if (!problem) continue;
    report.error({
      code: 'guardrail-limit',
      element: guardrail.name,
      vi: `Tham số "${guardrail.name}" vượt giới hạn (${guardrail.law}): ${problem.vi}`,
      en: `Parameter "${guardrail.name}" goes past its guardrail (${guardrail.law}): ${problem.en}`,
    });
  }
}

function checkParameter(parameter: Parameter, report: Reporter): void {
  const problem = parameterProblem(parameter, parameter.default);
  if (!problem) return;
  report.error({
    code: 'parameter-out-of-limits',
    element: parameter.name,
    vi: `Giá trị mặc định của "${parameter.name}": ${problem.vi}`,
    en: `Default of "${parameter.name}": ${problem.en}`,
  });
}

function duplicates(report: Reporter, what: string, names: string[]): void {
  for (const name of new Set(names.filter((one, at) => names.indexOf(one) !== at))) {
    report.error({
      code: 'name-twice',
      element: name,
      vi: `"${name}" (${what}) phải là duy nhất trong manifest, nhưng có nhiều lần.`,
      en: `Expected ${what} "${name}" once in the manifest, but it is there more often.`,
    });
  }
}
