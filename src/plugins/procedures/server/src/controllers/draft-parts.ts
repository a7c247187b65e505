// Owns the routes of a draft's parameters, roles and documents: only who manages procedures of the tenant comes here.
import type { DraftParts } from '../../../shared/draft-parts-contract';
import { readDraftParts } from '../drafts/parts/read-draft-parts';
import { saveDraftDocument } from '../drafts/parts/save-draft-document';
import { removeDraftParameter, saveDraftParameter } from '../drafts/parts/save-draft-parameter';
import { saveDraftRole } from '../drafts/parts/save-draft-role';
import { forEditor } from './for-editor';
import { bodyOf } from './respond';

export default {
  read: forEditor((platform, actor, { params }): Promise<DraftParts> => readDraftParts(platform, actor, params.id)),

  saveParameter: forEditor((platform, actor, context) =>
    saveDraftParameter(platform, actor, context.params.id, bodyOf(context)),
  ),

  removeParameter: forEditor(async (platform, actor, { params }) => {
    await removeDraftParameter(platform, actor, params.id, params.name);
    return { removed: true };
  }),

  saveRole: forEditor((platform, actor, context) => saveDraftRole(platform, actor, context.params.id, bodyOf(context))),

  saveDocument: forEditor((platform, actor, context) =>
    saveDraftDocument(platform, actor, context.params.id, bodyOf(context)),
  ),
};
