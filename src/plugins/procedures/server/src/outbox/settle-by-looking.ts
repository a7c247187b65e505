// Owns what NOT_FOUND means. The answer proves nothing: after a fence (a marker has come back through every partition,
// so every earlier record has been seen) the record log is asked what became of the job.
import type { Knex } from 'knex';
import { ProblemError } from '../problems/problem-error';
import type { ActionRecord } from '../storage/rows';
import type { SenderOptions } from './sender';
import { supersedeAction } from './supersede-action';

/** Settles an open action from the record log, or blocks it and raises the alarm when there is no end on record. */
export async function settleByLooking(options: SenderOptions, actionId: string): Promise<void> {
  const { knex, records, engine, log } = options;
  try {
    await records.fence(engine);
  } catch (error) {
    if (error instanceof ProblemError) return; // not now: it is tried again at the next attempt
    throw error;
  }
  await knex.transaction(async (trx: Knex.Transaction) => {
    const action: ActionRecord | undefined = await trx('procedures.actions')
      .where({ id: actionId })
      .whereIn('state', ['STAGED', 'SENT'])
      .forUpdate()
      .first();
    // The fence let the reaction run: a confirmed action is no longer open here.
    if (!action) return;
    const jobKey = action.command?.kind === 'completeJob' ? action.command.jobKey : null;
    const ended = jobKey
      ? await trx('procedures.engine_records')
          .where({ value_type: 'JOB', record_key: jobKey })
          .whereIn('intent', ['COMPLETED', 'CANCELED', 'ERROR_THROWN'])
          .first()
      : null;
    if (ended) {
      await supersedeAction(trx, action, `job ${String(ended.intent).toLowerCase()}`);
      return;
    }
    await trx('procedures.actions').where({ id: actionId }).update({ state: 'BLOCKED', last_answer: 'no end on record' });
    log.error(
      `outbox: action ${actionId} has neither a job nor an end on record; is this another engine's data? It is stopped until an operator looks.`,
    );
  });
}
