// Owns the late entry of a paper under the number that it carries. The number is the entry's from the moment it is written;
// it is used when the engine confirms the start, and free again if the start comes to nothing.
import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import type { ReservedNumber } from '../../../shared/intake-contract';
import type { NumberSeries } from '../packages/types';
import { bookText } from './book-number';
import { noBook, notWaiting, otherYear, paperNeedsTime } from './number-problems';

export interface Claim {
  tenantId: string;
  caseId: string;
  series: NumberSeries | null | undefined;
  reserved: unknown;
  businessAt: Date;
  enteredAt: Date;
  lateReason: string | null;
}

/** In the transaction that writes the case. Nothing when no number was given. */
export async function claimReserved(trx: Knex.Transaction, claim: Claim): Promise<void> {
  if (claim.reserved === null || claim.reserved === undefined) return;
  if (!claim.series) throw noBook();
  const { number, year } = claim.reserved as Partial<ReservedNumber>;
  const text = bookText(claim.series, Number(number), Number(year));
  if (!Number.isInteger(number) || !Number.isInteger(year)) throw notWaiting(text);
  if (!claim.lateReason || claim.businessAt >= claim.enteredAt) throw paperNeedsTime();
  const tenant = await trx('procedures.tenants').where({ id: claim.tenantId }).first('time_zone');
  const happened = DateTime.fromJSDate(claim.businessAt, { zone: tenant.time_zone }).year;
  if (happened !== year) throw otherYear(text, happened);
  const taken = await trx('procedures.book_numbers')
    .where({ tenant_id: claim.tenantId, series: claim.series.id, year, number, state: 'RESERVED' })
    .whereNull('case_id')
    .update({ case_id: claim.caseId });
  if (taken === 0) throw notWaiting(text);
}

/** A start that came to nothing leaves its paper's number waiting. */
export async function releaseReserved(trx: Knex.Transaction, caseId: string): Promise<void> {
  await trx('procedures.book_numbers').where({ case_id: caseId, state: 'RESERVED' }).update({ case_id: null });
}
