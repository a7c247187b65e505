// Owns the question in whose right a person does something. One's own right comes first; only without it one acts for
// another, and then the act says so.
import type { ActingRight, Actor } from './actor';

/** Whether an appointment reaches work of one of `groups` in the package; an unknown package needs an unlimited one. */
export const covers = (right: ActingRight, groups: readonly string[], packageId: string | null): boolean =>
  (right.packages === null || (packageId !== null && right.packages.includes(packageId))) &&
  groups.some((group) => right.groups.includes(group));

/** Whether the person may act for one of `groups` in the package, in whichever right. */
export const isMemberOf = (actor: Actor, groups: readonly string[], packageId: string | null): boolean =>
  groups.some((group) => actor.groups.includes(group)) ||
  actor.acting.some((right) => covers(right, groups, packageId));

/** The appointment that an act for `groups` is done under; null: in one's own right. */
export function actingRightFor(actor: Actor, groups: readonly string[], packageId: string | null): ActingRight | null {
  if (groups.some((group) => actor.own.groups.includes(group))) return null;
  return actor.acting.find((right) => covers(right, groups, packageId)) ?? null;
}

/** The appointment that an act as head of one of `units` is done under; null: in one's own right. */
export function actingHeadFor(actor: Actor, units: readonly string[]): ActingRight | null {
  if (units.some((unit) => actor.own.headOf.includes(unit))) return null;
  return actor.acting.find((right) => right.leads !== null && units.includes(right.leads)) ?? null;
}

/** Oneself and everybody for whom one may act on such work: nobody of them may check what another of them did. */
export const samePerson = (actor: Actor, groups: readonly string[], packageId: string | null): string[] => [
  actor.personId,
  ...actor.acting.filter((right) => covers(right, groups, packageId)).map((right) => right.personId),
];
