// Owns the third step: the instance that the case leaves is cancelled, and its end is waited for as a record. Only then
// is another created: of two that live together the old one would take the messages.
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { inTransaction } from '../storage/in-transaction';
import { finishMove } from './finish-move';
import type { MoveContext } from './move-context';
import { advance } from './move-rows';
import { type MovePlan, planMove } from './plan-move';
import { readLiveCases } from './read-live-cases';
import type { StepResult } from './step-result';
import { keepTasks } from './write-plan';

const RECORD_WITHIN_MS = 15_000;
const LOOK_MS = 50;

export async function cancelInstance(context: MoveContext): Promise<StepResult> {
  const { platform, move } = context;
  const key = move.leaving_instance_key ?? '';
  if (!(await endOf(platform.knex, platform.engineId, key))) {
    const answer = await platform.engine.cancelProcessInstance(key);
    // NOT_FOUND proves nothing: the record does.
    const ended = await waitForEnd(context, key);
    if (!ended && answer.status === 'rejected' && answer.code === 'NOT_FOUND') return whenLost(context, key);
    if (!ended) return { againInMs: 1_000 };
  }
  const end = await endOf(platform.knex, platform.engineId, key);
  if (end?.state === 'COMPLETED' && !move.back) {
    await inTransaction(platform.strapi, (trx) =>
      finishMove(context, trx, 'KEPT', {
        vi: 'Hồ sơ đã tự kết thúc trước khi được chuyển.',
        en: 'The case came to its own end before it was moved.',
      }),
    );
    return 'ENDED';
  }
  return inTransaction(platform.strapi, async (trx): Promise<StepResult> => {
    const attempt = randomUUID();
    const now = move.back ? { plan: move.plan, back: true } : await planAtEnd(context, trx, key);
    if (!now.plan) return { stuck: NO_PLACE };
    const next = { step: 'CREATING', back: now.back, plan: JSON.stringify(now.plan), attempt, new_instance_key: null };
    if (!(await advance(trx, move, next))) return 'ON';
    await trx('procedures.move_attempts').insert({ id: attempt, move_id: move.id });
    if (!move.back) await keepTasks(trx, move.id, now.plan);
    return 'ON';
  });
}

/** What was alive when it ended counts, should a timer have moved it after the plan was written. */
async function planAtEnd(
  { platform, move, batch, from, to }: MoveContext,
  trx: Knex.Transaction,
  key: string,
): Promise<{ plan: MovePlan | null; back: boolean }> {
  const began: { position: string } | undefined = await trx('procedures.engine_records')
    .where({ engine_id: platform.engineId, process_instance_key: key, record_key: key })
    .where({ value_type: 'PROCESS_INSTANCE', intent: 'ELEMENT_TERMINATING' })
    .first(trx.raw('position::text'));
  const roots = [{ caseId: move.case_id, instanceKey: key }];
  const question = { engineId: platform.engineId, roots, version: from, endedFrom: began?.position ?? '0' };
  const live = (await readLiveCases(trx, question)).get(move.case_id);
  if (!live) return { plan: move.plan, back: false };
  const standing = { ...live, isActive: true, timers: [] };
  const forward = planMove(from, to, standing, batch.mapping, new Date());
  if (forward.plan) return { plan: forward.plan, back: false };
  return { plan: planMove(from, from, standing, {}, new Date()).plan, back: true };
}

async function whenLost(context: MoveContext, key: string): Promise<StepResult> {
  await context.platform.records.fenceAll(context.platform.engine);
  if (await endOf(context.platform.knex, context.platform.engineId, key)) return 'ON';
  return {
    stuck: {
      vi: 'Bộ máy không biết quy trình này và cũng không có bản ghi kết thúc. Dữ liệu của bộ máy có thể là của máy khác.',
      en: 'The engine does not know this instance and no end of it is on record. Its data may be another engine’s.',
    },
  };
}

async function waitForEnd({ platform }: MoveContext, key: string): Promise<boolean> {
  const limit = Date.now() + RECORD_WITHIN_MS;
  for (;;) {
    if (await endOf(platform.knex, platform.engineId, key)) return true;
    if (Date.now() > limit) return false;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

const endOf = (knex: Knex, engineId: string, key: string): Promise<{ state: string } | undefined> =>
  knex('procedures.process_instances')
    .where({ engine_id: engineId, process_instance_key: key })
    .whereNotNull('ended_at')
    .first('state');

const NO_PLACE = {
  vi: 'Khi dừng, hồ sơ đã đi tới một bước không thể tạo lại (bước lặp hoặc giao dịch). Cần người vận hành đặt lại vị trí.',
  en: 'When it was stopped the case had come to a step that cannot be created anew. An operator has to place it.',
};
