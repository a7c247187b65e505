import { decide } from '../../../src/plugins/procedures/server/src/policy/decide';
import type { IdentityRequestSubject } from '../../../src/plugins/procedures/server/src/policy/subjects';
import { aCase, actor, administrator, auditor, clerk, fieldWorker, leader, stranger } from './actors';

const custodian = actor({ personId: 'person-20', groups: ['DESK/head', 'DESK/custodian'] });
const another = actor({ personId: 'person-21', groups: ['DESK/custodian'] });
const asked = (given: Partial<IdentityRequestSubject> = {}): IdentityRequestSubject => ({
  tenantId: 'north',
  askedBy: clerk.personId,
  state: 'PENDING',
  case: aCase(),
  ...given,
});
const codeOf = (decision: ReturnType<typeof decide>) => (decision.allowed ? 'ALLOWED' : decision.code);

describe('a sealed identity', () => {
  it('is asked for by whoever reads the content of the case, and by nobody else', () => {
    expect(codeOf(decide(clerk, 'identity.request', aCase()))).toBe('ALLOWED');
    expect(codeOf(decide(fieldWorker, 'identity.request', aCase()))).toBe('UNIT_NOT_CONCERNED');
    expect(codeOf(decide(leader, 'identity.request', aCase()))).toBe('UNIT_NOT_CONCERNED');
    expect(codeOf(decide(stranger, 'identity.request', aCase()))).toBe('NOT_FOUND');
    for (const who of [administrator, auditor, actor({ isAdministrator: true, groups: ['DESK/custodian'] })]) {
      expect(codeOf(decide(who, 'identity.request', aCase()))).toBe('ROLE_SEES_NO_CONTENT');
    }
  });

  it('is opened by a custodian who is not the one who asks, once', () => {
    expect(codeOf(decide(custodian, 'identity.approve', asked()))).toBe('ALLOWED');
    expect(codeOf(decide(clerk, 'identity.approve', asked()))).toBe('NOT_A_CUSTODIAN');
    expect(codeOf(decide(custodian, 'identity.approve', asked({ askedBy: custodian.personId })))).toBe(
      'DIFFERENT_PERSON_REQUIRED',
    );
    expect(codeOf(decide(another, 'identity.approve', asked({ askedBy: custodian.personId })))).toBe('ALLOWED');
    for (const state of ['APPROVED', 'REFUSED', 'WITHDRAWN', 'EXPIRED']) {
      expect(codeOf(decide(custodian, 'identity.approve', asked({ state })))).toBe('REQUEST_NOT_PENDING');
    }
    for (const who of [administrator, auditor, actor({ isAdministrator: true, groups: ['DESK/custodian'] })]) {
      expect(codeOf(decide(who, 'identity.approve', asked()))).toBe('ROLE_SEES_NO_CONTENT');
    }
    const elsewhere = actor({ tenantId: 'south', groups: ['DESK/custodian'] });
    expect(codeOf(decide(elsewhere, 'identity.approve', asked()))).toBe('NOT_FOUND');
  });

  it('is read by the one who asked, while it is open and the case is still theirs', () => {
    const opened = asked({ state: 'APPROVED' });
    expect(codeOf(decide(clerk, 'identity.read', opened))).toBe('ALLOWED');
    expect(codeOf(decide(custodian, 'identity.read', opened))).toBe('NOT_FOUND');
    expect(codeOf(decide(clerk, 'identity.read', asked()))).toBe('IDENTITY_CLOSED');
    expect(codeOf(decide(clerk, 'identity.read', asked({ state: 'EXPIRED' })))).toBe('IDENTITY_CLOSED');
    const handedOver = asked({ state: 'APPROVED', case: aCase({ handlingUnit: 'FIELD' }) });
    expect(codeOf(decide(clerk, 'identity.read', handedOver))).toBe('UNIT_NOT_CONCERNED');
  });

  it('has keys made and revoked by custodians alone', () => {
    const here = { tenantId: 'north' };
    expect(codeOf(decide(custodian, 'custodianKey.write', here))).toBe('ALLOWED');
    expect(codeOf(decide(clerk, 'custodianKey.write', here))).toBe('NOT_A_CUSTODIAN');
    for (const who of [administrator, auditor]) {
      expect(codeOf(decide(who, 'custodianKey.write', here))).toBe('ROLE_NOT_ALLOWED');
    }
  });
});
