// Owns what NOT_FOUND means. The answer proves nothing: after a fence (a marker has come back through every partition,
// so every earlier record has had its effects) our tables say what became of the job or of the wait. An act that its own
// record confirmed is no longer open by then.
import type { Knex } from 'knex';
import { ProblemError } from '../problems/problem-error';
import type { ActionRecord } from '../storage/rows';
import type { OutboxOptions } from './outbox-options';
import { supersedeAction } from './supersede-action';

type LookOptions = Pick<OutboxOptions, 'knex' | 'engine' | 'records' | 'log' | 'settled'>;

/** Settles an open action by what is on record, or blocks it and raises the alarm when there is no end on record. */
export async function settleByLooking(options: LookOptions, actionId: string): Promise<void> {
  const { knex, records, engine, log, settled } = options;
  if (!(await openAction(knex, actionId))) return;
  try {
    await records.fence(engine);
  } catch (error) {
    if (error instanceof ProblemError) return; // not now: it is tried again at the next attempt
    throw error;
  }
  const isSettled = await knex.transaction(async (trx: Knex.Transaction) => {
    const action = await openAction(trx, actionId, true);
    if (!action) return false;
    // The scheduler confirms it, when the record of the instance's end has come from the slower exporter.
    if (action.command?.kind === 'cancelProcessInstance') return false;
    const end = await otherEnd(trx, action);
    if (end) {
      await supersedeAction(trx, action, end);
      return true;
    }
    await trx('procedures.actions')
      .where({ id: actionId })
      .update({ state: 'BLOCKED', last_answer: 'no end on record' });
    log.error(
      `outbox: action ${actionId} has neither a job nor an end on record; is this another engine's data? It is stopped until an operator looks.`,
    );
    return true;
  });
  if (isSettled) settled(actionId);
}

function openAction(knex: Knex, actionId: string, lock = false): Promise<ActionRecord | undefined> {
  const open = knex('procedures.actions').where({ id: actionId }).whereIn('state', ['STAGED', 'SENT']);
  return (lock ? open.forUpdate() : open).first();
}

/** How the thing that the act was for ended otherwise, or null. Keys mean something in one engine only. */
async function otherEnd(trx: Knex.Transaction, action: ActionRecord): Promise<string | null> {
  const { command } = action;
  if (command?.kind === 'completeJob') {
    const job = await trx('procedures.tasks as t')
      .join('procedures.jobs as j', { 'j.engine_id': 't.engine_id', 'j.job_key': 't.job_key' })
      .where('t.id', action.task_id)
      .whereIn('j.state', ['CANCELED', 'ERROR_THROWN'])
      .first('j.state');
    return job ? `job ${String(job.state).toLowerCase()}` : null;
  }
  if (action.kind !== 'PUBLISH_MESSAGE' || command?.kind !== 'publishMessage') return null;
  const wait = await trx('procedures.case_subscriptions')
    .where({ case_id: action.case_id, message_name: command.name, correlation_key: command.correlationKey })
    .whereNotNull('closed_at')
    .first('closed_at');
  return wait ? 'the wait has ended' : null;
}
