// Owns the routes of writing decision tables: names at each decision of a file, and trying one.
import type { FileDecisionNames } from '../../../shared/decisions-contract';
import { decisionNames } from '../decisions/decision-names';
import { tryDecision } from '../decisions/try-decision';
import { findDraft } from '../drafts/draft-rows';
import { draftPackage } from '../expressions/draft-package';
import { forEditor } from './for-editor';
import { bodyOf } from './respond';

export default {
  names: forEditor(async (platform, actor, context): Promise<FileDecisionNames> => {
    const draft = await findDraft(platform.knex, actor.tenantId, context.params.id);
    const read = await draftPackage(platform, draft);
    // Files that make no package: no names, and the check says the rest.
    return { decisions: read ? decisionNames(read, context.query.path ?? '') : [] };
  }),

  try: forEditor(async (platform, actor, context) => {
    const tried = await tryDecision(platform, actor, context.params.id, bodyOf(context));
    context.status = tried.state === 'STARTING' ? 202 : 200;
    return tried;
  }, null),
};
