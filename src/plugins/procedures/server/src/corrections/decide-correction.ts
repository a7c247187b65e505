// Owns the decision on a correction that waits: by whoever the package names, never by the asker, who may take it back.
import type { Knex } from 'knex';
import { writeAudit } from '../audit/write-audit';
import { requireAllowed } from '../policy/decision';
import { ProblemError } from '../problems/problem-error';
import { reasonOf } from '../problems/reason';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { CaseRecord } from '../storage/rows';
import type { Actor } from '../tenants/actor';
import { correctableEvent, decidingRight, mayDecideCorrection } from './correctable-event';
import { type CorrectionRecord, loadCorrection } from './correction';
import { putInForce } from './put-in-force';
import { tellDecidedCorrection } from './tell-correction';

export async function approveCorrection(platform: Platform, actor: Actor, id: string): Promise<void> {
  const row = await loadCorrection(platform.knex, id, actor.tenantId);
  const event = await correctableEvent(platform, actor, row.case_id, row.event_id);
  requireAllowed(mayDecideCorrection(actor, event.subject, event.correction, row.asked_by));
  await inTransaction(platform.strapi, async (trx) => {
    const current: CaseRecord = await trx('procedures.cases').where({ id: row.case_id }).forUpdate().first();
    await requireOpen(trx, id);
    await putInForce(platform, trx, actor, { ...event, row, current, actingFor: decidingRight(actor, event) });
    await tellDecidedCorrection(trx, row, 'APPROVED', { now: platform.clock.now(), by: actor.personId });
  });
}

export async function refuseCorrection(platform: Platform, actor: Actor, id: string, given: unknown): Promise<void> {
  const row = await loadCorrection(platform.knex, id, actor.tenantId);
  const event = await correctableEvent(platform, actor, row.case_id, row.event_id);
  const isOwn = row.asked_by === actor.personId;
  if (!isOwn) requireAllowed(mayDecideCorrection(actor, event.subject, event.correction, row.asked_by));
  const actingFor = isOwn ? null : decidingRight(actor, event);
  const reason = reasonOf(given);
  const now = platform.clock.now();
  await inTransaction(platform.strapi, async (trx) => {
    await requireOpen(trx, id);
    await trx('procedures.event_corrections')
      .where({ id })
      .update({
        state: 'REFUSED',
        decided_by: actor.personId,
        decided_acting_for: actingFor?.id ?? null,
        decided_at: now,
        decision_reason: reason,
      });
    await tellDecidedCorrection(trx, row, isOwn ? 'TAKEN_BACK' : 'REFUSED', { now, by: actor.personId });
    await writeAudit(trx, {
      tenantId: actor.tenantId,
      at: now,
      actor,
      actingFor,
      action: 'case.refuseCorrection',
      subjectType: 'case',
      subjectId: row.case_id,
      detail: { correction: id, event: row.event_id },
    });
  });
}

/** Locks it; of two who decide, the second reads that it was decided. */
async function requireOpen(trx: Knex.Transaction, id: string): Promise<void> {
  const row: Pick<CorrectionRecord, 'state'> | undefined = await trx('procedures.event_corrections')
    .where({ id })
    .forUpdate()
    .first('state');
  if (row?.state === 'ASKED') return;
  throw new ProblemError({
    code: 'CORRECTION_DECIDED',
    status: 409,
    vi: 'Đề nghị đính chính này đã được xét hoặc đã rút. Hãy tải lại trang.',
    en: 'Expected a correction that waits for a decision, but it was decided: reload the page.',
  });
}
