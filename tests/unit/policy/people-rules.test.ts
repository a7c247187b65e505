// Who may change what of people: nobody for oneself, heads for their own unit, administrators without a way to content.
import { decide } from '../../../src/plugins/procedures/server/src/policy/decide';
import type { Actor } from '../../../src/plugins/procedures/server/src/tenants/actor';
import { actor, administrator, clerk, fieldWorker, headOfDesk } from './actors';

const codeOf = (decision: ReturnType<typeof decide>) => (decision.allowed ? 'ALLOWED' : decision.code);
const person = (given = {}) => ({
  tenantId: 'north',
  personId: 'somebody',
  units: ['DESK'],
  seesNoContent: false,
  ...given,
});
const appointment = (given = {}) => ({
  tenantId: 'north',
  unit: 'DESK',
  holderId: headOfDesk.personId,
  deputyId: 'deputy',
  deputyUnits: ['DESK'],
  ...given,
});
/** Leads the desk only by acting for its head. */
const actingHead: Actor = {
  ...actor({ personId: 'acting-head', headOf: ['DESK'] }),
  own: { groups: ['DESK/clerk'], headOf: [] },
};

describe('an administrator', () => {
  it('gives positions to staff, but none to oneself, to other administrators and to auditors', () => {
    expect(codeOf(decide(administrator, 'position.give', person()))).toBe('ALLOWED');
    const own = person({ personId: administrator.personId });
    expect(codeOf(decide(administrator, 'position.give', own))).toBe('NOT_FOR_ONESELF');
    expect(codeOf(decide(administrator, 'person.write', own))).toBe('NOT_FOR_ONESELF');
    const office = person({ seesNoContent: true });
    expect(codeOf(decide(administrator, 'position.give', office))).toBe('OFFICE_WITHOUT_POSITION');
  });

  it('appoints nobody to act for another, but may end it', () => {
    expect(decide(administrator, 'acting.appoint', appointment()).allowed).toBe(false);
    expect(codeOf(decide(administrator, 'acting.revoke', appointment()))).toBe('ALLOWED');
  });
});

describe('appointing somebody to act for another', () => {
  it('is for the head of the unit', () => {
    expect(codeOf(decide(headOfDesk, 'acting.appoint', appointment()))).toBe('ALLOWED');
    expect(codeOf(decide(clerk, 'acting.appoint', appointment()))).toBe('NOT_THE_HEAD');
    expect(codeOf(decide(headOfDesk, 'acting.appoint', appointment({ unit: 'FIELD' })))).toBe('NOT_THE_HEAD');
  });

  it('is not for whoever only acts for the head: a right is not passed on', () => {
    expect(codeOf(decide(actingHead, 'acting.appoint', appointment()))).toBe('NOT_THE_HEAD');
    expect(codeOf(decide(actingHead, 'acting.revoke', appointment()))).toBe('NOT_THE_HEAD');
  });

  it('is not for oneself, not for another unit, not for another tenant', () => {
    const self = appointment({ holderId: 'clerk', deputyId: headOfDesk.personId });
    expect(codeOf(decide(headOfDesk, 'acting.appoint', self))).toBe('NOT_FOR_ONESELF');
    const elsewhere = appointment({ deputyUnits: ['FIELD'] });
    expect(codeOf(decide(headOfDesk, 'acting.appoint', elsewhere))).toBe('DEPUTY_OF_OTHER_UNIT');
    expect(codeOf(decide(headOfDesk, 'acting.appoint', appointment({ tenantId: 'south' })))).toBe('NOT_FOUND');
  });
});

describe('absence and hand-over', () => {
  it('are for the head of the unit, also for whoever acts for the head; the own absence for everybody', () => {
    for (const head of [headOfDesk, actingHead]) {
      expect(codeOf(decide(head, 'absence.write', person()))).toBe('ALLOWED');
      expect(codeOf(decide(head, 'task.handOver', person()))).toBe('ALLOWED');
    }
    expect(codeOf(decide(clerk, 'absence.write', person()))).toBe('NOT_THE_HEAD');
    expect(codeOf(decide(clerk, 'absence.write', person({ personId: clerk.personId })))).toBe('ALLOWED');
    expect(codeOf(decide(headOfDesk, 'task.handOver', person({ units: ['FIELD'] })))).toBe('NOT_THE_HEAD');
  });

  it('are seen by colleagues of the unit and by nobody else', () => {
    expect(codeOf(decide(clerk, 'person.read', person()))).toBe('ALLOWED');
    expect(codeOf(decide(fieldWorker, 'person.read', person()))).toBe('UNIT_NOT_CONCERNED');
  });
});
