// Owns the rules about a model as a whole: everything in it was understood, and its ids can be deployed.

import { findBrokerProblems } from '../broker-rules/find-broker-problems';
import { checkDmn } from '../loose/check-dmn';
import { checkForm } from '../loose/check-form';
import { elementOf, listOf, textOf } from '../model-elements';
import { LANDING_PAD_PREFIX } from '../rewrite-changes';
import type { Finding } from '../types';
import { reporterOf } from './finding';
import type { PackageIndex } from './package-index';

const NC_NAME = /^[\p{L}_][\p{L}\p{N}\p{M}_.-]*$/u;
const VERSIONED = /__v\d+_\d+_\d+$/;

export function checkModels(index: PackageIndex, findings: Finding[]): void {
  for (const model of [...index.bpmn, ...index.dmn]) {
    const report = reporterOf(findings, model.path);
    for (const { message, element } of model.warnings) {
      const id = /illegal ID <(.*)>/.exec(message)?.[1];
      const reason = message.split('\n')[0];
      report.error(
        id === undefined
          ? {
              code: 'model-unread',
              element,
              vi: `Mọi phần của mô hình phải đọc được và mọi tham chiếu phải có đích, nhưng: ${reason}.`,
              en: `Expected every part of the model to be understood and every reference to lead somewhere, but: ${reason}.`,
            }
          : {
              code: 'id-letters',
              element,
              vi: `Mã phải bắt đầu bằng chữ cái không dấu hoặc "_", sau đó chỉ gồm chữ không dấu, số và "_", "-", "."; hãy đổi mã «${id}».`,
              en: `Expected an id of ASCII letters, digits, "_", "-" and "." that begins with a letter or "_", but it is "${id}". Rename it.`,
            },
      );
    }
  }
  checkWithBroker(index, findings);
  checkLoose(index, findings);
  checkIds(index, findings);
  checkDecisions(index, findings);
}

/** What the rewrite adds or takes away, and what is said above already. */
const NOT_DEPLOYED_SO = ['subscription-missing', 'form-reference', 'form-empty', 'xml-schema'];

function checkWithBroker(index: PackageIndex, findings: Finding[]): void {
  for (const model of index.bpmn) {
    const report = reporterOf(findings, model.path);
    for (const problem of findBrokerProblems(model)) {
      if (!NOT_DEPLOYED_SO.includes(problem.code)) report.error({ ...problem, code: `broker-${problem.code}` });
    }
  }
}

/** Decisions and forms by the same rules as files that are checked by themselves. */
function checkLoose(index: PackageIndex, findings: Finding[]): void {
  for (const model of index.dmn) {
    const report = reporterOf(findings, model.path);
    const problems = model.schemaProblems.length > 0 ? model.schemaProblems : checkDmn(model.xml);
    for (const { rule, element, vi, en } of problems) report.error({ code: `broker-${rule}`, element, vi, en });
  }
  for (const file of index.pkg.files.filter((one) => one.kind === 'form')) {
    const report = reporterOf(findings, file.path);
    // Forms are not deployed: a package's form goes by its file's name and needs no id of its own.
    const problems = checkForm(file.content).filter(({ rule }) => rule !== 'form-id');
    for (const { rule, element, vi, en } of problems) report.error({ code: rule, element, vi, en });
  }
}

function checkIds(index: PackageIndex, findings: Finding[]): void {
  const named = [
    ...index.processes.map((one) => ({ ...one, kind: 'process' })),
    ...index.decisions.map((one) => ({ ...one, kind: 'decision' })),
  ];
  const seen = new Map<string, string>();
  for (const { id, file, kind } of named) {
    const report = reporterOf(findings, file);
    if (!NC_NAME.test(id) || VERSIONED.test(id)) {
      report.error({
        code: 'id-refused',
        element: id,
        vi: `Mã "${id}" phải bắt đầu bằng chữ hoặc "_", không có dấu hai chấm, không kết thúc như số phiên bản.`,
        en: `Expected id "${id}" to begin with a letter or "_", without a colon and without a version at its end.`,
      });
    }
    const other = seen.get(`${kind} ${id}`);
    if (other !== undefined) {
      report.error({
        code: 'id-twice',
        element: id,
        vi: `Mã "${id}" phải là duy nhất trong bộ quy trình, nhưng cũng có trong ${other}.`,
        en: `Expected id "${id}" to be unique in the package, but ${other} has it too.`,
      });
    }
    seen.set(`${kind} ${id}`, file);
  }
  for (const { id, file } of index.elements) {
    if (!id.startsWith(LANDING_PAD_PREFIX)) continue;
    reporterOf(findings, file).error({
      code: 'id-reserved',
      element: id,
      vi: `Mã bắt đầu bằng "${LANDING_PAD_PREFIX}" dành cho hệ thống. Hãy đổi mã "${id}".`,
      en: `Expected no id that begins with "${LANDING_PAD_PREFIX}", which is the platform's, but there is "${id}". Rename it.`,
    });
  }
}

function checkDecisions(index: PackageIndex, findings: Finding[]): void {
  for (const model of index.dmn) {
    const report = reporterOf(findings, model.path);
    const parts = listOf(model.definitions, 'drgElement');
    const hrefs = new Set(parts.map((part) => `#${part.id}`));
    for (const part of parts) {
      for (const id of [part.id, textOf(elementOf(part, 'variable'), 'name')]) {
        if (!id?.includes('-')) continue;
        report.error({
          code: 'decision-id-dash',
          element: part.id,
          vi: `Mã hay tên biến "${id}" của DMN không được có dấu "-": FEEL đọc đó là phép trừ. Hãy dùng "_".`,
          en: `Expected DMN id or variable name "${id}" without a dash, which FEEL reads as a minus. Use "_".`,
        });
      }
      const table = elementOf(part, 'decisionLogic') ?? part;
      if ([...listOf(table, 'input'), ...listOf(table, 'output')].some((column) => !column.id)) {
        report.error({
          code: 'decision-column-id',
          element: part.id,
          vi: `Mọi cột của bảng "${part.id}" phải có mã (id): bộ máy nhận bảng, nhưng dừng lỗi khi quyết định.`,
          en: `Expected every column of table "${part.id}" to have an id: the engine takes the table, but breaks off when it decides.`,
        });
      }
      for (const requirement of listOf(part, 'informationRequirement')) {
        const href =
          textOf(elementOf(requirement, 'requiredDecision'), 'href') ??
          textOf(elementOf(requirement, 'requiredInput'), 'href');
        if (href === null || hrefs.has(href)) continue;
        report.error({
          code: 'decision-reference-unknown',
          element: part.id,
          vi: `"${part.id}" cần "${href}", nhưng trong tệp không có; kết quả sẽ là null mà không báo lỗi.`,
          en: `Expected what "${part.id}" requires to be in the file, but "${href}" is not; its value would be null without an error.`,
        });
      }
    }
  }
}
