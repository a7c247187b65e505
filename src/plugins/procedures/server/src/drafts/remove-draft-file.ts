// Owns taking a file out of a draft. It is asked from a revision like a save, and what was in the file is kept among its
// earlier versions. The files without which there is no package stay.
import type { Knex } from 'knex';
import { writeAudit } from '../audit/write-audit';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { Actor } from '../tenants/actor';
import { type DraftFileRecord, findDraft } from './draft-rows';
import { keepVersion } from './keep-version';
import { overtaken } from './overtaken';

const NEEDED = ['manifest.json', 'events.json'];

export async function removeDraftFile(
  platform: Platform,
  actor: Actor,
  draftId: string,
  path: string,
  revision: number,
): Promise<void> {
  const draft = await findDraft(platform.knex, actor.tenantId, draftId);
  const { mainModel } = await platform.library.active(actor.tenantId, draft.package_id);
  if ([...NEEDED, mainModel].includes(path)) throw fileNeeded(path);
  await inTransaction(platform.strapi, async (trx) => {
    await findDraft(trx, actor.tenantId, draft.id);
    const now = platform.clock.now();
    const file = await lockFile(trx, draft.id, path);
    if (file.revision !== revision) throw await overtaken(trx, file);
    await keepVersion(trx, file);
    await trx('procedures.draft_files').where({ draft_id: draft.id, path }).delete();
    await trx('procedures.drafts').where({ id: draft.id }).update({ changed_by: actor.personId, changed_at: now });
    await writeAudit(trx, {
      tenantId: actor.tenantId,
      at: now,
      actor,
      action: 'draft.removeFile',
      subjectType: 'draft',
      subjectId: draft.id,
      detail: { package: draft.package_id, file: path, revision },
    });
  });
}

async function lockFile(trx: Knex.Transaction, draftId: string, path: string): Promise<DraftFileRecord> {
  const found: DraftFileRecord | undefined = await trx('procedures.draft_files')
    .where({ draft_id: draftId, path })
    .forUpdate()
    .first();
  if (found) return found;
  throw new ProblemError({
    code: 'DRAFT_FILE_UNKNOWN',
    status: 404,
    vi: 'Bản thảo không có tệp này, hoặc tệp đã được bỏ. Hãy tải lại.',
    en: 'Expected a file of this draft, but there is none, or it has been removed. Load the draft again.',
  });
}

const fileNeeded = (path: string) =>
  new ProblemError({
    code: 'DRAFT_FILE_NEEDED',
    status: 422,
    vi: `Không bỏ được "${path}": thiếu tệp này thì không còn là bộ quy trình. Hãy sửa nội dung của tệp thay vì bỏ.`,
    en: `Expected "${path}" to stay, because without it there is no package. Change what is in it instead.`,
  });
