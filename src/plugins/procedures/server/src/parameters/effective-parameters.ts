// Owns the values of a package's parameters for a tenant at an instant: the package's default, unless the tenant has
// set another from some day on that the limits of today still allow.
import type { Knex } from 'knex';
import { parameterProblem } from '../packages/check/parameter-problem';
import type { Manifest, ParameterValue } from '../packages/types';
import { parameterWithLimits } from './parameter-limits';

/** The parameters as they stand at an instant. */
export type ParametersAt = (at: Date) => Record<string, ParameterValue>;

/** The parameters of `manifest` for `tenantId`, read once, for whoever asks for more than one instant. */
export async function parametersOf(knex: Knex, tenantId: string, manifest: Manifest): Promise<ParametersAt> {
  const rows: { name: string; value: ParameterValue; valid_from: Date }[] = await knex('procedures.parameters')
    .select('name', 'value', 'valid_from')
    .where({ tenant_id: tenantId, package_id: manifest.id })
    .orderBy('valid_from');
  return (at) => {
    const values: Record<string, ParameterValue> = {};
    for (const parameter of manifest.parameters) values[parameter.name] = parameter.default;
    for (const row of rows) if (row.valid_from <= at && fits(manifest, row)) values[row.name] = row.value;
    return values;
  };
}

/** The parameters of `manifest` as they stand for `tenantId` at `at`. */
export async function effectiveParameters(
  knex: Knex,
  tenantId: string,
  manifest: Manifest,
  at: Date,
): Promise<Record<string, ParameterValue>> {
  return (await parametersOf(knex, tenantId, manifest))(at);
}

/** What was set before the package or the law narrowed the parameter holds no more. */
export function fits(manifest: Manifest, { name, value }: { name: string; value: unknown }): boolean {
  const parameter = parameterWithLimits(manifest, name);
  return parameter !== null && parameterProblem(parameter, value) === null;
}
