// Owns what stands at the head of a unit's documents. Until somebody has entered it, it is made from the unit's name.
import type { Knex } from 'knex';
import type { Letterhead } from '../../../shared/documents-contract';

interface UnitRow {
  code: string;
  name: string;
  parent_code: string | null;
}

/** For every unit of the tenant that is its own. */
export async function letterheadsOf(knex: Knex, tenantId: string): Promise<Letterhead[]> {
  const tenant: { name: string } = await knex('procedures.tenants').where({ id: tenantId }).first('name');
  const units: UnitRow[] = await knex('procedures.units')
    .where({ tenant_id: tenantId, external: false })
    .orderBy('code');
  const entered = await knex('procedures.letterheads').where({ tenant_id: tenantId });
  return units.map((unit) => {
    const row = entered.find((one) => one.unit_code === unit.code);
    const named = { unit: unit.code, unitName: unit.name };
    if (row) {
      const { superior, issuer, place, symbol } = row;
      return { ...named, superior, issuer, place, symbol, assumed: false };
    }
    const parent = units.find((one) => one.code === unit.parent_code);
    return {
      ...named,
      superior: upper(parent?.name ?? ''),
      issuer: upper(unit.name),
      place: tenant.name,
      symbol: unit.code,
      assumed: true,
    };
  });
}

export async function letterheadOf(knex: Knex, tenantId: string, unit: string): Promise<Letterhead> {
  const all = await letterheadsOf(knex, tenantId);
  return (
    all.find((one) => one.unit === unit) ?? {
      unit,
      unitName: unit,
      superior: '',
      issuer: upper(unit),
      place: '',
      symbol: unit,
      assumed: true,
    }
  );
}

const upper = (text: string) => text.toLocaleUpperCase('vi-VN');
