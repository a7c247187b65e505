// Owns which statements PostgreSQL plans once a connection instead of once a question: those that run for nearly every
// request, whose planning costs more than their reading. Each connection keeps every text for good, so a text that a person
// can vary (filters, words) must not be among them.
import { createHash } from 'node:crypto';
import type { Knex } from 'knex';

const NAME_LENGTH = 32;

/** The same question, planned once a connection under a name made of its text. */
export function prepared<T>(query: Knex.Raw<T>): Knex.Raw<T> {
  const name = createHash('sha256').update(query.toSQL().sql).digest('hex').slice(0, NAME_LENGTH);
  return query.options({ name });
}
