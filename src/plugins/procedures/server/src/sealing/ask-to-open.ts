// Owns the request to open an identity: a person with the case's content, a reason, and a key that the asker's browser
// made for this request alone.
import { randomUUID } from 'node:crypto';
import { REASON_MIN_LENGTH } from '../../../shared/sealing-contract';
import { isPublicKey, sealingReady } from '../../../shared/sealing-crypto';
import { writeAudit } from '../audit/write-audit';
import { caseContext } from '../cases/case-context';
import { loadCase } from '../cases/load-case';
import { decide } from '../policy/decide';
import { NOT_FOUND, requireAllowed } from '../policy/decision';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { Actor } from '../tenants/actor';
import { readMinutes } from './protection';
import { uuidOf } from './request-rows';
import { pseudonymOf } from './seal-people';
import { tellCustodians } from './tell-custodians';

const REASON_MAX_LENGTH = 2000;

export async function askToOpen(
  platform: Platform,
  actor: Actor,
  asked: { caseId: string; identityId: string; reason: unknown; publicKey: unknown },
): Promise<string> {
  const { current, subject } = await loadCase(platform.knex, asked.caseId, actor.tenantId);
  requireAllowed(decide(actor, 'identity.request', subject));
  const identity: { id: string; number: number } | undefined = await platform
    .knex('procedures.sealed_identities')
    .where({ id: uuidOf(asked.identityId), case_id: current.id })
    .first('id', 'number');
  if (!identity) throw requireAllowed(NOT_FOUND);
  const reason = typeof asked.reason === 'string' ? asked.reason.trim() : '';
  if (reason.length < REASON_MIN_LENGTH || reason.length > REASON_MAX_LENGTH) throw needsReason(reason.length);
  await sealingReady();
  if (!isPublicKey(asked.publicKey)) throw needsKey();

  const published = await platform.library.load(current.tenant_id, current.package_id, current.package_version);
  const { context } = await caseContext(platform, current, published);
  const id = randomUUID();
  const at = platform.clock.now();
  await inTransaction(platform.strapi, async (trx) => {
    // Asking again (another browser, a lost key) takes back what was asked before.
    await trx('procedures.identity_requests')
      .where({ identity_id: identity.id, asked_by: actor.personId })
      .whereIn('state', ['PENDING', 'APPROVED'])
      .update({ state: 'WITHDRAWN', resealed_key: null });
    await trx('procedures.identity_requests').insert({
      id,
      tenant_id: actor.tenantId,
      case_id: current.id,
      identity_id: identity.id,
      asked_by: actor.personId,
      reason,
      public_key: asked.publicKey,
      state: 'PENDING',
      asked_at: at,
      read_minutes: readMinutes(published.read.manifest, context),
    });
    const who = pseudonymOf(identity.number);
    await tellCustodians(trx, {
      tenantId: actor.tenantId,
      caseId: current.id,
      at,
      text: {
        vi: `${actor.fullName} đề nghị mở niêm phong danh tính (${who}). Cần một người giữ khóa khác chấp thuận hoặc từ chối.`,
        en: `${actor.fullName} asks to open a sealed identity (${who}). Another person who holds a key approves or refuses.`,
      },
    });
    await writeAudit(trx, {
      tenantId: actor.tenantId,
      at,
      actor,
      action: 'identity.request',
      subjectType: 'identity',
      subjectId: identity.id,
      detail: { case: current.id, request: id, reasonLength: reason.length },
    });
  });
  return id;
}

const needsReason = (length: number) =>
  new ProblemError({
    code: 'REASON_NEEDED',
    status: 422,
    vi: `Cần lý do từ ${REASON_MIN_LENGTH} đến ${REASON_MAX_LENGTH} ký tự để người giữ khóa xét, nhưng mới có ${length}. Hãy nêu việc cần làm và vì sao phải biết danh tính.`,
    en: `Expected a reason of ${REASON_MIN_LENGTH} to ${REASON_MAX_LENGTH} characters, but it has ${length}. Say what is to be done and why it needs the identity.`,
  });

const needsKey = () =>
  new ProblemError({
    code: 'REQUEST_KEY_NEEDED',
    status: 422,
    vi: 'Cần khóa công khai do trình duyệt tạo cho lần đề nghị này, nhưng không đọc được. Hãy tải lại trang rồi thử lại.',
    en: 'Expected the public key that the browser makes for this request, but it cannot be read. Reload the page and try again.',
  });
