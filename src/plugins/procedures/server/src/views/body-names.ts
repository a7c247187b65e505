// Owns by what names units and bodies outside are shown where the data has their codes.
import type { Knex } from 'knex';
import type { LocalText, Manifest } from '../packages/types';

export type BodyNames = (code: string) => LocalText | null;

/** Units of the tenant by name, other bodies by the words of the package; null: nobody has named it. */
export async function bodyNames(knex: Knex, tenantId: string, manifest?: Pick<Manifest, 'bodies'>): Promise<BodyNames> {
  const units: { code: string; name: string }[] = await knex('procedures.units')
    .where({ tenant_id: tenantId })
    .select('code', 'name');
  const names = new Map(units.map(({ code, name }) => [code, { vi: name, en: name }]));
  return (code) => names.get(code) ?? manifest?.bodies?.[code] ?? null;
}
