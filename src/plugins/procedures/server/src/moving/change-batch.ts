// Owns the stopping and going on of a batch, and the second look at a case that is stuck. What is under way comes to its
// end; only what waits for its turn is stopped.
import type { Knex } from 'knex';
import { writeAudit } from '../audit/write-audit';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import { UUID } from '../storage/uuid';
import type { Actor } from '../tenants/actor';
import type { BatchRecord, MoveRecord } from './move-rows';

export async function setBatch(
  platform: Platform,
  actor: Actor,
  id: string,
  state: 'RUNNING' | 'STOPPED',
): Promise<{ state: string }> {
  const before = state === 'STOPPED' ? 'RUNNING' : 'STOPPED';
  await inTransaction(platform.strapi, async (trx) => {
    const batch = await own<BatchRecord>(trx, 'procedures.move_batches', actor, id);
    const changed = await trx('procedures.move_batches').where({ id: batch.id, state: before }).update({ state });
    if (changed === 0) throw notNow();
    if (state === 'RUNNING')
      await trx('procedures.case_moves')
        .where({ batch_id: batch.id, step: 'WAITING' })
        .whereNull('outcome')
        .update({ next_at: trx.raw('now()') });
    const action = state === 'STOPPED' ? 'package.move.stop' : 'package.move.resume';
    await audit(trx, platform, actor, action, 'moveBatch', id);
  });
  platform.mover.wake();
  return { state };
}

/** A case that is stuck: its step is tried again from where it stands. */
export async function retryMove(platform: Platform, actor: Actor, id: string): Promise<{ retried: true }> {
  await inTransaction(platform.strapi, async (trx) => {
    const move = await own<MoveRecord>(trx, 'procedures.case_moves', actor, id);
    const changed = await trx('procedures.case_moves')
      .where({ id: move.id, stuck: true })
      .whereNull('outcome')
      .update({ stuck: false, attempts: 1, next_at: trx.raw('now()') });
    if (changed === 0) throw notNow();
    await audit(trx, platform, actor, 'package.move.retry', 'case', move.case_id);
  });
  platform.mover.wake();
  return { retried: true };
}

async function own<T>(trx: Knex.Transaction, table: string, actor: Actor, id: string): Promise<T> {
  const row = UUID.test(id) ? await trx(table).where({ id, tenant_id: actor.tenantId }).forUpdate().first() : undefined;
  if (row) return row as T;
  throw new ProblemError({
    code: 'MOVE_UNKNOWN',
    status: 404,
    vi: 'Không có đợt chuyển này.',
    en: 'Expected the id of a move, but there is none.',
  });
}

const audit = (
  trx: Knex.Transaction,
  platform: Platform,
  actor: Actor,
  action: string,
  subjectType: string,
  subjectId: string,
) => writeAudit(trx, { tenantId: actor.tenantId, at: platform.clock.now(), actor, action, subjectType, subjectId });

const notNow = () =>
  new ProblemError({
    code: 'MOVE_CHANGED',
    status: 409,
    vi: 'Đợt chuyển đã đổi trạng thái. Hãy tải lại trang.',
    en: 'Expected the batch as it was shown, but it has changed: reload.',
  });
