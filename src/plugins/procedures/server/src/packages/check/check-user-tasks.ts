// Owns the rules about user tasks: who does them, with which form, and which event they are.
import { extensionOf, textOf } from '../model-elements';
import type { Finding } from '../types';
import { type Reporter, reporterOf } from './finding';
import type { PackageIndex } from './package-index';

export function checkUserTasks(index: PackageIndex, findings: Finding[]): void {
  const mapped = new Set(
    index.pkg.events.flatMap((event) => event.by.flatMap((source) => (source.kind === 'task' ? source.element : []))),
  );
  for (const { element, id, file } of index.userTasks) {
    const report = reporterOf(findings, file);
    if (extensionOf(element, 'zeebe:UserTask')) {
      report.error({
        code: 'native-user-task',
        element: id,
        vi: `Bước "${id}" có thẻ zeebe:userTask nên sẽ không có việc cho ai. Hãy mở bước trong sơ đồ và bấm "Giao bằng danh sách việc ở đây".`,
        en: `Expected "${id}" without zeebe:userTask, which makes work that nobody here would see. Open the step in the diagram and press "Give it by the task list here".`,
      });
    }
    checkForm(index, id, report);
    checkGroups(index, element, id, report);
    if (!mapped.has(id)) {
      report.error({
        code: 'task-without-event',
        element: id,
        vi: `Bước "${id}" phải là một sự kiện trong events.json, nhưng không sự kiện nào có nó.`,
        en: `Expected an event in events.json that is done by task "${id}", but there is none.`,
      });
    }
  }
}

function checkForm(index: PackageIndex, id: string, report: Reporter): void {
  if (index.pkg.manifest.elements[id]) return;
  report.error({
    code: 'task-without-form',
    element: id,
    vi: `Bước "${id}" phải có biểu mẫu và tiêu đề trong manifest.elements, nhưng không có.`,
    en: `Expected task "${id}" to have a form and a title in manifest.elements, but it has none.`,
  });
}

function checkGroups(index: PackageIndex, element: ModdleElement, id: string, report: Reporter): void {
  const groups = textOf(extensionOf(element, 'zeebe:AssignmentDefinition'), 'candidateGroups')?.trim();
  if (!groups) {
    report.error({
      code: 'task-without-groups',
      element: id,
      vi: `Bước "${id}" phải có nhóm người làm (candidateGroups), nhưng không có.`,
      en: `Expected task "${id}" to have candidate groups, but it has none: nobody would see it.`,
    });
    return;
  }
  for (const group of namedGroups(groups)) {
    if (index.groups.has(group)) continue;
    report.error({
      code: 'group-unknown',
      element: id,
      vi: `Nhóm "${group}" của bước "${id}" phải có trong manifest.candidateGroups, nhưng không có.`,
      en: `Expected group "${group}" of task "${id}" to be in manifest.candidateGroups, but it is not.`,
    });
  }
}

/** The groups that are named outright: a fixed list, or whole string literals of an expression. */
function namedGroups(groups: string): string[] {
  if (!groups.startsWith('=')) return groups.split(',').map((group) => group.trim());
  return [...groups.matchAll(/"([A-Za-z0-9_-]+\/[a-z0-9-]+)"/g)].map(([, group]) => group);
}
