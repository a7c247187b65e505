// Owns the confirmation of merges: the engine's record says that the merged case's process has ended, so the package's
// event happens to it, its open terms are superseded, the other case is told, and the link is in force: all at once.
import type { Knex } from 'knex';
import { bindTaskDues } from '../case-clocks/bind-task-dues';
import { confirmAction } from '../outbox/confirm-action';
import { supersedeAction } from '../outbox/supersede-action';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { ActionRecord, CaseRecord } from '../storage/rows';
import type { CaseLinkRecord } from './case-link';
import { mergeDefinition } from './merge-definition';
import { lockPair } from './mergeable';
import { recordOnCase } from './record-on-case';

const OPEN = ['STAGED', 'SENT', 'BLOCKED'];

/** Looks at every open merge. Returns how many were settled. */
export async function confirmMerges(platform: Platform): Promise<number> {
  const open: { id: string; command: ActionRecord['command'] }[] = await platform
    .knex('procedures.actions')
    .where({ kind: 'MERGE_CASE' })
    .whereIn('state', OPEN)
    .select('id', 'command');
  let settled = 0;
  for (const { id, command } of open) {
    if (command?.kind !== 'cancelProcessInstance') continue;
    const ended: { state: string } | undefined = await platform
      .knex('procedures.process_instances')
      .where({ engine_id: platform.engineId, process_instance_key: command.instanceKey })
      .whereNotNull('ended_at')
      .first('state');
    if (!ended) continue;
    if (await inTransaction(platform.strapi, (trx) => settle(platform, trx, id, ended.state === 'TERMINATED')))
      settled += 1;
  }
  return settled;
}

async function settle(platform: Platform, trx: Knex.Transaction, actionId: string, wasCancelled: boolean) {
  const link: CaseLinkRecord | undefined = await trx('procedures.case_links')
    .where({ action_id: actionId, state: 'PENDING' })
    .first();
  if (!link) return false;
  const { own, other } = await lockPair(trx, link.case_id, link.other_case_id);
  const action: ActionRecord | undefined = await trx('procedures.actions')
    .where({ id: actionId })
    .whereIn('state', OPEN)
    .forUpdate()
    .first();
  if (!action) return false;
  const at = platform.clock.now();
  if (!wasCancelled) {
    // It came to its own end first: nothing is left to merge.
    await supersedeAction(trx, action, 'the process ended by itself');
    await trx('procedures.case_links')
      .where({ id: link.id })
      .update({ state: 'ENDED', ended_at: at, ended_reason: 'Hồ sơ đã tự kết thúc trước khi nhập.' });
    return true;
  }
  await confirmAction(platform, trx, action, null);
  await trx('procedures.cases').where({ id: own.id }).update({ life: 'COMPLETED', updated_at: at });
  await supersedeTerms(trx, own, other, actionId);
  const published = await platform.library.load(own.tenant_id, own.package_id, own.package_version);
  await bindTaskDues(trx, published.read.manifest, own.id);
  await recordOnCase(platform, trx, other, mergeDefinition(published).onTarget, {
    personId: action.person_id,
    actingFor: action.acting_for,
  });
  await trx('procedures.case_links').where({ id: link.id }).update({ state: 'IN_FORCE' });
  return true;
}

/** Whatever still ran ends with the event of the merge, so that the undoing knows which to take up again. */
async function supersedeTerms(trx: Knex.Transaction, own: CaseRecord, other: CaseRecord, actionId: string) {
  const event = await trx('procedures.business_events')
    .where({ case_id: own.id, action_id: actionId })
    .first('id', 'business_at');
  // The number of a restricted case is not for everybody who reads this one.
  const into = other.restricted ? null : other.book_no;
  await trx('procedures.clocks')
    .where({ case_id: own.id })
    .whereIn('state', ['RUNNING', 'PAUSED'])
    .update({
      state: 'SUPERSEDED',
      superseded_reason: JSON.stringify({
        vi: into ? `nhập vào hồ sơ ${into}` : 'nhập vào hồ sơ khác',
        en: into ? `merged into case ${into}` : 'merged into another case',
      }),
      stopped_by: event.id,
      stopped_at: event.business_at,
    });
}
