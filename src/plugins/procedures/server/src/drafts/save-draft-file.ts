// Owns saving a file of a draft, whatever is in it. A save from an older revision is refused with who was faster: neither
// overwrites the other in silence. What was there before is kept when another person, or the same one later, goes on.
import type { Knex } from 'knex';
import type { Saved } from '../../../shared/packages-contract';
import { writeAudit } from '../audit/write-audit';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { Actor } from '../tenants/actor';
import { copyOfFile } from './copy-of-file';
import { draftFileTooLarge } from './draft-file-too-large';
import { type DraftFileRecord, fileKind, findDraft } from './draft-rows';
import { keepVersion } from './keep-version';
import { overtaken } from './overtaken';

const MAX_BYTES = 5 * 1024 * 1024;
const PATH = /^[\p{L}\p{N}_-][\p{L}\p{N}_.-]*(\/[\p{L}\p{N}_-][\p{L}\p{N}_.-]*){0,3}$/u;
/** One earlier version for each quarter of an hour of one person's work. */
const KEEP_EVERY_MS = 15 * 60 * 1000;

export interface SaveInput {
  path: unknown;
  revision: unknown;
  text: unknown;
  /** true: the text was another file's, and is to stand beside it */
  isCopy: unknown;
}

export async function saveDraftFile(
  platform: Platform,
  actor: Actor,
  draftId: string,
  input: SaveInput,
): Promise<Saved> {
  const { path, revision, content } = checked(input);
  return inTransaction(platform.strapi, async (trx) => {
    const draft = await findDraft(trx, actor.tenantId, draftId);
    const now = platform.clock.now();
    const key = { draft_id: draft.id, path };
    const current: DraftFileRecord | undefined = await trx('procedures.draft_files').where(key).forUpdate().first();
    if ((current?.revision ?? 0) !== revision) throw await overtaken(trx, current);
    if (current?.content.equals(content)) return { revision, changedAt: current.changed_at.toISOString() };
    const isNew = current === undefined;
    const keeps = current !== undefined && (await keepEarlier(trx, current, actor, now));
    const next = (isNew ? await lastRevision(trx, key) : revision) + 1;
    const saved = { revision: next, content, changed_by: actor.personId, changed_at: now };
    await trx('procedures.draft_files')
      .insert({ ...key, ...saved })
      .onConflict(['draft_id', 'path'])
      .merge(saved);
    await trx('procedures.drafts').where({ id: draft.id }).update({ changed_by: actor.personId, changed_at: now });
    // One entry for each stretch of work, not for each pause of the hands.
    if (isNew || keeps) {
      await writeAudit(trx, {
        tenantId: actor.tenantId,
        at: now,
        actor,
        action: 'draft.change',
        subjectType: 'draft',
        subjectId: draft.id,
        detail: { package: draft.package_id, file: path, revision: next },
      });
    }
    return { revision: next, changedAt: now.toISOString() };
  });
}

function checked({ path, revision, text, isCopy }: SaveInput) {
  const isPath = typeof path === 'string' && path.length <= 200 && PATH.test(path) && fileKind(path) !== 'binary';
  if (!isPath)
    throw refused(
      'path',
      'Tên tệp phải kết thúc bằng .bpmn, .dmn, .form hoặc .json.',
      'Expected a file name that ends in .bpmn, .dmn, .form or .json.',
    );
  if (!Number.isInteger(revision) || (revision as number) < 0)
    throw refused(
      'revision',
      'Thiếu số lần lưu mà bản này sửa tiếp. Hãy tải lại.',
      'Expected the revision that this was made from. Load it again.',
    );
  if (typeof text !== 'string')
    throw refused('text', 'Nội dung phải là văn bản.', 'Expected the content to be a text.');
  const content = Buffer.from(isCopy === true ? copyOfFile(path as string, text) : text, 'utf8');
  if (content.length > MAX_BYTES) throw draftFileTooLarge();
  return { path: path as string, revision: revision as number, content };
}

async function keepEarlier(trx: Knex.Transaction, file: DraftFileRecord, actor: Actor, now: Date): Promise<boolean> {
  const key = { draft_id: file.draft_id, path: file.path };
  const last = await trx('procedures.draft_file_versions').where(key).max('changed_at as at').first();
  const isRecent = last?.at && now.getTime() - new Date(last.at).getTime() < KEEP_EVERY_MS;
  if (isRecent && file.changed_by === actor.personId) return false;
  await keepVersion(trx, file);
  return true;
}

/** A file that comes back after it was removed goes on counting, so that its earlier versions stay apart. */
async function lastRevision(trx: Knex.Transaction, key: { draft_id: string; path: string }): Promise<number> {
  const last = await trx('procedures.draft_file_versions').where(key).max('revision as revision').first();
  return last?.revision ?? 0;
}

const refused = (path: string, vi: string, en: string) =>
  new ProblemError({ code: 'DRAFT_FILE_REFUSED', status: 422, vi, en, detail: { problems: [{ path, vi, en }] } });
