// Owns the confirmation: the record has come, so the act happened. Its effects are applied in the same transaction that
// moves the cursor, so that they happen once.

import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import { writeAudit } from '../audit/write-audit';
import { RecordStore } from '../cases/record-store';
import { applyEvent } from '../events/apply-event';
import { nextNumber } from '../numbers/next-number';
import type { Manifest } from '../packages/types';
import { findEvent } from '../publishing/package-library';
import type { Platform } from '../runtime/platform';
import type { ActionRecord, CaseRecord, TaskRecord } from '../storage/rows';

export async function confirmAction(
  platform: Platform,
  trx: Knex.Transaction,
  action: ActionRecord,
  task: TaskRecord | null,
): Promise<void> {
  const current: CaseRecord = await trx('procedures.cases').where({ id: action.case_id }).forUpdate().first();
  const published = await platform.library.load(current.tenant_id, current.package_id, current.package_version);
  const manifest = published.read.manifest;
  const result: Record<string, unknown> = {};
  if (action.kind === 'START_CASE') {
    result.bookNo = await takeNumber(platform, trx, manifest, current, action.business_at);
    await trx('procedures.cases').where({ id: current.id }).update({ life: 'ACTIVE' });
  }
  if (task) {
    await trx('procedures.tasks')
      .where({ id: task.id })
      .update({
        state: 'COMPLETED',
        completed_at: action.business_at,
        completed_by: action.person_id,
        completed_acting_for: action.acting_for,
        version: trx.raw('version + 1'),
      });
    await trx('procedures.task_drafts').where({ task_id: task.id }).delete();
  }
  const event = await applyEvent(
    platform,
    trx,
    { read: published.read, event: findEvent(published, action.event_code) },
    action,
  );
  result.eventId = event.id;
  await trx('procedures.actions')
    .where({ id: action.id })
    .update({ state: 'CONFIRMED', result: JSON.stringify(result), settled_at: trx.raw('now()') });
  await writeAudit(trx, {
    tenantId: current.tenant_id,
    at: platform.clock.now(),
    actor: action.person_id ? { personId: action.person_id } : null,
    action: `event.${action.event_code}`,
    subjectType: 'case',
    subjectId: current.id,
    detail: {
      actionId: action.id,
      taskId: task?.id ?? null,
      fields: Object.keys(action.payload.record),
      ...(action.acting_for ? { actingFor: action.acting_for } : {}),
    },
  });
  trx.executionPromise.then(() => platform.settlements.announce(action.id)).catch(() => undefined);
}

/** The number in the tenant's book; only a confirmed start takes one. */
async function takeNumber(
  platform: Platform,
  trx: Knex.Transaction,
  manifest: Manifest,
  current: CaseRecord,
  at: Date,
): Promise<string | null> {
  const series = manifest.record.numberSeries;
  if (!series) return null;
  const tenant = await trx('procedures.tenants').where({ id: current.tenant_id }).first();
  const year = DateTime.fromJSDate(at, { zone: tenant.time_zone }).year;
  const number = await nextNumber(trx, current.tenant_id, series.id, year);
  const bookNo = series.format.replace('{n}', String(number)).replace('{year}', String(year));
  await trx('procedures.cases').where({ id: current.id }).update({ book_no: bookNo });
  const store = new RecordStore(platform.strapi);
  await store.update(
    current.record_type,
    null,
    current.record_document_id,
    { [series.field]: bookNo },
    null,
    current.tenant_id,
  );
  return bookNo;
}
