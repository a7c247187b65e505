// Every extension in every place, every list of flows with every wrong end, every wrong requirement of a decision, every text in
// every place that takes one: where chance would need years to come by. Each model is a valid one with one thing put in.
import type { Mutant } from './mutate-model';
import { cellModels } from './placed-cells';
import { decisionModels } from './placed-decisions';
import { extensionModels } from './placed-extensions';
import { choiceModels, drawnModels, flowModels, idleChoiceModels } from './placed-flows';
import { formModels } from './placed-forms';
import { idModels } from './placed-ids';
import { loopModels } from './placed-loops';
import { valueModels } from './placed-values';

/** In groups, always in the same order: what the broker said of each stands in tests/unit/packages/broker-placed.json. */
export const placedModels = (): [group: string, models: Mutant[]][] => [
  ['lists of flows', flowModels()],
  ['lists of flows at a choice', choiceModels()],
  ['flows that are listed nowhere', drawnModels()],
  ['choices from which nothing is drawn', idleChoiceModels()],
  ['loops', loopModels()],
  ['ids', idModels()],
  ['decisions', decisionModels()],
  ['forms', formModels()],
  ...extensionModels(),
  ...valueModels(),
  ...cellModels(),
];
