// Owns the reading of how the engine came to a decision: each decision that it evaluated, as the protocol tells it.
import type { DecisionReport, DecisionStep } from './engine';

type Fields = Readonly<Record<string, unknown>>;

export const decisionReport = (response: Fields): DecisionReport => ({
  status: 'evaluated',
  output: fromJson(response.decisionOutput),
  failed: response.failedDecisionId
    ? { decision: String(response.failedDecisionId), message: String(response.failureMessage).slice(0, 2000) }
    : null,
  steps: listOf(response.evaluatedDecisions).map(stepOf),
});

const stepOf = (one: Fields): DecisionStep => ({
  decision: String(one.decisionId),
  output: fromJson(one.decisionOutput),
  inputs: listOf(one.evaluatedInputs).map(({ inputId, inputValue }) => ({
    id: String(inputId),
    value: fromJson(inputValue),
  })),
  rules: listOf(one.matchedRules).map(({ ruleId, evaluatedOutputs }) => ({
    id: String(ruleId),
    outputs: listOf(evaluatedOutputs).map(({ outputId, outputValue }) => ({
      id: String(outputId),
      value: fromJson(outputValue),
    })),
  })),
});

const listOf = (value: unknown): Fields[] => (Array.isArray(value) ? (value as Fields[]) : []);

/** Of a decision that failed there is none. */
const fromJson = (text: unknown): unknown => {
  if (typeof text !== 'string' || text === '') return null;
  return JSON.parse(text) as unknown;
};
