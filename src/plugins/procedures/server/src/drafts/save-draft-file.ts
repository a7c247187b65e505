// Owns saving a file of a draft, whatever is in it. A save from an older revision is refused with who was faster: neither
// overwrites the other in silence. What was there before is kept when another person, or the same one later, goes on.
import type { Knex } from 'knex';
import type { Saved } from '../../../shared/packages-contract';
import { writeAudit } from '../audit/write-audit';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { Actor } from '../tenants/actor';
import { personNames } from '../views/person-names';
import { type DraftFileRecord, fileKind, findDraft } from './draft-rows';

const MAX_BYTES = 5 * 1024 * 1024;
const PATH = /^[\p{L}\p{N}_-][\p{L}\p{N}_.-]*(\/[\p{L}\p{N}_-][\p{L}\p{N}_.-]*){0,3}$/u;
/** One earlier version for each quarter of an hour of one person's work. */
const KEEP_EVERY_MS = 15 * 60 * 1000;

export async function saveDraftFile(
  platform: Platform,
  actor: Actor,
  draftId: string,
  input: { path: unknown; revision: unknown; text: unknown },
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
    const saved = { revision: revision + 1, content, changed_by: actor.personId, changed_at: now };
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
        detail: { package: draft.package_id, revision: revision + 1 },
      });
    }
    return { revision: revision + 1, changedAt: now.toISOString() };
  });
}

function checked({ path, revision, text }: { path: unknown; revision: unknown; text: unknown }) {
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
  if (typeof text !== 'string' || Buffer.byteLength(text) > MAX_BYTES)
    throw refused('text', 'Nội dung phải là văn bản, nhiều nhất 5 MB.', 'Expected a text of at most 5 MB.');
  return { path: path as string, revision: revision as number, content: Buffer.from(text, 'utf8') };
}

async function keepEarlier(trx: Knex.Transaction, file: DraftFileRecord, actor: Actor, now: Date): Promise<boolean> {
  const key = { draft_id: file.draft_id, path: file.path };
  const last = await trx('procedures.draft_file_versions').where(key).max('changed_at as at').first();
  const isRecent = last?.at && now.getTime() - new Date(last.at).getTime() < KEEP_EVERY_MS;
  if (isRecent && file.changed_by === actor.personId) return false;
  const { revision, content, changed_by, changed_at } = file;
  const row = { ...key, revision, content, changed_by, changed_at };
  await trx('procedures.draft_file_versions').insert(row).onConflict(['draft_id', 'path', 'revision']).ignore();
  return true;
}

async function overtaken(trx: Knex.Transaction, current: DraftFileRecord | undefined): Promise<ProblemError> {
  const names = await personNames(trx, [current?.changed_by ?? null]);
  const who = (current && names.get(current.changed_by)) ?? '';
  return new ProblemError({
    code: 'DRAFT_FILE_CHANGED',
    status: 409,
    vi: `${who || 'Người khác'} vừa sửa tệp này nên bản của bạn chưa được lưu. Hãy xem bản mới, hoặc giữ bản của bạn thành một tệp riêng.`,
    en: `Expected the newest revision, but ${who || 'somebody else'} has just changed this file, so yours was not saved. Look at the new one, or keep yours as a copy.`,
    detail: { takenBy: who, revision: current?.revision ?? 0 },
  });
}

const refused = (path: string, vi: string, en: string) =>
  new ProblemError({ code: 'DRAFT_FILE_REFUSED', status: 422, vi, en, detail: { problems: [{ path, vi, en }] } });
