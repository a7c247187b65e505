// Owns which value types have a projection. A pure function of one record: no database, no time, no order.
import type { EngineRecord } from '../types';
import { decisionEvaluations, projectDecisionEvaluation } from './decision-evaluation';
import { incidents, projectIncident } from './incident';
import { jobs, projectJob } from './job';
import { deployedProcesses, projectProcess } from './process';
import { elementInstances, processInstances, projectProcessInstance } from './process-instance';
import { messageSubscriptions, projectProcessMessageSubscription } from './process-message-subscription';
import type { ProjectedTable, RowOperation } from './row-operation';
import { projectTimer, timers } from './timer';
import { projectVariable, variables } from './variable';

const PROJECTIONS = new Map<string, (record: EngineRecord) => RowOperation[]>([
  ['PROCESS_INSTANCE', projectProcessInstance],
  ['JOB', projectJob],
  ['INCIDENT', projectIncident],
  ['PROCESS_MESSAGE_SUBSCRIPTION', projectProcessMessageSubscription],
  ['VARIABLE', projectVariable],
  ['TIMER', projectTimer],
  ['PROCESS', projectProcess],
  ['DECISION_EVALUATION', projectDecisionEvaluation],
]);

/** In the order in which a bulk writes them: the same everywhere, so that two bulks cannot lock each other out. */
export const PROJECTED_TABLES: readonly ProjectedTable[] = [
  processInstances,
  elementInstances,
  jobs,
  incidents,
  messageSubscriptions,
  variables,
  timers,
  deployedProcesses,
  decisionEvaluations,
];

export function projectRecord(record: EngineRecord): RowOperation[] {
  if (record.recordType !== 'EVENT') return [];
  return PROJECTIONS.get(record.valueType)?.(record) ?? [];
}
