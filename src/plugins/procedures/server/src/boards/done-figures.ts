// Owns what was done and opened in past days, read from the counters that triggers keep (task_days): a row a unit and day,
// however much has been closed. Work of restricted cases counts only for people of units that take part.
import type { Knex } from 'knex';
import { boardUnits } from '../policy/board-scope';
import type { Actor } from '../tenants/actor';

/** Counters of the units of the person's board, under `d`. */
export function countedDays(knex: Knex, actor: Actor, from: string, to: string): Knex.QueryBuilder {
  return knex('procedures.task_days as d')
    .where('d.tenant_id', actor.tenantId)
    .whereBetween('d.day', [from, to])
    .whereRaw('d.unit = any(?::text[])', [boardUnits(actor)])
    .whereRaw('(not d.restricted or d.participating_units && ?::text[])', [[...actor.units]]);
}

export interface DoneOfHead {
  unit: string;
  head_id: string | null;
  name: string | null;
  /** sums of the shorter and of the longer span */
  short_done: number;
  short_on_time: number;
  short_term: number;
  done: number;
  on_time: number;
  with_term: number;
}

/** By unit and by who led it then; the shorter span begins at `since`. */
export async function doneByHead(
  knex: Knex,
  actor: Actor,
  from: string,
  since: string,
  to: string,
): Promise<DoneOfHead[]> {
  const short = (column: string, name: string) =>
    knex.raw(`coalesce(sum(d.${column}) filter (where d.day >= ?), 0)::int as ${name}`, [since]);
  return countedDays(knex, actor, from, to)
    .leftJoin('procedures.people as p', 'p.id', 'd.head_id')
    .groupBy('d.unit', 'd.head_id', 'p.full_name')
    .havingRaw('sum(d.completed) > 0')
    .orderBy([{ column: 'd.unit' }, { column: 'p.full_name' }])
    .select(
      'd.unit',
      'd.head_id',
      'p.full_name as name',
      short('completed', 'short_done'),
      short('on_time', 'short_on_time'),
      short('with_term', 'short_term'),
      knex.raw('sum(d.completed)::int as done'),
      knex.raw('sum(d.on_time)::int as on_time'),
      knex.raw('sum(d.with_term)::int as with_term'),
    );
}
