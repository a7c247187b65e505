// Owns the id of a new connection, made of its name: nobody types one. That of a removed one is not given again.
import type { Knex } from 'knex';
import { freeName } from '../packages/free-name';
import { kebab } from '../packages/kebab';

export async function freeConnectionId(knex: Knex, tenantId: string, name: string): Promise<string> {
  const plain =
    kebab(name)
      .replace(/^[^a-z]+/, '')
      .slice(0, 40)
      .replace(/-+$/, '') || 'ket-noi';
  const taken: string[] = await knex('procedures.connections').where({ tenant_id: tenantId }).pluck('id');
  return freeName(plain, '-', (id) => taken.includes(id));
}
