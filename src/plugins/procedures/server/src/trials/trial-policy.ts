// Owns what a tenant asks of a proposal whose scenarios fail: a reason, or that they hold first. The choice is an
// administrator's, with a reason, and in the audit chain.
import type { Knex } from 'knex';
import type { FailingTrials } from '../../../shared/trials-contract';
import { writeAudit } from '../audit/write-audit';
import { ProblemError } from '../problems/problem-error';
import { reasonOf } from '../problems/reason';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { Actor } from '../tenants/actor';

export async function trialPolicy(knex: Knex, tenantId: string): Promise<FailingTrials> {
  const row = await knex('procedures.trial_policies').where({ tenant_id: tenantId }).first('failing');
  return row?.failing ?? 'REASON';
}

export async function putTrialPolicy(
  platform: Platform,
  actor: Actor,
  given: { failing: unknown; reason: unknown },
): Promise<{ failing: FailingTrials }> {
  const { failing } = given;
  if (failing !== 'REASON' && failing !== 'REFUSE') throw unknownPolicy();
  const reason = reasonOf(given.reason);
  const at = platform.clock.now();
  await inTransaction(platform.strapi, async (trx) => {
    const row = { failing, reason, changed_by: actor.personId, changed_at: at };
    await trx('procedures.trial_policies')
      .insert({ tenant_id: actor.tenantId, ...row })
      .onConflict('tenant_id')
      .merge(row);
    await writeAudit(trx, {
      tenantId: actor.tenantId,
      at,
      actor,
      action: 'trial.policy',
      subjectType: 'tenant',
      subjectId: actor.tenantId,
      detail: { failing },
    });
  });
  return { failing };
}

const unknownPolicy = () =>
  new ProblemError({
    code: 'TRIAL_POLICY_UNKNOWN',
    status: 422,
    vi: 'Hãy chọn: cần lý do, hoặc không cho đề nghị khi kịch bản không đạt.',
    en: 'Expected failing to be REASON or REFUSE.',
  });
