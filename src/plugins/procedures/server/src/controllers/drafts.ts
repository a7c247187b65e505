// Owns the routes of drafts: only who manages procedures of the tenant comes here.
import type { CheckResult, DraftFileText, DraftView } from '../../../shared/packages-contract';
import { checkDraft } from '../drafts/check-draft';
import { closeDraft } from '../drafts/close-draft';
import { completePackage } from '../drafts/complete-package';
import { draftFiles, fileKind, findDraft } from '../drafts/draft-rows';
import { openDraft } from '../drafts/open-draft';
import { readDraft } from '../drafts/read-draft';
import { saveDraftFile } from '../drafts/save-draft-file';
import { tenantGroups } from '../drafts/tenant-groups';
import { decide } from '../policy/decide';
import { NOT_FOUND, requireAllowed } from '../policy/decision';
import { exportPackage } from '../publishing/export-package';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';
import { bodyOf, forActor, type RouteContext } from './respond';
import { sendFile } from './send-file';

const forEditor = (work: (platform: Platform, actor: Actor, context: RouteContext) => Promise<unknown>, status = 200) =>
  forActor((platform, actor, context) => {
    requireAllowed(decide(actor, 'package.write', { tenantId: actor.tenantId }));
    return work(platform, actor, context);
  }, status);

export default {
  open: forEditor((platform, actor, context) => openDraft(platform, actor, context.params.packageId), 201),

  read: forEditor((platform, actor, context): Promise<DraftView> => readDraft(platform, actor, context.params.id)),

  close: forEditor(async (platform, actor, context) => {
    await closeDraft(platform, actor, context.params.id);
    return { closed: true };
  }),

  file: forEditor(async (platform, actor, context): Promise<DraftFileText> => {
    const draft = await findDraft(platform.knex, actor.tenantId, context.params.id);
    const path = context.query.path ?? '';
    const row = await platform
      .knex('procedures.draft_files')
      .where({ draft_id: draft.id, path })
      .first('revision', 'content');
    if (!row || fileKind(path) === 'binary') return requireAllowed(NOT_FOUND) as never;
    return { path, revision: row.revision, text: row.content.toString('utf8') };
  }),

  save: forEditor((platform, actor, context) => {
    const { path, revision, text } = bodyOf(context);
    return saveDraftFile(platform, actor, context.params.id, { path, revision, text });
  }),

  check: forEditor(async (platform, actor, context): Promise<CheckResult> => {
    const draft = await findDraft(platform.knex, actor.tenantId, context.params.id);
    const { manifest } = (await platform.library.active(actor.tenantId, draft.package_id)).read;
    const groups = await tenantGroups(platform.knex, actor.tenantId, manifest);
    const files = await completePackage(await draftFiles(platform.knex, draft.id), groups);
    const { problems, errors } = await checkDraft(files, manifest);
    return { problems, errors };
  }),

  archive: forEditor(async (platform, actor, context) => {
    const draft = await findDraft(platform.knex, actor.tenantId, context.params.id);
    const files = await draftFiles(platform.knex, draft.id);
    return sendFile(context, 'zip', `${draft.package_id}-draft`, await exportPackage(files));
  }),
};
