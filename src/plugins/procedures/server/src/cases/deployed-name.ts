// Owns the way from a plain name of a package to the name that this engine knows.
import type { Manifest } from '../packages/types';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';

export async function deployedName(
  platform: Pick<Platform, 'knex' | 'engineId'>,
  tenantId: string,
  manifest: Manifest,
  kind: 'message' | 'process',
  plainId: string,
): Promise<string> {
  const row = await platform
    .knex('procedures.deployed_ids')
    .where({ engine_id: platform.engineId, kind, tenant_id: tenantId, package_id: manifest.id, plain_id: plainId })
    .orderBy('deployed_at', 'desc')
    .first();
  if (row) return row.deployed_id;
  throw new ProblemError({
    code: 'NOT_DEPLOYED',
    status: 503,
    vi: `Bộ quy trình "${manifest.id}" chưa được triển khai lên bộ máy này. Hãy báo người vận hành.`,
    en: `Expected ${kind} "${plainId}" of package "${manifest.id}" to be deployed to this engine, but it is not.`,
  });
}
