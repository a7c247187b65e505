// Owns how much of a case a person may see. One ladder, so that pages, lists, exports and search agree:
//   content  the record and what was said and found: people of the units that take part
//   summary  state, terms and a non-identifying line: heads of the units above, and the standing unit
//   status   state and dates: the unit that handed the case over
//   none     nothing; a restricted case is not even known to anybody but those who take part
import type { Actor } from '../tenants/actor';
import { isStaff } from './policy-action';
import type { CaseSubject } from './subjects';

export type CaseAccess = 'none' | 'status' | 'summary' | 'content';

export function caseAccess(actor: Actor, subject: CaseSubject): CaseAccess {
  if (actor.tenantId !== subject.tenantId || !isStaff(actor)) return 'none';
  const isHere = (unit: string) => actor.units.includes(unit);
  if (subject.restricted) return subject.participatingUnits.some(isHere) ? 'content' : 'none';
  if (isHere(subject.handlingUnit)) return 'content';
  // Leaders above stay at the summary, also where their unit is told to take part: they direct, they do not investigate.
  if (actor.overseen.includes(subject.handlingUnit)) return 'summary';
  // The origin unit has let go of the case, even if it is named among those that took part.
  if (subject.participatingUnits.some((unit) => unit !== subject.originUnit && isHere(unit))) return 'content';
  if (actor.follows.includes(subject.handlingUnit)) return 'summary';
  if (subject.originUnit !== null && isHere(subject.originUnit)) return 'status';
  return 'none';
}
