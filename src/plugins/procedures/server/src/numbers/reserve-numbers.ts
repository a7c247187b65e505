// Owns the keeping of a block of numbers for a time on paper. The numbers leave the series at once, so that whoever goes on
// at a screen gets later ones; each has its own line in the book from then on.
import { randomUUID } from 'node:crypto';
import { DateTime } from 'luxon';
import { writeAudit } from '../audit/write-audit';
import { zoneOf } from '../documents/template-versions';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { Actor } from '../tenants/actor';
import { bookSubject } from './book-subject';
import { nextNumber } from './next-number';
import { badCount, noBook, readReason } from './number-problems';

const MAX_COUNT = 50;

export async function reserveNumbers(
  platform: Platform,
  actor: Actor,
  asked: { packageId: unknown; count: unknown; reason: unknown },
): Promise<string> {
  const published = await platform.library.active(actor.tenantId, String(asked.packageId ?? ''));
  const { manifest } = published.read;
  requireAllowed(decide(actor, 'book.reserve', bookSubject(actor, manifest)));
  const series = manifest.record.numberSeries;
  if (!series) throw noBook();
  const count = Number(asked.count);
  if (!Number.isInteger(count) || count < 1 || count > MAX_COUNT) throw badCount(MAX_COUNT);
  const reason = readReason(asked.reason);
  const id = randomUUID();
  await inTransaction(platform.strapi, async (trx) => {
    const now = platform.clock.now();
    const { year } = DateTime.fromJSDate(now, { zone: await zoneOf(trx, actor.tenantId) });
    // One row is locked until the end: two who ask at once get blocks that follow one another.
    const last = await nextNumber(trx, actor.tenantId, series.id, year, count);
    const first = last - count + 1;
    await trx('procedures.number_blocks').insert({
      id,
      tenant_id: actor.tenantId,
      package_id: manifest.id,
      series: series.id,
      year,
      first_number: first,
      last_number: last,
      reason,
      reserved_by: actor.personId,
      reserved_at: now,
    });
    await trx('procedures.book_numbers').insert(
      Array.from({ length: count }, (_, at) => ({
        tenant_id: actor.tenantId,
        series: series.id,
        year,
        number: first + at,
        state: 'RESERVED',
        block_id: id,
      })),
    );
    await writeAudit(trx, {
      tenantId: actor.tenantId,
      at: now,
      actor,
      action: 'book.reserve',
      subjectType: 'numberBlock',
      subjectId: id,
      detail: { series: series.id, year, first, last },
    });
  });
  return id;
}
