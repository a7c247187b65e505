// Owns the routes of parameters: what holds for the tenant, and another value from some day on.
import type { ParameterList } from '../../../shared/parameters-contract';
import { writeAudit } from '../audit/write-audit';
import { listParameters } from '../parameters/list-parameters';
import { setParameter } from '../parameters/set-parameter';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import { inTransaction } from '../storage/in-transaction';
import { bodyOf, forActor } from './respond';

export default {
  list: forActor(
    async (platform, actor): Promise<ParameterList> => ({
      items: await listParameters(platform, actor.tenantId),
      permissions: { edit: decide(actor, 'parameter.write', { tenantId: actor.tenantId }).allowed },
    }),
  ),

  set: forActor(async (platform, actor, context) => {
    requireAllowed(decide(actor, 'parameter.write', { tenantId: actor.tenantId }));
    const { value, from, reason, seen } = bodyOf(context);
    const { packageId = '', name = '' } = context.params;
    return inTransaction(platform.strapi, async (trx) => {
      const now = platform.clock.now();
      const { tenantId, personId } = actor;
      const holds = await setParameter(trx, { tenantId, personId, packageId, name, value, from, reason, seen, now });
      await writeAudit(trx, {
        tenantId,
        at: now,
        actor,
        action: 'parameter.set',
        subjectType: 'parameter',
        subjectId: name,
        detail: { package: packageId, from: holds.toISOString() },
      });
      return { name, from: holds.toISOString() };
    });
  }, 201),
};
