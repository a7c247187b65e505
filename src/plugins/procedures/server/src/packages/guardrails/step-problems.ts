// Owns the guarded steps: still there, still of their kind, still reached from a start, and still on every way that had to
// pass them before.
import type { ReadPackage } from '../read-package';
import { gateFurtherUp, gateOpened } from './gates';
import type { Forbid } from './guardrail-problem';
import { hollowProblems } from './hollow-problems';
import { type ProcessGraph, processGraph } from './process-graph';
import { besideStep, bound, escapes, reached } from './ways';

export function stepProblems(base: ReadPackage, changed: ReadPackage, forbid: Forbid): void {
  for (const guardrail of base.manifest.guardrails) {
    if (guardrail.kind !== 'element') continue;
    const { process, element, law } = guardrail;
    const before = processGraph(base, process);
    const after = processGraph(changed, process);
    const file = after?.file ?? before?.file ?? 'manifest.json';
    const isKept = changed.manifest.guardrails.some(
      (one) => one.kind === 'element' && one.process === process && one.element === element && one.law === law,
    );
    if (!isKept) {
      forbid(
        'guardrail-dropped',
        'manifest.json',
        element,
        law,
        `Khóa pháp lý của bước "${element}" không được bỏ, căn cứ của nó không được đổi.`,
        `Expected the guardrail of "${element}" to stay with its article, but it is gone or changed.`,
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
    } else if (!reached(after, after.starts, new Set()).has(element)) {
      forbid(
        'step-unreachable',
        file,
        element,
        law,
        `Không còn đường nào từ điểm bắt đầu tới bước luật định "${element}".`,
        `Expected a way from a start to the statutory step "${element}", but there is none.`,
      );
    } else if (before) {
      const round = wayRound(before, after, element);
      const gate = round ? null : (gateOpened(before, after, element) ?? gateFurtherUp(before, after, element));
      if (round) {
        forbid(
          'step-bypassed',
          file,
          element,
          law,
          `Trước đây từ "${round}" mọi đường đều qua bước luật định "${element}"; nay có đường đi vòng. Hãy đặt bước hay nhánh mới sao cho "${element}" vẫn được làm.`,
          `Expected every way from "${round}" to pass the statutory step "${element}" as before, but one goes round it. Place what is new so that "${element}" is still done.`,
        );
      } else if (gate) {
        forbid(
          'step-bypassed',
          file,
          element,
          law,
          `Ở "${gate}" hồ sơ được chọn đường có tới bước luật định "${element}" hay không; không được thêm lối rẽ khỏi bước đó, cũng không được đổi điều kiện của đường tới đó.`,
          `Expected "${gate}" to send as many cases to the statutory step "${element}" as before: no other way out of there, and no other condition for the way to it.`,
        );
      }
      hollowProblems({ base, changed, before, after, file, element, law }, forbid);
    }
  }
  orderProblems(base, changed, forbid);
}

/** A step that could only be done after another one is still done after it. */
function orderProblems(base: ReadPackage, changed: ReadPackage, forbid: Forbid): void {
  const rails = base.manifest.guardrails.filter((one) => one.kind === 'element');
  for (const { process, element, law } of rails) {
    const before = processGraph(base, process);
    const after = processGraph(changed, process);
    if (!before?.types.has(element) || !after?.types.has(element)) continue;
    const comesWithout = (graph: ProcessGraph, first: string) =>
      reached(graph, graph.starts, new Set([first])).has(element);
    const first = rails.find(
      (one) =>
        one.process === process &&
        one.element !== element &&
        after.types.has(one.element) &&
        !comesWithout(before, one.element) &&
        comesWithout(after, one.element),
    )?.element;
    if (first)
      forbid(
        'step-reordered',
        after.file,
        element,
        law,
        `Bước luật định "${element}" chỉ được làm sau "${first}"; nay có đường tới đó mà chưa qua "${first}".`,
        `Expected the statutory step "${element}" to come after "${first}" only, but a way leads there without it.`,
      );
  }
}

/** Where a way begins that need not pass the step any more; null: there is none. */
function wayRound(before: ProcessGraph, after: ProcessGraph, step: string): string | null {
  const freed = escapes(after, step, false);
  const beside = besideStep(after, step);
  const held = bound(before, step, false);
  const loose = [...held].find((node) => freed.has(node) && !beside(node));
  if (loose) return loose;
  // Where every start led to the step, a new one does.
  const isHeld = topStarts(before).every((id) => id === step || held.has(id));
  return (isHeld && topStarts(after).find((id) => freed.has(id))) || null;
}

const topStarts = (graph: ProcessGraph): string[] =>
  graph.starts.filter((id) => graph.elements.get(id)?.$parent?.$type === 'bpmn:Process');
