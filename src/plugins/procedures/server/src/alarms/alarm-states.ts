// alarms/ owns what rings until somebody acknowledges it: raised by a business event, once a cause; rung at a desk; passed
// on along the tenant's chain; closed when what it asked for has been done. This file is the whole life of an alarm, as
// one table. Pure.
import type { AlarmState } from '../../../shared/alarms-contract';

export type AlarmAct = 'ESCALATE' | 'ACKNOWLEDGE' | 'CLOSE_BY_PERSON' | 'CLOSE_BY_EVENT';

const TABLE: Readonly<Record<AlarmState, Partial<Record<AlarmAct, AlarmState>>>> = {
  RINGING: { ESCALATE: 'ESCALATED', ACKNOWLEDGE: 'ACKNOWLEDGED', CLOSE_BY_EVENT: 'CLOSED' },
  ESCALATED: { ESCALATE: 'ESCALATED', ACKNOWLEDGE: 'ACKNOWLEDGED', CLOSE_BY_EVENT: 'CLOSED' },
  // Nobody ends what nobody has answered for: a person closes only an acknowledged alarm.
  ACKNOWLEDGED: { CLOSE_BY_PERSON: 'CLOSED', CLOSE_BY_EVENT: 'CLOSED' },
  CLOSED: {},
};

/** The state after `act`; null: the act is not allowed now. */
export const afterAct = (state: AlarmState, act: AlarmAct): AlarmState | null => TABLE[state][act] ?? null;

/** The states in which `act` is allowed, for a conditional update. */
export const statesFor = (act: AlarmAct): AlarmState[] =>
  (Object.keys(TABLE) as AlarmState[]).filter((state) => afterAct(state, act) !== null);

/** Still heard. */
export const isRinging = (state: AlarmState): boolean => afterAct(state, 'ACKNOWLEDGE') !== null;
