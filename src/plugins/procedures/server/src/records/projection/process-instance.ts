// PROCESS_INSTANCE: the life of an instance and of each of its elements. A flow that was taken is a row of its own: heat
// maps count them.
import type { EngineRecord } from '../types';
import { keyCell, numberCell, textCell } from './cells';
import { bigint, instant, integer, text } from './columns';
import type { ProjectedTable, RowOperation } from './row-operation';

export const processInstances: ProjectedTable = {
  name: 'process_instances',
  columns: {
    process_instance_key: bigint('key'),
    bpmn_process_id: text('latest'),
    process_version: integer('latest'),
    process_definition_key: bigint('latest'),
    parent_process_instance_key: bigint('fixed'),
    parent_element_instance_key: bigint('fixed'),
    state: text('latest'),
    started_at: instant('first'),
    ended_at: instant('last'),
  },
};

export const elementInstances: ProjectedTable = {
  name: 'element_instances',
  columns: {
    element_instance_key: bigint('key'),
    process_instance_key: bigint('fixed'),
    process_definition_key: bigint('latest'),
    bpmn_process_id: text('latest'),
    element_id: text('latest'),
    element_type: text('fixed'),
    flow_scope_key: bigint('latest'),
    state: text('latest'),
    started_at: instant('first'),
    ended_at: instant('last'),
  },
};

const STATES: Readonly<Record<string, string>> = {
  ELEMENT_ACTIVATING: 'ACTIVATING',
  ELEMENT_ACTIVATED: 'ACTIVATED',
  ELEMENT_COMPLETING: 'COMPLETING',
  ELEMENT_COMPLETED: 'COMPLETED',
  ELEMENT_TERMINATING: 'TERMINATING',
  ELEMENT_TERMINATED: 'TERMINATED',
  ELEMENT_MIGRATED: 'ACTIVATED', // only what is active can be migrated
  SEQUENCE_FLOW_TAKEN: 'TAKEN',
};
const STARTING = new Set(['ELEMENT_ACTIVATING', 'ELEMENT_ACTIVATED', 'SEQUENCE_FLOW_TAKEN']);
const ENDING = new Set(['ELEMENT_COMPLETED', 'ELEMENT_TERMINATED', 'SEQUENCE_FLOW_TAKEN']);

export function projectProcessInstance({ key, intent, position, timestamp, value }: EngineRecord): RowOperation[] {
  const state = STATES[intent];
  if (!state) return [];
  const life = {
    state,
    started_at: STARTING.has(intent) ? timestamp : null,
    ended_at: ENDING.has(intent) ? timestamp : null,
    bpmn_process_id: textCell(value.bpmnProcessId),
    process_definition_key: keyCell(value.processDefinitionKey),
  };
  if (value.bpmnElementType === 'PROCESS') {
    const cells = {
      ...life,
      process_instance_key: key,
      process_version: numberCell(value.version),
      parent_process_instance_key: keyCell(value.parentProcessInstanceKey),
      parent_element_instance_key: keyCell(value.parentElementInstanceKey),
    };
    return [{ table: processInstances, position: Number(position), cells }];
  }
  const cells = {
    ...life,
    element_instance_key: key,
    process_instance_key: keyCell(value.processInstanceKey),
    element_id: textCell(value.elementId),
    element_type: textCell(value.bpmnElementType),
    flow_scope_key: keyCell(value.flowScopeKey),
  };
  return [{ table: elementInstances, position: Number(position), cells }];
}
