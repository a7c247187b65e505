// Owns which names a decision can read: those that exist at the steps and acts that ask it, or that ask a decision which
// needs it, and the results of what it needs itself. Pure: told from the package alone.
import type { DecisionCaller, DecisionNames } from '../../../shared/decisions-contract';
import type { ElementVariable } from '../../../shared/expressions-contract';
import { withRequired } from '../../../shared/with-required';
import { titleOf } from '../expressions/asked-on-way';
import { decisionResult } from '../expressions/decision-result';
import { elementsOf, variablesAt, variablesOfCases } from '../expressions/variables-at';
import { wayTo } from '../expressions/way-to';
import { extensionOf, textOf } from '../packages/model-elements';
import type { ReadPackage } from '../packages/read-package';
import type { EventDefinition } from '../packages/types';
import { type DrawnDecision, decisionsOf } from './decision-file';

interface Asking extends DecisionCaller {
  decision: string;
  variables(): ElementVariable[];
}

/** Of every decision in the file; none when the package has no such file. */
export function decisionNames(read: ReadPackage, path: string): DecisionNames[] {
  const model = read.models.get(path);
  if (model?.kind !== 'dmn') return [];
  const decisions = decisionsOf(model);
  const elements = elementsOf(read);
  const asking = [...askedByDrawing(read, elements), ...askedByActs(read, elements)].map((one) => ({
    ...one,
    variables: once(one.variables),
  }));
  const unasked = once(() => variablesOfCases(read, new Set(elements)));
  return decisions.map((decision) => {
    const through = (one: Asking) => withRequired(decisions, one.decision).some(({ id }) => id === decision.id);
    const callers = asking.filter(through);
    return {
      id: decision.id,
      callers: uniqueCallers(callers),
      required: decision.requires.flatMap((id) => {
        const required = decisions.find((one) => one.id === id);
        return required ? [resultVariable(read, required)] : [];
      }),
      variables: callers.length > 0 ? together(callers.map((one) => one.variables())) : unasked(),
    };
  });
}

function askedByDrawing(read: ReadPackage, elements: readonly ModdleElement[]): Asking[] {
  return elements.flatMap((element) => {
    const decision = textOf(extensionOf(element, 'zeebe:CalledDecision'), 'decisionId');
    if (!decision || !element.id) return [];
    const { id } = element;
    return [{ decision, element: id, title: titleOf(read, element), variables: () => variablesAt(read, id) ?? [] }];
  });
}

/** An act asks with what is in the case once its own form is filled in. */
function askedByActs(read: ReadPackage, elements: readonly ModdleElement[]): Asking[] {
  return read.events.flatMap((event) =>
    (event.decisions ?? []).flatMap(({ decision }) => {
      const steps = stepsOf(event, elements);
      if (steps.length === 0) {
        const variables = () => variablesOfCases(read, new Set(elements));
        return [{ decision, element: null, title: event.title.vi, variables }];
      }
      return steps.map((step) => ({
        decision,
        element: step.id ?? null,
        title: titleOf(read, step),
        variables: () => variablesOfCases(read, new Set([...wayTo(step), step])),
      }));
    }),
  );
}

const stepsOf = ({ by }: EventDefinition, elements: readonly ModdleElement[]): ModdleElement[] =>
  by.flatMap((one) => (one.kind === 'task' ? (elements.find(({ id }) => id === one.element) ?? []) : []));

const resultVariable = (read: ReadPackage, { id, name, knownAs }: DrawnDecision): ElementVariable => ({
  name: knownAs,
  ...decisionResult(read, id),
  title: { vi: name, en: name },
  origin: 'DECISION',
  steps: [],
  unset: false,
  local: true,
  options: [],
});

/** One of a name; it is not set yet only where it is not set for anybody who asks. */
function together(all: readonly ElementVariable[][]): ElementVariable[] {
  const byName = new Map<string, ElementVariable>();
  for (const one of all.flat()) {
    const first = byName.get(one.name);
    const steps = [...(first?.steps ?? []), ...one.steps];
    byName.set(one.name, {
      ...(first ?? one),
      steps: [...new Map(steps.map((step) => [step.id, step])).values()],
      unset: (first?.unset ?? true) && one.unset,
    });
  }
  return [...byName.values()];
}

const uniqueCallers = (callers: readonly Asking[]): DecisionCaller[] => [
  ...new Map(callers.map(({ element, title }) => [`${element} ${title}`, { element, title }])).values(),
];

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
