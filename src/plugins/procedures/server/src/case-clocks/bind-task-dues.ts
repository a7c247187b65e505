// Owns which clock gives a task its due: the earliest open one among those that the manifest binds to the element.
import type { Knex } from 'knex';
import type { Manifest } from '../packages/types';
import type { TaskRecord } from '../storage/rows';

type BoundTask = Pick<TaskRecord, 'id' | 'element_id' | 'due_at' | 'due_clock'>;
type RunningClock = { id: string; rule_id: string; rule: string; due_at: Date };

/** The due of a task that is about to open on `elementId`. */
export async function dueOfElement(
  trx: Knex.Transaction,
  manifest: Manifest,
  caseId: string,
  elementId: string,
): Promise<{ due_at: Date | null; due_clock: string | null }> {
  const bound = manifest.elements[elementId]?.clocks ?? [];
  const due = bound.length > 0 ? dueAmong(await runningClocks(trx, caseId), bound) : undefined;
  return { due_at: due?.due_at ?? null, due_clock: due?.id ?? null };
}

export async function bindTaskDues(trx: Knex.Transaction, manifest: Manifest, caseId: string): Promise<void> {
  const clocksOf = (task: BoundTask) => manifest.elements[task.element_id]?.clocks ?? [];
  const tasks: BoundTask[] = await trx('procedures.tasks')
    .select('id', 'element_id', 'due_at', 'due_clock')
    .where({ case_id: caseId })
    .whereIn('state', ['OPEN', 'COMPLETING']);
  const concerned = tasks.filter((task) => task.due_clock !== null || clocksOf(task).length > 0);
  if (concerned.length === 0) return;
  const open = await runningClocks(trx, caseId);
  for (const task of concerned) {
    const due = dueAmong(open, clocksOf(task));
    const isSame = task.due_clock === (due?.id ?? null) && task.due_at?.getTime() === due?.due_at.getTime();
    if (isSame) continue;
    await trx('procedures.tasks')
      .where({ id: task.id })
      .update({ due_at: due?.due_at ?? null, due_clock: due?.id ?? null });
  }
}

/** Earliest due first. */
async function runningClocks(trx: Knex.Transaction, caseId: string): Promise<RunningClock[]> {
  return trx('procedures.clocks')
    .select('id', 'rule_id', 'rule', 'due_at')
    .where({ case_id: caseId, state: 'RUNNING', tracking: 'ENFORCED' })
    .orderBy('due_at');
}

function dueAmong(open: RunningClock[], bound: string[]): RunningClock | undefined {
  return open.find((clock) => bound.includes(clock.rule_id) || bound.includes(clock.rule));
}
