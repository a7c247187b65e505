// Owns the confirmation: the record has come, so the act happened. Its effects are applied in the same transaction that
// moves the cursor, so that they happen once.

import type { Knex } from 'knex';
import { writeAuditAtEnd } from '../audit/write-audit';
import { asBeforeMerge, takeUpTerms } from '../case-links/reopen-case';
import { applyEvent, type BegunCase } from '../events/apply-event';
import { takeBookNumber } from '../numbers/take-book-number';
import type { Manifest } from '../packages/types';
import { findEvent } from '../publishing/package-library';
import type { Platform } from '../runtime/platform';
import type { ActionRecord, CaseRecord } from '../storage/rows';

/** `taskId`: the task that the act completes. The case row stays locked until `trx` ends. */
export async function confirmAction(
  platform: Platform,
  trx: Knex.Transaction,
  action: ActionRecord,
  taskId: string | null,
): Promise<void> {
  const current: CaseRecord = await trx('procedures.cases').where({ id: action.case_id }).forUpdate().first();
  const published = await platform.library.load(current.tenant_id, current.package_id, current.package_version);
  const manifest = published.read.manifest;
  const begun = await begunBy(trx, manifest, current, action);
  const isAgain = action.kind === 'RESTART_CASE';
  const standing = isAgain ? await asBeforeMerge(trx, current, published) : current;
  if (taskId) await closeTask(trx, action, taskId);
  const event = await applyEvent(
    platform,
    trx,
    { read: published.read, event: findEvent(published, action.event_code) },
    { action, current: standing, begun },
  );
  if (isAgain) await takeUpTerms(trx, platform.clock, current);
  const result = { ...(begun ? { bookNo: begun.row.book_no } : {}), eventId: event.id };
  await trx('procedures.actions')
    .where({ id: action.id })
    .update({ state: 'CONFIRMED', result: JSON.stringify(result), settled_at: trx.raw('now()') });
  await writeAuditAtEnd(trx, {
    tenantId: current.tenant_id,
    at: platform.clock.now(),
    actor: action.person_id ? { personId: action.person_id } : null,
    action: `event.${action.event_code}`,
    subjectType: 'case',
    subjectId: current.id,
    detail: {
      actionId: action.id,
      taskId,
      fields: Object.keys(action.payload.record),
      ...(action.acting_for ? { actingFor: action.acting_for } : {}),
    },
  });
  trx.executionPromise.then(() => platform.settlements.settle(action.id)).catch(() => undefined);
}

const CLOSE = `
  with dropped as (delete from procedures.task_drafts where task_id = ?)
  update procedures.tasks
     set state = 'COMPLETED', completed_at = ?, completed_by = ?, completed_acting_for = ?, version = version + 1
   where id = ?`;

async function closeTask(trx: Knex.Transaction, action: ActionRecord, taskId: string): Promise<void> {
  await trx.raw(CLOSE, [taskId, action.business_at, action.person_id, action.acting_for, taskId]);
}

/** A case that runs again keeps the number that it has. */
async function begunBy(trx: Knex.Transaction, manifest: Manifest, current: CaseRecord, action: ActionRecord) {
  if (action.kind === 'START_CASE') return begin(trx, manifest, current, action.business_at);
  if (action.kind !== 'RESTART_CASE') return null;
  return { row: { life: 'ACTIVE' as const, book_no: current.book_no }, record: {} };
}

/** What a confirmed start gives the case: its life, and the number in the tenant's book, which nothing else takes. */
async function begin(trx: Knex.Transaction, manifest: Manifest, current: CaseRecord, at: Date): Promise<BegunCase> {
  const series = manifest.record.numberSeries;
  if (!series) return { row: { life: 'ACTIVE', book_no: null }, record: {} };
  const bookNo = await takeBookNumber(trx, series, current, at);
  return { row: { life: 'ACTIVE', book_no: bookNo }, record: { [series.field]: bookNo } };
}
