// Owns the second person's part: a custodian other than the asker approves, by sealing the content key again to the
// asker's key in the browser, or refuses with a reason.
import { type IdentityKeyForApproval, REASON_MIN_LENGTH } from '../../../shared/sealing-contract';
import { isSealedKey, sealingReady } from '../../../shared/sealing-crypto';
import { writeAudit } from '../audit/write-audit';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { Actor } from '../tenants/actor';
import { keyOfPerson } from './key-of-person';
import { loadRequest } from './request-rows';
import { tellCustodians } from './tell-custodians';

/** An approved identity that nobody has read within this time stays closed. */
const OPEN_WITHIN_MS = 72 * 60 * 60 * 1000;

/** What the approver's private key opens; never the content. */
export async function keyForApproval(platform: Platform, actor: Actor, id: string): Promise<IdentityKeyForApproval> {
  return inTransaction(platform.strapi, async (trx) => {
    const at = platform.clock.now();
    const { request, subject } = await loadRequest(trx, id, actor.tenantId, at);
    requireAllowed(decide(actor, 'identity.approve', subject));
    const key = await keyOfPerson(trx, actor.personId);
    const held: { sealed_key: string } | undefined = await trx('procedures.sealed_content_keys')
      .where({ identity_id: request.identity_id, key_id: key.id })
      .first('sealed_key');
    if (!held) throw notHeld();
    await writeAudit(trx, {
      tenantId: actor.tenantId,
      at,
      actor,
      action: 'identity.keyGiven',
      subjectType: 'identity',
      subjectId: request.identity_id,
      detail: { case: request.case_id, request: request.id, key: key.id },
    });
    return { sealedKey: held.sealed_key, publicKey: request.public_key };
  });
}

export async function approveRequest(
  platform: Platform,
  actor: Actor,
  id: string,
  resealedKey: unknown,
): Promise<void> {
  await sealingReady();
  await inTransaction(platform.strapi, async (trx) => {
    const at = platform.clock.now();
    const { request, subject } = await loadRequest(trx, id, actor.tenantId, at);
    requireAllowed(decide(actor, 'identity.approve', subject));
    const key = await keyOfPerson(trx, actor.personId);
    if (!isSealedKey(resealedKey)) throw needsResealedKey();
    await trx('procedures.identity_requests')
      .where({ id: request.id })
      .update({
        state: 'APPROVED',
        decided_by: actor.personId,
        decided_at: at,
        resealed_key: resealedKey,
        ends_at: new Date(at.getTime() + OPEN_WITHIN_MS),
      });
    await tellCustodians(trx, {
      tenantId: actor.tenantId,
      caseId: request.case_id,
      at,
      text: {
        vi: `${actor.fullName} đã chấp thuận mở niêm phong một danh tính.`,
        en: `${actor.fullName} has approved the opening of a sealed identity.`,
      },
    });
    await writeAudit(trx, {
      tenantId: actor.tenantId,
      at,
      actor,
      action: 'identity.approve',
      subjectType: 'identity',
      subjectId: request.identity_id,
      detail: { case: request.case_id, request: request.id, askedBy: request.asked_by, key: key.id },
    });
  });
}

export async function refuseRequest(platform: Platform, actor: Actor, id: string, given: unknown): Promise<void> {
  const reason = typeof given === 'string' ? given.trim() : '';
  await inTransaction(platform.strapi, async (trx) => {
    const at = platform.clock.now();
    const { request, subject } = await loadRequest(trx, id, actor.tenantId, at);
    requireAllowed(decide(actor, 'identity.approve', subject));
    if (reason.length < REASON_MIN_LENGTH) throw needsRefusalReason(reason.length);
    await trx('procedures.identity_requests')
      .where({ id: request.id })
      .update({ state: 'REFUSED', decided_by: actor.personId, decided_at: at, refusal_reason: reason.slice(0, 2000) });
    await tellCustodians(trx, {
      tenantId: actor.tenantId,
      caseId: request.case_id,
      at,
      text: {
        vi: `${actor.fullName} đã từ chối mở niêm phong một danh tính.`,
        en: `${actor.fullName} has refused to open a sealed identity.`,
      },
    });
    await writeAudit(trx, {
      tenantId: actor.tenantId,
      at,
      actor,
      action: 'identity.refuse',
      subjectType: 'identity',
      subjectId: request.identity_id,
      detail: { case: request.case_id, request: request.id, askedBy: request.asked_by },
    });
  });
}

const notHeld = () =>
  new ProblemError({
    code: 'IDENTITY_NOT_HELD',
    status: 409,
    vi: 'Danh tính này được niêm phong trước khi bạn có khóa. Hãy nhờ người giữ khóa khác niêm phong lại cho bạn, hoặc để họ xét đề nghị.',
    en: 'Expected the identity to be sealed to your key, but it was sealed before you had one. Ask another custodian to seal it again for you, or to decide.',
  });
const needsResealedKey = () =>
  new ProblemError({
    code: 'RESEALED_KEY_NEEDED',
    status: 422,
    vi: 'Cần khóa nội dung đã niêm phong cho người đề nghị, nhưng không đọc được. Hãy mở khóa bằng mật khẩu rồi thử lại.',
    en: "Expected the content key sealed to the asker's key, but it cannot be read. Unlock your key and try again.",
  });
const needsRefusalReason = (length: number) =>
  new ProblemError({
    code: 'REASON_NEEDED',
    status: 422,
    vi: `Cần lý do từ chối từ ${REASON_MIN_LENGTH} ký tự, nhưng mới có ${length}. Hãy nói để người đề nghị biết phải làm gì.`,
    en: `Expected a reason of at least ${REASON_MIN_LENGTH} characters, but it has ${length}. Tell the asker what to do.`,
  });
