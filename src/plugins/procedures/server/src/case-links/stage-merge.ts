// Owns the staging of an approved merge: the process of the merged case is to be cancelled, and what the package's event
// does to our data is kept until the engine's record says that it has ended.
import type { Knex } from 'knex';
import { writeAuditAtEnd } from '../audit/write-audit';
import { caseContext } from '../cases/case-context';
import { valuesFromData } from '../events/form-values';
import { resolveFeel } from '../feel/resolve-feel';
import { stageAction } from '../outbox/stage-action';
import { ProblemError } from '../problems/problem-error';
import { findEvent, type PublishedPackage } from '../publishing/package-library';
import type { Platform } from '../runtime/platform';
import type { CaseRecord, Sendable } from '../storage/rows';
import { actingHeadFor } from '../tenants/acting-right';
import type { Actor } from '../tenants/actor';
import type { MergedBefore } from './case-link';
import { mergeDefinition } from './merge-definition';

export async function stageMerge(
  platform: Platform,
  trx: Knex.Transaction,
  actor: Actor,
  {
    linkId,
    own,
    other,
    published,
  }: { linkId: string; own: CaseRecord; other: CaseRecord; published: PublishedPackage },
): Promise<Sendable> {
  const at = platform.clock.now();
  const event = findEvent(published, mergeDefinition(published).event);
  const { context } = await caseContext(platform, own, published);
  const values = valuesFromData(event, null, context, { into: other.book_no });
  const by = resolveFeel(event.actor ?? null, context);
  // Whoever decides it in the head's stead: that is part of what was done.
  const isHeads = mergeDefinition(published).approval === 'HEAD';
  const actingFor = isHeads ? actingHeadFor(actor, [own.handling_unit]) : null;
  const staged = await stageAction(trx, {
    tenantId: own.tenant_id,
    caseId: own.id,
    kind: 'MERGE_CASE',
    eventCode: event.code,
    businessAt: at,
    enteredAt: at,
    lateReason: null,
    personId: actor.personId,
    actingFor: actingFor?.id ?? null,
    payload: {
      values: {},
      record: (values.record ?? {}) as Record<string, unknown>,
      people: null,
      task: {},
      facts: {},
      actor: typeof by === 'string' ? by : null,
    },
    command: { kind: 'cancelProcessInstance', instanceKey: await runningInstance(platform, trx, own), variables: {} },
  });
  const before: MergedBefore = {
    state: own.state,
    outcome: own.outcome,
    outcomeGround: own.outcome_ground,
    publicStatus: own.public_status,
    publicText: own.public_text,
  };
  await trx('procedures.case_links')
    .where({ id: linkId })
    .update({
      state: 'PENDING',
      action_id: staged.id,
      before: JSON.stringify(before),
      approved_by: actor.personId,
      approved_at: at,
    });
  for (const [action, subject, against] of [
    ['case.merge', own, other],
    ['case.takeIn', other, own],
  ] as const)
    await writeAuditAtEnd(trx, {
      tenantId: own.tenant_id,
      at,
      actor,
      actingFor,
      action,
      subjectType: 'case',
      subjectId: subject.id,
      detail: { link: linkId, other: against.id },
    });
  return staged;
}

/** The newest run: one that was set free from an earlier merge has more than one. */
async function runningInstance(platform: Platform, trx: Knex.Transaction, own: CaseRecord): Promise<string> {
  const row: { key: string } | undefined = await trx('procedures.case_instances as i')
    .leftJoin('procedures.process_instances as p', (on) =>
      on.on('p.engine_id', 'i.engine_id').andOn('p.process_instance_key', 'i.process_instance_key'),
    )
    .where({ 'i.case_id': own.id, 'i.root': true, 'i.engine_id': platform.engineId })
    .whereNull('p.ended_at')
    .orderBy('i.process_instance_key', 'desc')
    .first('i.process_instance_key as key');
  if (row) return String(row.key);
  throw new ProblemError({
    code: 'NO_RUNNING_PROCESS',
    status: 409,
    vi: 'Hồ sơ này không còn quy trình đang chạy trên bộ máy. Hãy tải lại trang hoặc báo người vận hành.',
    en: 'Expected a process of this case to be running on this engine, but none is: reload, or tell the operator.',
  });
}
