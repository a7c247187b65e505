// Owns a draft as publishing would complete it, beside the version that is in force.
import type { LawBase } from '../packages/guardrails/find-guardrail-problems';
import type { Platform } from '../runtime/platform';
import { completePackage } from './complete-package';
import { type DraftRecord, draftFiles } from './draft-rows';
import type { KnownGroup } from './known-group';
import { tenantGroups } from './tenant-groups';

export interface CompletedDraft {
  /** As saved. */
  saved: ReadonlyMap<string, Buffer>;
  files: Map<string, Buffer>;
  law: LawBase;
  groups: KnownGroup[];
}

export async function completedDraft(platform: Platform, draft: DraftRecord): Promise<CompletedDraft> {
  return completedFiles(platform, draft, await draftFiles(platform.knex, draft.id));
}

/** The same for files that are no draft yet. */
export async function completedFiles(
  platform: Platform,
  { tenant_id, package_id }: Pick<DraftRecord, 'tenant_id' | 'package_id'>,
  saved: ReadonlyMap<string, Buffer>,
): Promise<CompletedDraft> {
  const law = await platform.library.lawBase(tenant_id, package_id);
  const groups = await tenantGroups(platform.knex, tenant_id, law.inForce.manifest);
  return { saved, files: await completePackage(saved, groups, law.inForce), law, groups };
}
