// Owns the routes beside an entry that is being typed: its drafts, and the cases that it resembles.
import { dropIntakeDraft } from '../intake/drop-intake-draft';
import { readIntakeDraft, readIntakeDrafts } from '../intake/read-intake-drafts';
import { saveIntakeDraft } from '../intake/save-intake-draft';
import { findSimilar } from '../similar/find-similar';
import { bodyOf, forActor } from './respond';

export default {
  drafts: forActor((platform, actor) => readIntakeDrafts(platform, actor)),
  draft: forActor((platform, actor, context) => readIntakeDraft(platform, actor, context.params.id)),
  saveDraft: forActor(async (platform, actor, context) => ({
    savedAt: (await saveIntakeDraft(platform, actor, context.params.id, bodyOf(context))).toISOString(),
  })),
  dropDraft: forActor(async (platform, actor, context) => {
    await dropIntakeDraft(platform, actor, context.params.id);
    return { id: context.params.id };
  }),
  similar: forActor((platform, actor, context) => findSimilar(platform, actor, bodyOf(context))),
};
