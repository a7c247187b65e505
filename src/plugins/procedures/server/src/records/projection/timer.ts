// TIMER: a plain wait inside a process. Statutory terms are clocks of ours and never come by here.
import type { EngineRecord } from '../types';
import { instantCell, keyCell, numberCell, textCell } from './cells';
import { bigint, instant, integer, text } from './columns';
import type { ProjectedTable, RowOperation } from './row-operation';

export const timers: ProjectedTable = {
  name: 'timers',
  columns: {
    timer_key: bigint('key'),
    element_instance_key: bigint('fixed'),
    process_instance_key: bigint('fixed'),
    process_definition_key: bigint('latest'),
    element_id: text('latest'),
    due_at: instant('latest'),
    repetitions: integer('latest'),
    state: text('latest'),
    created_at: instant('first'),
    ended_at: instant('last'),
  },
};

export function projectTimer({ key, intent, position, timestamp, value }: EngineRecord): RowOperation[] {
  const cells = {
    timer_key: key,
    element_instance_key: keyCell(value.elementInstanceKey),
    process_instance_key: keyCell(value.processInstanceKey),
    process_definition_key: keyCell(value.processDefinitionKey),
    element_id: textCell(value.targetElementId),
    due_at: instantCell(value.dueDate),
    repetitions: numberCell(value.repetitions),
    state: intent,
    created_at: intent === 'CREATED' ? timestamp : null,
    ended_at: intent === 'TRIGGERED' || intent === 'CANCELED' ? timestamp : null,
  };
  return [{ table: timers, position: Number(position), cells }];
}
