// Owns the way from an account or a person to an Actor. No person, no active tenant membership: no actor, no access.
// It runs before every request, so it is one query.
import type { Knex } from 'knex';
import { ADMINISTRATOR_ROLES, AUDITOR_ROLE } from '../policy/actions';
import { type ActingRight, type Actor, DEPUTY_ROLE, OVERSIGHT_ROLE, PERSONAL_ROLES, STANDING_ROLE } from './actor';
import { descendantsOf } from './unit-tree';

interface PositionRow {
  unit_code: string;
  roles: string[];
  is_head: boolean;
  /** A deputy's, of a unit that has no head now. */
  stands_in?: boolean;
}
interface AppointmentRow extends PositionRow {
  id: string;
  holder_id: string;
  scope_groups: string[] | null;
  scope_packages: string[] | null;
}
export interface ActorRow {
  id: string;
  tenant_id: string;
  full_name: string;
  positions: PositionRow[];
  appointments: AppointmentRow[];
  admin_roles: string[];
  units: { code: string; parent_code: string | null; external: boolean }[];
}

// An appointment lasts no longer than the position that it is for.
export const ACTOR_WHERE = (person: string) => `
select p.id, p.tenant_id, p.full_name,
  array(
    select role.code from admin_users_roles_lnk link join admin_roles role on role.id = link.role_id
    where link.user_id = p.admin_user_id
  ) as admin_roles,
  coalesce((
    select json_agg(json_build_object('unit_code', o.unit_code, 'roles', o.roles, 'is_head', o.is_head, 'stands_in',
      '${DEPUTY_ROLE}' = any(o.roles) and not exists (
        select from procedures.positions h join procedures.people led on led.id = h.person_id and led.active
        where h.tenant_id = o.tenant_id and h.unit_code = o.unit_code and h.is_head
          and h.valid_from <= :now and (h.valid_to is null or h.valid_to > :now))))
    from procedures.positions o
    where o.person_id = p.id and o.tenant_id = p.tenant_id
      and o.valid_from <= :now and (o.valid_to is null or o.valid_to > :now)
  ), '[]') as positions,
  coalesce((
    select json_agg(json_build_object('id', a.id, 'holder_id', a.holder_id, 'unit_code', o.unit_code, 'roles', o.roles,
        'is_head', o.is_head, 'scope_groups', a.scope_groups, 'scope_packages', a.scope_packages)
      order by a.valid_from, a.id)
    from procedures.acting_appointments a
    join procedures.positions o on o.id = a.position_id and o.tenant_id = a.tenant_id
    join procedures.people h on h.id = a.holder_id and h.active
    where a.deputy_id = p.id and a.tenant_id = p.tenant_id and a.revoked_at is null
      and a.valid_from <= :now and a.valid_to > :now
      and o.valid_from <= :now and (o.valid_to is null or o.valid_to > :now)
  ), '[]') as appointments,
  coalesce((
    select json_agg(json_build_object('code', u.code, 'parent_code', u.parent_code, 'external', u.external))
    from procedures.units u where u.tenant_id = p.tenant_id
  ), '[]') as units
from procedures.people p
where ${person} and p.active`;
const OF_ACCOUNT = ACTOR_WHERE('p.admin_user_id = :adminUserId');
const OF_PERSON = ACTOR_WHERE('p.id = :personId and not p.technical');

export async function loadActor(knex: Knex, adminUserId: number, now: Date): Promise<Actor | null> {
  const { rows } = await knex.raw<{ rows: ActorRow[] }>(OF_ACCOUNT, { adminUserId, now });
  return rows[0] ? actorOf(rows[0], adminUserId) : null;
}

/** The same for somebody who has signed in to the portal and has no account of the panel. */
export async function loadActorOfPerson(knex: Knex, personId: string, now: Date): Promise<Actor | null> {
  const { rows } = await knex.raw<{ rows: ActorRow[] }>(OF_PERSON, { personId, now });
  return rows[0] ? actorOf(rows[0], null) : null;
}

export function actorOf(person: ActorRow, adminUserId: number | null): Actor {
  const { positions } = person;
  const units = unique(positions.map((position) => position.unit_code));
  // Whoever has left the unit acts for nobody there.
  const appointments = person.appointments.filter((appointment) => units.includes(appointment.unit_code));
  const acting = appointments.map(rightOf);
  const leadingFor = appointments.filter((_, index) => acting[index]?.leads);
  const leading = [...positions, ...leadingFor].filter(
    (position) => leads(position) || position.roles.includes(OVERSIGHT_ROLE),
  );
  const own = {
    groups: unique(positions.flatMap(groupsOf)),
    headOf: unique(positions.filter(leads).map((position) => position.unit_code)),
  };
  const groups = unique([...own.groups, ...acting.filter((right) => !right.packages).flatMap((right) => right.groups)]);
  const isStanding = groups.some((group) => group.endsWith(`/${STANDING_ROLE}`));
  return {
    adminUserId,
    personId: person.id,
    fullName: person.full_name,
    tenantId: person.tenant_id,
    groups,
    units,
    headOf: unique([...own.headOf, ...acting.flatMap((right) => right.leads ?? [])]),
    overseen: descendantsOf(
      person.units,
      leading.map((position) => position.unit_code),
    ),
    follows: isStanding
      ? unique(person.units.flatMap(({ code, external }) => (external || units.includes(code) ? [] : [code])))
      : [],
    own,
    acting,
    isAdministrator: person.admin_roles.some((code) => ADMINISTRATOR_ROLES.includes(code)),
    isAuditor: person.admin_roles.includes(AUDITOR_ROLE),
  };
}

function rightOf(appointment: AppointmentRow): ActingRight {
  const { scope_groups: scope, scope_packages: packages } = appointment;
  const groups = groupsOf({
    ...appointment,
    roles: appointment.roles.filter((role) => !PERSONAL_ROLES.includes(role)),
  });
  const isWhole = scope === null && packages === null;
  return {
    id: appointment.id,
    personId: appointment.holder_id,
    groups: scope ? groups.filter((group) => scope.includes(group)) : groups,
    packages,
    leads: isWhole && appointment.is_head ? appointment.unit_code : null,
  };
}

const leads = (position: PositionRow) => position.is_head || position.stands_in === true;
const groupsOf = (position: PositionRow) => position.roles.map((role) => `${position.unit_code}/${role}`);
const unique = (values: string[]) => [...new Set(values)].sort();
