// Owns the id of a new connection, made of its name: nobody types one. That of a removed one is not given again.
import type { Knex } from 'knex';
import { kebab } from '../packages/kebab';

export async function freeConnectionId(knex: Knex, tenantId: string, name: string): Promise<string> {
  const plain =
    kebab(name)
      .replace(/^[^a-z]+/, '')
      .slice(0, 40)
      .replace(/-+$/, '') || 'ket-noi';
  const taken: string[] = await knex('procedures.connections').where({ tenant_id: tenantId }).pluck('id');
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? plain : `${plain}-${count}`;
    if (!taken.includes(id)) return id;
  }
}
