// Owns the values of a package's parameters for a tenant at an instant: the package's default, unless the tenant has
// set another from some day on.
import type { Knex } from 'knex';
import type { Manifest, ParameterValue } from '../packages/types';

/** The parameters of `manifest` as they stand for `tenantId` at `at`. */
export async function effectiveParameters(
  knex: Knex,
  tenantId: string,
  manifest: Manifest,
  at: Date,
): Promise<Record<string, ParameterValue>> {
  const values: Record<string, ParameterValue> = {};
  for (const parameter of manifest.parameters) values[parameter.name] = parameter.default;
  const rows: { name: string; value: ParameterValue }[] = await knex('procedures.parameters')
    .distinctOn('name')
    .select('name', 'value')
    .where({ tenant_id: tenantId, package_id: manifest.id })
    .andWhere('valid_from', '<=', at)
    .orderBy([{ column: 'name' }, { column: 'valid_from', order: 'desc' }]);
  for (const row of rows) if (row.name in values) values[row.name] = row.value;
  return values;
}
