// Owns the routes of how cases stand to one another.
import type { CaseLinks } from '../../../shared/case-links-contract';
import { endLink } from '../case-links/end-link';
import { linkCases } from '../case-links/link-cases';
import { loadCase } from '../cases/load-case';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import { caseLinkViews } from '../views/case-link-views';
import { bodyOf, forActor } from './respond';

export default {
  list: forActor(async (platform, actor, context): Promise<CaseLinks> => {
    const { current, subject } = await loadCase(platform.knex, context.params.id, actor.tenantId);
    requireAllowed(decide(actor, 'case.listLinks', subject));
    return caseLinkViews(platform, actor, current);
  }),

  add: forActor(async (platform, actor, context) => {
    const { otherCaseId, kind, reason } = bodyOf(context);
    return { id: await linkCases(platform, actor, context.params.id, { otherCaseId, kind, reason }) };
  }, 201),

  end: forActor(async (platform, actor, context) => {
    await endLink(platform, actor, context.params.id, bodyOf(context).reason);
    return { id: context.params.id };
  }),
};
