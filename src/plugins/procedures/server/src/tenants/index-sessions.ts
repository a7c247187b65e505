// Owns the index that Strapi's sessions lack: one is looked up by its id at every request of the panel. It cannot be a
// migration, since those run before Strapi has made its own tables.
import type { Knex } from 'knex';

export async function indexSessions(knex: Knex): Promise<void> {
  await knex.raw('create index if not exists strapi_sessions_by_session on strapi_sessions (session_id)');
}
