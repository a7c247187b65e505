// Owns what an editor of procedures knows of the tenant's connections: what they are called and what they allow. Neither
// address nor header.
import type { Knex } from 'knex';
import type { ConnectionChoice } from '../../../shared/service-tasks-contract';
import { connectionsOf } from './connection-rows';

export async function connectionChoices(knex: Knex, tenantId: string): Promise<ConnectionChoice[]> {
  const rows = await connectionsOf(knex, tenantId).orderBy('name');
  return rows.map(({ id, name, methods, sends }) => ({ value: id, label: name, methods, sends }));
}
