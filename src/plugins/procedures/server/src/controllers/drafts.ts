// Owns the routes of drafts: only who manages procedures of the tenant comes here.
import type { CheckResult, DraftFileText, DraftView } from '../../../shared/packages-contract';
import { checkDraft } from '../drafts/check-draft';
import { closeDraft } from '../drafts/close-draft';
import { completePackage } from '../drafts/complete-package';
import { draftFileTooLarge } from '../drafts/draft-file-too-large';
import { draftFiles, fileKind, findDraft } from '../drafts/draft-rows';
import { openDraft } from '../drafts/open-draft';
import { readDraft } from '../drafts/read-draft';
import { removeDraftFile } from '../drafts/remove-draft-file';
import { saveDraftFile } from '../drafts/save-draft-file';
import { tenantGroups } from '../drafts/tenant-groups';
import { decide } from '../policy/decide';
import { NOT_FOUND, requireAllowed } from '../policy/decision';
import { exportPackage } from '../publishing/export-package';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';
import { readLargeJson } from './read-large-json';
import { forActor, type RouteContext } from './respond';
import { sendFile } from './send-file';

/** A file of 5 MB of nothing but quotation marks, which JSON doubles. */
const MAX_BODY = 10.1 * 1024 * 1024;

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

  save: forEditor(async (platform, actor, context) => {
    const { path, revision, text, isCopy } = await readLargeJson(context, MAX_BODY, draftFileTooLarge);
    return saveDraftFile(platform, actor, context.params.id, { path, revision, text, isCopy });
  }),

  removeFile: forEditor(async (platform, actor, context) => {
    const { path = '', revision } = context.query;
    await removeDraftFile(platform, actor, context.params.id, path, Number(revision));
    return { removed: true };
  }),

  check: forEditor(async (platform, actor, context): Promise<CheckResult> => {
    const draft = await findDraft(platform.knex, actor.tenantId, context.params.id);
    const { read } = await platform.library.active(actor.tenantId, draft.package_id);
    const groups = await tenantGroups(platform.knex, actor.tenantId, read.manifest);
    const files = await completePackage(await draftFiles(platform.knex, draft.id), groups);
    const { problems, errors } = await checkDraft(files, read);
    return { problems, errors };
  }),

  archive: forEditor(async (platform, actor, context) => {
    const draft = await findDraft(platform.knex, actor.tenantId, context.params.id);
    const files = await draftFiles(platform.knex, draft.id);
    return sendFile(context, 'zip', `${draft.package_id}-draft`, await exportPackage(files));
  }),
};
