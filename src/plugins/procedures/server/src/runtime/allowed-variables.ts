// Owns the names that may cross to the engine: the platform's two ids and what published manifests list.
import type { Knex } from 'knex';
import { PLATFORM_VARIABLES } from '../context/engine-variables';
import type { Manifest } from '../packages/types';

export async function allowedVariables(knex: Knex): Promise<Set<string>> {
  const rows: { manifest: Manifest }[] = await knex('procedures.packages').select('manifest');
  return new Set([...PLATFORM_VARIABLES, ...rows.flatMap((row) => row.manifest.variables.map((one) => one.name))]);
}
