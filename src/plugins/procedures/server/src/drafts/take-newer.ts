// Owns the way on for a draft that a newer version has overtaken: it takes over what that version changed, and from then on
// stands on it. Where both changed one file, a person says whose stays; what goes is kept among the earlier versions.
import type { NewerVersion } from '../../../shared/packages-contract';
import { writeAudit } from '../audit/write-audit';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { Actor } from '../tenants/actor';
import { type DraftFileRecord, type DraftRecord, draftFiles, findDraft } from './draft-rows';
import { keepVersion } from './keep-version';
import { type NewerFile, newerFiles } from './newer-files';

interface Standing {
  version: string;
  files: NewerFile[];
}

export async function newerVersion(platform: Platform, actor: Actor, draftId: string): Promise<NewerVersion> {
  const draft = await findDraft(platform.knex, actor.tenantId, draftId);
  const { version, files } = await standingOf(platform, draft, await draftFiles(platform.knex, draft.id));
  return { base: draft.base_version, version, files: files.map(({ path, how }) => ({ path, how })) };
}

/** `choices`: of each file that both changed, whose stays. */
export async function takeNewer(
  platform: Platform,
  actor: Actor,
  draftId: string,
  input: { version: unknown; choices: unknown },
): Promise<{ version: string }> {
  return inTransaction(platform.strapi, async (trx) => {
    const draft = await findDraft(trx, actor.tenantId, draftId);
    const rows: DraftFileRecord[] = await trx('procedures.draft_files').where({ draft_id: draft.id }).forUpdate();
    const saved = new Map(rows.map((row) => [row.path, row.content]));
    const { version, files } = await standingOf(platform, draft, saved);
    if (input.version !== version) throw newerStill(version);
    const taken = decided(files, input.choices);
    const now = platform.clock.now();
    for (const { path, content } of taken) {
      const row = rows.find((one) => one.path === path);
      if (row) await keepVersion(trx, row);
      const key = { draft_id: draft.id, path };
      if (content === null) {
        await trx('procedures.draft_files').where(key).delete();
        continue;
      }
      const last = await trx('procedures.draft_file_versions').where(key).max('revision as revision').first();
      const revision = Math.max(row?.revision ?? 0, last?.revision ?? 0) + 1;
      const next = { revision, content, changed_by: actor.personId, changed_at: now };
      await trx('procedures.draft_files')
        .insert({ ...key, ...next })
        .onConflict(['draft_id', 'path'])
        .merge(next);
    }
    await trx('procedures.drafts')
      .where({ id: draft.id })
      .update({ base_version: version, changed_by: actor.personId, changed_at: now });
    await writeAudit(trx, {
      tenantId: actor.tenantId,
      at: now,
      actor,
      action: 'draft.takeNewer',
      subjectType: 'draft',
      subjectId: draft.id,
      detail: { package: draft.package_id, from: draft.base_version, version, files: taken.length },
    });
    return { version };
  });
}

/** A proposal of a draft that would undo, without a word, what came into force since it was made. */
export async function refuseIfBehind(platform: Platform, draft: DraftRecord): Promise<void> {
  const { version, files } = await standingOf(platform, draft, await draftFiles(platform.knex, draft.id));
  if (version === draft.base_version) return;
  const paths = files.map(({ path }) => path).join(', ');
  throw new ProblemError({
    code: 'DRAFT_BEHIND',
    status: 409,
    vi: `Bản thảo làm từ phiên bản ${draft.base_version}, nhưng phiên bản ${version} đã được áp dụng sau đó${paths && ` và đổi: ${paths}`}. Hãy mở bản thảo, chọn "Nhận thay đổi của phiên bản ${version}", rồi đề nghị lại.`,
    en: `Expected a draft made from the version in force, but it was made from ${draft.base_version} and ${version} came since${paths && `, which changed: ${paths}`}. Open the draft, choose "Take over the changes of version ${version}", then propose again.`,
    detail: { base: draft.base_version, version, files: files.map(({ path, how }) => ({ path, how })) },
  });
}

async function standingOf(platform: Platform, draft: DraftRecord, saved: Map<string, Buffer>): Promise<Standing> {
  const { library } = platform;
  const { read } = await library.active(draft.tenant_id, draft.package_id);
  if (read.version === draft.base_version) return { version: read.version, files: [] };
  const base = await library.load(draft.tenant_id, draft.package_id, draft.base_version);
  const [before, newer] = [base.read, read].map((one) => new Map(one.files.map((file) => [file.path, file.content])));
  return { version: read.version, files: newerFiles(before, saved, newer) };
}

function decided(files: readonly NewerFile[], choices: unknown): NewerFile[] {
  const chosen = new Map(typeof choices === 'object' && choices !== null ? Object.entries(choices) : []);
  const open = files.filter(({ path, how }) => how === 'BOTH' && !['MINE', 'NEWER'].includes(String(chosen.get(path))));
  if (open.length > 0) throw undecided(open.map(({ path }) => path));
  return files.filter(({ path, how }) => how !== 'BOTH' || chosen.get(path) === 'NEWER');
}

const undecided = (paths: string[]) =>
  new ProblemError({
    code: 'DRAFT_FILES_UNDECIDED',
    status: 422,
    vi: `Cả bản thảo và phiên bản mới đều sửa: ${paths.join(', ')}. Hãy chọn giữ bản nào cho từng tệp.`,
    en: `Expected a choice for each file that both the draft and the newer version changed: ${paths.join(', ')}.`,
    detail: { problems: paths.map((path) => ({ path, vi: 'Chọn một bản', en: 'Choose one' })) },
  });

const newerStill = (version: string) =>
  new ProblemError({
    code: 'DRAFT_NEWER_CHANGED',
    status: 409,
    vi: `Phiên bản đang áp dụng bây giờ là ${version}. Hãy tải lại để xem phiên bản đó đổi những tệp nào.`,
    en: `Expected the version in force, but that is ${version} now. Load again to see which files it changes.`,
    detail: { version },
  });
