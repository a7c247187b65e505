// Owns what becomes of a package that the application comes with: in force, unless the tenant runs a version that its own
// people decided, or a later one. Then the new one is kept beside it, to be looked at and proposed as any other.
import type { ReadPackage } from '../packages/read-package';
import { versionRank } from '../packages/version-rank';
import { keepPackage } from './keep-package';
import { type Publisher, publishPackage } from './publish-package';

export async function bringPackage(
  platform: Publisher,
  tenantId: string,
  read: ReadPackage,
): Promise<'published' | 'unchanged' | 'offered'> {
  const of = { tenant_id: tenantId, package_id: read.id };
  const kept = await platform
    .knex('procedures.packages')
    .where({ ...of, version: read.version })
    .first('version');
  if (kept) return publishPackage(platform, tenantId, read);
  const active = await platform
    .knex('procedures.packages')
    .where({ ...of, active: true })
    .first('version');
  if (!active) return publishPackage(platform, tenantId, read);
  const decided = await platform
    .knex('procedures.publications')
    .where({ ...of, version: active.version, state: 'IN_FORCE' })
    .first('id');
  if (!decided && versionRank(read.version) > versionRank(active.version))
    return publishPackage(platform, tenantId, read);
  await platform.knex.transaction((trx) =>
    keepPackage(trx, tenantId, read, { now: platform.clock.now(), offered: true }),
  );
  return 'offered';
}
