// INCIDENT: what stands still, and why.
import type { EngineRecord } from '../types';
import { keyCell, textCell } from './cells';
import { bigint, instant, text } from './columns';
import type { ProjectedTable, RowOperation } from './row-operation';

export const incidents: ProjectedTable = {
  name: 'incidents',
  columns: {
    incident_key: bigint('key'),
    error_type: text('fixed'),
    error_message: text('fixed'),
    process_instance_key: bigint('fixed'),
    process_definition_key: bigint('latest'),
    bpmn_process_id: text('latest'),
    element_id: text('latest'),
    element_instance_key: bigint('fixed'),
    job_key: bigint('fixed'),
    state: text('latest'),
    created_at: instant('first'),
    resolved_at: instant('last'),
  },
};

export function projectIncident({ key, intent, position, timestamp, value }: EngineRecord): RowOperation[] {
  const cells = {
    incident_key: key,
    error_type: textCell(value.errorType),
    error_message: textCell(value.errorMessage),
    process_instance_key: keyCell(value.processInstanceKey),
    process_definition_key: keyCell(value.processDefinitionKey),
    bpmn_process_id: textCell(value.bpmnProcessId),
    element_id: textCell(value.elementId),
    element_instance_key: keyCell(value.elementInstanceKey),
    job_key: keyCell(value.jobKey),
    state: intent === 'RESOLVED' ? 'RESOLVED' : 'CREATED',
    created_at: intent === 'CREATED' ? timestamp : null,
    resolved_at: intent === 'RESOLVED' ? timestamp : null,
  };
  return [{ table: incidents, position: Number(position), cells }];
}
