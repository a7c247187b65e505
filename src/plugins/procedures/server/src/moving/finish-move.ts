// Owns the end of a move, whatever its outcome: written once, on the record, and the batch is done with its last one.
import type { Knex } from 'knex';
import { writeAuditAtEnd } from '../audit/write-audit';
import type { LocalText } from '../packages/types';
import type { MoveContext } from './move-context';
import { advance } from './move-rows';

export async function finishMove(
  { platform, move, batch }: MoveContext,
  trx: Knex.Transaction,
  outcome: 'MOVED' | 'KEPT' | 'RETURNED',
  words: LocalText | null,
): Promise<boolean> {
  const at = platform.clock.now();
  const said = words && JSON.stringify({ vi: words.vi, en: words.en });
  const ended = { step: 'RELEASED', outcome, finished_at: at, stuck: false, ...(said ? { words: said } : {}) };
  if (!(await advance(trx, move, ended))) return false;
  // Two last ones that end together: the lock lets the second see the first.
  await trx('procedures.move_batches').where({ id: batch.id }).forUpdate().first('id');
  const open = await trx('procedures.case_moves').where({ batch_id: batch.id }).whereNull('outcome').first('id');
  if (!open) await trx('procedures.move_batches').where({ id: batch.id }).update({ state: 'DONE', finished_at: at });
  await writeAuditAtEnd(trx, {
    tenantId: move.tenant_id,
    at,
    actor: { personId: batch.started_by },
    action: `case.move.${outcome.toLowerCase()}`,
    subjectType: 'case',
    subjectId: move.case_id,
    detail: { batch: batch.id, package: batch.package_id, from: move.from_version, to: move.to_version },
  });
  trx.executionPromise.then(() => platform.settlements.announce(`case:${move.case_id}`)).catch(() => undefined);
  return true;
}
