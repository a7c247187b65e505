// Owns the routes of trying a draft: its scenarios and how they went, running them, trying by hand, and what a proposal
// with failing scenarios needs.
import type { DraftTrials, RecordedStepAnswer, StartedRecording, TrialRunView } from '../../../shared/trials-contract';
import { completedDraft } from '../drafts/completed-draft';
import { findDraft } from '../drafts/draft-rows';
import { checkStep } from '../trials/check-step';
import { draftTrials } from '../trials/draft-trials';
import { runDraftTrials } from '../trials/run-draft-trials';
import { putTrialPolicy } from '../trials/trial-policy';
import { trialProblems } from '../trials/trial-problems';
import { trialWorld } from '../trials/trial-world';
import { forEditor } from './for-editor';
import { bodyOf } from './respond';

export default {
  read: forEditor((platform, actor, context): Promise<DraftTrials> => draftTrials(platform, actor, context.params.id)),

  run: forEditor(
    (platform, actor, context): Promise<TrialRunView> =>
      runDraftTrials(platform, actor, context.params.id, bodyOf(context).files),
    202,
  ),

  record: forEditor(async (platform, actor, context): Promise<StartedRecording> => {
    const draft = await findDraft(platform.knex, actor.tenantId, context.params.id);
    const { at } = bodyOf(context);
    const start = typeof at === 'string' ? at : platform.clock.now().toISOString();
    if (Number.isNaN(new Date(start).getTime())) throw trialProblems.unreadableTime(start);
    const { files } = await completedDraft(platform, draft);
    const world = await trialWorld(platform.knex, draft.tenant_id, draft.package_id, platform.clock.now());
    return { id: await platform.trials.record(actor.tenantId, files, world, start) };
  }, 201),

  step: forEditor(
    (platform, actor, context): Promise<RecordedStepAnswer> =>
      platform.trials.step(actor.tenantId, context.params.id, checkStep(bodyOf(context).step)),
  ),

  endRecording: forEditor(async (platform, actor, context) => {
    await platform.trials.endRecording(actor.tenantId, context.params.id);
    return { ended: true };
  }),

  putPolicy: forEditor((platform, actor, context) => {
    const { failing, reason } = bodyOf(context);
    return putTrialPolicy(platform, actor, { failing, reason });
  }),
};
