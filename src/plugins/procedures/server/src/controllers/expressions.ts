// Owns the routes of writing expressions: names at an element, cases to try on, and trying.
import type { ElementMoment, ElementVariables } from '../../../shared/expressions-contract';
import { findDraft } from '../drafts/draft-rows';
import { draftPackage } from '../expressions/draft-package';
import { sampleCases } from '../expressions/sample-cases';
import { sampleVariables } from '../expressions/sample-variables';
import { tryExpression } from '../expressions/try-expression';
import { variablesAt } from '../expressions/variables-at';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import type { Actor } from '../tenants/actor';
import { forEditor } from './for-editor';
import { bodyOf, forActor } from './respond';

const MOMENTS: ElementMoment[] = ['before', 'enter', 'within', 'leave'];

const mayRead = (actor: Actor) => requireAllowed(decide(actor, 'operations.read', { tenantId: actor.tenantId }));

export default {
  variables: forEditor(async (platform, actor, context): Promise<ElementVariables> => {
    const draft = await findDraft(platform.knex, actor.tenantId, context.params.id);
    const read = await draftPackage(platform, draft);
    const { element = '', moment = '' } = context.query;
    const asked = MOMENTS.find((one) => one === moment);
    // A step that is not saved yet, or files that make no package: no names, and the check says the rest.
    return { variables: (read && variablesAt(read, element, asked)) ?? [] };
  }),

  samples: forActor((platform, actor, context) => {
    mayRead(actor);
    const { element, search } = context.query;
    return sampleCases(platform, actor, context.params.id, { element, search });
  }),

  sample: forActor((platform, actor, context) => {
    mayRead(actor);
    return sampleVariables(platform, actor, context.params.id, context.params.caseId, context.query.element);
  }),

  try: forEditor(async (platform, actor, context) => {
    const tried = await tryExpression(platform, actor, context.params.id, bodyOf(context));
    context.status = tried.state === 'STARTING' ? 202 : 200;
    return tried;
  }, null),
};
