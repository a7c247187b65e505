// Owns the pieces that questions about tasks are put together from.
import type { Knex } from 'knex';

/** A condition or an expression over `tasks`. */
export interface Sql {
  sql: string;
  bindings: Knex.RawBinding[];
}

/** The instant of a question, in the tenant's day. */
export interface Moment {
  now: Date;
  tenantId: string;
}

export const ALWAYS: Sql = { sql: 'true', bindings: [] };

export function all(...parts: Sql[]): Sql {
  return { sql: `(${parts.map(({ sql }) => sql).join(' and ')})`, bindings: parts.flatMap(({ bindings }) => bindings) };
}
