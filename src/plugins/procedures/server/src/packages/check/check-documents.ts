// Owns the rules about documents: every template is there, can be used, asks only for values that are mapped, and the
// mapping names events, groups, choices and data that exist.
import { checkTemplate, isList } from '../../docx/check-template';
import { asField } from '../../docx/document-data';
import { fieldsWithOptions } from '../../docx/option-labels';
import { ProblemError } from '../../problems/problem-error';
import type { DocumentDefinition, DocumentField, Finding } from '../types';
import { type Reporter, reporterOf } from './finding';
import type { PackageIndex } from './package-index';

/** What FEEL of a document may name (documents/document-context.ts makes it). */
const ROOTS = ['record', 'case', 'events', 'units', 'letterhead', 'document', 'file', 'tenant', 'params', 'facts'];
const IN_LISTS = [...ROOTS, 'item', 'index'];

export function checkDocuments(index: PackageIndex, findings: Finding[]): void {
  const report = reporterOf(findings, 'manifest.json');
  const documents = index.pkg.manifest.documents ?? [];
  const choices = fieldsWithOptions(index.pkg.forms.values());
  const seen = new Set<string>();
  for (const document of documents) {
    if (seen.has(document.id)) {
      report.error({
        code: 'name-twice',
        element: document.id,
        vi: `Văn bản "${document.id}" phải là duy nhất trong manifest, nhưng có nhiều lần.`,
        en: `Expected document "${document.id}" once in the manifest, but it is there more often.`,
      });
    }
    seen.add(document.id);
    checkNames(index, document, report);
    checkValues(document, choices, report);
    checkFile(index, document, findings);
  }
}

function checkNames(index: PackageIndex, document: DocumentDefinition, report: Reporter): void {
  for (const code of (document.offered?.events ?? []).filter((one) => !index.eventCodes.has(one))) {
    report.error({
      code: 'event-unknown',
      element: document.id,
      vi: `Văn bản "${document.id}" chờ sự kiện "${code}", nhưng events.json không có.`,
      en: `Expected event "${code}" of document "${document.id}" to be in events.json, but it is not.`,
    });
  }
  for (const group of (document.groups ?? []).filter((one) => !index.groups.has(one))) {
    report.error({
      code: 'group-unknown',
      element: document.id,
      vi: `Văn bản "${document.id}" giao cho nhóm "${group}", nhưng manifest.candidateGroups không có.`,
      en: `Expected group "${group}" of document "${document.id}" to be in manifest.candidateGroups, but it is not.`,
    });
  }
}

function checkValues(document: DocumentDefinition, choices: ReadonlySet<string>, report: Reporter): void {
  const check = (name: string, setting: DocumentField | string, roots: readonly string[]) => {
    const field = asField(setting);
    for (const root of unknownRoots(field.from, roots)) {
      report.error({
        code: 'document-value-unknown',
        element: `${document.id}/${name}`,
        vi: `Ô {${name}} của văn bản "${document.id}" lấy từ "${root}", nhưng không có dữ liệu tên ấy. Có: ${roots.join(', ')}.`,
        en: `Expected {${name}} of document "${document.id}" to come from one of ${roots.join(', ')}, but it names "${root}".`,
      });
    }
    if (field.words && !choices.has(field.words)) {
      report.error({
        code: 'document-words-unknown',
        element: `${document.id}/${name}`,
        vi: `Ô {${name}} của văn bản "${document.id}" lấy chữ từ trường "${field.words}", nhưng không biểu mẫu nào có trường chọn ấy.`,
        en: `Expected a form to have the choice field "${field.words}" of {${name}} of document "${document.id}", but none has.`,
      });
    }
  };
  for (const [name, value] of Object.entries(document.values)) {
    if (!isList(value)) {
      check(name, value, ROOTS);
      continue;
    }
    check(name, value.each, ROOTS);
    for (const [key, field] of Object.entries(value.fields)) check(`${name}.${key}`, field, IN_LISTS);
  }
}

/** Names with a path behind them that FEEL reads from the context; what the expression itself binds is known to it. */
function unknownRoots(feel: string, known: readonly string[]): string[] {
  if (!feel.startsWith('=')) return [];
  const text = feel.slice(1).replace(/"(?:[^"\\]|\\.)*"/g, '""');
  const bound = [...text.matchAll(/\b(?:for|some|every|,)\s+([A-Za-z_]\w*)\s+in\b/g)].map((match) => match[1]);
  const used = [...text.matchAll(/(?<![\w.])([A-Za-z_]\w*)\.(?=[A-Za-z_])/g)].map((match) => match[1]);
  return [...new Set(used)].filter((name) => !known.includes(name) && !bound.includes(name) && name !== 'item');
}

function checkFile(index: PackageIndex, document: DocumentDefinition, findings: Finding[]): void {
  const report = reporterOf(findings, document.file);
  const file = index.pkg.files.find((one) => one.path === document.file);
  if (!file) {
    report.error({
      code: 'document-missing',
      element: document.id,
      vi: `Văn bản "${document.id}" cần mẫu ${document.file}, nhưng bộ quy trình không có tệp này.`,
      en: `Expected the package to hold ${document.file} for document "${document.id}", but it does not.`,
    });
    return;
  }
  try {
    const { used } = checkTemplate(file.content, document.values);
    for (const name of Object.keys(document.values).filter((one) => !used.has(one))) {
      report.warning({
        code: 'document-value-unused',
        element: `${document.id}/${name}`,
        vi: `Mẫu không dùng ô {${name}} mà manifest khai.`,
        en: `The template does not use {${name}}, which the manifest maps.`,
      });
    }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { problems = [] } = (error.detail ?? {}) as { problems?: { vi: string; en: string }[] };
    for (const said of problems.length > 0 ? problems : [error]) {
      report.error({ code: 'document-template', element: document.id, vi: said.vi, en: said.en });
    }
  }
}
