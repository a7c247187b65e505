// Owns whose work a person sees on the boards: of the units that one leads, oversees or follows, by the unit that a task was
// given to. A line and a number of it, never content; told as a function for acts and in SQL for counts and lists.
import type { Knex } from 'knex';
import { type Actor, OVERSIGHT_ROLE } from '../tenants/actor';
import { isStaff } from './policy-action';
import type { TaskSubject } from './subjects';

/** Codes of the units that have a row on the person's board; none: the person has no board. */
export function boardUnits(actor: Actor): string[] {
  if (!isStaff(actor)) return [];
  const oversees = actor.groups.flatMap((group) => (group.endsWith(`/${OVERSIGHT_ROLE}`) ? [unitOfGroup(group)] : []));
  // Whoever follows every unit follows the own one too.
  const own = actor.follows.length > 0 ? actor.units : [];
  return [...new Set([...actor.headOf, ...oversees, ...own, ...actor.overseen, ...actor.follows])].sort();
}

/** Units whose people the person may press with a reminder that needs an answer: never the own ones. */
export const pressedUnits = (actor: Actor): string[] =>
  [...new Set([...actor.overseen, ...actor.follows])].filter((unit) => !actor.headOf.includes(unit)).sort();

const unitOfGroup = (group: string) => group.slice(0, group.indexOf('/'));

/** As procedures.given_unit says it (database/migrations/0016_boards.sql). */
const givenUnit = ({ candidateGroups: [group], case: { handlingUnit } }: TaskSubject): string =>
  (group && unitOfGroup(group)) || handlingUnit;

export function isOnBoard(actor: Actor, task: TaskSubject): boolean {
  if (task.tenantId !== actor.tenantId || !boardUnits(actor).includes(givenUnit(task))) return false;
  return !task.case.restricted || task.case.participatingUnits.some((unit) => actor.units.includes(unit));
}

/** Tasks under `tasks`, open or not, that count on the person's board. */
export function boardTasks(actor: Actor, tasks = 'tasks'): { sql: string; bindings: Knex.RawBinding[] } {
  const units = boardUnits(actor);
  if (units.length === 0) return { sql: 'false', bindings: [] };
  return {
    sql: `(${tasks}.tenant_id = ? and ${tasks}.given_unit = any(?::text[])
      and (not ${tasks}.restricted or ${tasks}.participating_units && ?::text[]))`,
    bindings: [actor.tenantId, units, [...actor.units]],
  };
}
