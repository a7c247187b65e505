// Owns what scenarios went through of the models, and what they left out: every element, and every way that leaves a
// place with a choice. Pure.
import type { CoverageOfModel, TrialCoverage } from '../../../../shared/trials-contract';
import type { MappedElement, ModelMap } from '../../packages/model-map';

/** What is drawn but is no step of any way. */
const NOT_A_STEP = new Set(['DataObject', 'DataObjectReference', 'DataStoreReference']);

export function coverageOf(map: ModelMap, passed: ReadonlySet<string>): TrialCoverage {
  const models = new Map<string, CoverageOfModel>();
  for (const one of map.elements.values()) {
    const model = models.get(one.process) ?? { file: one.file, process: one.process, elements: [], branches: [] };
    models.set(one.process, model);
    if (one.isFlow) {
      if (isBranch(map, one)) model.branches.push(branch(map, one, passed));
    } else if (!NOT_A_STEP.has(one.type)) {
      model.elements.push({ id: one.id, name: map.words(one.id), type: one.type, passed: passed.has(one.id) });
    }
  }
  const all = [...models.values()];
  return {
    models: all,
    elements: counted(all.flatMap((model) => model.elements)),
    branches: counted(all.flatMap((model) => model.branches)),
  };
}

/** A flow out of a place with several, or under a condition. */
const isBranch = (map: ModelMap, flow: MappedElement): boolean =>
  flow.condition !== null ||
  (isChoice(map, flow.from) && map.flows.filter((other) => other.from === flow.from).length > 1);

const isChoice = (map: ModelMap, id: string | null) =>
  ['ExclusiveGateway', 'InclusiveGateway', 'EventBasedGateway'].includes(map.elements.get(id ?? '')?.type ?? '');

const branch = (map: ModelMap, flow: MappedElement, passed: ReadonlySet<string>) => ({
  id: flow.id,
  name: flow.name || map.words(flow.to ?? ''),
  from: flow.from ?? '',
  to: flow.to ?? '',
  passed: passed.has(flow.id),
});

const counted = (things: readonly { passed: boolean }[]) => ({
  passed: things.filter((one) => one.passed).length,
  all: things.length,
});
