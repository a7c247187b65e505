// Owns the routes of moving running cases to the version in force.
import { batchViews } from '../moving/batch-views';
import { retryMove, setBatch } from '../moving/change-batch';
import { previewMoves } from '../moving/preview-moves';
import { mappingOf, startBatch } from '../moving/start-batch';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import type { Actor } from '../tenants/actor';
import { bodyOf, forActor } from './respond';

const mayMove = (actor: Actor) => requireAllowed(decide(actor, 'package.move', { tenantId: actor.tenantId }));

export default {
  preview: forActor((platform, actor, context) => {
    mayMove(actor);
    return previewMoves(platform, actor.tenantId, context.params.packageId, mappingOf(bodyOf(context).mapping));
  }),
  list: forActor(async (platform, actor, context) => {
    mayMove(actor);
    return { items: await batchViews(platform, actor.tenantId, context.params.packageId) };
  }),
  start: forActor((platform, actor, context) => {
    mayMove(actor);
    return startBatch(platform, actor, context.params.packageId, bodyOf(context));
  }, 201),
  stop: forActor((platform, actor, context) => {
    mayMove(actor);
    return setBatch(platform, actor, context.params.id, 'STOPPED');
  }),
  resume: forActor((platform, actor, context) => {
    mayMove(actor);
    return setBatch(platform, actor, context.params.id, 'RUNNING');
  }),
  retry: forActor((platform, actor, context) => {
    mayMove(actor);
    return retryMove(platform, actor, context.params.id);
  }),
};
