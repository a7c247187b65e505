// Owns the record of what an operator does to one instance by hand, written before the engine is asked: should its answer be
// unclear, it is known who tried and why. A case that is being moved is left alone.
import { writeAudit } from '../audit/write-audit';
import { refuseMoving } from '../moving/refuse-moving';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { Actor } from '../tenants/actor';

interface OperatorAct {
  caseId: string;
  kind: 'MOVE_TOKEN' | 'FIX_VARIABLE';
  reason: string;
  /** Codes only: the chain holds no free text. */
  detail: Record<string, string>;
}

const ACTIONS = { MOVE_TOKEN: 'instance.moveToken', FIX_VARIABLE: 'instance.fixVariable' } as const;

export async function recordOperatorAct(
  platform: Platform,
  actor: Actor,
  { caseId, kind, reason, detail }: OperatorAct,
): Promise<void> {
  const { tenantId } = actor;
  const at = platform.clock.now();
  await inTransaction(platform.strapi, async (trx) => {
    await trx('procedures.cases').where({ id: caseId }).forUpdate().first('id');
    await refuseMoving(trx, caseId);
    const row = { tenant_id: tenantId, case_id: caseId, kind, reason, done_by: actor.personId, done_at: at };
    await trx('procedures.operator_acts').insert(row);
    await writeAudit(trx, {
      tenantId,
      at,
      actor,
      action: ACTIONS[kind],
      subjectType: 'case',
      subjectId: caseId,
      detail,
    });
  });
}
