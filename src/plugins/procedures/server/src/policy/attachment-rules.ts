// Owns the rules of files and notes: who adds one where, who knows of it, reads it, withdraws it.
import type { Actor } from '../tenants/actor';
import { caseAccess } from './case-access';
import {
  ALLOWED,
  type Decision,
  NOT_FOUND,
  NOT_OWN_FILE,
  NOT_OWN_NOTE,
  PROTECTED_FILE,
  UNIT_REFUSED,
} from './decision';
import type { AttachmentPlaceSubject, AttachmentSubject, NoteSubject } from './subjects';

export const readsContent = (actor: Actor, subject: AttachmentPlaceSubject): boolean => {
  if (!subject.case) return false;
  if (caseAccess(actor, subject.case) === 'content') return true;
  // Whoever is given a task of the case works with its content; a restricted case stays with those who take part.
  return subject.holdsTask && !subject.case.restricted && subject.case.tenantId === actor.tenantId;
};

export const unknownPlace = (subject: AttachmentPlaceSubject): Decision =>
  subject.case && !subject.case.restricted ? UNIT_REFUSED : NOT_FOUND;

/** To a case whose content the person reads, or to an entry of the person's own. */
export const mayAddAttachment = (actor: Actor, place: AttachmentPlaceSubject): Decision =>
  place.case === null || readsContent(actor, place) ? ALLOWED : unknownPlace(place);

export const mayListAttachments = mayAddAttachment;

export function mayReadAttachment(actor: Actor, subject: AttachmentSubject): Decision {
  const isOwn = subject.uploadedBy !== null && subject.uploadedBy === actor.personId;
  if (subject.case === null) return isOwn ? ALLOWED : NOT_FOUND;
  // A unit that was asked sees what it was shown with the question, and nothing else of the case.
  // A protected file is never shown so, also where it became protected afterwards.
  if (!subject.isProtected && subject.shownTo.some((unit) => actor.units.includes(unit))) return ALLOWED;
  if (!readsContent(actor, subject)) return unknownPlace(subject);
  if (!subject.isProtected || isOwn || actor.headOf.includes(subject.case.handlingUnit)) return ALLOWED;
  return subject.case.identityOpenedTo?.includes(actor.personId) ? ALLOWED : PROTECTED_FILE;
}

/** Whoever added it, or the head of the unit that handles the case. */
export function mayWithdrawAttachment(actor: Actor, subject: AttachmentSubject): Decision {
  const read = mayReadAttachment(actor, subject);
  if (!read.allowed) return read;
  if (subject.uploadedBy === actor.personId) return ALLOWED;
  return subject.case && actor.headOf.includes(subject.case.handlingUnit) ? ALLOWED : NOT_OWN_FILE;
}

/** A note: its author, or the head of the unit that handles the case. */
export function mayWithdrawNote(actor: Actor, subject: NoteSubject): Decision {
  const list = mayListAttachments(actor, subject);
  if (!list.allowed || subject.author === actor.personId) return list;
  return subject.case && actor.headOf.includes(subject.case.handlingUnit) ? ALLOWED : NOT_OWN_NOTE;
}
