// Owns that the month of a record exists before the record is written. Made outside the bulk's transaction: making a
// month locks the whole log for a moment.
import type { Pool } from 'pg';
import type { BulkItem } from './parse-bulk';

export class RecordMonths {
  readonly #pool: Pool;
  readonly #known = new Set<string>();

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async ensure(items: BulkItem[]): Promise<void> {
    for (const { record } of items) {
      const month = record.timestamp.slice(0, 7);
      if (this.#known.has(month)) continue;
      await this.#pool.query('select procedures.ensure_engine_records_month($1)', [record.timestamp]);
      this.#known.add(month);
    }
  }

  /** After a month was dropped, or when a write found none. */
  forget(): void {
    this.#known.clear();
  }
}
