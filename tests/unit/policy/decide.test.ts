import { caseAccess } from '../../../src/plugins/procedures/server/src/policy/case-access';
import { decide } from '../../../src/plugins/procedures/server/src/policy/decide';
import { requireAllowed } from '../../../src/plugins/procedures/server/src/policy/decision';
import { type PolicyAction, policyActions } from '../../../src/plugins/procedures/server/src/policy/policy-action';
import {
  aCase,
  actor,
  administrator,
  aTask,
  auditor,
  clerk,
  fieldWorker,
  headOfDesk,
  kinds,
  leader,
  stranger,
  unplaced,
} from './actors';

const codeOf = (decision: ReturnType<typeof decide>) => (decision.allowed ? 'ALLOWED' : decision.code);

/** A subject that satisfies every kind of question, so that only the actor decides. */
const anySubject = {
  ...aTask({ candidateGroups: ['DESK/clerk'] }),
  ...aCase(),
  groups: ['DESK/clerk'],
  reservedBy: ['DESK/clerk'],
  personId: null,
  proposedBy: 'somebody',
  approvers: { administrators: true, units: null },
  holdsTask: false,
  uploadedBy: null,
  isProtected: false,
  shownTo: [],
  owner: 'DESK',
  recipients: [],
  unit: 'DESK',
  fromUnit: 'FIELD',
  toUnit: 'DESK',
  round: 1,
  isAnswered: false,
  author: 'somebody',
  case: aCase(),
  units: ['DESK'],
  seesNoContent: false,
  holderId: 'holder',
  deputyId: 'deputy',
  deputyUnits: ['DESK'],
};
const ask = (who: (typeof kinds)[keyof typeof kinds], action: PolicyAction, subject = anySubject) =>
  decide(who, action as 'task.read', subject as never);

describe('the policy', () => {
  it('refuses an action that nobody listed', () => {
    expect(codeOf(decide(clerk, 'case.erase' as PolicyAction, anySubject as never))).toBe('ROLE_NOT_ALLOWED');
    expect(codeOf(decide(clerk, 'toString' as PolicyAction, anySubject as never))).toBe('ROLE_NOT_ALLOWED');
  });

  it.each(policyActions)('answers %s of another tenant as not found, whoever asks', (action) => {
    for (const who of Object.values(kinds)) {
      const decision = ask(who, action, { ...anySubject, tenantId: who.tenantId === 'north' ? 'south' : 'north' });
      expect(decision).toMatchObject({ allowed: false, code: 'NOT_FOUND', status: 404 });
    }
  });

  it.each(policyActions)('gives %s to no person without a position, unless it is for everybody', (action) => {
    const forEverybody = [
      'me.read',
      'calendar.read',
      'clockRule.read',
      'parameter.read',
      'questionTerm.read',
      'notice.read',
      'notice.settings',
    ];
    expect(ask(unplaced, action).allowed).toBe(forEverybody.includes(action));
  });

  it('lets administrators manage and auditors read the chain, and shows neither any content', () => {
    const allowed = (who: typeof clerk) => policyActions.filter((action) => ask(who, action).allowed).sort();
    expect(allowed(administrator)).toEqual([
      'absence.write',
      'acting.revoke',
      'alarm.administer',
      'apiToken.create',
      'apiToken.list',
      'apiToken.revoke',
      'board.settings',
      'calendar.read',
      'calendar.write',
      'clockRule.read',
      'clockRule.write',
      'connection.administer',
      'identity.overview',
      'me.read',
      'model.read',
      'notice.read',
      'notice.settings',
      'notification.administer',
      'operations.change',
      'operations.decide',
      'operations.read',
      'operations.retry',
      'package.move',
      'package.read',
      'package.write',
      'parameter.read',
      'parameter.write',
      'people.read',
      'people.write',
      'person.read',
      'person.write',
      'portal.administer',
      'position.give',
      'publication.decide',
      'publication.withdraw',
      'questionTerm.read',
      'questionTerm.write',
      'schedule.list',
      'schedule.read',
      'schedule.write',
      'template.read',
      'template.write',
      'webhook.administer',
    ]);
    expect(allowed(auditor)).toEqual([
      'audit.read',
      'audit.verify',
      'calendar.read',
      'caseAudit.read',
      'clockRule.read',
      'me.read',
      'notice.read',
      'notice.settings',
      'parameter.read',
      'questionTerm.read',
      'schedule.list',
      'schedule.read',
    ]);
    expect(codeOf(ask(administrator, 'case.readRecord'))).toBe('ROLE_SEES_NO_CONTENT');
  });

  it('shows no content to an administrator who also holds a position', () => {
    const both = actor({ isAdministrator: true });
    expect(caseAccess(both, aCase())).toBe('none');
    expect(codeOf(ask(both, 'task.read'))).toBe('ROLE_SEES_NO_CONTENT');
  });

  it('gives staff none of the management', () => {
    for (const action of [
      'calendar.write',
      'clockRule.write',
      'package.move',
      'package.write',
      'template.write',
      'operations.read',
      'operations.retry',
      'operations.change',
      'people.write',
      'person.write',
      'position.give',
      'audit.read',
    ] as const) {
      expect(codeOf(ask(headOfDesk, action))).toBe('ROLE_NOT_ALLOWED');
    }
  });

  it('throws a refusal as a problem with its status', () => {
    expect(() => requireAllowed(ask(stranger, 'case.read'))).toThrow(
      expect.objectContaining({ code: 'NOT_FOUND', status: 404 }),
    );
    expect(() => requireAllowed(ask(clerk, 'case.read'))).not.toThrow();
  });
});

describe('how much of a case is seen', () => {
  it('is the content for the unit that handles it and those that take part', () => {
    expect(caseAccess(clerk, aCase())).toBe('content');
    expect(caseAccess(fieldWorker, aCase({ participatingUnits: ['FIELD'] }))).toBe('content');
  });

  it('is a summary for the leaders above, never the record', () => {
    expect(caseAccess(leader, aCase())).toBe('summary');
    expect(decide(leader, 'case.readSummary', aCase()).allowed).toBe(true);
    expect(codeOf(decide(leader, 'case.readRecord', aCase()))).toBe('UNIT_NOT_CONCERNED');
    expect(codeOf(decide(leader, 'case.readPersons', aCase()))).toBe('UNIT_NOT_CONCERNED');
  });

  it('stays a summary for the leaders above when their unit is told to take part', () => {
    expect(caseAccess(leader, aCase({ participatingUnits: ['BOARD'] }))).toBe('summary');
    expect(caseAccess(leader, aCase({ handlingUnit: 'BOARD' }))).toBe('content');
  });

  it('is state and dates for the unit that handed it over, even if it once took part', () => {
    const handedOver = aCase({ originUnit: 'FIELD', participatingUnits: ['FIELD', 'DESK'] });
    expect(caseAccess(fieldWorker, handedOver)).toBe('status');
    expect(decide(fieldWorker, 'case.read', handedOver).allowed).toBe(true);
    expect(decide(fieldWorker, 'case.readSummary', handedOver).allowed).toBe(false);
    expect(decide(fieldWorker, 'case.readRecord', handedOver).allowed).toBe(false);
  });

  it('is the content for a unit that handles what it received itself', () => {
    expect(caseAccess(clerk, aCase({ originUnit: 'DESK', participatingUnits: ['DESK'] }))).toBe('content');
  });

  it('is nothing for a unit that has no part in it', () => {
    expect(codeOf(decide(fieldWorker, 'case.read', aCase()))).toBe('UNIT_NOT_CONCERNED');
  });

  it('is not even the existence of a restricted case, for anybody but those who take part', () => {
    const restricted = aCase({ restricted: true, participatingUnits: ['FIELD'], originUnit: 'DESK' });
    expect(caseAccess(fieldWorker, restricted)).toBe('content');
    for (const who of [clerk, headOfDesk, leader, administrator, auditor, unplaced]) {
      expect(caseAccess(who, restricted)).toBe('none');
      for (const action of ['case.read', 'case.readSummary', 'case.readRecord', 'case.readPersons'] as const) {
        expect(decide(who, action, restricted).allowed).toBe(false);
      }
    }
    expect(codeOf(decide(leader, 'case.read', restricted))).toBe('NOT_FOUND');
    expect(codeOf(decide(clerk, 'case.event', { tenantId: 'north', groups: ['DESK/clerk'], case: restricted }))).toBe(
      'NOT_FOUND',
    );
  });
});

describe('a schedule', () => {
  const duty = { tenantId: 'north', owner: 'DESK', recipients: ['STORE'] };

  it('is read by the unit that answers, the leaders above and the units that receive', () => {
    const receiver = actor({ units: ['STORE'], groups: ['STORE/clerk'] });
    for (const who of [clerk, headOfDesk, leader, receiver, administrator, auditor])
      expect(decide(who, 'schedule.read', duty).allowed).toBe(true);
    expect(codeOf(decide(fieldWorker, 'schedule.read', duty))).toBe('UNIT_DOES_NOT_ANSWER');
    expect(codeOf(decide(stranger, 'schedule.read', duty))).toBe('NOT_FOUND');
  });

  it('has its sendings recorded by the unit that answers, and by nobody else', () => {
    expect(decide(clerk, 'schedule.recordSending', duty).allowed).toBe(true);
    for (const who of [leader, fieldWorker, administrator, auditor])
      expect(decide(who, 'schedule.recordSending', duty).allowed).toBe(false);
  });
});

describe('starting, entering events and following an action', () => {
  it('asks for a group of the start', () => {
    expect(decide(clerk, 'case.start', { tenantId: 'north', groups: ['DESK/clerk'] }).allowed).toBe(true);
    expect(codeOf(decide(clerk, 'case.start', { tenantId: 'north', groups: [] }))).toBe('NOT_A_CANDIDATE');
  });

  it('lets whoever works on the case enter an event, and a named group from outside', () => {
    expect(decide(clerk, 'case.event', { tenantId: 'north', groups: [], case: aCase() }).allowed).toBe(true);
    expect(codeOf(decide(leader, 'case.event', { tenantId: 'north', groups: [], case: aCase() }))).toBe(
      'UNIT_NOT_CONCERNED',
    );
    expect(decide(leader, 'case.event', { tenantId: 'north', groups: ['BOARD/head'], case: aCase() }).allowed).toBe(
      true,
    );
    expect(codeOf(decide(clerk, 'case.event', { tenantId: 'north', groups: ['BOARD/head'], case: aCase() }))).toBe(
      'NOT_A_CANDIDATE',
    );
    const foreign = aCase({ tenantId: 'south' });
    expect(codeOf(decide(clerk, 'case.event', { tenantId: 'north', groups: ['DESK/clerk'], case: foreign }))).toBe(
      'NOT_FOUND',
    );
  });

  it('shows an action to the person who staged it and to those who read the case', () => {
    const staged = { tenantId: 'north', personId: fieldWorker.personId, case: aCase() };
    expect(decide(fieldWorker, 'action.read', staged).allowed).toBe(true);
    expect(decide(clerk, 'action.read', staged).allowed).toBe(true);
    expect(decide(leader, 'action.read', staged).allowed).toBe(false);
    expect(decide(clerk, 'action.read', { ...staged, case: null }).allowed).toBe(false);
  });
});

describe('the second person for a new version', () => {
  const may = (actor: Actor, approvers: { administrators: boolean; units: string[] | null }) =>
    decide(actor, 'publication.decide', { tenantId: actor.tenantId, proposedBy: 'somebody', approvers }).allowed;
  const any = { administrators: true, units: null };

  it('is whom the tenant names', () => {
    expect(may(administrator, any)).toBe(true);
    expect(may(administrator, { administrators: false, units: null })).toBe(false);
  });

  it('is never who proposed it', () => {
    const own = { tenantId: administrator.tenantId, proposedBy: administrator.personId, approvers: any };
    expect(decide(administrator, 'publication.decide', own).allowed).toBe(false);
  });

  it('is the head of a named unit only', () => {
    const head = {
      ...administrator,
      isAdministrator: false,
      units: ['VP'],
      own: { ...administrator.own, headOf: ['VP'] },
    };
    expect(may(head as Actor, { administrators: true, units: ['VP'] })).toBe(true);
    expect(may(head as Actor, { administrators: true, units: ['CAP'] })).toBe(false);
  });
});
