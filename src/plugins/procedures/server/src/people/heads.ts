// Owns the question who led a unit at a moment.
import type { Knex } from 'knex';

/** Heads of the unit at that moment; where there is none, of the nearest unit above that has one. */
export async function headsOver(knex: Knex, tenantId: string, unit: string, at: Date): Promise<string[]> {
  const parents = new Map<string, string | null>(
    (await knex('procedures.units').where({ tenant_id: tenantId }).select('code', 'parent_code')).map((row) => [
      row.code,
      row.parent_code,
    ]),
  );
  const seen = new Set<string>();
  for (let code: string | null = unit; code !== null && !seen.has(code); code = parents.get(code) ?? null) {
    seen.add(code);
    const heads = await headsAt(knex, tenantId, code, at);
    if (heads.length > 0) return heads;
  }
  return [];
}

/** Who led the unit at that moment: what a figure of that time is signed with, whoever leads it now. */
export async function headsAt(knex: Knex, tenantId: string, unit: string, at: Date): Promise<string[]> {
  return knex('procedures.positions')
    .where({ tenant_id: tenantId, unit_code: unit, is_head: true })
    .where('valid_from', '<=', at)
    .where((valid) => valid.whereNull('valid_to').orWhere('valid_to', '>', at))
    .pluck('person_id');
}
