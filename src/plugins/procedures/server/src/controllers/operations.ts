// Owns the routes of the engine room.
import { readOperations } from '../operations/read-operations';
import { retryIncident } from '../operations/retry-incident';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import { forActor } from './respond';

export default {
  read: forActor((platform, actor) => {
    requireAllowed(decide(actor, 'operations.read', { tenantId: actor.tenantId }));
    return readOperations(platform, actor);
  }),
  retryIncident: forActor(async (platform, actor, context) => {
    requireAllowed(decide(actor, 'operations.retry', { tenantId: actor.tenantId }));
    await retryIncident(platform, actor, context.params.key);
    return { retried: true };
  }),
};
