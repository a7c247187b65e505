// PROCESS_MESSAGE_SUBSCRIPTION: an instance waits for a message. A wait that does not interrupt stays open after a
// message came; one that does ends with it, and no DELETED follows.
import type { EngineRecord } from '../types';
import { keyCell, textCell } from './cells';
import { bigint, flag, instant, text } from './columns';
import type { ProjectedTable, RowOperation } from './row-operation';

export const messageSubscriptions: ProjectedTable = {
  name: 'message_subscriptions',
  columns: {
    element_instance_key: bigint('key'),
    message_name: text('key'),
    process_instance_key: bigint('fixed'),
    bpmn_process_id: text('fixed'),
    element_id: text('fixed'),
    correlation_key: text('fixed'),
    interrupting: flag('fixed'),
    state: text('latest'),
    opened_at: instant('first'),
    closed_at: instant('last'),
  },
};

export function projectProcessMessageSubscription(record: EngineRecord): RowOperation[] {
  const { intent, position, timestamp, value } = record;
  const elementInstanceKey = keyCell(value.elementInstanceKey);
  const messageName = textCell(value.messageName);
  if (elementInstanceKey === null || messageName === null) return [];
  const ends = intent === 'DELETED' || (intent === 'CORRELATED' && value.interrupting === true);
  const cells = {
    element_instance_key: elementInstanceKey,
    message_name: messageName,
    process_instance_key: keyCell(value.processInstanceKey),
    bpmn_process_id: textCell(value.bpmnProcessId),
    element_id: textCell(value.elementId),
    correlation_key: textCell(value.correlationKey),
    interrupting: typeof value.interrupting === 'boolean' ? value.interrupting : null,
    state: intent,
    opened_at: intent === 'CREATED' ? timestamp : null,
    closed_at: ends ? timestamp : null,
  };
  return [{ table: messageSubscriptions, position: Number(position), cells }];
}
