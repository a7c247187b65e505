// Owns the look at one action, for its person's page and for the waiting after staging.
import type { Knex } from 'knex';
import { ProblemError } from '../problems/problem-error';
import type { Settlements } from '../runtime/settlements';
import type { ActionRecord } from '../storage/rows';
import { UUID } from '../storage/uuid';

const SETTLED = new Set(['CONFIRMED', 'SUPERSEDED', 'BLOCKED']);

export async function findAction(knex: Knex, actionId: string): Promise<ActionRecord> {
  const action = UUID.test(actionId) ? await knex('procedures.actions').where({ id: actionId }).first() : null;
  if (action) return action;
  throw new ProblemError({
    code: 'ACTION_UNKNOWN',
    status: 404,
    vi: 'Cần mã của một thao tác đã gửi, nhưng không có thao tác này.',
    en: 'Expected the id of a staged action, but there is none.',
  });
}

/** Waits up to `timeoutMs` milliseconds of real time for a record to settle the action; returns it as it then is. */
export async function waitForAction(
  knex: Knex,
  settlements: Settlements,
  actionId: string,
  timeoutMs: number,
): Promise<ActionRecord> {
  if (timeoutMs <= 0) return findAction(knex, actionId);
  // Listening begins before the look, so that nothing falls between the two.
  const announced = settlements.whenSettled(actionId, timeoutMs);
  if (!settlements.isExpected(actionId)) {
    const action = await findAction(knex, actionId);
    if (SETTLED.has(action.state)) return action;
  }
  await announced;
  return findAction(knex, actionId);
}
