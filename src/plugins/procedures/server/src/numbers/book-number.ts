// numbers/ owns the numbers of books and the codes of receipts.
//
//   next-number.ts        the next one of a series, without gaps    take-book-number.ts   what a confirmed start gets
//   reserve-numbers.ts    a block for work on paper                 claim-reserved.ts     the late entry of a paper
//   void-numbers.ts       numbers that were not needed              read-book.ts          the book, every number of it
//
// This file owns the shape of a number's row and how it is written.
import type { NumberSeries } from '../packages/types';

export interface BookNumberRecord {
  tenant_id: string;
  series: string;
  year: number;
  number: number;
  state: 'RESERVED' | 'USED' | 'VOIDED';
  case_id: string | null;
  block_id: string | null;
  void_reason: string | null;
  voided_by: string | null;
  voided_at: Date | null;
}

export const bookText = (series: Pick<NumberSeries, 'format'>, number: number, year: number): string =>
  series.format.replace('{n}', String(number)).replace('{year}', String(year));
