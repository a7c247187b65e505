// Owns the moment in which an approved version comes into force: checked once more against what is in force now, deployed by
// the one way of publishing. Safe to repeat after dying half-way: the same version with the same content is published once.
import { writeAudit } from '../audit/write-audit';
import { connectionChoices } from '../connections/connection-choices';
import { checkDraft } from '../drafts/check-draft';
import type { LocalText } from '../packages/types';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import { type PublicationRecord, publicationFiles } from './publication-rows';
import { publishPackage } from './publish-package';
import { refuseIfOvertaken } from './refuse-if-overtaken';

/** A look of the scheduler: whatever has been approved and whose day has come. */
export async function enforcePublications(platform: Platform): Promise<void> {
  const due: PublicationRecord[] = await platform
    .knex('procedures.publications')
    .where({ state: 'APPROVED' })
    .where((query) => query.whereNull('effective_at').orWhere('effective_at', '<=', platform.clock.now()))
    .orderBy('decided_at');
  for (const publication of due) await enforcePublication(platform, publication);
}

export async function enforcePublication(
  platform: Platform,
  publication: PublicationRecord,
): Promise<PublicationRecord['state']> {
  const failure = await publish(platform, publication);
  const state = failure ? 'FAILED' : 'IN_FORCE';
  const now = platform.clock.now();
  await inTransaction(platform.strapi, async (trx) => {
    const taken = await trx('procedures.publications')
      .where({ id: publication.id, state: 'APPROVED' })
      .update({ state, in_force_at: failure ? null : now, failure: failure && JSON.stringify(failure) });
    if (taken === 0) return;
    if (!failure && publication.draft_id)
      await trx('procedures.drafts').where({ id: publication.draft_id }).update({ state: 'CLOSED' });
    await writeAudit(trx, {
      tenantId: publication.tenant_id,
      at: now,
      actor: null,
      action: failure ? 'publication.fail' : 'publication.enforce',
      subjectType: 'publication',
      subjectId: publication.id,
      detail: { package: publication.package_id, version: publication.version },
    });
  });
  return state;
}

/** Null when it is published; an engine that is away is no failure of the version, so it is thrown and tried again. */
async function publish(platform: Platform, publication: PublicationRecord): Promise<LocalText | null> {
  const { tenant_id, package_id } = publication;
  const law = await platform.library.lawBase(tenant_id, package_id, { restores: publication.restores });
  const files = await publicationFiles(platform.knex, publication.id);
  const { read, problems, errors } = await checkDraft(files, law, await connectionChoices(platform.knex, tenant_id));
  const first = problems.find((one) => one.severity === 'error');
  if (!read || (errors > 0 && first)) return { vi: first?.vi ?? '', en: first?.en ?? '' };
  try {
    await refuseIfOvertaken(platform, publication);
    await publishPackage(platform, tenant_id, read);
    return null;
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code === 'ENGINE_UNREACHABLE') throw error;
    return { vi: error.vi, en: error.en };
  }
}
