// Owns the reconciliation routes of people in the panel: our list, the comparison, the number of another system.
import { loadCase } from '../cases/load-case';
import { checkRequest } from '../integration/check-request';
import { putReference } from '../integration/external-references';
import { operationOf } from '../integration/operations';
import { compareWithTheirs, type Period, reconciliationList } from '../integration/reconciliation';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import { readListBody } from './read-list-body';
import { bodyOf, forActor, type RouteContext } from './respond';

/** The same request as a program's is held to the same shape. */
function checkAs(id: string, context: RouteContext): void {
  checkRequest(operationOf(id), { params: context.params, query: context.query, body: context.request.body });
}

export default {
  read: forActor(async (platform, actor, context) => {
    checkAs('readReconciliation', context);
    return reconciliationList(platform, actor, context.query as unknown as Period);
  }),

  compare: forActor(async (platform, actor, context) => {
    context.request.body = await readListBody(context);
    checkAs('compareLists', context);
    const body = bodyOf(context) as unknown as Period & { rows: { reference: string }[] };
    return compareWithTheirs(platform, actor, body, body.rows);
  }),

  putReference: forActor(async (platform, actor, context) => {
    const { current, subject } = await loadCase(platform.knex, context.params.id, actor.tenantId);
    requireAllowed(decide(actor, 'reference.write', subject));
    checkAs('putReference', context);
    const reference = String(bodyOf(context).reference);
    return putReference(platform, actor, current.id, { system: context.params.system, reference });
  }),
};
