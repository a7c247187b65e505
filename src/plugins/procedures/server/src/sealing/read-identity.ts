// Owns the handing out of a sealed identity to the one person for whom it was opened, for a limited time; every time is
// told to the custodians and written to the chain. What is handed out, only that person's browser can open.
import type { IdentityToRead } from '../../../shared/sealing-contract';
import { aboutIdentity } from '../../../shared/sealing-crypto';
import { writeAudit } from '../audit/write-audit';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { Actor } from '../tenants/actor';
import { loadRequest } from './request-rows';
import { tellCustodians } from './tell-custodians';

export type SealedToRead = Omit<IdentityToRead, 'labels'> & { caseId: string };

export async function readIdentity(platform: Platform, actor: Actor, id: string): Promise<SealedToRead> {
  return inTransaction(platform.strapi, async (trx) => {
    const at = platform.clock.now();
    const { request, subject } = await loadRequest(trx, id, actor.tenantId, at);
    requireAllowed(decide(actor, 'identity.read', subject));
    const endsAt =
      request.first_read_at && request.ends_at
        ? request.ends_at
        : new Date(at.getTime() + request.read_minutes * 60_000);
    if (!request.first_read_at) {
      await trx('procedures.identity_requests')
        .where({ id: request.id })
        .update({ first_read_at: at, ends_at: endsAt });
    }
    const identity = await trx('procedures.sealed_identities').where({ id: request.identity_id }).first();
    await tellCustodians(trx, {
      tenantId: actor.tenantId,
      caseId: request.case_id,
      at,
      text: {
        vi: `${actor.fullName} đã đọc một danh tính được mở niêm phong.`,
        en: `${actor.fullName} has read an opened identity.`,
      },
    });
    await writeAudit(trx, {
      tenantId: actor.tenantId,
      at,
      actor,
      action: 'identity.read',
      subjectType: 'identity',
      subjectId: request.identity_id,
      detail: { case: request.case_id, request: request.id },
    });
    return {
      caseId: request.case_id,
      about: aboutIdentity(actor.tenantId, request.identity_id),
      nonce: identity.nonce,
      ciphertext: identity.ciphertext,
      resealedKey: request.resealed_key ?? '',
      publicKey: request.public_key,
      endsAt: endsAt.toISOString(),
    };
  });
}
