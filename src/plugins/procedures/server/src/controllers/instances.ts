// Owns the routes of instances: the list, one with its tokens, what an operator does by hand, and heat.
import { decideCancel, proposeCancel, readCancelRequest } from '../operations/cancel-requests';
import { fixVariable } from '../operations/fix-variable';
import { listInstances } from '../operations/instance-rows';
import { moveToken, previewTokenMove } from '../operations/move-token';
import { readHeat } from '../operations/read-heat';
import { readInstance } from '../operations/read-instance';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import type { Actor } from '../tenants/actor';
import { bodyOf, forActor } from './respond';

const may = (actor: Actor, action: 'operations.read' | 'operations.change') =>
  requireAllowed(decide(actor, action, { tenantId: actor.tenantId }));

const deciding = (decision: 'APPROVED' | 'REFUSED') =>
  forActor((platform, actor, context) =>
    decideCancel(platform, actor, context.params.id, decision, bodyOf(context).reason),
  );

export default {
  list: forActor((platform, actor, context) => {
    may(actor, 'operations.read');
    return listInstances(platform, actor, context.query);
  }),
  read: forActor((platform, actor, context) => {
    may(actor, 'operations.read');
    return readInstance(platform, actor, context.params.caseId);
  }),
  heat: forActor((platform, actor, context) => {
    may(actor, 'operations.read');
    return readHeat(platform, actor, context.query);
  }),
  fix: forActor((platform, actor, context) => {
    may(actor, 'operations.change');
    return fixVariable(platform, actor, context.params.caseId, bodyOf(context));
  }),
  tryToken: forActor((platform, actor, context) => {
    may(actor, 'operations.change');
    return previewTokenMove(platform, actor, context.params.caseId, bodyOf(context));
  }),
  moveToken: forActor((platform, actor, context) => {
    may(actor, 'operations.change');
    return moveToken(platform, actor, context.params.caseId, bodyOf(context));
  }),
  proposeCancel: forActor((platform, actor, context) => {
    may(actor, 'operations.change');
    return proposeCancel(platform, actor, context.params.caseId, bodyOf(context).reason);
  }, 201),
  cancellation: forActor((platform, actor, context) => readCancelRequest(platform, actor, context.params.id)),
  approveCancel: deciding('APPROVED'),
  refuseCancel: deciding('REFUSED'),
};
