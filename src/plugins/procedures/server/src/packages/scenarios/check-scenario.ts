// Owns whether a scenario can be run at all: it fits its schema, and what it names is in the package. Pure; what it says
// is a list of sentences, each with the step that it is about.
import Ajv2020 from 'ajv/dist/2020';
import type { Scenario, ScenarioStep, StepExpectation } from '../../../../shared/trials-contract';
import { callingSteps } from '../calling-steps';
import { type ModelMap, mapModels } from '../model-map';
import type { ReadPackage } from '../read-package';
import type { LocalText } from '../types';
import schema from './scenario.schema.json';

export interface ScenarioProblem extends LocalText {
  /** From 1; null: the whole file. */
  step: number | null;
}

const fits = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true }).compile(
  schema,
);

/** Whether the form of it is right, whatever it names. */
export function checkScenarioForm(scenario: unknown): ScenarioProblem[] {
  if (fits(scenario)) return [];
  return (fits.errors ?? []).filter((one) => one.keyword !== 'oneOf' || isChoice(one.instancePath)).map(schemaProblem);
}

export const checkScenario = (read: ReadPackage, scenario: unknown): ScenarioProblem[] => scenarioCheck(read)(scenario);

/** For many scenarios of one package: what is drawn is read once. */
export function scenarioCheck(read: ReadPackage): (scenario: unknown) => ScenarioProblem[] {
  const map = mapModels(read);
  const calling = new Set(callingSteps(read).map((one) => one.element));
  return (scenario) => {
    const misfits = checkScenarioForm(scenario);
    if (misfits.length > 0) return misfits;
    return (scenario as unknown as Scenario).steps.flatMap((step, index) =>
      [...stepProblems(read, map, calling, step, index === 0), ...expectProblems(read, map, step.expect ?? {})].map(
        (problem) => ({ ...problem, step: index + 1 }),
      ),
    );
  };
}

const isChoice = (place: string) => /^\/steps\/\d+$/.test(place);

function schemaProblem(error: { instancePath: string; message?: string; keyword: string }): ScenarioProblem {
  const place = error.instancePath || '/';
  const step = /^\/steps\/(\d+)/.exec(place)?.[1];
  const isStep = error.keyword === 'oneOf';
  const en = isStep
    ? 'Expected exactly one of event, complete, message, advance.'
    : `Expected ${place} to fit: ${error.message}.`;
  const vi = isStep
    ? 'Mỗi bước phải là đúng một trong: sự kiện, việc, thông điệp, thời gian trôi.'
    : `Mục ${place} không đúng dạng: ${error.message}.`;
  return { step: step === undefined ? null : Number(step) + 1, vi, en };
}

function stepProblems(
  read: ReadPackage,
  map: ModelMap,
  calling: ReadonlySet<string>,
  step: ScenarioStep,
  isFirst: boolean,
): LocalText[] {
  const starts = read.manifest.starts.map((one) => one.event);
  if (isFirst && !starts.includes(step.event ?? ''))
    return [
      {
        vi: `Bước đầu tiên phải là một sự kiện bắt đầu: ${starts.join(', ')}.`,
        en: `Expected the first step to be the event of a start: ${starts.join(', ')}.`,
      },
    ];
  if (step.event && !read.events.some((one) => one.code === step.event))
    return [unknown('sự kiện', 'an event', step.event)];
  if (step.complete && map.elements.get(step.complete)?.type !== 'UserTask')
    return [unknown('việc', 'a user task', step.complete)];
  return (step.http ?? [])
    .filter(({ element }) => !calling.has(element))
    .map(({ element }) => unknown('bước HTTP', 'an HTTP step', element));
}

function expectProblems(read: ReadPackage, map: ModelMap, expect: StepExpectation): LocalText[] {
  const { manifest } = read;
  const tasks = (expect.tasks ?? []).map((task) => (typeof task === 'string' ? task : task.element));
  const elements = [...tasks, ...(expect.passed ?? []), ...(expect.notPassed ?? [])];
  const rules = manifest.clockRules.flatMap((rule) => [rule.id, rule.rule]);
  const documents = (manifest.documents ?? []).map((one) => one.id);
  const states = Object.keys(manifest.states ?? {});
  return [
    ...elements.filter((id) => !map.elements.has(id)).map((id) => unknown('phần tử', 'an element', id)),
    ...(expect.clocks ?? [])
      .filter((clock) => !rules.includes(clock.rule))
      .map((clock) => unknown('hạn', 'a clock rule', clock.rule)),
    ...(expect.documents ?? [])
      .filter((id) => !documents.includes(id))
      .map((id) => unknown('văn bản', 'a document', id)),
    ...(expect.state && states.length > 0 && !states.includes(expect.state)
      ? [unknown('trạng thái', 'a state', expect.state)]
      : []),
  ];
}

const unknown = (vi: string, en: string, name: string): LocalText => ({
  vi: `Bộ quy trình không có ${vi} "${name}".`,
  en: `Expected ${en} of the package, but "${name}" is none.`,
});
