// Owns which names an expression can read at an element of a drawing, and what is known of each. Pure: told from the
// package alone. The engine's manner: what is written inside a scope is read inside it, what is written on the way is read
// behind, and the variables of the manifest are in every case from its start, each computed anew at every act.
import type { ElementMoment, ElementVariable, VariableType } from '../../../shared/expressions-contract';
import { allFlowElements } from '../packages/model-elements';
import { optionsOf } from '../packages/option-words';
import type { ReadPackage } from '../packages/read-package';
import type { VariableDefinition } from '../packages/types';
import { type AskedFields, askedOnWay, titleOf } from './asked-on-way';
import { type DecisionResult, decisionResult } from './decision-result';
import { atItsEnd, behind, inside, ofEachRound, type Written } from './element-writes';
import { scopesOf, wayTo } from './way-to';

/** null: no model of the package has the element. */
export function variablesAt(
  read: ReadPackage,
  elementId: string,
  moment: ElementMoment = 'within',
): ElementVariable[] | null {
  const element = elementsOf(read).find((one) => one.id === elementId);
  if (!element) return null;
  const way = wayTo(element);
  const listed = variablesOfCases(read, way);
  const known = new Map(listed.map((one) => [one.name, one]));
  const own = element.$type === 'bpmn:SequenceFlow' ? [] : OWN[moment](element);
  const local = [...own, ...scopesOf(element).flatMap(inside)].map((one) => ofWriting(read, one, known, null));
  const passed = [...way].flatMap((one) => behind(one).map((written) => ofWriting(read, written, known, one)));
  return merged([...local, ...passed, ...listed, ...PLATFORM]);
}

/** What is in every case, as it stands when these elements have been passed. */
export function variablesOfCases(read: ReadPackage, passed: ReadonlySet<ModdleElement>): ElementVariable[] {
  const asked = askedOnWay(read, passed);
  return read.manifest.variables.map((variable) => ofManifest(read, variable, asked));
}

const OWN: Record<ElementMoment, (element: ModdleElement) => Written[]> = {
  before: () => [],
  enter: ofEachRound,
  within: inside,
  leave: atItsEnd,
};

export const elementsOf = (read: ReadPackage): ModdleElement[] =>
  [...read.models.values()].flatMap((model) => (model.kind === 'bpmn' ? allFlowElements(model.definitions) : []));

const ofPlatform = (name: string, vi: string, en: string): ElementVariable => ({
  name,
  type: 'string',
  title: { vi, en },
  origin: 'PLATFORM',
  steps: [],
  unset: false,
  local: false,
  options: [],
  entries: [],
});

const PLATFORM = [
  ofPlatform('caseId', 'Mã hồ sơ', 'Id of the case'),
  ofPlatform('actionId', 'Mã của lần ghi gần nhất', 'Id of the last act'),
];

function ofWriting(
  read: ReadPackage,
  { name, by, source, decision }: Written,
  known: ReadonlyMap<string, ElementVariable>,
  step: ModdleElement | null,
): ElementVariable {
  const listed = known.get(name);
  const result = by === 'DECISION' ? decisionResult(read, decision) : null;
  const copied = source ? known.get(source.replace(/^=\s*/, '').trim()) : undefined;
  return {
    name,
    type: result?.type ?? (name === 'loopCounter' ? 'number' : (copied ?? listed)?.type) ?? 'any',
    title: listed?.title ?? copied?.title ?? null,
    origin: by,
    steps: step?.id ? [{ id: step.id, title: titleOf(read, step) }] : [],
    unset: false,
    local: step === null,
    options: copied?.options ?? listed?.options ?? [],
    entries: result?.entries ?? copied?.entries ?? listed?.entries ?? [],
  };
}

function ofManifest(read: ReadPackage, variable: VariableDefinition, asked: AskedFields): ElementVariable {
  const { name, type, title, from } = variable;
  const fields = [...String(from).matchAll(/\b(?:record|task)(?:\.[A-Za-z_]\w*)+/g)].map(([field]) => field);
  const fact = /\bfacts\.([A-Za-z_]\w*)/.exec(from)?.[1];
  const steps = fact ? asked.stepsDeciding(fact) : uniqueSteps(fields.flatMap((field) => asked.stepsAsking(field)));
  const result = fact ? resultOfFact(read, fact, name) : null;
  // A path alone is null until somebody is asked; of anything else it cannot be told.
  const [plain] = /^=\s*(?:record|task)(?:\.[A-Za-z_]\w*)+\s*$/.test(from) ? fields : [];
  return {
    name,
    type: result && result.type !== 'any' ? result.type : (type as VariableType),
    title: title ?? null,
    origin: fact ? 'DECISION' : steps.length > 0 ? 'FORM' : originOf(from, fields),
    steps,
    unset: steps.length === 0 && (fact !== undefined || (plain !== undefined && !asked.isSetElsewhere(plain))),
    local: false,
    options: optionsOf(read, from),
    entries: result?.entries ?? [],
  };
}

function originOf(from: string, fields: readonly string[]): ElementVariable['origin'] {
  if (fields.length > 0) return 'RECORD';
  if (/\bevent\./.test(from)) return 'EVENT';
  return /\bparams\./.test(from) ? 'PARAMETER' : 'RECORD';
}

/** What an act decides under this name, or a step of the drawing under the variable's own. */
function resultOfFact(read: ReadPackage, fact: string, variable: string): DecisionResult {
  const decided = read.events.flatMap((event) => event.decisions ?? []).find((one) => one.as === fact)?.decision;
  const drawn = elementsOf(read)
    .flatMap(behind)
    .find((one) => one.by === 'DECISION' && one.name === variable)?.decision;
  return decisionResult(read, decided ?? drawn ?? null);
}

/** One of a name: the innermost, with all the steps that write it. */
function merged(all: readonly ElementVariable[]): ElementVariable[] {
  const byName = new Map<string, ElementVariable>();
  for (const one of all) {
    const first = byName.get(one.name);
    byName.set(
      one.name,
      first ? { ...first, steps: first.local ? [] : uniqueSteps([...first.steps, ...one.steps]) } : one,
    );
  }
  return [...byName.values()];
}

const uniqueSteps = (steps: ElementVariable['steps']): ElementVariable['steps'] => [
  ...new Map(steps.map((step) => [step.id, step])).values(),
];
