// Owns the translation of what the engine calls things into what the package calls them.
import type { Knex } from 'knex';

export interface PlainName {
  tenantId: string;
  packageId: string;
  version: string;
  plainId: string;
}

/** The plain name of a deployed process or message, or null when it is not one of ours. */
export async function plainName(
  trx: Knex,
  engineId: string,
  kind: 'process' | 'message',
  deployedId: string,
): Promise<PlainName | null> {
  const row = await trx('procedures.deployed_ids')
    .where({ engine_id: engineId, kind, deployed_id: deployedId })
    .orderBy('deployed_at', 'desc')
    .first();
  return row
    ? { tenantId: row.tenant_id, packageId: row.package_id, version: row.version, plainId: row.plain_id }
    : null;
}
