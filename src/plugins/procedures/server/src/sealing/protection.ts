// sealing/ alone knows how a protected person's identity is taken out of everything that is written, who may open it
// again, and what is told of it. It only ever seals: what opens lies in custodians' browsers (shared/sealing-crypto.ts).
//
// Owns the question whose identity is protected: the package says when, in which roles, and what of a person identifies
// nobody. Everything else is sealed, also what a tenant adds to its forms later.
import { conditionHolds, resolveFeel } from '../feel/resolve-feel';
import type { Manifest } from '../packages/types';

export interface Protection {
  /** Null: everybody on the record. */
  readonly roles: readonly string[] | null;
  readonly kept: readonly string[];
}
export type PersonRow = Record<string, unknown>;

/** What the platform itself keeps on a row; never taken from a form. */
export const SEAL_ATTRIBUTES: readonly string[] = ['sealed', 'pseudonym', 'sealedIdentity'];

/** Attributes of a row that are the platform's own or known of everybody. */
const OF_THE_ROW: readonly string[] = ['id', 'documentId', 'tenant', 'role'];

/** What stays as it is on a sealed row. */
export const staysOpen = (protection: Protection, name: string): boolean =>
  OF_THE_ROW.includes(name) || protection.kept.includes(name);

/** Null where nobody on this record is protected. */
export function protectionOf(manifest: Manifest, context: Record<string, unknown>): Protection | null {
  const declared = manifest.record.protection;
  if (!manifest.record.people || !declared || !conditionHolds(declared.when, context)) return null;
  return { roles: declared.roles ?? null, kept: declared.kept };
}

export function isProtectedPerson(protection: Protection, person: PersonRow): boolean {
  if (!protection.roles) return true;
  return typeof person.role !== 'string' || protection.roles.includes(person.role);
}

/** The attributes that say who somebody is, and say something. */
export function identifyingFields(protection: Protection, person: PersonRow): string[] {
  return Object.keys(person).filter(
    (name) => !staysOpen(protection, name) && !SEAL_ATTRIBUTES.includes(name) && isTold(person[name]),
  );
}

const isTold = (value: unknown): boolean =>
  value !== null &&
  value !== undefined &&
  value !== '' &&
  value !== false &&
  !(typeof value === 'object' && Object.values(value).every((inner) => !isTold(inner)));

/** Still to be sealed: protected, open, and there is something to hide. */
export const liesOpen = (protection: Protection, person: PersonRow): boolean =>
  person.sealed !== true && isProtectedPerson(protection, person) && identifyingFields(protection, person).length > 0;

const READ_MINUTES = 30;

/** For how long an opened identity may be read. */
export function readMinutes(manifest: Manifest, context: Record<string, unknown>): number {
  const told = resolveFeel(manifest.record.protection?.readMinutes ?? READ_MINUTES, context);
  return typeof told === 'number' && told > 0 ? told : READ_MINUTES;
}
