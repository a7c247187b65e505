// Owns the question "would the broker accept this model?", answered without a broker. The rules were learned from what
// Zeebe 8.5.8 answers; tests/integration/packages holds them to it.
import type { Model } from '../model-xml';
import { type BrokerProblem, brokerViewOf } from './broker-view';
import { eventRules } from './event-rules';
import { expressionRules } from './expression-rules';
import { flowRules } from './flow-rules';
import { scopeRules } from './scope-rules';
import { taskRules } from './task-rules';
import { xmlRules } from './xml-rules';

const RULES = [scopeRules, eventRules, taskRules, flowRules, expressionRules];

/** What the broker would refuse; empty when it would accept the model. */
export function findBrokerProblems(model: Model): BrokerProblem[] {
  const problems: BrokerProblem[] = [];
  const view = brokerViewOf(model, problems);
  xmlRules(view);
  if (problems.length === 0) for (const rule of RULES) rule(view);
  return problems;
}
