import { decide } from '../../../src/plugins/procedures/server/src/policy/decide';
import { actor } from './actors';

const request = { tenantId: 'here', proposedBy: 'other', unit: 'DESK' };
const ask = (who: Parameters<typeof actor>[0], subject = request) =>
  decide(actor({ tenantId: 'here', ...who }), 'operations.decide', subject);
const leads = (unit: string) => ({ headOf: [unit], own: { groups: [], headOf: [unit] } });

describe('a request to cancel a process', () => {
  it('is decided by the head of the unit that handles the case, not by another head or an officer', () => {
    expect(ask(leads('DESK')).allowed).toBe(true);
    expect(ask(leads('YARD'))).toMatchObject({ allowed: false });
    expect(ask({})).toMatchObject({ allowed: false });
  });

  it('is not decided on behalf of the head, nor by who asked, nor by another tenant', () => {
    expect(ask({ headOf: ['DESK'], own: { groups: [], headOf: [] } }).allowed).toBe(false);
    expect(ask({ ...leads('DESK'), personId: 'other' }).allowed).toBe(false);
    expect(ask({ isAdministrator: true, personId: 'other' }).allowed).toBe(false);
    expect(ask({ isAdministrator: true }).allowed).toBe(true);
    expect(ask({ ...leads('DESK'), tenantId: 'there' }).allowed).toBe(false);
  });
});
