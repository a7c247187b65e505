// Owns the loading of people, units and positions of the actor's tenant: an unknown id and another tenant's are one.
import type { Knex } from 'knex';
import { ADMINISTRATOR_ROLES, AUDITOR_ROLE } from '../policy/actions';
import { NOT_FOUND, requireAllowed } from '../policy/decision';
import type { PersonSubject } from '../policy/subjects';
import { UUID } from '../storage/uuid';

export interface PersonRecord {
  id: string;
  tenant_id: string;
  admin_user_id: number | null;
  full_name: string;
  active: boolean;
  deactivated_at: Date | null;
}
export interface UnitRecord {
  id: string;
  tenant_id: string;
  code: string;
  name: string;
  parent_code: string | null;
  external: boolean;
  sort_order: number;
  receiver_id: string | null;
  closed_from: Date | null;
}
export interface PositionRecord {
  id: string;
  tenant_id: string;
  person_id: string;
  unit_code: string;
  title: string;
  roles: string[];
  is_head: boolean;
  valid_from: Date;
  valid_to: Date | null;
}

async function loadRow<T>(knex: Knex, table: string, tenantId: string, id: string, lock: boolean): Promise<T> {
  const query = knex(`procedures.${table}`).where({ id, tenant_id: tenantId });
  const row = UUID.test(id) ? await (lock ? query.forUpdate() : query).first() : undefined;
  if (!row) requireAllowed(NOT_FOUND);
  return row as T;
}

export const loadUnit = (knex: Knex, tenantId: string, id: string) =>
  loadRow<UnitRecord>(knex, 'units', tenantId, id, true);
export const loadPosition = (knex: Knex, tenantId: string, id: string) =>
  loadRow<PositionRecord>(knex, 'positions', tenantId, id, true);

export async function loadPerson(
  knex: Knex,
  tenantId: string,
  id: string,
  now: Date,
  lock = false,
): Promise<{ person: PersonRecord; positions: PositionRecord[]; subject: PersonSubject }> {
  const person = await loadRow<PersonRecord>(knex, 'people', tenantId, id, lock);
  const positions = await positionsOf(knex, tenantId, [id], now);
  const codes: string[] = person.admin_user_id
    ? await knex('admin_users_roles_lnk as link')
        .join('admin_roles as role', 'role.id', 'link.role_id')
        .where('link.user_id', person.admin_user_id)
        .pluck('role.code')
    : [];
  return {
    person,
    positions,
    subject: {
      tenantId,
      personId: person.id,
      units: [...new Set(positions.map((position) => position.unit_code))],
      seesNoContent: codes.some((code) => ADMINISTRATOR_ROLES.includes(code) || code === AUDITOR_ROLE),
    },
  };
}

/** Positions held at that moment. */
export async function positionsOf(
  knex: Knex,
  tenantId: string,
  people: readonly string[],
  at: Date,
): Promise<PositionRecord[]> {
  return knex('procedures.positions')
    .where({ tenant_id: tenantId })
    .whereIn('person_id', [...people])
    .where('valid_from', '<=', at)
    .where((valid) => valid.whereNull('valid_to').orWhere('valid_to', '>', at))
    .orderBy('valid_from');
}
