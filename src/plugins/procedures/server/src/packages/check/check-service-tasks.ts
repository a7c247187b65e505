// Owns the rules about steps that nobody does by hand: the platform works on their job, what they say can be done, and what
// they tell or send is something that the manifest lets cross. A job that nobody takes would hold its case for ever.
import { JOB_TYPES, type ServiceTask } from '../../../../shared/service-tasks-contract';
import { drawnServiceTask, namesIn } from '../service-task';
import type { Finding, VariableDefinition } from '../types';
import { type Reporter, reporterOf } from './finding';
import type { FoundElement, PackageIndex } from './package-index';

export function checkServiceTasks(index: PackageIndex, findings: Finding[]): void {
  for (const found of index.elements) {
    const drawn = drawnServiceTask(found.element);
    if (!drawn) continue;
    const report = reporterOf(findings, found.file);
    if (!JOB_TYPES.includes(drawn.type)) {
      report.error({
        code: 'job-without-worker',
        element: found.id,
        vi: `Bước "${found.id}" giao việc tự động loại "${drawn.type}", nhưng hệ thống không làm loại việc này nên hồ sơ sẽ dừng mãi ở đây. Hãy dùng khối "Thông báo tự động" hoặc "HTTP", hoặc đổi thành việc của người.`,
        en: `Expected step "${found.id}" to be of a job type that the platform works on (${JOB_TYPES.join(', ')}), but it is "${drawn.type}": a case would wait there for ever. Use a block, or make it a task for people.`,
      });
      continue;
    }
    for (const { header, vi, en } of drawn.problems) {
      report.error({
        code: `service-task-${header}`,
        element: found.id,
        vi: `Bước tự động "${found.id}": ${vi}.`,
        en: `Expected the automatic step "${found.id}" to be complete, but ${en}.`,
      });
    }
    if (drawn.task) checkTask(index, found, drawn.task, report);
  }
}

function checkTask(index: PackageIndex, found: FoundElement, task: ServiceTask, report: Reporter): void {
  const known = new Map(index.pkg.manifest.variables.map((one) => [one.name, one]));
  const told = task.kind === 'notify' ? namesIn(task.text) : namesIn(task.path);
  const sent = task.kind === 'http' ? task.body.map((one) => one.variable) : [];
  for (const name of new Set([...told, ...sent])) {
    if (isPlain(known.get(name))) continue;
    report.error({
      code: 'service-task-variable',
      element: found.id,
      vi: `Bước tự động "${found.id}" dùng thông tin "${name}", nhưng chỉ được dùng biến đã khai báo (chữ, số, đúng/sai) của bộ quy trình.`,
      en: `Expected the automatic step "${found.id}" to use declared variables only (text, number, yes and no), but it uses "${name}".`,
    });
  }
  if (task.kind === 'notify') checkGroups(index, found, task.to, report);
  else
    for (const { name, type } of task.result) {
      if (known.get(name)?.type === type) continue;
      report.error({
        code: 'service-task-result',
        element: found.id,
        vi: `Bước tự động "${found.id}" nhận kết quả vào "${name}" kiểu ${type}, nhưng bộ quy trình không có biến như vậy.`,
        en: `Expected a variable "${name}" of type ${type} for the result of step "${found.id}", but there is none.`,
      });
    }
}

const isPlain = (variable: VariableDefinition | undefined): boolean =>
  variable !== undefined && ['string', 'number', 'boolean'].includes(variable.type);

function checkGroups(index: PackageIndex, found: FoundElement, to: string, report: Reporter): void {
  const named = to.startsWith('=') ? [...to.matchAll(/"([\w-]+\/[\w-]+)"/g)].map(([, one]) => one) : to.split(',');
  for (const group of named.map((one) => one?.trim() ?? '')) {
    if (index.groups.has(group) || /^(unit|head):\S+$/.test(group)) continue;
    report.error({
      code: 'group-unknown',
      element: found.id,
      vi: `Nhóm "${group}" mà bước "${found.id}" thông báo phải có trong manifest.candidateGroups, nhưng không có.`,
      en: `Expected group "${group}", which step "${found.id}" tells, to be in manifest.candidateGroups, but it is not.`,
    });
  }
}
