// Owns the routes of how cases stand to one another.
import type { CaseLinks, MergeTargets, SplitParts, WaitingMerges } from '../../../shared/case-links-contract';
import { endLink } from '../case-links/end-link';
import { linkCases } from '../case-links/link-cases';
import { approveMerge, type MergeAnswer, mergeCases, refuseMerge } from '../case-links/merge-cases';
import { mergeTargets } from '../case-links/merge-targets';
import { splitCase } from '../case-links/split-case';
import { undoMerge } from '../case-links/undo-merge';
import { loadCase } from '../cases/load-case';
import { waitForAction } from '../outbox/find-action';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import type { Platform } from '../runtime/platform';
import { caseLinkViews } from '../views/case-link-views';
import { splitParts } from '../views/split-parts';
import { waitingMerges } from '../views/waiting-merges';
import { bodyOf, forActor, objectOf, type RouteContext, waitOf } from './respond';

export default {
  list: forActor(async (platform, actor, context): Promise<CaseLinks> => {
    const { current, subject } = await loadCase(platform.knex, context.params.id, actor.tenantId);
    requireAllowed(decide(actor, 'case.listLinks', subject));
    return caseLinkViews(platform, actor, current);
  }),

  waiting: forActor((platform, actor): Promise<WaitingMerges> => waitingMerges(platform, actor)),

  add: forActor(async (platform, actor, context) => {
    const { otherCaseId, kind, reason } = bodyOf(context);
    return { id: await linkCases(platform, actor, context.params.id, { otherCaseId, kind, reason }) };
  }, 201),

  end: forActor(async (platform, actor, context) => {
    await endLink(platform, actor, context.params.id, bodyOf(context).reason);
    return { id: context.params.id };
  }),

  targets: forActor(
    async (platform, actor, context): Promise<MergeTargets> => ({
      items: await mergeTargets(platform, actor, context.params.id, context.query.q),
    }),
  ),

  merge: forActor(async (platform, actor, context) => {
    const { otherCaseId, reason } = bodyOf(context);
    return settled(platform, context, await mergeCases(platform, actor, context.params.id, { otherCaseId, reason }));
  }, 202),

  approve: forActor(
    async (platform, actor, context) =>
      settled(platform, context, await approveMerge(platform, actor, context.params.id)),
    202,
  ),

  refuse: forActor(async (platform, actor, context) => {
    await refuseMerge(platform, actor, context.params.id, bodyOf(context).reason);
    return { id: context.params.id };
  }),

  undo: forActor(async (platform, actor, context) => {
    const actionId = await undoMerge(platform, actor, context.params.id, bodyOf(context).reason);
    return settled(platform, context, { linkId: context.params.id, actionId });
  }, 202),

  parts: forActor(async (platform, actor, context): Promise<SplitParts> => {
    const { current, subject } = await loadCase(platform.knex, context.params.id, actor.tenantId);
    requireAllowed(decide(actor, 'case.link', subject));
    return splitParts(platform, actor, current);
  }),

  split: forActor(async (platform, actor, context) => {
    const body = bodyOf(context);
    const started = await splitCase(platform, actor, context.params.id, {
      clientId: String(body.clientId ?? ''),
      reason: body.reason,
      event: String(body.event ?? ''),
      people: texts(body.people),
      rows: Object.fromEntries(Object.entries(objectOf(body.rows)).map(([name, ids]) => [name, texts(ids)])),
      attachments: texts(body.attachments),
      documents: texts(body.documents),
      record: objectOf(body.record),
    });
    const action = await waitForAction(platform.knex, platform.settlements, started.actionId, waitOf(context));
    return { ...started, state: action.state, bookNo: (action.result?.bookNo as string | undefined) ?? null };
  }, 202),
};

/** As far as the engine's record has come within the time that the page waits. */
async function settled(platform: Platform, context: RouteContext, { linkId, actionId }: MergeAnswer) {
  if (!actionId) return { linkId, actionId, state: 'ASKED' };
  const action = await waitForAction(platform.knex, platform.settlements, actionId, waitOf(context));
  return { linkId, actionId, state: action.state };
}

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
