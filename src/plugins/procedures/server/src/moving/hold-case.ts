// Owns the first step: from here on no act on the case is taken. An act that is under way is waited for.

import { inTransaction } from '../storage/in-transaction';
import type { CaseRecord } from '../storage/rows';
import { finishMove } from './finish-move';
import type { MoveContext } from './move-context';
import { moveReason } from './move-reasons';
import { advance } from './move-rows';
import { runningRoot } from './running-root';
import type { StepResult } from './step-result';

const MOST_WAITS = 20;

export async function holdCase(context: MoveContext): Promise<StepResult> {
  const { platform, move, batch } = context;
  return inTransaction(platform.strapi, async (trx): Promise<StepResult> => {
    // Whoever stages an act refers to the case, and so waits for this lock; see refuse-moving.ts.
    const current: CaseRecord = await trx('procedures.cases').where({ id: move.case_id }).forUpdate().first();
    const now: { state: string } | undefined = await trx('procedures.move_batches')
      .where({ id: batch.id })
      .first('state');
    if (now?.state !== 'RUNNING') return 'ENDED';
    const isSame = current.life === 'ACTIVE' && current.package_version === move.from_version;
    const root = isSame ? await runningRoot(trx, platform.engineId, move.case_id) : null;
    if (!root) {
      await finishMove(context, trx, 'KEPT', moveReason('NOT_ACTIVE'));
      return 'ENDED';
    }
    const open = await trx('procedures.actions')
      .where({ case_id: move.case_id })
      .whereIn('state', ['STAGED', 'SENT', 'BLOCKED'])
      .first('id');
    if (open && move.attempts >= MOST_WAITS) {
      await finishMove(context, trx, 'KEPT', moveReason('ACT_STAGED'));
      return 'ENDED';
    }
    if (open) return { againInMs: 500 };
    await advance(trx, move, {
      step: 'HELD',
      engine_id: platform.engineId,
      origin_instance_key: root,
      leaving_instance_key: root,
    });
    return 'ON';
  });
}
