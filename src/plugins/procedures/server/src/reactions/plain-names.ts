// Owns the translation of what the engine calls things into what the package calls them. A name that has been deployed
// once means the same for ever (it holds tenant, package and plain id), so it is asked of the database once.
import type { Knex } from 'knex';

const known = new Map<string, string>();

/** The plain name of a deployed process or message, or null when it is not one of ours. */
export async function plainName(
  trx: Knex,
  engineId: string,
  kind: 'process' | 'message',
  deployedId: string,
): Promise<string | null> {
  const key = `${engineId} ${kind} ${deployedId}`;
  const plain = known.get(key);
  if (plain !== undefined) return plain;
  const row: { plain_id: string } | undefined = await trx('procedures.deployed_ids')
    .where({ engine_id: engineId, kind, deployed_id: deployedId })
    .first('plain_id');
  // What is unknown today may be deployed tomorrow.
  if (row) known.set(key, row.plain_id);
  return row?.plain_id ?? null;
}
