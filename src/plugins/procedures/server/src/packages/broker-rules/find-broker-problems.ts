// Owns the question "would the broker accept this model?", answered without a broker. The rules were learned from what
// Zeebe 8.5.8 answers; tests/integration/packages holds them to it.
import type { Model } from '../model-xml';
import { type BrokerProblem, brokerViewOf } from './broker-view';
import { eventRules } from './event-rules';
import { expressionRules } from './expression-rules';
import { extensionRules } from './extension-rules';
import { flowRules } from './flow-rules';
import { idRules } from './id-rules';
import { referenceRules } from './reference-rules';
import { scopeRules } from './scope-rules';
import { taskRules } from './task-rules';

const RULES = [idRules, referenceRules, scopeRules, eventRules, taskRules, flowRules, expressionRules, extensionRules];

/** What the broker would refuse of a model that fits its schema; empty when it would accept it. */
export function findBrokerProblems(model: Model): BrokerProblem[] {
  const problems: BrokerProblem[] = model.schemaProblems.map(({ rule, element, vi, en }) => ({
    code: rule,
    element,
    vi,
    en,
  }));
  if (problems.length > 0) return problems;
  const view = brokerViewOf(model, problems);
  for (const rule of RULES) rule(view);
  return problems;
}
