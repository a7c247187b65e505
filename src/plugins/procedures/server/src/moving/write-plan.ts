// Owns the second step: with the case held and every record in, where it stands and where it will is written down.
import type { Knex } from 'knex';
import { inTransaction } from '../storage/in-transaction';
import { finishMove } from './finish-move';
import type { MoveContext } from './move-context';
import { advance } from './move-rows';
import { type MovePlan, planMove } from './plan-move';
import { readLiveCases } from './read-live-cases';
import type { StepResult } from './step-result';

const MOST_LOOKS = 5;

export async function writePlan(context: MoveContext): Promise<StepResult> {
  const { platform, move, batch, from, to } = context;
  await platform.records.fenceAll(platform.engine);
  const roots = [{ caseId: move.case_id, instanceKey: move.leaving_instance_key ?? '' }];
  const lives = await readLiveCases(platform.knex, { engineId: platform.engineId, roots, version: from });
  const live = lives.get(move.case_id);
  if (!live) return { againInMs: 1_000 };
  const { plan, reasons } = planMove(from, to, live, batch.mapping, new Date());
  const mayPass = reasons.every((reason) => reason.code === 'PASSING') || live.openingWaits > 0;
  if (!plan && mayPass && move.attempts < MOST_LOOKS) return { againInMs: 500 };
  return inTransaction(platform.strapi, async (trx): Promise<StepResult> => {
    if (!plan) {
      const words = (language: 'vi' | 'en') => reasons.map((reason) => reason[language]).join(' ');
      await finishMove(context, trx, 'KEPT', { vi: words('vi'), en: words('en') });
      return 'ENDED';
    }
    if (await advance(trx, move, { step: 'CANCELLING', plan: JSON.stringify(plan) }))
      await keepTasks(trx, move.id, plan);
    return 'ON';
  });
}

export async function keepTasks(trx: Knex.Transaction, moveId: string, plan: MovePlan): Promise<void> {
  await trx('procedures.case_move_tasks').where({ move_id: moveId }).delete();
  if (plan.tasks.length === 0) return;
  await trx('procedures.case_move_tasks').insert(
    plan.tasks.map((task) => ({
      move_id: moveId,
      task_id: task.taskId,
      from_element: task.from,
      to_element: task.to,
      form_changed: task.formChanged,
    })),
  );
}
