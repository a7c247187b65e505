// Owns the coming into force of a correction: a new event in the place of the old one, the rows that the old one wrote
// with what is right, the terms that it met judged again, and what the source of the case is told. The caller has locked
// the case.
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { writeAudit } from '../audit/write-audit';
import { bindTaskDues } from '../case-clocks/bind-task-dues';
import { caseContext } from '../cases/case-context';
import { feelContext } from '../context/feel-context';
import { publicStatusOf } from '../events/public-status';
import type { EventDefinition } from '../packages/types';
import type { PublishedPackage } from '../publishing/package-library';
import type { Platform } from '../runtime/platform';
import type { BusinessEventRecord, CaseRecord } from '../storage/rows';
import type { ActingRight, Actor } from '../tenants/actor';
import { correctClocks } from './correct-clocks';
import { correctRows } from './correct-rows';
import type { CorrectionRecord } from './correction';
import { publicEvent } from './public-event';

interface InForce {
  row: CorrectionRecord;
  current: CaseRecord;
  published: PublishedPackage;
  definition: EventDefinition;
  original: BusinessEventRecord;
  /** What the actor does it under; null: in one's own right. */
  actingFor: ActingRight | null;
  /** Why whoever decided agreed; null: nobody had to. */
  decision?: string | null;
}

export async function putInForce(
  platform: Platform,
  trx: Knex.Transaction,
  actor: Actor,
  { row, current, published, definition, original, actingFor, decision = null }: InForce,
): Promise<void> {
  const now = platform.clock.now();
  const isOwn = row.asked_by === actor.personId;
  const toldBy = await publicEvent(trx, current.id);
  const [written]: BusinessEventRecord[] = await trx('procedures.business_events')
    .insert({
      id: randomUUID(),
      case_id: current.id,
      seq: trx.raw('(select max(seq) + 1 from procedures.business_events where case_id = ?)', [current.id]),
      code: original.code,
      business_at: row.business_at,
      entered_at: now,
      late_reason: row.reason,
      person_id: row.asked_by,
      acting_for: row.asked_acting_for,
      actor: original.actor,
      data: JSON.stringify({ ...(original.data as object | null), task: row.task }),
      // A correction moves no case: it stands where it stands.
      state_after: current.state,
    })
    .returning('*');
  await trx('procedures.event_corrections')
    .where({ id: row.id })
    .update({
      state: 'IN_FORCE',
      new_event_id: written.id,
      decided_by: isOwn ? null : actor.personId,
      decided_acting_for: isOwn ? null : (actingFor?.id ?? null),
      decided_at: now,
      decision_reason: decision,
    });
  const { record, parametersAt } = await caseContext(platform, current, published);
  const contextOf = (event: BusinessEventRecord, task: Record<string, unknown>) =>
    feelContext({
      record,
      task,
      event: { code: event.code, at: event.business_at, data: task },
      parameters: parametersAt(event.business_at),
      tenantId: current.tenant_id,
      case: current,
    });
  const before = (original.data as { task?: Record<string, unknown> } | null)?.task ?? {};
  await correctRows(platform.strapi, definition.rows ?? [], current, {
    before: contextOf(original, before),
    after: contextOf(written, row.task),
  });
  if (await correctClocks(trx, current.id, original, written, now))
    await bindTaskDues(trx, published.read.manifest, current.id);
  const told = publicStatusOf(definition, contextOf(written, row.task));
  const shown = told && { public_status: told.status, public_text: JSON.stringify(told.text) };
  if (shown) await trx('procedures.business_events').where({ id: written.id }).update(shown);
  await trx('procedures.cases')
    .where({ id: current.id })
    .update({ updated_at: now, ...(toldBy === original.id ? shown : null) });
  await writeAudit(trx, {
    tenantId: current.tenant_id,
    at: now,
    actor,
    actingFor,
    action: 'case.correctEvent',
    subjectType: 'case',
    subjectId: current.id,
    detail: { correction: row.id, event: original.id, by: written.id, code: original.code },
  });
}
