// PROCESS: what is deployed. It comes once from each partition, with the same content. The model itself is not kept
// here: the package that it was deployed from is the source.
import type { EngineRecord } from '../types';
import { keyCell, numberCell, textCell } from './cells';
import { bigint, instant, integer, text } from './columns';
import type { ProjectedTable, RowOperation } from './row-operation';

export const deployedProcesses: ProjectedTable = {
  name: 'deployed_processes',
  columns: {
    process_definition_key: bigint('key'),
    bpmn_process_id: text('fixed'),
    version: integer('fixed'),
    resource_name: text('fixed'),
    checksum: text('fixed'),
    state: text('latest'),
    deployed_at: instant('first'),
  },
};

export function projectProcess({ key, intent, position, timestamp, value }: EngineRecord): RowOperation[] {
  const cells = {
    process_definition_key: keyCell(value.processDefinitionKey) ?? key,
    bpmn_process_id: textCell(value.bpmnProcessId),
    version: numberCell(value.version),
    resource_name: textCell(value.resourceName),
    checksum: textCell(value.checksum),
    state: intent,
    deployed_at: intent === 'CREATED' ? timestamp : null,
  };
  return [{ table: deployedProcesses, position: Number(position), cells }];
}
