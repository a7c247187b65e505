// Owns the list of a tenant's packages: what is in force, what came before and who decided it, who works on what.
import type { PackageList } from '../../../shared/packages-contract';
import { type DraftRecord, draftView } from '../drafts/draft-rows';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';
import { modelUrl } from '../views/model-url';
import { personNames } from '../views/person-names';
import { type PublicationRecord, publicationView } from './publication-rows';

interface VersionRecord {
  package_id: string;
  version: string;
  published_at: Date;
  active: boolean;
  offered: boolean;
}

export async function listPackages({ knex, library }: Platform, actor: Actor): Promise<PackageList> {
  const mine = { tenant_id: actor.tenantId };
  const published = await library.allActive(actor.tenantId);
  const versions: VersionRecord[] = await knex('procedures.packages')
    .where(mine)
    .orderBy('published_at', 'desc')
    .select('package_id', 'version', 'published_at', 'active', 'offered');
  const drafts: DraftRecord[] = actor.isAdministrator
    ? await knex('procedures.drafts')
        .where({ ...mine, state: 'OPEN' })
        .orderBy('changed_at', 'desc')
    : [];
  const publications: PublicationRecord[] = await knex('procedures.publications')
    .where(mine)
    .orderBy('proposed_at', 'desc');
  const names = await personNames(knex, [
    ...drafts.flatMap((one) => [one.created_by, one.changed_by]),
    ...publications.flatMap((one) => [one.proposed_by, one.decided_by]),
  ]);
  const items = published.map((one) => {
    const { read } = one;
    const own = publications.filter((each) => each.package_id === read.id);
    return {
      id: read.id,
      title: read.manifest.title,
      description: read.manifest.description ?? null,
      version: read.version,
      modelUrl: modelUrl(one),
      versions: versions
        .filter((one) => one.package_id === read.id)
        .map((one) => {
          const by = own.find((each) => each.version === one.version && each.state === 'IN_FORCE');
          return {
            version: one.version,
            publishedAt: one.published_at.toISOString(),
            inForce: one.active,
            offered: one.offered,
            note: by?.note ?? null,
            proposedBy: by ? (names.get(by.proposed_by) ?? null) : null,
            decidedBy: by?.decided_by ? (names.get(by.decided_by) ?? null) : null,
          };
        }),
      drafts: drafts.filter((one) => one.package_id === read.id).map((one) => draftView(one, names)),
      publications: own
        .filter((one) => ['PROPOSED', 'APPROVED', 'FAILED'].includes(one.state))
        .map((one) => publicationView(one, names)),
    };
  });
  return { items, permissions: { edit: actor.isAdministrator } };
}
