// Owns the last step: terms and lists by the new version, stages of clocks that came meanwhile, whoever holds a task with
// another form is told, and the case takes acts again. All in one transaction.
import type { Knex } from 'knex';
import { bindTaskDues } from '../case-clocks/bind-task-dues';
import { caseListing } from '../cases/case-listing';
import { RecordStore } from '../cases/record-store';
import { notify } from '../notices/notify';
import { tickReleased } from '../scheduler/tick-clocks';
import { inTransaction } from '../storage/in-transaction';
import type { CaseRecord } from '../storage/rows';
import { finishMove } from './finish-move';
import type { MoveContext } from './move-context';
import { recomputeTerms } from './recompute-terms';
import type { StepResult } from './step-result';

export async function releaseCase(context: MoveContext): Promise<StepResult> {
  const { platform, move, batch, from, to } = context;
  const { read } = move.back ? from : to;
  await inTransaction(platform.strapi, async (trx) => {
    const current: CaseRecord = await trx('procedures.cases').where({ id: move.case_id }).forUpdate().first();
    if (!(await finishMove(context, trx, move.back ? 'RETURNED' : 'MOVED', null))) return;
    if (!move.back && batch.recompute) await recomputeTerms(platform, trx, current, read);
    await bindTaskDues(trx, read.manifest, current.id);
    const document = await new RecordStore(platform.strapi).read(current.record_type, null, current.record_document_id);
    await trx('procedures.cases')
      .where({ id: current.id })
      .update({ ...caseListing(read, current, document?.record ?? {}), updated_at: platform.clock.now() });
    await tickReleased(platform, trx, current.id);
    if (!move.back) await tellHolders(trx, context);
  });
  return 'ENDED';
}

async function tellHolders(trx: Knex.Transaction, { platform, move }: MoveContext): Promise<void> {
  const changed: { id: string; assignee: string }[] = await trx('procedures.case_move_tasks as m')
    .join('procedures.tasks as t', 't.id', 'm.task_id')
    .where({ 'm.move_id': move.id, 'm.form_changed': true, 't.state': 'OPEN' })
    .whereNotNull('t.assignee')
    .select('t.id', 't.assignee');
  for (const task of changed)
    await notify(trx, {
      tenantId: move.tenant_id,
      kind: 'SYSTEM',
      to: { personId: task.assignee },
      why: {
        vi: 'Biểu mẫu của việc anh/chị đang giữ đã thay đổi theo phiên bản quy trình mới. Bản nháp được giữ nguyên; hãy xem lại trước khi gửi.',
        en: 'The form of a task that you hold has changed with a new version of the procedure. Your draft is kept: look it over before you send it.',
      },
      caseId: move.case_id,
      taskId: task.id,
      now: platform.clock.now(),
    });
}
