// Owns the end of a case's process by hand: one person asks for it with a reason, another decides. What was approved is
// done until the engine's record says so, also after a death.
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { CancellationView, CancelRequestView } from '../../../shared/operations-contract';
import { writeAudit } from '../audit/write-audit';
import { heldCases } from '../moving/move-rows';
import { refuseMoving } from '../moving/refuse-moving';
import { runningRoot } from '../moving/running-root';
import { notify } from '../notices/notify';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import { ProblemError } from '../problems/problem-error';
import { reasonOf } from '../problems/reason';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import { onlyOne } from '../storage/only-one';
import type { CaseRecord } from '../storage/rows';
import { UUID } from '../storage/uuid';
import type { Actor } from '../tenants/actor';
import { personNames } from '../views/person-names';
import { loadInstance } from './load-instance';

interface CancelRequestRecord {
  id: string;
  tenant_id: string;
  case_id: string;
  reason: string;
  state: 'PROPOSED' | 'APPROVED' | 'REFUSED' | 'WITHDRAWN';
  proposed_by: string;
  proposed_at: Date;
}

const mayDecide = (actor: Actor, request: CancelRequestRecord, current: Pick<CaseRecord, 'handling_unit'>) =>
  decide(actor, 'operations.decide', {
    tenantId: request.tenant_id,
    proposedBy: request.proposed_by,
    unit: current.handling_unit,
  });

export async function openCancelRequest(
  knex: Knex,
  actor: Actor,
  current: CaseRecord,
): Promise<CancelRequestView | null> {
  const request: CancelRequestRecord | undefined = await knex('procedures.cancel_requests')
    .where({ case_id: current.id, state: 'PROPOSED' })
    .first();
  if (!request) return null;
  const names = await personNames(knex, [request.proposed_by]);
  return {
    id: request.id,
    reason: request.reason,
    proposedBy: names.get(request.proposed_by) ?? '',
    proposedAt: request.proposed_at.toISOString(),
    mayDecide: mayDecide(actor, request, current).allowed,
  };
}

export async function proposeCancel(
  platform: Platform,
  actor: Actor,
  caseId: string,
  givenReason: unknown,
): Promise<{ id: string }> {
  const reason = reasonOf(givenReason);
  const current = await loadInstance(platform, actor, caseId);
  if (current.life !== 'ACTIVE') throw notRunning();
  const id = randomUUID();
  const now = platform.clock.now();
  await onlyOne(
    () =>
      inTransaction(platform.strapi, async (trx) => {
        await trx('procedures.cancel_requests').insert({
          id,
          tenant_id: actor.tenantId,
          case_id: caseId,
          reason,
          state: 'PROPOSED',
          proposed_by: actor.personId,
          proposed_at: now,
        });
        await notify(trx, {
          tenantId: actor.tenantId,
          kind: 'SYSTEM',
          to: { unitHead: current.handling_unit },
          why: {
            vi: 'Người quản trị đề nghị hủy quy trình của một hồ sơ. Cần lãnh đạo đơn vị quyết định.',
            en: 'An administrator asks to cancel the process of a case. The head of the unit has to decide.',
          },
          caseId,
          link: `/packages/cancellations/${id}`,
          now,
          by: actor.personId,
        });
        await audit(trx, platform, actor, 'instance.cancel.propose', caseId);
      }),
    alreadyProposed,
  );
  return { id };
}

export async function readCancelRequest(platform: Platform, actor: Actor, id: string): Promise<CancellationView> {
  const { request, current } = await load(platform.knex, actor, id);
  const decision = mayDecide(actor, request, current);
  if (request.proposed_by !== actor.personId) requireAllowed(decision);
  const names = await personNames(platform.knex, [request.proposed_by]);
  return {
    id: request.id,
    state: request.state,
    reason: request.reason,
    proposedBy: names.get(request.proposed_by) ?? '',
    proposedAt: request.proposed_at.toISOString(),
    mayDecide: request.state === 'PROPOSED' && decision.allowed,
    caseId: request.case_id,
    bookNo: current.book_no,
  };
}

export async function decideCancel(
  platform: Platform,
  actor: Actor,
  id: string,
  decision: 'APPROVED' | 'REFUSED',
  givenReason: unknown,
): Promise<{ state: string }> {
  const { request, current } = await load(platform.knex, actor, id);
  requireAllowed(mayDecide(actor, request, current));
  const reason = reasonOf(givenReason);
  const now = platform.clock.now();
  await inTransaction(platform.strapi, async (trx) => {
    await trx('procedures.cases').where({ id: request.case_id }).forUpdate().first('id');
    if (decision === 'APPROVED') await refuseMoving(trx, request.case_id);
    const decided = await trx('procedures.cancel_requests')
      .where({ id, state: 'PROPOSED' })
      .update({ state: decision, decided_by: actor.personId, decided_at: now, decision_reason: reason });
    if (decided === 0) throw alreadyDecided();
    const action = decision === 'APPROVED' ? 'instance.cancel.approve' : 'instance.cancel.refuse';
    await audit(trx, platform, actor, action, request.case_id);
  });
  if (decision === 'APPROVED') await cancelApproved(platform);
  return { state: decision };
}

/** A look of the scheduler too: whatever was approved and has not ended yet. Cancelling twice does nothing. */
export async function cancelApproved(platform: Platform): Promise<void> {
  const open: { case_id: string }[] = await platform
    .knex('procedures.cancel_requests as r')
    .join('procedures.cases as c', 'c.id', 'r.case_id')
    .where({ 'r.state': 'APPROVED', 'c.life': 'ACTIVE' })
    .whereNotIn('c.id', heldCases(platform.knex))
    .select('r.case_id');
  for (const { case_id } of open) {
    const root = await runningRoot(platform.knex, platform.engineId, case_id);
    if (root) await platform.engine.cancelProcessInstance(root);
  }
}

async function load(
  knex: Knex,
  actor: Actor,
  id: string,
): Promise<{ request: CancelRequestRecord; current: CaseRecord }> {
  const request: CancelRequestRecord | undefined = UUID.test(id)
    ? await knex('procedures.cancel_requests').where({ id, tenant_id: actor.tenantId }).first()
    : undefined;
  const current = request && (await knex('procedures.cases').where({ id: request.case_id }).first());
  if (request && current && !current.restricted) return { request, current };
  throw new ProblemError({
    code: 'CANCEL_REQUEST_UNKNOWN',
    status: 404,
    vi: 'Không có đề nghị hủy này.',
    en: 'Expected a request to cancel, but there is none of that id.',
  });
}

const audit = (trx: Knex.Transaction, platform: Platform, actor: Actor, action: string, subjectId: string) =>
  writeAudit(trx, {
    tenantId: actor.tenantId,
    at: platform.clock.now(),
    actor,
    action,
    subjectType: 'case',
    subjectId,
  });

const notRunning = () =>
  new ProblemError({
    code: 'NO_RUNNING_PROCESS',
    status: 409,
    vi: 'Hồ sơ này không còn quy trình đang chạy. Hãy tải lại trang.',
    en: 'Expected a running process of this case, but none is: reload.',
  });
const alreadyProposed = () =>
  new ProblemError({
    code: 'CANCEL_PENDING',
    status: 409,
    vi: 'Đã có một đề nghị hủy đang chờ quyết định.',
    en: 'Expected no open request to cancel this case, but one waits for its decision.',
  });
const alreadyDecided = () =>
  new ProblemError({
    code: 'CANCEL_DECIDED',
    status: 409,
    vi: 'Đề nghị này đã được quyết định. Hãy tải lại để xem kết quả.',
    en: 'Expected an open request, but it has been decided: reload to see how.',
  });
