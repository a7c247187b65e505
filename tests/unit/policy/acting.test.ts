// Acting for another: within the scope, in the package, never for oneself, never to check one's own work.
import { decide } from '../../../src/plugins/procedures/server/src/policy/decide';
import {
  actingHeadFor,
  actingRightFor,
  isMemberOf,
} from '../../../src/plugins/procedures/server/src/tenants/acting-right';
import type { ActingRight } from '../../../src/plugins/procedures/server/src/tenants/actor';
import { aCase, actor, aTask } from './actors';

const right = (given: Partial<ActingRight> = {}): ActingRight => ({
  id: 'appointment-1',
  personId: 'holder',
  groups: ['DESK/head'],
  packages: null,
  leads: null,
  ...given,
});
/** As load-actor.ts makes it: groups of unlimited appointments are among the actor's. */
const deputy = (given: Partial<ActingRight> = {}) => {
  const one = right(given);
  const own = { groups: ['DESK/clerk'], headOf: [] };
  return actor({ own, groups: one.packages ? own.groups : [...own.groups, ...one.groups], acting: [one] });
};
const headTask = (given = {}) => aTask({ candidateGroups: ['DESK/head'], case: aCase({ packageId: 'p' }), ...given });

describe('whoever acts for another', () => {
  it('claims what was given to the other, and the act names the appointment', () => {
    expect(decide(deputy(), 'task.claim', headTask()).allowed).toBe(true);
    expect(actingRightFor(deputy(), ['DESK/head'], 'p')?.id).toBe('appointment-1');
  });

  it("acts in one's own right where there is one", () => {
    expect(actingRightFor(deputy({ groups: ['DESK/clerk', 'DESK/head'] }), ['DESK/clerk'], 'p')).toBeNull();
  });

  it('is refused outside the groups and the packages of the appointment', () => {
    expect(decide(deputy({ groups: ['DESK/other'] }), 'task.claim', headTask()).allowed).toBe(false);
    expect(decide(deputy({ packages: ['p'] }), 'task.claim', headTask()).allowed).toBe(true);
    expect(decide(deputy({ packages: ['q'] }), 'task.claim', headTask()).allowed).toBe(false);
    expect(isMemberOf(deputy({ packages: ['p'] }), ['DESK/head'], null)).toBe(false);
  });

  it('starts only what the appointment reaches', () => {
    const start = (packageId: string) => ({ tenantId: 'north', packageId, groups: ['DESK/head'] });
    expect(decide(deputy({ packages: ['p'] }), 'case.start', start('p')).allowed).toBe(true);
    expect(decide(deputy({ packages: ['p'] }), 'case.start', start('q')).allowed).toBe(false);
  });

  it('may not reach into another tenant', () => {
    expect(decide(deputy(), 'task.claim', headTask({ tenantId: 'south' }))).toMatchObject({ status: 404 });
  });

  it('may not check what whom one acts for did, nor what one did oneself', () => {
    for (const person of ['holder', deputy().personId]) {
      const task = headTask({ excludedPersons: [person] });
      expect(decide(deputy(), 'task.claim', task)).toMatchObject({ code: 'DIFFERENT_PERSON_REQUIRED' });
      const claimed = { ...task, assignee: deputy().personId };
      expect(decide(deputy(), 'task.complete', claimed)).toMatchObject({ code: 'DIFFERENT_PERSON_REQUIRED' });
    }
    expect(decide(deputy(), 'task.claim', headTask({ excludedPersons: ['somebody'] })).allowed).toBe(true);
  });

  it('is not bound by an appointment that does not reach the task', () => {
    const task = aTask({ excludedPersons: ['holder'] });
    expect(decide(deputy(), 'task.claim', task).allowed).toBe(true);
  });

  it('leads a unit only for its head, and the act says so', () => {
    const forHead = { ...deputy({ leads: 'DESK' }), headOf: ['DESK'] };
    expect(actingHeadFor(forHead, ['DESK'])?.id).toBe('appointment-1');
    expect(actingHeadFor(forHead, ['FIELD'])).toBeNull();
    expect(actingHeadFor(deputy(), ['DESK'])).toBeNull();
    const own = actor({ headOf: ['DESK'], acting: [right({ leads: 'DESK' })] });
    expect(actingHeadFor(own, ['DESK'])).toBeNull();
  });
});
