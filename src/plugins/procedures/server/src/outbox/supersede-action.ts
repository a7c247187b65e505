// Owns what happens to an act that the engine overtook: it is not done, and what was typed is kept as a draft with the
// reason, so that nothing is lost.
import type { Knex } from 'knex';
import { releaseReserved } from '../numbers/claim-reserved';
import type { ActionRecord } from '../storage/rows';
import { storedDraft } from '../tasks/draft-content';

/** What was entered late is late in the draft too. */
const typedInto = ({ payload, business_at, late_reason }: ActionRecord) => ({
  values: payload.values ?? {},
  at: late_reason ? business_at.toISOString() : null,
  lateReason: late_reason ?? '',
});

/** Marks the action superseded and keeps its values as the person's draft. */
export async function supersedeAction(trx: Knex.Transaction, action: ActionRecord, reason: string): Promise<void> {
  await trx('procedures.actions')
    .where({ id: action.id })
    .update({ state: 'SUPERSEDED', superseded_reason: reason, settled_at: trx.raw('now()') });
  if (action.kind === 'START_CASE') await releaseReserved(trx, action.case_id);
  if (!action.task_id || !action.person_id) return;
  await trx('procedures.task_drafts')
    .insert({
      task_id: action.task_id,
      person_id: action.person_id,
      values: JSON.stringify(storedDraft(typedInto(action))),
      reason,
      saved_at: trx.raw('now()'),
    })
    .onConflict(['task_id', 'person_id'])
    .merge(['values', 'reason', 'saved_at']);
}
