// Owns the rules of questions between units: the asking side is whoever reads the case, the asked side is the people of the
// asked unit, who learn of the question alone. Leaders above the asked unit see its times, to whom it is escalated.
import type { Actor } from '../tenants/actor';
import { readsContent, unknownPlace } from './attachment-rules';
import { ALLOWED, type Decision, NOT_THE_ASKER, QUESTION_CLOSED, QUESTION_TAKEN } from './decision';
import type { QuestionSubject } from './subjects';

/** A restricted case is known to the units that take part, and to nobody else. */
const mayKnow = (subject: QuestionSubject) =>
  !subject.case?.restricted || subject.case.participatingUnits.includes(subject.toUnit);

export const isAsked = (actor: Actor, subject: QuestionSubject): boolean =>
  !subject.isExternal && actor.units.includes(subject.toUnit) && mayKnow(subject);

/** The words and files of the question; others who read it see its times only. */
export const readsQuestion = (actor: Actor, subject: QuestionSubject): boolean =>
  isAsked(actor, subject) || readsContent(actor, subject);

export function mayReadQuestion(actor: Actor, subject: QuestionSubject): Decision {
  const isAbove = !subject.case?.restricted && !subject.isExternal && actor.overseen.includes(subject.toUnit);
  return readsQuestion(actor, subject) || isAbove ? ALLOWED : unknownPlace(subject);
}

/** Whoever may give the answer: people of the asked unit; for a body outside, the asking side. */
const mayAnswerAtAll = (actor: Actor, subject: QuestionSubject) =>
  subject.isExternal ? readsContent(actor, subject) : isAsked(actor, subject);

export function mayClaimQuestion(actor: Actor, subject: QuestionSubject): Decision {
  if (!mayAnswerAtAll(actor, subject)) return unknownPlace(subject);
  if (!subject.isOpen) return QUESTION_CLOSED;
  return subject.assignee === null || subject.assignee === actor.personId ? ALLOWED : QUESTION_TAKEN;
}

/** Answering, sending back and asking for more time: who has taken it, anybody while nobody has, the head always. */
export function mayAnswerQuestion(actor: Actor, subject: QuestionSubject): Decision {
  const claim = mayClaimQuestion(actor, subject);
  if (claim === QUESTION_TAKEN && actor.headOf.includes(subject.toUnit)) return ALLOWED;
  return claim;
}

/** Agreeing to more time and taking the question back: whoever asked, or the head of the asking or handling unit. */
export function mayDecideQuestion(actor: Actor, subject: QuestionSubject): Decision {
  if (!readsContent(actor, subject)) return isAsked(actor, subject) ? NOT_THE_ASKER : unknownPlace(subject);
  const leads = [subject.fromUnit, subject.case?.handlingUnit].some((unit) => unit && actor.headOf.includes(unit));
  if (subject.askedBy !== actor.personId && !leads) return NOT_THE_ASKER;
  return subject.isOpen ? ALLOWED : QUESTION_CLOSED;
}
