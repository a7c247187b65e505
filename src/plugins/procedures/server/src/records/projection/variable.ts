// VARIABLE: the value is JSON text, as the engine keeps it. Its scope may be a row that has not come yet.
import type { EngineRecord } from '../types';
import { keyCell, textCell } from './cells';
import { bigint, instant, text } from './columns';
import type { ProjectedTable, RowOperation } from './row-operation';

export const variables: ProjectedTable = {
  name: 'variables',
  columns: {
    variable_key: bigint('key'),
    scope_key: bigint('fixed'),
    process_instance_key: bigint('fixed'),
    process_definition_key: bigint('latest'),
    name: text('fixed'),
    value: text('latest'),
    updated_at: instant('latest'),
  },
};

export function projectVariable({ key, position, timestamp, value }: EngineRecord): RowOperation[] {
  const cells = {
    variable_key: key,
    scope_key: keyCell(value.scopeKey),
    process_instance_key: keyCell(value.processInstanceKey),
    process_definition_key: keyCell(value.processDefinitionKey),
    name: textCell(value.name),
    value: textCell(value.value),
    updated_at: timestamp,
  };
  return [{ table: variables, position: Number(position), cells }];
}
