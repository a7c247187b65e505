// Owns the number that a case gets when its start is confirmed: the one that was kept for its paper, else the next.
import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import type { NumberSeries } from '../packages/types';
import type { CaseRecord } from '../storage/rows';
import { bookText } from './book-number';
import { nextNumber } from './next-number';

/** In the transaction that confirms the start; `at`: when it happened. */
export async function takeBookNumber(
  trx: Knex.Transaction,
  series: NumberSeries,
  current: Pick<CaseRecord, 'id' | 'tenant_id'>,
  at: Date,
): Promise<string> {
  const [kept] = await trx('procedures.book_numbers')
    .where({ case_id: current.id, state: 'RESERVED' })
    .update({ state: 'USED' })
    .returning(['number', 'year']);
  if (kept) return bookText(series, kept.number, kept.year);
  const tenant = await trx('procedures.tenants').where({ id: current.tenant_id }).first('time_zone');
  const year = DateTime.fromJSDate(at, { zone: tenant.time_zone }).year;
  const number = await nextNumber(trx, current.tenant_id, series.id, year);
  await trx('procedures.book_numbers').insert({
    tenant_id: current.tenant_id,
    series: series.id,
    year,
    number,
    state: 'USED',
    case_id: current.id,
  });
  return bookText(series, number, year);
}
