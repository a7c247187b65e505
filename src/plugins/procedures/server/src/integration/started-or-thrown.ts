// Owns the case of a call that came twice at once, or whose answer was lost: the act that is there already is the answer.
import type { Knex } from 'knex';

export async function startedOrThrown(
  knex: Knex,
  tenantId: string,
  actionId: string,
  act: () => Promise<string>,
): Promise<string> {
  const isThere = async () =>
    (await knex('procedures.actions').where({ id: actionId, tenant_id: tenantId }).first('id')) !== undefined;
  if (await isThere()) return actionId;
  try {
    return await act();
  } catch (error) {
    // Whatever the second one was refused for (no longer offered, taken, the same id), the first one has done it.
    if (await isThere()) return actionId;
    throw error;
  }
}
