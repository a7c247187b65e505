// Owns how batches are shown: how many are done, what is being done with each case, and why one stayed.

import type { Bilingual } from '../../../shared/contracts';
import type { MoveBatchView, MoveOutcome, MoveView } from '../../../shared/moving-contract';
import type { Platform } from '../runtime/platform';
import { rowsBy } from '../storage/rows-by';
import { personNames } from '../views/person-names';
import type { BatchRecord, MoveRecord, MoveStepName } from './move-rows';

const SHOWN_BATCHES = 20;

const DOING: Record<MoveStepName, Bilingual> = {
  WAITING: { vi: 'Chờ đến lượt', en: 'Waiting for its turn' },
  HELD: { vi: 'Tạm giữ, lập kế hoạch', en: 'Held, being planned' },
  CANCELLING: { vi: 'Dừng bản cũ', en: 'Stopping the old instance' },
  CREATING: { vi: 'Tạo lại ở phiên bản mới', en: 'Creating it in the new version' },
  RESTORING: { vi: 'Kiểm tra và khôi phục', en: 'Verifying and restoring' },
  RELEASED: { vi: 'Xong', en: 'Done' },
};

/** Not the plans: a page asks for this every two seconds, for thousands of cases. */
const SHOWN = ['id', 'batch_id', 'case_id', 'from_version', 'step', 'outcome', 'words', 'stuck'] as const;
type MoveRow = Pick<MoveRecord, (typeof SHOWN)[number]> & { book_no: string | null; restricted: boolean };

export async function batchViews(platform: Platform, tenantId: string, packageId: string): Promise<MoveBatchView[]> {
  const batches: BatchRecord[] = await platform
    .knex('procedures.move_batches')
    .where({ tenant_id: tenantId, package_id: packageId })
    .orderBy('started_at', 'desc')
    .limit(SHOWN_BATCHES);
  const moves: MoveRow[] = await platform
    .knex('procedures.case_moves as m')
    .join('procedures.cases as c', 'c.id', 'm.case_id')
    .whereIn(
      'm.batch_id',
      batches.map((batch) => batch.id),
    )
    .orderBy('m.created_at')
    .orderBy('c.received_at')
    .select(...SHOWN.map((column) => `m.${column}`), 'c.book_no', 'c.restricted');
  const ofBatch = rowsBy(moves, (move) => move.batch_id);
  const names = await personNames(
    platform.knex,
    batches.map((batch) => batch.started_by),
  );
  return batches.map((batch) => {
    const own = (ofBatch.get(batch.id) ?? []).map((move) => moveView(move, batch));
    return {
      id: batch.id,
      packageId: batch.package_id,
      version: batch.to_version,
      state: batch.state,
      reason: batch.reason,
      startedBy: names.get(batch.started_by) ?? null,
      startedAt: batch.started_at.toISOString(),
      finishedAt: batch.finished_at?.toISOString() ?? null,
      total: own.length,
      counts: countsOf(own),
      moves: own,
    };
  });
}

function moveView(move: MoveRow, batch: BatchRecord): MoveView {
  const outcome = outcomeOf(move, batch);
  return {
    id: move.id,
    caseId: move.restricted ? null : move.case_id,
    bookNo: move.restricted ? null : move.book_no,
    fromVersion: move.from_version,
    outcome,
    words: move.words ?? (outcome === 'MOVED' || outcome === 'STOPPED' ? null : DOING[move.step]),
  };
}

function outcomeOf(move: MoveRow, batch: BatchRecord): MoveOutcome {
  if (move.outcome) return move.outcome;
  if (move.stuck) return 'STUCK';
  if (move.step !== 'WAITING') return 'MOVING';
  return batch.state === 'STOPPED' ? 'STOPPED' : 'WAITING';
}

function countsOf(moves: MoveView[]): MoveBatchView['counts'] {
  const counts = { WAITING: 0, MOVING: 0, MOVED: 0, KEPT: 0, RETURNED: 0, STUCK: 0, STOPPED: 0 };
  for (const move of moves) counts[move.outcome] += 1;
  return counts;
}
