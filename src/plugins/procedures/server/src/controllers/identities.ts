// Owns the routes of sealed identities: the overview, custodians' keys, requests to open, decisions, reading.
import type { IdentityToRead } from '../../../shared/sealing-contract';
import { loadCase } from '../cases/load-case';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import type { Platform } from '../runtime/platform';
import { askToOpen } from '../sealing/ask-to-open';
import { addKey, changePassphrase, revokeKey } from '../sealing/custodian-keys';
import { approveRequest, keyForApproval, refuseRequest } from '../sealing/decide-request';
import { readIdentity } from '../sealing/read-identity';
import { reseal, toReseal } from '../sealing/reseal';
import { sealDueCases } from '../sealing/seal-due-cases';
import type { Actor } from '../tenants/actor';
import { caseIdentities, identityOverview } from '../views/identity-views';
import { personLabels } from '../views/record-fields';
import { bodyOf, forActor, type RouteContext } from './respond';

type Work = (platform: Platform, actor: Actor, context: RouteContext) => Promise<unknown>;

/** Only for custodians. */
const forCustodian = (work: Work, status = 200) =>
  forActor((platform, actor, context) => {
    requireAllowed(decide(actor, 'custodianKey.write', { tenantId: actor.tenantId }));
    return work(platform, actor, context);
  }, status);

export default {
  overview: forActor((platform, actor) => identityOverview(platform, actor)),

  ofCase: forActor(async (platform, actor, context) => {
    const { current, subject } = await loadCase(platform.knex, context.params.id, actor.tenantId);
    requireAllowed(decide(actor, 'identity.list', subject));
    return caseIdentities(platform, actor, current);
  }),

  ask: forActor(async (platform, actor, context) => {
    const body = bodyOf(context);
    const { id: caseId, identityId } = context.params;
    const id = await askToOpen(platform, actor, {
      caseId,
      identityId,
      reason: body.reason,
      publicKey: body.publicKey,
    });
    return { id };
  }, 201),

  keyForApproval: forActor((platform, actor, context) => keyForApproval(platform, actor, context.params.id)),

  approve: forActor(async (platform, actor, context) => {
    await approveRequest(platform, actor, context.params.id, bodyOf(context).resealedKey);
    return { state: 'APPROVED' };
  }),

  refuse: forActor(async (platform, actor, context) => {
    await refuseRequest(platform, actor, context.params.id, bodyOf(context).reason);
    return { state: 'REFUSED' };
  }),

  read: forActor(async (platform, actor, context): Promise<IdentityToRead> => {
    const { caseId, ...sealed } = await readIdentity(platform, actor, context.params.id);
    const { current } = await loadCase(platform.knex, caseId, actor.tenantId);
    const published = await platform.library.load(current.tenant_id, current.package_id, current.package_version);
    return { ...sealed, labels: personLabels(published) };
  }),

  addKey: forCustodian(async (platform, actor, context) => {
    const id = await addKey(platform, actor, bodyOf(context));
    // With the first key, what had to lie open is closed at once and not at the next look.
    await sealDueCases(platform);
    return { id };
  }, 201),

  changePassphrase: forCustodian(async (platform, actor, context) => {
    await changePassphrase(platform, actor, context.params.id, bodyOf(context).locked);
    return {};
  }),

  revokeKey: forCustodian(async (platform, actor, context) => {
    await revokeKey(platform, actor, context.params.id);
    return {};
  }),

  toReseal: forCustodian((platform, actor, context) => toReseal(platform, actor, context.query.all === 'true')),

  reseal: forCustodian(async (platform, actor, context) => ({
    resealed: await reseal(platform, actor, bodyOf(context).resealed),
  })),
};
