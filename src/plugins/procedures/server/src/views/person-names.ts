// Owns the names of people by their ids, for views.
import type { Knex } from 'knex';

export type PersonNames = ReadonlyMap<string, string>;

export async function personNames(knex: Knex, ids: readonly (string | null)[]): Promise<PersonNames> {
  const wanted = [...new Set(ids.filter((id): id is string => id !== null))];
  const rows: { id: string; full_name: string }[] = wanted.length
    ? await knex('procedures.people').whereIn('id', wanted).select('id', 'full_name')
    : [];
  return new Map(rows.map((row) => [row.id, row.full_name]));
}

export const named = (names: PersonNames, id: string | null) => (id ? { id, name: names.get(id) ?? '' } : null);
