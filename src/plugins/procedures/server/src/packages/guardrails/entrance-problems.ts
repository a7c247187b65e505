// Owns the way in: a package that guards steps begins with the process that has them, at every start that it has.
import type { ReadPackage } from '../read-package';
import type { Forbid } from './guardrail-problem';
import { definitionsOf } from './hollow-problems';
import { processGraph } from './process-graph';

export function entranceProblems(base: ReadPackage, changed: ReadPackage, forbid: Forbid): void {
  const { process } = base.manifest;
  const law = base.manifest.guardrails.find((one) => one.kind === 'element' && one.process === process)?.law;
  if (!law) return;
  if (changed.manifest.process !== process) {
    forbid(
      'process-replaced',
      'manifest.json',
      process,
      law,
      `Hồ sơ phải còn chạy theo quy trình "${process}", nơi có các bước luật định; nay là "${changed.manifest.process}".`,
      `Expected cases to go on by process "${process}", which has the statutory steps, but they go by "${changed.manifest.process}".`,
    );
    return;
  }
  const after = processGraph(changed, process);
  const before = processGraph(base, process);
  const written = (start: ModdleElement | undefined) =>
    start?.$type === 'bpmn:StartEvent' ? definitionsOf(start) : null;
  const starts = (before?.starts ?? []).filter(
    (id) =>
      after &&
      before?.elements.get(id)?.$parent?.$type === 'bpmn:Process' &&
      written(after.elements.get(id)) !== written(before?.elements.get(id)),
  );
  const ways = base.manifest.starts
    .filter(
      (start) => !changed.manifest.starts.some((one) => one.message === start.message && one.event === start.event),
    )
    .map((start) => start.message);
  for (const id of [...starts, ...ways])
    forbid(
      'start-dropped',
      starts.includes(id) ? (after?.file ?? 'manifest.json') : 'manifest.json',
      id,
      law,
      `Lối vào "${id}" dẫn tới các bước luật định; không được bỏ, cũng không được cho chờ điều khác.`,
      `Expected the way in "${id}" to stay and to wait for the same, for it leads to the statutory steps.`,
    );
}
