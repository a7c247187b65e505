// Owns the way back: a case that cannot stand in the new version is put back where it stood in the old one.
import { randomUUID } from 'node:crypto';
import type { LocalText } from '../packages/types';
import { inTransaction } from '../storage/in-transaction';
import type { MoveContext } from './move-context';
import { advance } from './move-rows';
import type { StepResult } from './step-result';

export async function goBack({ platform, move }: MoveContext, why: LocalText): Promise<StepResult> {
  await inTransaction(platform.strapi, async (trx) => {
    const words = JSON.stringify(why);
    if (move.new_instance_key !== null) {
      const leaving = { step: 'CANCELLING', leaving_instance_key: move.new_instance_key };
      await advance(trx, move, { ...leaving, back: true, words, new_instance_key: null });
      return;
    }
    const attempt = randomUUID();
    if (!(await advance(trx, move, { back: true, words, attempt }))) return;
    await trx('procedures.move_attempts').insert({ id: attempt, move_id: move.id });
  });
  return 'ON';
}
