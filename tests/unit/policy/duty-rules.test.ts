import { decide } from '../../../src/plugins/procedures/server/src/policy/decide';
import type { AlarmSubject } from '../../../src/plugins/procedures/server/src/policy/subjects';
import { aCase, actor, administrator, auditor, clerk, fieldWorker, headOfDesk, leader, stranger } from './actors';

const alarm = (given: Partial<AlarmSubject> = {}): AlarmSubject => ({
  tenantId: 'north',
  unit: 'DESK',
  rung: ['person-1'],
  case: aCase(),
  ...given,
});
const codeOf = (...asked: Parameters<typeof decide>): string => {
  const decision = decide(...asked);
  return decision.allowed ? 'yes' : decision.code;
};

describe('an alarm', () => {
  const colleague = actor({ personId: 'person-9' });
  it('is read by the unit, by whoever was rung and by leaders above', () => {
    for (const who of [clerk, colleague, headOfDesk, leader]) expect(codeOf(who, 'alarm.read', alarm())).toBe('yes');
    expect(codeOf(fieldWorker, 'alarm.read', alarm())).toBe('UNIT_NOT_CONCERNED');
    expect(codeOf(fieldWorker, 'alarm.read', alarm({ rung: ['person-4'] }))).toBe('yes');
  });
  it('is acknowledged by whoever it rings for, or by the head, and by nobody else', () => {
    expect(codeOf(clerk, 'alarm.acknowledge', alarm())).toBe('yes');
    expect(codeOf(headOfDesk, 'alarm.acknowledge', alarm())).toBe('yes');
    expect(codeOf(colleague, 'alarm.acknowledge', alarm())).toBe('NOT_RUNG');
    expect(codeOf(leader, 'alarm.acknowledge', alarm())).toBe('NOT_RUNG');
  });
  it('is closed by whoever keeps the desk then', () => {
    expect(codeOf(colleague, 'alarm.close', alarm())).toBe('yes');
    expect(codeOf(leader, 'alarm.close', alarm())).toBe('NOT_RUNG');
  });
  it('of a restricted case is not known to those who take no part, even if they were rung before it was', () => {
    const restricted = alarm({ case: aCase({ restricted: true, participatingUnits: ['FIELD'] }) });
    for (const action of ['alarm.read', 'alarm.acknowledge', 'alarm.close'] as const) {
      expect(codeOf(clerk, action, restricted)).toBe('NOT_FOUND');
      expect(codeOf(leader, action, restricted)).toBe('NOT_FOUND');
    }
  });
  it('of another tenant is not known', () => {
    expect(codeOf(stranger, 'alarm.read', alarm({ rung: ['person-5'] }))).toBe('NOT_FOUND');
    expect(codeOf(clerk, 'alarm.read', alarm({ case: aCase({ tenantId: 'south' }) }))).toBe('NOT_FOUND');
  });
  it('is no business of administrators and auditors, who set what rings or read the chain', () => {
    for (const who of [administrator, auditor]) expect(codeOf(who, 'alarm.read', alarm())).toBe('ROLE_SEES_NO_CONTENT');
    expect(codeOf(administrator, 'alarm.administer', { tenantId: 'north' })).toBe('yes');
    expect(codeOf(headOfDesk, 'alarm.administer', { tenantId: 'north' })).toBe('ROLE_NOT_ALLOWED');
  });
});

describe('the roster', () => {
  const roster = { tenantId: 'north', unit: 'DESK', planners: ['DESK/second', 'FIELD/clerk'] };
  it('is formed by the head and by the groups that are named, each for its own unit', () => {
    const second = actor({ personId: 'person-9', groups: ['DESK/second'] });
    expect(codeOf(headOfDesk, 'duty.plan', roster)).toBe('yes');
    expect(codeOf(second, 'duty.plan', roster)).toBe('yes');
    expect(codeOf(clerk, 'duty.plan', roster)).toBe('NOT_A_PLANNER');
    expect(codeOf(fieldWorker, 'duty.plan', roster)).toBe('NOT_A_PLANNER');
  });
  it('is handed over inside the unit only', () => {
    expect(codeOf(clerk, 'duty.handOver', roster)).toBe('yes');
    expect(codeOf(leader, 'duty.handOver', roster)).toBe('UNIT_NOT_CONCERNED');
    expect(codeOf(leader, 'duty.read', roster)).toBe('yes');
    expect(codeOf(fieldWorker, 'duty.read', roster)).toBe('UNIT_NOT_CONCERNED');
  });
});
