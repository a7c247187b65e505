import {
  type AlarmAct,
  afterAct,
  isRinging,
  statesFor,
} from '../../../src/plugins/procedures/server/src/alarms/alarm-states';
import { ALARM_STATES, type AlarmState } from '../../../src/plugins/procedures/shared/alarms-contract';

const table: [AlarmState, AlarmAct, AlarmState | null][] = [
  ['RINGING', 'ESCALATE', 'ESCALATED'],
  ['RINGING', 'ACKNOWLEDGE', 'ACKNOWLEDGED'],
  ['RINGING', 'CLOSE_BY_EVENT', 'CLOSED'],
  ['RINGING', 'CLOSE_BY_PERSON', null],
  ['ESCALATED', 'ESCALATE', 'ESCALATED'],
  ['ESCALATED', 'ACKNOWLEDGE', 'ACKNOWLEDGED'],
  ['ESCALATED', 'CLOSE_BY_EVENT', 'CLOSED'],
  ['ESCALATED', 'CLOSE_BY_PERSON', null],
  ['ACKNOWLEDGED', 'ESCALATE', null],
  ['ACKNOWLEDGED', 'ACKNOWLEDGE', null],
  ['ACKNOWLEDGED', 'CLOSE_BY_EVENT', 'CLOSED'],
  ['ACKNOWLEDGED', 'CLOSE_BY_PERSON', 'CLOSED'],
  ['CLOSED', 'ESCALATE', null],
  ['CLOSED', 'ACKNOWLEDGE', null],
  ['CLOSED', 'CLOSE_BY_EVENT', null],
  ['CLOSED', 'CLOSE_BY_PERSON', null],
];

test.each(table)('%s and %s gives %s', (state, act, after) => {
  expect(afterAct(state, act)).toBe(after);
});
test('every state and act is in this table', () => {
  expect(table).toHaveLength(ALARM_STATES.length * 4);
});
test('a conditional update asks for exactly the states that allow the act', () => {
  expect(statesFor('ACKNOWLEDGE')).toEqual(['RINGING', 'ESCALATED']);
  expect(statesFor('CLOSE_BY_PERSON')).toEqual(['ACKNOWLEDGED']);
  expect(statesFor('CLOSE_BY_EVENT')).toEqual(['RINGING', 'ESCALATED', 'ACKNOWLEDGED']);
});
test('an alarm is heard until somebody answers for it', () => {
  expect(ALARM_STATES.filter(isRinging)).toEqual(['RINGING', 'ESCALATED']);
});
