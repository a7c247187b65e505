// Owns who may change what of people: administrators keep units, positions and accounts, but never their own; heads
// keep absences, appointments and open tasks of their units; everybody the own absence.
import type { Actor } from '../tenants/actor';
import {
  ALLOWED,
  type Decision,
  NOT_APPOINTED_HERE,
  NOT_HEAD,
  NOT_ONESELF,
  OFFICE_WITHOUT_POSITION,
  UNIT_REFUSED,
} from './decision';
import type { AppointmentSubject, PersonSubject } from './subjects';

const leads = (actor: Actor, units: readonly string[]) => units.some((unit) => actor.headOf.includes(unit));

/** Everybody knows the colleagues of the own units; the rest is for administrators. */
export function mayReadPerson(actor: Actor, person: PersonSubject): Decision {
  if (actor.isAdministrator || person.personId === actor.personId) return ALLOWED;
  return person.units.some((unit) => actor.units.includes(unit)) ? ALLOWED : UNIT_REFUSED;
}

/** Whoever keeps the accounts gives none of them a way to content that leads back to the own one. */
export const mayManagePerson = (actor: Actor, person: PersonSubject): Decision =>
  person.personId === actor.personId ? NOT_ONESELF : ALLOWED;

export function mayGivePosition(actor: Actor, person: PersonSubject): Decision {
  if (person.personId === actor.personId) return NOT_ONESELF;
  return person.seesNoContent ? OFFICE_WITHOUT_POSITION : ALLOWED;
}

export function mayEnterAbsence(actor: Actor, person: PersonSubject): Decision {
  if (person.personId === actor.personId || actor.isAdministrator) return ALLOWED;
  return leads(actor, person.units) ? ALLOWED : NOT_HEAD;
}

/** Only in one's own right: an acting right is not passed on. */
export function mayAppoint(actor: Actor, subject: AppointmentSubject): Decision {
  if (!actor.own.headOf.includes(subject.unit)) return NOT_HEAD;
  if (subject.deputyId === actor.personId || subject.deputyId === subject.holderId) return NOT_ONESELF;
  return subject.deputyUnits.includes(subject.unit) ? ALLOWED : NOT_APPOINTED_HERE;
}

/** Taking a right away is safe in more hands than giving it: whoever is acted for, and the administrator. */
export function mayRevoke(actor: Actor, subject: AppointmentSubject): Decision {
  if (actor.isAdministrator || actor.personId === subject.holderId) return ALLOWED;
  return actor.own.headOf.includes(subject.unit) ? ALLOWED : NOT_HEAD;
}

export const mayHandOver = (actor: Actor, person: PersonSubject): Decision =>
  leads(actor, person.units) ? ALLOWED : NOT_HEAD;
