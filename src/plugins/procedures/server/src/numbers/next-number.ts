// Owns the numbers of books: consecutive within a tenant, a series and a year, taken only when an act is confirmed, so
// that no number is ever burnt by an act that did not happen.
import type { Knex } from 'knex';

/** Takes the next number of `series`, or the next `count` of them, and returns the last; the row stays locked until `trx` ends, so numbers have no gaps. */
export async function nextNumber(
  trx: Knex.Transaction,
  tenantId: string,
  series: string,
  year: number,
  count = 1,
): Promise<number> {
  const [row] = await trx('procedures.number_series')
    .insert({ tenant_id: tenantId, series, year, last: count })
    .onConflict(['tenant_id', 'series', 'year'])
    .merge({ last: trx.raw('procedures.number_series.last + ?', [count]) })
    .returning('last');
  return row.last;
}
