// Owns the hiding of people whose identity is protected. Whoever reads the record still learns in what role somebody
// took part and that there is somebody to ask through the custodians; never who.
import type { Actor } from '../tenants/actor';
import { caseAccess } from './case-access';
import type { CaseSubject } from './subjects';

export interface PersonOfRecord {
  readonly role?: unknown;
  readonly sealed?: unknown;
  /** Given when the identity was sealed. */
  readonly pseudonym?: unknown;
  /** The row's own id, by which a form says which row it means. */
  readonly id?: unknown;
  readonly documentId?: unknown;
  readonly [field: string]: unknown;
}

export interface MaskedPerson {
  readonly id?: unknown;
  readonly documentId?: unknown;
  readonly role: unknown;
  readonly masked: true;
  readonly name: string;
}

/** Keeps of a protected person what identifies nobody; everything else is dropped, also what a tenant added itself. */
export function maskPersons<P extends PersonOfRecord>(
  actor: Actor,
  subject: CaseSubject,
  persons: readonly P[],
): (P | MaskedPerson)[] {
  if (caseAccess(actor, subject) !== 'content') return [];
  const isOpenedToActor = subject.identityOpenedTo?.includes(actor.personId) ?? false;
  let pseudonym = 0;
  return persons.map((person) => {
    if (isOpenedToActor || !isProtected(subject, person)) return person;
    pseudonym += 1;
    return {
      ...(person.id === undefined ? {} : { id: person.id }),
      ...(person.documentId === undefined ? {} : { documentId: person.documentId }),
      role: person.role ?? null,
      masked: true,
      name: typeof person.pseudonym === 'string' ? person.pseudonym : `Người được bảo vệ ${pseudonym}`,
    };
  });
}

/** A masked row that a form sends back carries no identity: it must not overwrite the one that is kept. */
export const isMasked = (person: PersonOfRecord | MaskedPerson): person is MaskedPerson =>
  (person as MaskedPerson).masked === true;

function isProtected(subject: CaseSubject, person: PersonOfRecord): boolean {
  if (person.sealed === true) return true;
  if (!subject.identityProtection) return false;
  // Unknown roles to protect: hide everybody rather than guess who told.
  if (!subject.protectedRoles) return true;
  return typeof person.role !== 'string' || subject.protectedRoles.includes(person.role);
}
