// Owns who sends a reminder that needs an answer, who answers it, and who sees both.
import type { Actor } from '../tenants/actor';
import { boardUnits, pressedUnits } from './board-scope';
import { caseAccess } from './case-access';
import { ALLOWED, ANSWERED_ALREADY, type Decision, NO_BOARD, NOT_FOUND, NOT_HEAD, NOT_PRESSING } from './decision';
import type { ReminderSubject } from './subjects';

/** Of a restricted case nothing is known outside the units that take part, not even that somebody is pressed about it. */
const isHidden = (actor: Actor, { case: subject }: ReminderSubject) =>
  subject?.restricted === true && caseAccess(actor, subject) === 'none';

export const mayReadBoard = (actor: Actor): Decision => (boardUnits(actor).length > 0 ? ALLOWED : NO_BOARD);

export function mayReadReminder(actor: Actor, subject: ReminderSubject): Decision {
  if (isHidden(actor, subject)) return NOT_FOUND;
  const sees = [...boardUnits(actor), ...actor.headOf];
  return sees.includes(subject.toUnit) || (sees.includes(subject.fromUnit) && actor.units.includes(subject.fromUnit))
    ? ALLOWED
    : NOT_FOUND;
}

export function maySendReminder(actor: Actor, subject: ReminderSubject): Decision {
  if (isHidden(actor, subject)) return NOT_FOUND;
  return pressedUnits(actor).includes(subject.toUnit) ? ALLOWED : NOT_PRESSING;
}

/** In words of the unit's own head, or of whoever acts for the head. */
export function mayAnswerReminder(actor: Actor, subject: ReminderSubject): Decision {
  const seen = mayReadReminder(actor, subject);
  if (!seen.allowed) return seen;
  if (!actor.headOf.includes(subject.toUnit)) return NOT_HEAD;
  return subject.isAnswered ? ANSWERED_ALREADY : ALLOWED;
}
