import type { CaseSubject, TaskSubject } from '../../../src/plugins/procedures/server/src/policy/subjects';
import type { Actor } from '../../../src/plugins/procedures/server/src/tenants/actor';

export const actor = (given: Partial<Actor> = {}): Actor => ({
  adminUserId: 1,
  personId: 'person-1',
  fullName: 'Người Mẫu',
  tenantId: 'north',
  groups: ['DESK/clerk'],
  units: ['DESK'],
  headOf: [],
  overseen: [],
  follows: [],
  // Without appointments everything is one's own.
  own: { groups: given.groups ?? ['DESK/clerk'], headOf: given.headOf ?? [] },
  acting: [],
  isAdministrator: false,
  isAuditor: false,
  ...given,
});

export const clerk = actor();
export const headOfDesk = actor({ personId: 'person-2', groups: ['DESK/head'], headOf: ['DESK'] });
export const leader = actor({
  personId: 'person-3',
  groups: ['BOARD/head'],
  units: ['BOARD'],
  overseen: ['DESK', 'FIELD'],
});
export const fieldWorker = actor({ personId: 'person-4', groups: ['FIELD/clerk'], units: ['FIELD'] });
export const stranger = actor({ personId: 'person-5', tenantId: 'south' });
export const administrator = actor({ personId: 'person-6', groups: [], units: [], isAdministrator: true });
export const auditor = actor({ personId: 'person-7', groups: [], units: [], isAuditor: true });
export const unplaced = actor({ personId: 'person-8', groups: [], units: [] });

export const kinds = { clerk, headOfDesk, leader, fieldWorker, stranger, administrator, auditor, unplaced };

export const aCase = (given: Partial<CaseSubject> = {}): CaseSubject => ({
  tenantId: 'north',
  handlingUnit: 'DESK',
  originUnit: null,
  restricted: false,
  participatingUnits: [],
  ...given,
});

export const aTask = (given: Partial<TaskSubject> = {}): TaskSubject => ({
  tenantId: 'north',
  state: 'OPEN',
  candidateGroups: ['DESK/clerk'],
  assignee: null,
  excludedPersons: [],
  case: aCase(),
  ...given,
});
