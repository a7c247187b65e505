// Owns the rules of tasks: who sees one, who may claim it, give it back, save and complete it.
import { isMemberOf, samePerson } from '../tenants/acting-right';
import type { Actor } from '../tenants/actor';
import { isOnBoard } from './board-scope';
import { caseAccess } from './case-access';
import {
  ALLOWED,
  ALREADY_CLAIMED,
  type Decision,
  DIFFERENT_PERSON,
  NOT_ASSIGNEE,
  NOT_CANDIDATE,
  NOT_FOUND,
  NOT_HEAD,
  NOT_OPEN,
} from './decision';
import type { CaseSubject, TaskSubject } from './subjects';

const unitOfGroup = (group: string) => group.slice(0, group.indexOf('/'));

const isCandidate = (actor: Actor, task: TaskSubject) =>
  isMemberOf(actor, task.candidateGroups, task.case.packageId ?? null);

/** Neither one who acts for another nor the one acted for may check what the other did. */
const didWhatItChecks = (actor: Actor, task: TaskSubject) =>
  samePerson(actor, task.candidateGroups, task.case.packageId ?? null).some((person) =>
    task.excludedPersons.includes(person),
  );

const isHeadOfCandidates = (actor: Actor, task: TaskSubject) =>
  task.candidateGroups.some((group) => actor.headOf.includes(unitOfGroup(group)));

/** A restricted case is known to the units that take part, and to nobody else, whatever the candidate groups say. */
const isHidden = (actor: Actor, task: TaskSubject) =>
  task.case.tenantId !== actor.tenantId ||
  (task.case.restricted && !task.case.participatingUnits.some((unit) => actor.units.includes(unit)));

export function mayReadTask(actor: Actor, task: TaskSubject): Decision {
  if (isHidden(actor, task)) return NOT_FOUND;
  if (task.assignee === actor.personId || isCandidate(actor, task) || isHeadOfCandidates(actor, task)) return ALLOWED;
  return NOT_CANDIDATE;
}

/** Whose case lies in a unit beneath those that the actor leads: a line of it, never its content; see case-access.ts. */
export const mayOversee = (actor: Actor, subject: CaseSubject): boolean => caseAccess(actor, subject) === 'summary';

export function mayClaimTask(actor: Actor, task: TaskSubject): Decision {
  if (isHidden(actor, task)) return NOT_FOUND;
  if (!isCandidate(actor, task)) return NOT_CANDIDATE;
  if (didWhatItChecks(actor, task)) return DIFFERENT_PERSON;
  if (task.state !== 'OPEN') return NOT_OPEN;
  if (task.assignee !== null && task.assignee !== actor.personId) return ALREADY_CLAIMED;
  return ALLOWED;
}

/** The assignee gives the task back; so may the head of a unit that it was given to, when somebody is away. */
export function mayReleaseTask(actor: Actor, task: TaskSubject): Decision {
  if (isHidden(actor, task)) return NOT_FOUND;
  if (task.assignee !== actor.personId && !isHeadOfCandidates(actor, task)) return NOT_ASSIGNEE;
  if (task.state !== 'OPEN' || task.assignee === null) return NOT_OPEN;
  return ALLOWED;
}

/** Giving a task to one of the group, also when somebody holds it: the head of a unit that it was given to. */
export function mayAssignTask(actor: Actor, task: TaskSubject): Decision {
  if (isHidden(actor, task)) return NOT_FOUND;
  if (!isHeadOfCandidates(actor, task)) return NOT_HEAD;
  return task.state === 'OPEN' ? ALLOWED : NOT_OPEN;
}

/** Reminding: the head of a unit that it was given to, leaders above the case's unit, and whoever has it on a board. */
export function mayRemindTask(actor: Actor, task: TaskSubject): Decision {
  if (isHidden(actor, task)) return NOT_FOUND;
  if (!isHeadOfCandidates(actor, task) && !mayOversee(actor, task.case) && !isOnBoard(actor, task)) return NOT_HEAD;
  return task.state === 'OPEN' ? ALLOWED : NOT_OPEN;
}

/** Whoever holds the task passes it on; so does the head of a unit that it was given to. To whom: mayClaimTask of that person. */
export function mayDelegateTask(actor: Actor, task: TaskSubject): Decision {
  if (isHidden(actor, task)) return NOT_FOUND;
  if (task.assignee !== actor.personId && !isHeadOfCandidates(actor, task)) return NOT_ASSIGNEE;
  return task.state === 'OPEN' ? ALLOWED : NOT_OPEN;
}

/** Saving a draft and completing: the assignee, who is still a candidate and did not do what this task checks. */
export function mayWorkOnTask(actor: Actor, task: TaskSubject): Decision {
  if (isHidden(actor, task)) return NOT_FOUND;
  if (!isCandidate(actor, task)) return NOT_CANDIDATE;
  if (didWhatItChecks(actor, task)) return DIFFERENT_PERSON;
  if (task.assignee !== actor.personId) return NOT_ASSIGNEE;
  if (task.state !== 'OPEN') return NOT_OPEN;
  return ALLOWED;
}
