// Owns the guarded steps: still there, still of their kind, still reached from a start, and still on every way that had to
// pass them before.
import type { ReadPackage } from '../read-package';
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
      if (round) {
        forbid(
          'step-bypassed',
          file,
          element,
          law,
          `Trước đây từ "${round}" mọi đường đều qua bước luật định "${element}"; nay có đường đi vòng. Hãy đặt bước hay nhánh mới sao cho "${element}" vẫn được làm.`,
          `Expected every way from "${round}" to pass the statutory step "${element}" as before, but one goes round it. Place what is new so that "${element}" is still done.`,
        );
      }
      hollowProblems({ base, changed, before, after, file, element, law }, forbid);
    }
  }
}

/** Where a way begins that need not pass the step any more; null: there is none. */
function wayRound(before: ProcessGraph, after: ProcessGraph, step: string): string | null {
  const freed = escapes(after, step, false);
  const beside = besideStep(after, step);
  const loose = [...bound(before, step, false)].find((node) => freed.has(node) && !beside(node));
  return loose ?? gateOpened(before, after, step);
}

/**
 * Which case goes to the step is said by the gateway before it: its conditions for the ways in stay as they are, and no
 * other way out of it is added or widened. Where it takes every way whose condition holds, others take nothing away.
 */
function gateOpened(before: ProcessGraph, after: ProcessGraph, step: string): string | null {
  const led = { before: bound(before, step, true).add(step), after: bound(after, step, true).add(step) };
  const gates = new Set(
    before.flows
      .filter((flow) => led.before.has(flow.target) && !led.before.has(flow.source))
      .map((flow) => flow.source),
  );
  for (const gate of gates) {
    if (after.types.get(gate) !== before.types.get(gate)) return gate;
    const ways = (graph: ProcessGraph, into: ReadonlySet<string>, wanted: boolean) =>
      graph.flows
        .filter((flow) => flow.source === gate && into.has(flow.target) === wanted)
        .map((flow) => flow.condition);
    const [was, is] = [ways(before, led.before, true), ways(after, led.after, true)];
    if (was.some((condition) => !is.includes(condition))) return gate;
    if (before.types.get(gate) === 'bpmn:InclusiveGateway') continue;
    const others = ways(before, led.before, false);
    if (ways(after, led.after, false).some((condition) => !others.includes(condition))) return gate;
  }
  return null;
}
