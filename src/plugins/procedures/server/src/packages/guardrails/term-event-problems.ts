// Owns the events that statutory terms hang on: what ends one may not be recorded by more, what begins one not by less, than
// the base package says. A step that took another's place may record what that one did.
import { allFlowElements } from '../model-elements';
import type { ReadPackage } from '../read-package';
import type { EventSource } from '../types';
import type { Forbid } from './guardrail-problem';

export function termEventProblems(base: ReadPackage, changed: ReadPackage, forbid: Forbid): void {
  const known = stepsOf(base);
  const still = stepsOf(changed);
  const said = new Set<string>();
  for (const rule of base.manifest.clockRules.filter((one) => one.legalBasis)) {
    const ends = [...rule.stop, ...(rule.supersede ?? [])].map((one) => one.event);
    const grown = ends.find((code) => {
      const [was, is] = [sourcesOf(base, code), sourcesOf(changed, code)];
      const fresh = is.filter((one) => !was.some((before) => isSame(before, one)));
      // Renamed: a step that is new records it in place of one that is gone.
      return is.length > was.length || fresh.some((one) => one.kind !== 'task' || known.has(one.element));
    });
    const shrunk = rule.start
      .map((one) => one.event)
      .find((code) => {
        const is = sourcesOf(changed, code);
        const lost = sourcesOf(base, code).filter((one) => !is.some((now) => isSame(one, now)));
        return (
          (is.length === 0 && lost.length > 0) || lost.some((one) => one.kind !== 'task' || still.has(one.element))
        );
      });
    for (const [code, vi, en] of [
      [grown, 'kết thúc', 'ends'],
      [shrunk, 'bắt đầu', 'begins'],
    ] as const) {
      if (code === undefined || said.has(`${code} ${en}`)) continue;
      said.add(`${code} ${en}`);
      forbid(
        'clock-event-changed',
        'events.json',
        code,
        rule.legalBasis ?? '',
        `Sự kiện "${code}" làm thời hạn luật định "${rule.id}" ${vi}; ai ghi được sự kiện đó không được đổi như vậy.`,
        `Expected event "${code}", which ${en} the statutory term "${rule.id}", to be recorded by the same steps as before.`,
      );
    }
  }
}

const sourcesOf = (pkg: ReadPackage, code: string): EventSource[] =>
  pkg.events.filter((event) => event.code === code).flatMap((event) => event.by);

const isSame = (a: EventSource, b: EventSource): boolean =>
  a.kind === b.kind &&
  (a.kind !== 'task' || (b.kind === 'task' && a.element === b.element)) &&
  (a.kind !== 'message' || (b.kind === 'message' && a.message === b.message));

const stepsOf = (pkg: ReadPackage): Set<string> =>
  new Set(
    [...pkg.models.values()]
      .filter((model) => model.kind === 'bpmn')
      .flatMap((model) => allFlowElements(model.definitions))
      .map((element) => element.id ?? ''),
  );
