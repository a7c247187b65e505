// Owns the acts that a statutory choice is made by. What a variable takes from an act (its event, what was typed) is of the
// last act alone: another one in between, or another event for the same act, and the choice is made by something else.
import { eventDefinitionsOf } from '../model-elements';
import type { ReadPackage } from '../read-package';
import { decidingGates } from './gates';
import type { Forbid } from './guardrail-problem';
import { type ProcessGraph, processGraph } from './process-graph';
import { rootNames } from './statutory-names';

export function actProblems(base: ReadPackage, changed: ReadPackage, forbid: Forbid): void {
  const said = new Set<string>();
  for (const guardrail of base.manifest.guardrails) {
    if (guardrail.kind !== 'element') continue;
    const [before, after] = [base, changed].map((one) => processGraph(one, guardrail.process));
    if (!before || !after) continue;
    for (const { gate, conditions } of decidingGates(before, guardrail.element)) {
      if (said.has(gate) || !after.types.has(gate) || !conditions.some((one) => readsAct(base, one))) continue;
      said.add(gate);
      const acts = lastActs(before, gate);
      const between = lastActs(after, gate).find((act) => !acts.includes(act));
      if (between)
        forbid(
          'act-between',
          after.file,
          between,
          guardrail.law,
          `Bước "${between}" chen vào ngay trước chỗ chọn luật định "${gate}", nên lựa chọn không còn theo việc đã quyết. Hãy đặt bước mới ở sau chỗ chọn, hoặc trước bước quyết định.`,
          `Expected the statutory choice "${gate}" to follow the same act as before, but "${between}" comes in between. Put it behind the choice, or before the act that decides.`,
        );
      const moved = acts.find((act) => eventsOf(base, act) !== eventsOf(changed, act));
      if (moved && after.types.has(moved))
        forbid(
          'act-redefined',
          'events.json',
          moved,
          guardrail.law,
          `Chỗ chọn luật định "${gate}" theo kết quả của bước "${moved}"; sự kiện mà bước này ghi, và khi nào, không được đổi.`,
          `Expected the statutory choice "${gate}" to be made by the outcome of "${moved}" as before, but which events it records, and when, has changed.`,
        );
    }
  }
}

const readsAct = (pkg: ReadPackage, condition: string): boolean =>
  rootNames(condition).some((name) => {
    const from = pkg.manifest.variables.find((one) => one.name === name)?.from ?? '';
    return rootNames(from).some((root) => root === 'event' || root === 'task');
  });

/** What a person or another system does last before a case comes there. */
function lastActs(graph: ProcessGraph, gate: string): string[] {
  const back = new Map<string, string[]>();
  for (const [from, ways] of graph.next) for (const to of ways) back.set(to, [...(back.get(to) ?? []), from]);
  const seen = new Set<string>();
  const acts: string[] = [];
  const queue = [...(back.get(gate) ?? [])];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    if (isAct(graph, at)) acts.push(at);
    else queue.push(...(back.get(at) ?? []));
  }
  return acts;
}

function isAct(graph: ProcessGraph, id: string): boolean {
  const type = graph.types.get(id);
  if (type === 'bpmn:UserTask' || type === 'bpmn:ReceiveTask') return true;
  const element = graph.elements.get(id);
  return (
    element !== undefined && eventDefinitionsOf(element).some((one) => one.$type === 'bpmn:MessageEventDefinition')
  );
}

/** The events that an act of the drawing may mean, each with when. */
const eventsOf = (pkg: ReadPackage, act: string): string =>
  pkg.events
    .flatMap(({ code, by }) =>
      by.flatMap((source) =>
        source.kind === 'task' && source.element === act ? [`${code} ${JSON.stringify(source.with ?? {})}`] : [],
      ),
    )
    .sort()
    .join('; ');
