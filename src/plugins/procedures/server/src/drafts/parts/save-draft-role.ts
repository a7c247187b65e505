// Owns a role of a draft by the form: another of the tenant's groups, or other words for one that the package names.
import type { Platform } from '../../runtime/platform';
import type { Actor } from '../../tenants/actor';
import { changeManifest } from '../change-manifest';
import { completedDraft } from '../completed-draft';
import { findDraft } from '../draft-rows';
import { PartInput, partUnknown } from './part-input';

export async function saveDraftRole(
  platform: Platform,
  actor: Actor,
  draftId: string,
  given: Record<string, unknown>,
): Promise<{ id: string }> {
  const input = new PartInput(given);
  const title = input.text('title', 200);
  input.done();
  const id = String(given.id);
  const { groups } = await completedDraft(platform, await findDraft(platform.knex, actor.tenantId, draftId));
  await changeManifest(platform, actor, draftId, (manifest) => {
    const known = manifest.candidateGroups.find((one) => one.id === id);
    if (!known && !groups.some((one) => one.id === id)) throw partUnknown(id);
    const role = { id, title: known?.title.vi === title ? known.title : { vi: title, en: title } };
    manifest.candidateGroups = known
      ? manifest.candidateGroups.map((one) => (one === known ? role : one))
      : [...manifest.candidateGroups, role];
  });
  return { id };
}
