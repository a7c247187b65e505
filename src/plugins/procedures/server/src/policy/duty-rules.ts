// Owns who hears and answers alarms, who forms the roster of a unit, and who hands its desk over. A restricted case rings
// for those who take part and is not known to anybody else, whoever was rung.
import { isMemberOf } from '../tenants/acting-right';
import type { Actor } from '../tenants/actor';
import { ALLOWED, type Decision, NOT_FOUND, NOT_PLANNER, NOT_RUNG, UNIT_REFUSED } from './decision';
import type { AlarmSubject, RosterSubject, UnitSubject } from './subjects';

export function mayReadAlarm(actor: Actor, { unit, rung, case: ofCase }: AlarmSubject): Decision {
  if (ofCase.tenantId !== actor.tenantId) return NOT_FOUND;
  const takesPart = ofCase.participatingUnits.some((one) => actor.units.includes(one));
  if (ofCase.restricted && !takesPart) return NOT_FOUND;
  if (rung.includes(actor.personId)) return ALLOWED;
  return mayReadDuty(actor, { tenantId: actor.tenantId, unit });
}

export function mayAcknowledge(actor: Actor, subject: AlarmSubject): Decision {
  const read = mayReadAlarm(actor, subject);
  if (!read.allowed) return read;
  return subject.rung.includes(actor.personId) || actor.headOf.includes(subject.unit) ? ALLOWED : NOT_RUNG;
}

/** Whoever keeps the desk now, not only whoever was at it when it rang. */
export function mayCloseAlarm(actor: Actor, subject: AlarmSubject): Decision {
  const read = mayReadAlarm(actor, subject);
  if (!read.allowed) return read;
  return subject.rung.includes(actor.personId) || actor.units.includes(subject.unit) ? ALLOWED : NOT_RUNG;
}

/** The people of the unit, and leaders above it. */
export function mayReadDuty(actor: Actor, { unit }: UnitSubject): Decision {
  const isConcerned = [actor.units, actor.headOf, actor.overseen].some((units) => units.includes(unit));
  return isConcerned ? ALLOWED : UNIT_REFUSED;
}

export function mayPlanDuty(actor: Actor, { unit, planners }: RosterSubject): Decision {
  if (actor.headOf.includes(unit)) return ALLOWED;
  const own = planners.filter((group) => group.startsWith(`${unit}/`));
  return isMemberOf(actor, own, null) ? ALLOWED : NOT_PLANNER;
}

/** What is handed over is content of the unit: leaders above see the board, not the list. */
export const mayHandOverDuty = (actor: Actor, { unit }: UnitSubject): Decision =>
  actor.units.includes(unit) ? ALLOWED : UNIT_REFUSED;
