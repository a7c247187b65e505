// JOB: the state is the last intent. The variables of a completion stay in the raw record.
import type { EngineRecord } from '../types';
import { jsonCell, keyCell, numberCell, textCell } from './cells';
import { bigint, instant, integer, json, text } from './columns';
import type { ProjectedTable, RowOperation } from './row-operation';

export const jobs: ProjectedTable = {
  name: 'jobs',
  columns: {
    job_key: bigint('key'),
    job_type: text('fixed'),
    process_instance_key: bigint('fixed'),
    process_definition_key: bigint('latest'),
    bpmn_process_id: text('latest'),
    element_id: text('latest'),
    element_instance_key: bigint('fixed'),
    custom_headers: json,
    state: text('latest'),
    retries: integer('latest'),
    worker: text('latest'),
    error_code: text('latest'),
    error_message: text('latest'),
    created_at: instant('first'),
    ended_at: instant('last'),
  },
};

const ENDING = new Set(['COMPLETED', 'CANCELED', 'ERROR_THROWN']);

export function projectJob({ key, intent, position, timestamp, value }: EngineRecord): RowOperation[] {
  const cells = {
    job_key: key,
    job_type: textCell(value.type),
    process_instance_key: keyCell(value.processInstanceKey),
    process_definition_key: keyCell(value.processDefinitionKey),
    bpmn_process_id: textCell(value.bpmnProcessId),
    element_id: textCell(value.elementId),
    element_instance_key: keyCell(value.elementInstanceKey),
    custom_headers: jsonCell(value.customHeaders),
    state: intent,
    retries: numberCell(value.retries),
    worker: textCell(value.worker),
    error_code: textCell(value.errorCode),
    error_message: textCell(value.errorMessage),
    created_at: intent === 'CREATED' ? timestamp : null,
    ended_at: ENDING.has(intent) ? timestamp : null,
  };
  return [{ table: jobs, position: Number(position), cells }];
}
