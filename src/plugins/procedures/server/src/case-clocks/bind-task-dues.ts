// Owns which clock gives a task its due: the earliest open one among those that the manifest binds to the element.
import type { Knex } from 'knex';
import type { Manifest } from '../packages/types';
import type { TaskRecord } from '../storage/rows';

export async function bindTaskDues(trx: Knex.Transaction, manifest: Manifest, caseId: string): Promise<void> {
  const tasks: TaskRecord[] = await trx('procedures.tasks')
    .where({ case_id: caseId })
    .whereIn('state', ['OPEN', 'COMPLETING']);
  if (tasks.length === 0) return;
  const open: { id: string; rule_id: string; rule: string; due_at: Date }[] = await trx('procedures.clocks')
    .select('id', 'rule_id', 'rule', 'due_at')
    .where({ case_id: caseId, state: 'RUNNING', tracking: 'ENFORCED' })
    .orderBy('due_at');
  for (const task of tasks) {
    const bound = manifest.elements[task.element_id]?.clocks ?? [];
    const due = open.find((clock) => bound.includes(clock.rule_id) || bound.includes(clock.rule));
    await trx('procedures.tasks')
      .where({ id: task.id })
      .update({ due_at: due?.due_at ?? null, due_clock: due?.id ?? null });
  }
}
