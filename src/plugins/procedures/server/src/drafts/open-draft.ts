// Owns the making of a draft: a copy of the files of the version in force, or files that somebody brings.
import { randomUUID } from 'node:crypto';
import { writeAudit } from '../audit/write-audit';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { Actor } from '../tenants/actor';

export async function openDraft(
  platform: Platform,
  actor: Actor,
  packageId: string,
  brought?: ReadonlyMap<string, Buffer>,
  id: string = randomUUID(),
): Promise<{ id: string }> {
  const { read } = await platform.library.active(actor.tenantId, packageId);
  const files = brought ?? new Map(read.files.map((file) => [file.path, file.content]));
  const now = platform.clock.now();
  await inTransaction(platform.strapi, async (trx) => {
    await trx('procedures.drafts').insert({
      id,
      tenant_id: actor.tenantId,
      package_id: packageId,
      base_version: read.version,
      created_by: actor.personId,
      created_at: now,
      changed_by: actor.personId,
      changed_at: now,
    });
    await trx('procedures.draft_files').insert(
      [...files].map(([path, content]) => ({
        draft_id: id,
        path,
        revision: 1,
        content,
        changed_by: actor.personId,
        changed_at: now,
      })),
    );
    await writeAudit(trx, {
      tenantId: actor.tenantId,
      at: now,
      actor,
      action: 'draft.open',
      subjectType: 'draft',
      subjectId: id,
      detail: { package: packageId, version: read.version },
    });
  });
  return { id };
}
