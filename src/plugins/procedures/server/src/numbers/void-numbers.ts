// Owns the closing of numbers that no paper needed: each stays in the book, void, with the reason and who said so.
import { writeAudit } from '../audit/write-audit';
import { decide } from '../policy/decide';
import { NOT_FOUND, requireAllowed } from '../policy/decision';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import { UUID } from '../storage/uuid';
import type { Actor } from '../tenants/actor';
import { bookSubject } from './book-subject';
import { notWaiting, readReason } from './number-problems';

export async function voidNumbers(
  platform: Platform,
  actor: Actor,
  blockId: string,
  asked: { numbers: unknown; reason: unknown },
): Promise<void> {
  const block = UUID.test(blockId)
    ? await platform.knex('procedures.number_blocks').where({ id: blockId, tenant_id: actor.tenantId }).first()
    : undefined;
  if (!block) return requireAllowed(NOT_FOUND);
  const { manifest } = (await platform.library.active(actor.tenantId, block.package_id)).read;
  requireAllowed(decide(actor, 'book.reserve', bookSubject(actor, manifest)));
  const reason = readReason(asked.reason);
  const numbers = [...new Set(Array.isArray(asked.numbers) ? asked.numbers.filter(Number.isInteger) : [])] as number[];
  const at = platform.clock.now();
  await inTransaction(platform.strapi, async (trx) => {
    const done = await trx('procedures.book_numbers')
      .where({ block_id: block.id, state: 'RESERVED' })
      .whereNull('case_id')
      .whereIn('number', numbers)
      .update({ state: 'VOIDED', void_reason: reason, voided_by: actor.personId, voided_at: at });
    // All or none: a number that was entered meanwhile is told before anything is closed.
    if (done === 0 || done !== numbers.length) throw notWaiting(numbers.join(', ') || '–');
    await writeAudit(trx, {
      tenantId: actor.tenantId,
      at,
      actor,
      action: 'book.void',
      subjectType: 'numberBlock',
      subjectId: block.id,
      detail: { series: block.series, year: block.year, numbers },
    });
  });
}
