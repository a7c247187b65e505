// Owns the guarded steps: still there, still of their kind, still reached from a start, and still on every way to an end
// where they were so before. Ways are read from the drawing alone: conditions are not evaluated, so that a flow whose
// condition never holds counts as a way, and called processes are looked at by themselves.
import type { ReadPackage } from '../read-package';
import type { Forbid } from './guardrail-problem';
import { type ProcessGraph, processGraph } from './process-graph';

export function stepProblems(base: ReadPackage, changed: ReadPackage, forbid: Forbid): void {
  for (const guardrail of base.manifest.guardrails) {
    if (guardrail.kind !== 'element') continue;
    const { process, element, law } = guardrail;
    const before = processGraph(base, process);
    const after = processGraph(changed, process);
    const file = after?.file ?? before?.file ?? 'manifest.json';
    const isKept = changed.manifest.guardrails.some(
      (one) => one.kind === 'element' && one.process === process && one.element === element,
    );
    if (!isKept) {
      forbid(
        'guardrail-dropped',
        'manifest.json',
        element,
        law,
        `Khóa pháp lý của bước "${element}" không được bỏ.`,
        `Expected the guardrail of "${element}" to stay, but it is gone.`,
      );
    }
    const was = before?.types.get(element);
    const is = after?.types.get(element);
    if (!after || is === undefined) {
      forbid(
        'step-dropped',
        file,
        element,
        law,
        `Bước luật định "${element}" không được bỏ.`,
        `Expected the statutory step "${element}" to stay, but it is gone.`,
      );
    } else if (was !== undefined && was !== is) {
      forbid(
        'step-retyped',
        file,
        element,
        law,
        `Bước luật định "${element}" phải giữ loại ${was}, nhưng thành ${is}.`,
        `Expected the statutory step "${element}" to stay a ${was}, but it is a ${is}.`,
      );
    } else if (!reached(after, null).has(element)) {
      forbid(
        'step-unreachable',
        file,
        element,
        law,
        `Không còn đường nào từ điểm bắt đầu tới bước luật định "${element}".`,
        `Expected a way from a start to the statutory step "${element}", but there is none.`,
      );
    } else if (before && !isAvoidable(before, element) && isAvoidable(after, element)) {
      forbid(
        'step-bypassed',
        file,
        element,
        law,
        `Trước đây mọi đường đều qua bước luật định "${element}"; nay có đường đi vòng.`,
        `Expected every way to an end to pass the statutory step "${element}" as before, but one goes round it.`,
      );
    }
  }
}

const isAvoidable = (graph: ProcessGraph, element: string): boolean => {
  const without = reached(graph, element);
  return graph.ends.some((end) => without.has(end));
};

/** What can be reached from the starts without passing `avoided`. */
function reached(graph: ProcessGraph, avoided: string | null): Set<string> {
  const seen = new Set<string>();
  const queue = graph.starts.filter((start) => start !== avoided);
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    queue.push(...(graph.next.get(at) ?? []).filter((next) => next !== avoided));
  }
  return seen;
}
