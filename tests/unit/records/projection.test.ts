import { projectRecord } from '../../../src/plugins/procedures/server/src/records/projection/project-record';
import {
  mergeRows,
  type RowOperation,
} from '../../../src/plugins/procedures/server/src/records/projection/row-operation';
import type { EngineRecord } from '../../../src/plugins/procedures/server/src/records/types';
import { record } from './record';

/** All records are of one row. */
const rowOf = (records: EngineRecord[]): RowOperation => records.flatMap(projectRecord).reduce(mergeRows);
const shuffles = <T>(list: T[]): T[][] =>
  list.length <= 1 ? [list] : list.flatMap((one, n) => shuffles(list.toSpliced(n, 1)).map((rest) => [one, ...rest]));

const element = { bpmnElementType: 'USER_TASK', elementId: 'first', processInstanceKey: '2251799813685253' };
const job = {
  type: 't',
  elementId: 'first',
  processInstanceKey: 2251799813685253,
  retries: 3,
  customHeaders: { a: '1' },
};
const subscription = {
  elementInstanceKey: '2251799813685259',
  messageName: 'reply',
  correlationKey: '0.5',
  interrupting: true,
};

test.each([
  [
    'an element',
    [
      record('PROCESS_INSTANCE', 'ELEMENT_ACTIVATING', 10, element),
      record('PROCESS_INSTANCE', 'ELEMENT_ACTIVATED', 12, element),
      record('PROCESS_INSTANCE', 'ELEMENT_COMPLETING', 20, element),
      record('PROCESS_INSTANCE', 'ELEMENT_COMPLETED', 21, element),
    ],
    { state: 'COMPLETED', started_at: '2026-01-05T08:00:10.000Z', ended_at: '2026-01-05T08:00:21.000Z' },
  ],
  [
    'a job',
    [
      record('JOB', 'CREATED', 11, job),
      record('JOB', 'FAILED', 15, { ...job, retries: 0, errorMessage: 'CODE' }),
      record('JOB', 'RETRIES_UPDATED', 18, { ...job, retries: 1 }),
      record('JOB', 'COMPLETED', 19, { ...job, retries: 1 }),
    ],
    { state: 'COMPLETED', retries: 1, created_at: '2026-01-05T08:00:11.000Z', ended_at: '2026-01-05T08:00:19.000Z' },
  ],
  [
    'an incident',
    [
      record('INCIDENT', 'CREATED', 30, { errorType: 'JOB_NO_RETRIES', errorMessage: 'CODE', jobKey: 5 }),
      record('INCIDENT', 'RESOLVED', 40, { errorType: 'JOB_NO_RETRIES', errorMessage: 'CODE', jobKey: 5 }),
    ],
    { state: 'RESOLVED', error_message: 'CODE', resolved_at: '2026-01-05T08:00:40.000Z' },
  ],
  [
    'a wait for a message',
    [
      record('PROCESS_MESSAGE_SUBSCRIPTION', 'CREATING', 1, subscription),
      record('PROCESS_MESSAGE_SUBSCRIPTION', 'CREATED', 2, subscription),
      record('PROCESS_MESSAGE_SUBSCRIPTION', 'CORRELATED', 3, subscription),
    ],
    { state: 'CORRELATED', correlation_key: '0.5', closed_at: '2026-01-05T08:00:03.000Z' },
  ],
  [
    'a variable',
    [
      record('VARIABLE', 'CREATED', 5, { name: 'a', value: '1', scopeKey: 7 }),
      record('VARIABLE', 'UPDATED', 6, { name: 'a', value: '2', scopeKey: 7 }),
    ],
    { value: '2', name: 'a', scope_key: '7' },
  ],
  [
    'a timer',
    [
      record('TIMER', 'CREATED', 5, { targetElementId: 'wait', dueDate: 1767600000000, repetitions: 1 }),
      record('TIMER', 'TRIGGERED', 9, { targetElementId: 'wait', dueDate: 1767600000000, repetitions: 1 }),
    ],
    { state: 'TRIGGERED', due_at: '2026-01-05T08:00:00.000Z', ended_at: '2026-01-05T08:00:09.000Z' },
  ],
])('the row of %s is the same in whatever order its records arrive', (_what, records, expected) => {
  const inOrder = rowOf(records);
  expect(inOrder.cells).toMatchObject(expected);
  for (const shuffled of shuffles(records)) expect(rowOf(shuffled)).toEqual(inOrder);
});

test('an instance and its elements are rows of different tables', () => {
  const process = { bpmnElementType: 'PROCESS', bpmnProcessId: 'p', version: 2, parentProcessInstanceKey: -1 };
  const [row] = projectRecord(record('PROCESS_INSTANCE', 'ELEMENT_ACTIVATED', 4, process));
  expect(row.table.name).toBe('process_instances');
  expect(row.cells).toMatchObject({ process_version: 2, parent_process_instance_key: null, state: 'ACTIVATED' });
  const [flow] = projectRecord(
    record('PROCESS_INSTANCE', 'SEQUENCE_FLOW_TAKEN', 5, { bpmnElementType: 'SEQUENCE_FLOW', elementId: 'f' }),
  );
  expect(flow.table.name).toBe('element_instances');
  expect(flow.cells).toMatchObject({ state: 'TAKEN', element_type: 'SEQUENCE_FLOW' });
});

test('a wait that does not interrupt stays open after a message came', () => {
  const open = { ...subscription, interrupting: false };
  const { cells } = rowOf([
    record('PROCESS_MESSAGE_SUBSCRIPTION', 'CREATED', 2, open),
    record('PROCESS_MESSAGE_SUBSCRIPTION', 'CORRELATED', 3, open),
  ]);
  expect(cells).toMatchObject({ state: 'CORRELATED', closed_at: null });
  const { cells: closed } = rowOf([
    record('PROCESS_MESSAGE_SUBSCRIPTION', 'CREATED', 2, open),
    record('PROCESS_MESSAGE_SUBSCRIPTION', 'DELETED', 9, open),
  ]);
  expect(closed.closed_at).toBe('2026-01-05T08:00:09.000Z');
});

test('commands, rejections and value types without a projection leave no rows', () => {
  expect(projectRecord({ ...record('JOB', 'COMPLETE', 1, job), recordType: 'COMMAND' })).toEqual([]);
  expect(projectRecord(record('MESSAGE', 'PUBLISHED', 1, { name: 'm' }))).toEqual([]);
  expect(projectRecord(record('PROCESS_INSTANCE', 'SOMETHING_NEW', 1, element))).toEqual([]);
});

test('a record that lacks every field still makes a row', () => {
  for (const type of ['PROCESS_INSTANCE', 'JOB', 'INCIDENT', 'VARIABLE', 'TIMER', 'PROCESS', 'DECISION_EVALUATION']) {
    const intent = type === 'PROCESS_INSTANCE' ? 'ELEMENT_ACTIVATED' : 'CREATED';
    expect(projectRecord(record(type, intent, 1, {}))).toHaveLength(1);
  }
});
