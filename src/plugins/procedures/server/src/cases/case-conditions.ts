// Owns the conditions over `cases` that lists and boards share.
import type { Knex } from 'knex';

/** As the partial index cases_alive says it (0016_boards.sql), so that closed history is not read. */
export const aliveCases = "cases.life in ('STARTING', 'ACTIVE', 'HELD')";

/** Nobody here has anything to do: the case waits for somebody outside, or has been forgotten. */
export const waitingCase = `not exists (select from procedures.tasks w
  where w.case_id = cases.id and w.state in ('OPEN', 'COMPLETING'))`;

/** What somebody typed to find a case: a part of its number or of its receipt code; nothing typed narrows nothing. */
export function narrowByWords(builder: Knex.QueryBuilder, q: string | undefined): Knex.QueryBuilder {
  const words = (q ?? '').trim();
  if (words === '') return builder;
  const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  return builder.where((match) => match.whereILike('cases.book_no', like).orWhereILike('cases.receipt_code', like));
}
