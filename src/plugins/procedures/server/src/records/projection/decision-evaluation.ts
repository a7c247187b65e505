// DECISION_EVALUATION: which rules matched, with what inputs: the ground of a proposal.
import type { EngineRecord } from '../types';
import { jsonCell, keyCell, numberCell, textCell } from './cells';
import { bigint, instant, integer, json, text } from './columns';
import type { ProjectedTable, RowOperation } from './row-operation';

export const decisionEvaluations: ProjectedTable = {
  name: 'decision_evaluations',
  columns: {
    evaluation_key: bigint('key'),
    decision_id: text('fixed'),
    decision_version: integer('fixed'),
    decision_key: bigint('fixed'),
    process_instance_key: bigint('fixed'),
    element_instance_key: bigint('fixed'),
    element_id: text('fixed'),
    state: text('latest'),
    output: text('latest'),
    failure_message: text('latest'),
    evaluated_decisions: json,
    evaluated_at: instant('first'),
  },
};

export function projectDecisionEvaluation({ key, intent, position, timestamp, value }: EngineRecord): RowOperation[] {
  const cells = {
    evaluation_key: key,
    decision_id: textCell(value.decisionId),
    decision_version: numberCell(value.decisionVersion),
    decision_key: keyCell(value.decisionKey),
    process_instance_key: keyCell(value.processInstanceKey),
    element_instance_key: keyCell(value.elementInstanceKey),
    element_id: textCell(value.elementId),
    state: intent,
    output: textCell(value.decisionOutput),
    failure_message: textCell(value.evaluationFailureMessage),
    evaluated_decisions: jsonCell(value.evaluatedDecisions),
    evaluated_at: timestamp,
  };
  return [{ table: decisionEvaluations, position: Number(position), cells }];
}
