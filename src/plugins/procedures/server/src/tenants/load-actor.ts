// Owns the way from a signed-in admin user to an Actor. No person, no active tenant membership: no actor, no access.
import type { Knex } from 'knex';
import { ADMINISTRATOR_ROLES, AUDITOR_ROLE } from '../policy/actions';
import { type Actor, OVERSIGHT_ROLE } from './actor';
import { descendantsOf } from './unit-tree';

interface PersonRow {
  id: string;
  tenant_id: string;
  full_name: string;
}
interface PositionRow {
  unit_code: string;
  roles: string[];
  is_head: boolean;
}

export async function loadActor(knex: Knex, adminUserId: number, now: Date): Promise<Actor | null> {
  const person: PersonRow | undefined = await knex('procedures.people')
    .where({ admin_user_id: adminUserId, active: true })
    .first('id', 'tenant_id', 'full_name');
  if (!person) return null;

  const positions: PositionRow[] = await knex('procedures.positions')
    .where({ person_id: person.id, tenant_id: person.tenant_id })
    .where('valid_from', '<=', now)
    .where((valid) => valid.whereNull('valid_to').orWhere('valid_to', '>', now))
    .select('unit_code', 'roles', 'is_head');
  const adminRoles: string[] = await knex('admin_users_roles_lnk as link')
    .join('admin_roles as role', 'role.id', 'link.role_id')
    .where('link.user_id', adminUserId)
    .pluck('role.code');

  const leading = positions.filter((position) => position.is_head || position.roles.includes(OVERSIGHT_ROLE));
  const units = leading.length
    ? await knex('procedures.units').where({ tenant_id: person.tenant_id }).select('code', 'parent_code')
    : [];

  return {
    adminUserId,
    personId: person.id,
    fullName: person.full_name,
    tenantId: person.tenant_id,
    groups: unique(positions.flatMap((position) => position.roles.map((role) => `${position.unit_code}/${role}`))),
    units: unique(positions.map((position) => position.unit_code)),
    headOf: unique(positions.filter((position) => position.is_head).map((position) => position.unit_code)),
    overseen: descendantsOf(
      units,
      leading.map((position) => position.unit_code),
    ),
    isAdministrator: adminRoles.some((code) => ADMINISTRATOR_ROLES.includes(code)),
    isAuditor: adminRoles.includes(AUDITOR_ROLE),
  };
}

const unique = (values: string[]) => [...new Set(values)].sort();
