// Owns a draft that a program brings to have its scenarios tried. What could not be proposed anyway, and what this server
// cannot try, is refused before anything is kept.
import { connectionChoices } from '../connections/connection-choices';
import { broughtDraftOrNull } from '../drafts/brought-draft';
import { checkDraft } from '../drafts/check-draft';
import { completedFiles } from '../drafts/completed-draft';
import { openDraft } from '../drafts/open-draft';
import type { Platform } from '../runtime/platform';
import { isUniqueViolation } from '../storage/unique-violation';
import type { Actor } from '../tenants/actor';
import { type Brought, broughtFiles } from './brought-files';
import { notPublishable, publicationPending } from './publication-problems';
import { refuseOtherBase } from './refuse-other-base';

/** `idOf`: the ids of a repeated call, one after the other; the first one whose draft has not ended is meant. */
export async function bringDraft(
  platform: Platform,
  actor: Actor,
  packageId: string,
  { files, basedOn }: Brought,
  idOf: (turn: number) => string,
): Promise<{ tenant: string; draftId: string }> {
  const { knex, trials } = platform;
  trials.expectSetUp();
  const brought = broughtFiles(files);
  await refuseOtherBase(platform, actor.tenantId, packageId, basedOn);
  const completed = await completedFiles(platform, { tenant_id: actor.tenantId, package_id: packageId }, brought);
  const verdict = await checkDraft(completed.files, completed.law, await connectionChoices(knex, actor.tenantId));
  if (verdict.errors > 0 || !verdict.read) throw notPublishable(verdict.problems);
  for (let turn = 0; ; turn += 1) {
    const draftId = idOf(turn);
    const isTaken = (await knex('procedures.drafts').where({ id: draftId }).first('id')) !== undefined;
    const answer = { tenant: actor.tenantId, draftId };
    if (isTaken && (await broughtDraftOrNull(knex, actor, packageId, draftId))) return answer;
    if (isTaken) continue;
    await refuseIfPending(platform, actor.tenantId, packageId);
    await openDraft(platform, actor, packageId, brought, draftId).catch((error: unknown) => {
      // The same call came twice at once: it is the same draft.
      if (!isUniqueViolation(error)) throw error;
    });
    return answer;
  }
}

/** Trying takes minutes: nobody should wait for them when the proposal would be refused. */
async function refuseIfPending({ knex }: Platform, tenantId: string, packageId: string): Promise<void> {
  const pending = await knex('procedures.publications')
    .where({ tenant_id: tenantId, package_id: packageId })
    .whereIn('state', ['PROPOSED', 'APPROVED'])
    .first('id');
  if (pending) throw publicationPending();
}
