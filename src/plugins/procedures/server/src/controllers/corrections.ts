// Owns the routes of corrections of recorded sendings.
import type { CorrectionDraft } from '../../../shared/corrections-contract';
import { askCorrection, correctionDraft } from '../corrections/ask-correction';
import { approveCorrection, refuseCorrection } from '../corrections/decide-correction';
import { bodyOf, forActor, objectOf } from './respond';

export default {
  draft: forActor(
    (platform, actor, context): Promise<CorrectionDraft> =>
      correctionDraft(platform, actor, context.params.id, context.params.eventId),
  ),

  ask: forActor((platform, actor, context) => {
    const { values, at, reason } = bodyOf(context);
    const { id, eventId } = context.params;
    return askCorrection(platform, actor, id, eventId, { values: objectOf(values ?? {}), at, reason });
  }, 201),

  approve: forActor(async (platform, actor, context) => {
    await approveCorrection(platform, actor, context.params.id);
    return { id: context.params.id };
  }),

  refuse: forActor(async (platform, actor, context) => {
    await refuseCorrection(platform, actor, context.params.id, bodyOf(context).reason);
    return { id: context.params.id };
  }),
};
