// Owns the routes of drafts: only who manages procedures of the tenant comes here.
import type { CheckResult, DraftFileText, DraftView, NewerVersion } from '../../../shared/packages-contract';
import { connectionChoices } from '../connections/connection-choices';
import { checkDraft } from '../drafts/check-draft';
import { closeDraft } from '../drafts/close-draft';
import { completedDraft } from '../drafts/completed-draft';
import { draftDiagram } from '../drafts/draft-diagram';
import { draftFileTooLarge } from '../drafts/draft-file-too-large';
import { draftFiles, fileKind, findDraft } from '../drafts/draft-rows';
import { openDraft } from '../drafts/open-draft';
import { readDraft } from '../drafts/read-draft';
import { removeClockRule } from '../drafts/remove-clock-rule';
import { removeDraftFile } from '../drafts/remove-draft-file';
import { saveClockRule } from '../drafts/save-clock-rule';
import { saveDraftFile } from '../drafts/save-draft-file';
import { newerVersion, takeNewer } from '../drafts/take-newer';
import { NOT_FOUND, requireAllowed } from '../policy/decision';
import { exportPackage } from '../publishing/export-package';
import { forEditor } from './for-editor';
import { readLargeJson } from './read-large-json';
import { bodyOf } from './respond';
import { sendFile } from './send-file';

/** A file of 5 MB of nothing but quotation marks, which JSON doubles. */
const MAX_BODY = 10.1 * 1024 * 1024;

export default {
  open: forEditor((platform, actor, context) => openDraft(platform, actor, context.params.packageId), 201),

  read: forEditor((platform, actor, context): Promise<DraftView> => readDraft(platform, actor, context.params.id)),

  close: forEditor(async (platform, actor, context) => {
    await closeDraft(platform, actor, context.params.id);
    return { closed: true };
  }),

  file: forEditor(async (platform, actor, context): Promise<DraftFileText> => {
    const draft = await findDraft(platform.knex, actor.tenantId, context.params.id);
    // Without a path: the main model, whose name the page may not know yet.
    const path = context.query.path ?? (await platform.library.active(actor.tenantId, draft.package_id)).mainModel;
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

  newer: forEditor(
    (platform, actor, context): Promise<NewerVersion> => newerVersion(platform, actor, context.params.id),
  ),

  takeNewer: forEditor((platform, actor, context) => {
    const { version, choices } = bodyOf(context);
    return takeNewer(platform, actor, context.params.id, { version, choices });
  }),

  saveClockRule: forEditor((platform, actor, context) => {
    const { id, title, length, unit, startEvent, stopEvents, legalBasis } = bodyOf(context);
    const input = { id, title, length, unit, startEvent, stopEvents, legalBasis };
    return saveClockRule(platform, actor, context.params.id, input);
  }),

  removeClockRule: forEditor(async (platform, actor, context) => {
    await removeClockRule(platform, actor, context.params.id, context.params.ruleId);
    return { removed: true };
  }),

  check: forEditor(async (platform, actor, context): Promise<CheckResult> => {
    const draft = await findDraft(platform.knex, actor.tenantId, context.params.id);
    const { files, law } = await completedDraft(platform, draft);
    const connections = await connectionChoices(platform.knex, actor.tenantId);
    const { problems, errors } = await checkDraft(files, law, connections);
    return { problems, errors };
  }),

  diagram: forEditor(async (platform, actor, context) => {
    const { name, pdf } = await draftDiagram(platform, actor, context.params.id, context.query.path);
    return sendFile(context, 'pdf', name, pdf);
  }),

  archive: forEditor(async (platform, actor, context) => {
    const draft = await findDraft(platform.knex, actor.tenantId, context.params.id);
    const files = await draftFiles(platform.knex, draft.id);
    return sendFile(context, 'zip', `${draft.package_id}-draft`, await exportPackage(files));
  }),
};
