// Owns the rules of what two people do together: who asked for it never decides.
import type { Actor } from '../tenants/actor';
import { ALLOWED, type Decision, NOT_AN_APPROVER, OWN_PROPOSAL } from './decision';
import type { CancelSubject, PublicationSubject } from './subjects';

/** Whom the tenant names: another administrator, a head of a unit. */
export function mayDecidePublication(actor: Actor, subject: PublicationSubject): Decision {
  if ([subject.proposedBy, subject.tokenAskedForBy].includes(actor.personId)) return OWN_PROPOSAL;
  const { administrators, units } = subject.approvers;
  const isHead = actor.own.headOf.some((unit) => units === null || units.includes(unit));
  return (administrators && actor.isAdministrator) || isHead ? ALLOWED : NOT_AN_APPROVER;
}

/** The head of the unit that handles the case, or another administrator. */
export function mayDecideCancel(actor: Actor, subject: CancelSubject): Decision {
  if (subject.proposedBy === actor.personId) return OWN_PROPOSAL;
  return actor.isAdministrator || actor.own.headOf.includes(subject.unit) ? ALLOWED : NOT_AN_APPROVER;
}
