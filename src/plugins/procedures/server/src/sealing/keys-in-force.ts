// Owns the question to whom is sealed now: people of the tenant who hold the custodian's role today and have a key that
// nobody revoked; of a case that only some units may know of, only the custodians of those units.
import type { Knex } from 'knex';
import type { CaseRecord } from '../storage/rows';
import { CUSTODIAN_ROLE } from '../tenants/actor';
import type { KeyInForce } from './seal-people';

export interface CustodianRow {
  person_id: string;
  full_name: string;
  /** Units in which the person is custodian. */
  units: string[];
}
export type CustodianKeyInForce = KeyInForce & Pick<CustodianRow, 'units'>;
/** Units whose custodians may hold; null: every custodian of the tenant. */
export type Within = readonly string[] | null;

export const withinOf = (current: Pick<CaseRecord, 'restricted' | 'participating_units'>): Within =>
  current.restricted ? current.participating_units : null;

export const mayHold = (holder: { units: readonly string[] }, within: Within): boolean =>
  within === null || holder.units.some((unit) => within.includes(unit));

export async function custodiansOf(knex: Knex, tenantId: string, now: Date): Promise<CustodianRow[]> {
  return knex('procedures.people as person')
    .join('procedures.positions as position', 'position.person_id', 'person.id')
    .where({ 'person.tenant_id': tenantId, 'person.active': true })
    .whereRaw('? = any(position.roles)', [CUSTODIAN_ROLE])
    .where('position.valid_from', '<=', now)
    .where((valid) => valid.whereNull('position.valid_to').orWhere('position.valid_to', '>', now))
    .groupBy('person.id', 'person.full_name')
    .orderBy('person.full_name')
    .select('person.id as person_id', 'person.full_name', knex.raw('array_agg(position.unit_code) as units'));
}

export async function keysInForce(knex: Knex, tenantId: string, now: Date): Promise<CustodianKeyInForce[]> {
  const custodians = await custodiansOf(knex, tenantId, now);
  const rows: { id: string; public_key: string; person_id: string }[] = await knex('procedures.custodian_keys')
    .where({ tenant_id: tenantId })
    .whereNull('revoked_at')
    .orderBy('created_at')
    .select('id', 'public_key', 'person_id');
  return rows.flatMap((row) => {
    const custodian = custodians.find((one) => one.person_id === row.person_id);
    return custodian ? [{ id: row.id, publicKey: row.public_key, units: custodian.units }] : [];
  });
}
