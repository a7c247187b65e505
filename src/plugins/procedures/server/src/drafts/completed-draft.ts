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
  const law = await platform.library.lawBase(draft.tenant_id, draft.package_id);
  const groups = await tenantGroups(platform.knex, draft.tenant_id, law.inForce.manifest);
  const saved = await draftFiles(platform.knex, draft.id);
  return { saved, files: await completePackage(saved, groups, law.inForce), law, groups };
}
