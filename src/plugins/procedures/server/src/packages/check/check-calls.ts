// Owns the rules about what a model calls: processes and decisions of the package, by a fixed name.
import { isExpression, quotedName } from '../feel-name';
import { elementOf, extensionOf, listOf, startsByItself, textOf } from '../model-elements';
import type { Finding } from '../types';
import { type Reporter, reporterOf } from './finding';
import type { FoundElement, PackageIndex } from './package-index';

export function checkCalls(index: PackageIndex, findings: Finding[]): void {
  for (const found of index.elements) {
    const report = reporterOf(findings, found.file);
    const processId = textOf(extensionOf(found.element, 'zeebe:CalledElement'), 'processId');
    if (processId) checkProcess(index, found, processId, report);
    const decisionId = textOf(extensionOf(found.element, 'zeebe:CalledDecision'), 'decisionId');
    if (decisionId) checkDecision(index, found, decisionId, report);
  }
}

/** The fixed name, or null after saying that there is none. */
function fixedName(value: string, found: FoundElement, report: Reporter): string | null {
  if (!isExpression(value)) return value;
  const name = quotedName(value);
  if (name !== null) return name;
  report.error({
    code: 'call-not-prefixable',
    element: found.id,
    vi: `"${found.id}" phải gọi bằng tên cố định, nhưng tên là biểu thức ${value} nên không đổi mã theo đơn vị được.`,
    en: `Expected "${found.id}" to call by a fixed name, but it is the expression ${value}, which cannot be made the tenant's.`,
  });
  return null;
}

function checkProcess(index: PackageIndex, found: FoundElement, processId: string, report: Reporter): void {
  const name = fixedName(processId, found, report);
  if (name === null) return;
  const called = index.processes.find((process) => process.id === name);
  if (!called) {
    report.error({
      code: 'called-process-unknown',
      element: found.id,
      vi: `"${found.id}" gọi quy trình "${name}", nhưng bộ quy trình không có.`,
      en: `Expected process "${name}", which "${found.id}" calls, to be in the package, but it is not.`,
    });
    return;
  }
  if (startsByItself(called.element)) {
    report.error({
      code: 'process-called-and-starting',
      element: found.id,
      vi: `Quy trình "${name}" vừa tự bắt đầu vừa được "${found.id}" gọi. Hãy tách làm hai.`,
      en: `Expected process "${name}" either to start by itself or to be called, but "${found.id}" calls it. Split it.`,
    });
  } else if (!beginsWithWait(called.element)) {
    report.warning({
      code: 'called-process-without-wait',
      element: found.id,
      vi: `Quy trình được gọi "${name}" nên bắt đầu bằng một bước đợi, nếu không thì hồ sơ đang chạy không chuyển phiên bản được.`,
      en: `Expected called process "${name}" to begin with a wait state, or a running case cannot be moved to another version.`,
    });
  }
}

const WAITS = [
  'bpmn:UserTask',
  'bpmn:ReceiveTask',
  'bpmn:IntermediateCatchEvent',
  'bpmn:EventBasedGateway',
  'bpmn:ServiceTask',
];

function beginsWithWait(process: ModdleElement): boolean {
  const elements = listOf(process, 'flowElements');
  const starts = elements.filter((element) => element.$type === 'bpmn:StartEvent');
  return elements
    .filter(
      (flow) => flow.$type === 'bpmn:SequenceFlow' && starts.some((start) => elementOf(flow, 'sourceRef') === start),
    )
    .every((flow) => WAITS.includes(elementOf(flow, 'targetRef')?.$type ?? ''));
}

function checkDecision(index: PackageIndex, found: FoundElement, decisionId: string, report: Reporter): void {
  const name = fixedName(decisionId, found, report);
  if (name === null || index.decisions.some((decision) => decision.id === name)) return;
  report.error({
    code: 'decision-unknown',
    element: found.id,
    vi: `"${found.id}" hỏi quyết định "${name}", nhưng không tệp DMN nào có.`,
    en: `Expected decision "${name}", which "${found.id}" calls, to be in a DMN file, but it is not.`,
  });
}
